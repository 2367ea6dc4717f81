// A database that belongs to one evaluation run: made before, dropped after.

import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openServer } from '../../platform/database/server.ts';
import { newId } from '../../platform/ids.ts';

export interface EvaluationDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** In the given PostgreSQL a fresh database; without one, a PostgreSQL of its own in a temporary folder. */
export async function createEvaluationDatabase(databaseUrl: string | undefined): Promise<EvaluationDatabase> {
  if (databaseUrl === undefined) {
    const folder = await mkdtemp(join(tmpdir(), 'izdoo-eval-'));
    // Started as root, PostgreSQL runs as a user of its own, who must be able to enter the folder.
    await chmod(folder, 0o755);
    const server = await openServer({ dataDir: folder, durable: false });
    return {
      url: server.url,
      async drop() {
        await server.stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  }
  const name = `izdoo_eval_${newId().replaceAll('-', '')}`;
  await execute(databaseUrl, `CREATE DATABASE ${name}`);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => execute(databaseUrl, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
