// Brings a database to the newest schema; safe when several processes start at once.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { openSchemaEngine } from './schema-engine.ts';

/** Any fixed number: all processes that migrate this product wait for the same lock. */
const MIGRATION_LOCK = 4_991_201;

async function readMigrations(folder: string) {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const migrationDirectories = await Promise.all(
    names.map(async (path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(join(folder, path, 'migration.sql'), 'utf8') },
      },
    })),
  );
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories,
  };
}

/**
 * Prisma's adapter cuts a script at every semicolon, also inside function bodies and comments. Sent whole, a
 * migration runs in one implicit transaction: it is applied completely or not at all.
 */
function wholeScriptAdapter(databaseUrl: string, client: pg.Client) {
  const opened: { dispose(): Promise<void> }[] = [];
  const factory = new PrismaPg({ connectionString: databaseUrl });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    opened.push(adapter);
    adapter.executeScript = async (script) => {
      await client.query(script);
    };
    return adapter;
  };
  // The engine's connection holds Prisma's own lock until it is closed.
  const dispose = () => Promise.all(opened.map((adapter) => adapter.dispose()));
  return { factory, dispose };
}

/**
 * Applies all migrations of `folder` that the database does not have yet.
 * @returns the names of the migrations applied now, in order
 * @throws when a migration fails; the database then holds what came before it
 */
export async function migrate(databaseUrl: string, folder: string): Promise<string[]> {
  const guard = new pg.Client({ connectionString: databaseUrl });
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const { factory, dispose } = wholeScriptAdapter(databaseUrl, guard);
    const engine = await openSchemaEngine(bindMigrationAwareSqlAdapterFactory(factory));
    try {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: await readMigrations(folder),
        filters: { externalTables: [], externalEnums: [] },
      });
      return appliedMigrationNames;
    } finally {
      engine.free();
      await dispose();
    }
  } finally {
    await guard.end();
  }
}
