import { ConfigError, loadConfig } from '../../../libs/config/src/config.js';
import { prepare } from '../../../libs/persistence/src/prepare.js';

// What docker-compose.yml runs before api and worker: brings the configured database to this build's schema and schemes, then ends.
try {
  await prepare(loadConfig());
  console.log('The database has this build’s schema and schemes. / La base est au schéma et aux dispositifs de cette version.');
} catch (error) {
  // A wrong setting needs its name, not a stack.
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
