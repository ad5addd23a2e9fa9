import { ConfigError, loadConfig } from '../../../libs/config/src/config.js';
import { migrate } from '../../../libs/persistence/src/migrate.js';

// What docker-compose.yml runs before api and worker: brings the configured database to this build's schema, then ends.
try {
  await migrate(loadConfig().databaseUrl);
  console.log('The database has this build’s schema. / La base est au schéma de cette version.');
} catch (error) {
  // A wrong setting needs its name, not a stack.
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
