// Writes the SQL between the schema at git HEAD and the schema as it stands: `npm run migration -- add-x`.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { openSchemaEngine } from '../server/platform/database/schema-engine.ts';

const name = process.argv[2];
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error('usage: npm run migration -- <name-in-kebab-case> [--from-empty]');
  process.exit(2);
}
const schemaFolder = 'prisma/schema';
const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' });
const isSchema = (path: string) => path.endsWith('.prisma');
const container = (paths: string[], read: (path: string) => string) => ({
  tag: 'schemaDatamodel' as const,
  files: paths.filter(isSchema).map((path) => ({ path, content: read(path) })),
});
const before = process.argv.includes('--from-empty')
  ? { tag: 'empty' }
  : container(git('ls-tree', '--name-only', 'HEAD', `${schemaFolder}/`).split('\n'), (path) =>
      git('show', `HEAD:${path}`),
    );
const after = container(
  readdirSync(schemaFolder).map((file) => `${schemaFolder}/${file}`),
  (path) => readFileSync(path, 'utf8'),
);

// The engine asks a server for its version before it compares two files; nothing is written there.
const connectionString = process.env['DATABASE_URL'];
if (!connectionString) throw new Error('DATABASE_URL must name a running PostgreSQL (it is not changed)');
const engine = await openSchemaEngine(
  bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString })),
);
const result = await engine.diff({
  from: before,
  to: after,
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
} as never);
const sql = result.stdout ?? '';
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const folder = `prisma/migrations/${stamp}_${name.replaceAll('-', '_')}`;
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/migration.sql`, sql);
console.log(`${folder}/migration.sql`);
process.exit(0);
