import { ConfigError, loadConfig } from '../../../libs/config/src/config.js';
import { createApp } from './app.js';

/** Starts the API. Exits with a sentence and a non-zero code when the configuration is wrong or the port is taken. */
async function main(): Promise<void> {
  const config = loadConfig();
  const app = await createApp(config);
  await app.listen(config.api.port, config.api.host);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
