// One installation through everything that ends a process: Ctrl-C, kill -9, loss of power, a second start. Nothing
// is lost, nothing is left running, and the next start works without a hand on it.
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bearer, DEMO_TRAVELLER, send, signIn } from '../support/demo-client.ts';
import {
  clearAway,
  databaseUrlOf,
  isRunning,
  launch,
  makeDataFolder,
  type ProductProcess,
  postgresOf,
  processesOn,
  type ServerProcess,
  startServer,
  untilReady,
} from '../support/server-process.ts';

let dataDir: string;
let server: ServerProcess;
const started: ProductProcess[] = [];

async function start(): Promise<ServerProcess> {
  server = await startServer({ DATA_DIR: dataDir });
  started.push(server);
  return server;
}

async function query<T>(sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: await databaseUrlOf(dataDir) });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

const ids = async (): Promise<string[]> =>
  (await query<{ id: string }>('select id from person order by id')).map(({ id }) => id);

async function checkHits(): Promise<void> {
  const { token } = await signIn(server.url, 'officer');
  const { body } = await send(server.url, 'POST', '/v1/checks', {
    body: DEMO_TRAVELLER,
    headers: bearer(token),
  });
  expect(body.outcome).toBe('HIT');
}

/** All that a stop in order leaves behind: nothing. */
async function expectNothingLeft(postgres: number | null): Promise<void> {
  expect(postgres).not.toBeNull();
  expect(isRunning(postgres ?? 0)).toBe(false);
  expect(processesOn(dataDir)).toEqual([]);
  expect(existsSync(join(dataDir, 'izdoo.lock'))).toBe(false);
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
}

beforeAll(async () => {
  dataDir = await makeDataFolder();
});
afterAll(() => clearAway(dataDir, started));

test('an empty folder becomes a registry with demo data', { timeout: 180_000 }, async () => {
  await start();
  process.stdout.write(`first start: ${Math.round(server.readyAfter)} ms\n`);
  expect((await ids()).length).toBeGreaterThan(450);
  await checkHits();
});

test('a second server on the same folder is refused in one line, and disturbs nobody', {
  timeout: 60_000,
}, async () => {
  const second = launch({ DATA_DIR: dataDir });
  started.push(second);
  expect((await second.ended).code).toBe(1);
  expect(second.output()).toMatch(/is in use by process \d+: stop it, or set another DATA_DIR\n$/);
  expect(second.output()).not.toContain('    at ');
  await checkHits();
});

test('Ctrl-C stops server and database in order, exit code 0', { timeout: 60_000 }, async () => {
  const postgres = await postgresOf(dataDir);
  server.signal('SIGINT', 'group');
  expect(await server.ended).toEqual({ code: 0, signal: null });
  await expectNothingLeft(postgres);
});

test('a second start finds everything there', { timeout: 60_000 }, async () => {
  await start();
  process.stdout.write(`second start: ${Math.round(server.readyAfter)} ms\n`);
  await checkHits();
});

test('kill -9: the orphaned database is found, every row is there', { timeout: 120_000 }, async () => {
  const { token } = await signIn(server.url, 'investigator');
  const made = await send(server.url, 'POST', '/v1/persons', {
    body: { sex: 'M', names: [{ type: 'PRIMARY', family: 'Сакталганов', given: 'Ырас' }] },
    headers: bearer(token),
  });
  expect(made.status).toBe(201);
  const before = await ids();
  const orphan = await postgresOf(dataDir);
  server.signal('SIGKILL');
  expect((await server.ended).signal).toBe('SIGKILL');
  expect(isRunning(orphan ?? 0)).toBe(true);
  expect(existsSync(join(dataDir, 'izdoo.lock'))).toBe(true);

  await start();
  process.stdout.write(`start after kill -9: ${Math.round(server.readyAfter)} ms\n`);
  expect(await postgresOf(dataDir)).not.toBe(orphan);
  expect(isRunning(orphan ?? 0)).toBe(false);
  expect(await ids()).toEqual(before);
  expect(before).toContain(made.body.id);
  await checkHits();
});

test('loss of power: server and database killed at once', { timeout: 120_000 }, async () => {
  const before = await ids();
  const postgres = (await postgresOf(dataDir)) ?? 0;
  server.signal('SIGKILL');
  process.kill(postgres, 'SIGKILL');
  await server.ended;
  while (isRunning(postgres)) await sleep(20);
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(true);
  await start();
  expect(await ids()).toEqual(before);
  await checkHits();
});

test('a signal in the middle of a start leaves nothing running', { timeout: 120_000 }, async () => {
  server.signal('SIGTERM');
  expect(await server.ended).toEqual({ code: 0, signal: null });
  for (const wait of [300, 900]) {
    const early = launch({ DATA_DIR: dataDir });
    started.push(early);
    await sleep(wait);
    early.signal('SIGINT', 'group');
    const { code, signal } = await early.ended;
    // Before it has asked to be told, the signal ends it as it ends any process: at once.
    expect([code, signal]).toSatisfy(([c, s]: [number | null, string | null]) => c === 0 || s === 'SIGINT');
    expect(processesOn(dataDir)).toEqual([]);
  }
});

test('of two servers that start at the same moment on one folder, one serves', {
  timeout: 120_000,
}, async () => {
  // With a lock that a dead process left: all of them want to take it over.
  await writeFile(join(dataDir, 'izdoo.lock'), JSON.stringify({ pid: 4_000_000, born: '1' }));
  const pair = [1, 2, 3].map(() => launch({ DATA_DIR: dataDir }));
  started.push(...pair);
  const ready = await Promise.allSettled(pair.map((one) => untilReady(one)));
  const serving = ready.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(serving).toHaveLength(1);
  server = serving[0] as ServerProcess;
  for (const one of pair) if (one.pid !== server.pid) expect((await one.ended).code).toBe(1);
  await checkHits();
  const postgres = await postgresOf(dataDir);
  server.signal('SIGTERM');
  expect(await server.ended).toEqual({ code: 0, signal: null });
  await expectNothingLeft(postgres);
});
