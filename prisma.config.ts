import { defineConfig } from 'prisma/config';

// The CLI downloads a native engine that generate, validate and format never call: any existing file
// satisfies its check. `prisma migrate` is left honest for people with a network.
if (process.argv.some((argument) => ['generate', 'validate', 'format'].includes(argument))) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
  process.env.CHECKPOINT_DISABLE ??= '1';
}

export default defineConfig({ schema: 'prisma/schema', migrations: { path: 'prisma/migrations' } });
