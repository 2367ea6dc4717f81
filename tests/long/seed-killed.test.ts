// A seed that is killed in the middle leaves whole batches: the next start builds what is missing, all counts agree, and
// the seed can simply be run again.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bearer, DEMO_TRAVELLER, send, signIn } from '../support/demo-client.ts';
import {
  clearAway,
  databaseUrlOf,
  launchTool,
  makeDataFolder,
  type ProductProcess,
  postgresOf,
  type ServerProcess,
  startServer,
} from '../support/server-process.ts';

/** Enough that the search indexes are dropped while the seed runs. */
const PERSONS = 30_000;
const INDEXES = ['keys', 'exact', 'tags', 'beginnings'].map((column) => `person_search_${column}_idx`);

let dataDir: string;
const processes: ProductProcess[] = [];

beforeAll(async () => {
  dataDir = await makeDataFolder();
});
afterAll(() => clearAway(dataDir, processes));

async function query<T>(sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: await databaseUrlOf(dataDir) });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

const count = async (table: string): Promise<number> =>
  (await query<{ count: number }>(`select count(*)::int as count from ${table}`))[0]?.count ?? 0;

const indexes = async (): Promise<string[]> =>
  (
    await query<{ name: string }>(
      `select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
       where i.indrelid = 'person_search'::regclass and i.indisvalid and i.indisready`,
    )
  ).map(({ name }) => name);

async function start(): Promise<ServerProcess> {
  const server = await startServer({ DATA_DIR: dataDir });
  processes.push(server);
  return server;
}

async function stop(server: ServerProcess): Promise<void> {
  server.signal('SIGTERM');
  expect(await server.ended).toEqual({ code: 0, signal: null });
}

async function expectConsistent(persons: number): Promise<void> {
  expect(await count('person')).toBe(persons);
  expect(await count('person_search')).toBe(persons);
  expect(await count('(select distinct registry_number from person) as numbers')).toBe(persons);
  expect(await count('(select distinct alert_number from alert) as numbers')).toBe(await count('alert'));
  expect(await count('person p where not exists (select from alert a where a.person_id = p.id)')).toBe(0);
  expect(await count('person p where not exists (select from person_name n where n.person_id = p.id)')).toBe(
    0,
  );
  // Every batch left its trace, and no trace speaks of persons who are not there.
  const [traced] = await query<{ sum: number }>(
    "select sum((data->>'persons')::int)::int as sum from audit_event where type = 'seed.run'",
  );
  expect(traced?.sum).toBe(persons);
  expect(await indexes()).toEqual(expect.arrayContaining(INDEXES));
}

test('kill -9 in the middle of a seed, and the start after it', async () => {
  await stop(await start());
  const seed = launchTool(['seed', '--persons', String(PERSONS)], { DATA_DIR: dataDir });
  processes.push(seed);
  const demo = 400;
  const seeded = () => count('person').catch(() => 0);
  // Some batches are in, others are on their way.
  while ((await seeded()) < demo + 4_000) {
    await sleep(50);
    if ((await Promise.race([seed.ended, sleep(0, 'runs')])) !== 'runs') throw new Error(seed.output());
  }
  expect(await indexes()).not.toEqual(expect.arrayContaining(INDEXES));
  const orphan = await postgresOf(dataDir);
  seed.signal('SIGKILL');
  expect((await seed.ended).signal).toBe('SIGKILL');
  expect(orphan).not.toBeNull();

  const server = await start();
  process.stdout.write(`start after a killed seed: ${Math.round(server.readyAfter)} ms\n`);
  expect(await postgresOf(dataDir)).not.toBe(orphan);
  const persons = await count('person');
  process.stdout.write(`persons after the kill: ${persons}\n`);
  expect(persons).toBeLessThan(PERSONS);
  await expectConsistent(persons);
  const { token } = await signIn(server.url, 'officer');
  const check = await send(server.url, 'POST', '/v1/checks', {
    body: DEMO_TRAVELLER,
    headers: bearer(token),
  });
  expect(check.body.outcome).toBe('HIT');
  await stop(server);
});

test('the same seed run again adds all of its persons', async () => {
  const server = await start();
  const before = await count('person');
  // This time beside a running server: the tool joins its database.
  const seed = launchTool(['seed', '--persons', '2500'], { DATA_DIR: dataDir });
  processes.push(seed);
  expect([(await seed.ended).code, seed.output()]).toEqual([0, expect.stringContaining('2500/2500')]);
  await expectConsistent(before + 2_500);
  const verify = launchTool(['audit', 'verify'], { DATA_DIR: dataDir });
  processes.push(verify);
  expect([(await verify.ended).code, verify.output()]).toEqual([0, expect.stringContaining('SOUND')]);
  await stop(server);
});
