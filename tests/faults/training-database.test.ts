// The program itself refuses a database of the other kind: one line, exit code 1, and nothing in the database changed.
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimDatabase } from '../../server/platform/database/installation.ts';
import {
  clearAway,
  launch,
  launchTool,
  makeDataFolder,
  type ProductProcess,
} from '../support/server-process.ts';
import { cloneDatabase, type TestDatabase } from '../support/test-database.ts';

let dataDir: string;
let database: TestDatabase;
const started: ProductProcess[] = [];
beforeAll(async () => {
  dataDir = await makeDataFolder();
  database = await cloneDatabase();
});
afterAll(async () => {
  await database.drop();
  await clearAway(dataDir, started);
});

async function tracesOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query('select from audit_event')).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

test('a server and a command of training leave a registry alone', async () => {
  const pool = new pg.Pool({ connectionString: database.url, max: 1 });
  await claimDatabase(pool, 'REGISTRY', new Date('2026-11-26T06:00:00Z'));
  await pool.end();
  const before = await tracesOf(database.url);
  const settings = { TRAINING: 'on', DATABASE_URL: database.url, DATA_DIR: dataDir };
  started.push(launch(settings), launchTool(['seed', '--persons', '1'], settings));
  for (const one of started) {
    expect(await one.ended).toEqual({ code: 1, signal: null });
    expect(one.output().trim()).toBe(
      'TRAINING is on, but this database is a registry: give training its own',
    );
  }
  expect(await tracesOf(database.url)).toBe(before);
});
