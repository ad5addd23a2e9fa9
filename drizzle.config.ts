import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './libs/persistence/src/*/*.tables.ts',
  out: './libs/persistence/migrations',
});
