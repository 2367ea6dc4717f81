// The database of `npm start` is killed under the server: the server starts it again by itself, checks are kept meanwhile and
// carried out once, and nobody else on the folder interferes.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { bearer, DEMO_TRAVELLER, send, signIn } from '../support/demo-client.ts';
import {
  clearAway,
  databaseUrlOf,
  isRunning,
  launch,
  launchTool,
  makeDataFolder,
  type ProductProcess,
  postgresOf,
  processesOn,
  type ServerProcess,
  startServer,
} from '../support/server-process.ts';

let dataDir: string;
let server: ServerProcess;
let token: string;
const processes: ProductProcess[] = [];
const kept: string[] = [];

beforeAll(async () => {
  dataDir = await makeDataFolder();
  server = await startServer({ DATA_DIR: dataDir });
  processes.push(server);
  token = (await signIn(server.url, 'officer')).token;
}, 120_000);
afterAll(() => clearAway(dataDir, processes));

/** @returns what the booth was told; checks that were kept are noted */
async function check(): Promise<string> {
  const { status, body } = await send(server.url, 'POST', '/v1/checks', {
    body: DEMO_TRAVELLER,
    headers: bearer(token),
  });
  const outcome = String(body.outcome);
  expect([status, outcome]).toSatisfy(([code, said]) =>
    code === 503 ? said === 'UNAVAILABLE' : said === 'HIT',
  );
  if (body.kept === true) kept.push(body.checkId);
  return outcome;
}

async function killDatabase(): Promise<number> {
  const postgres = (await postgresOf(dataDir)) ?? 0;
  expect(isRunning(postgres)).toBe(true);
  process.kill(postgres, 'SIGKILL');
  await vi.waitFor(() => expect(isRunning(postgres)).toBe(false), 30_000);
  return postgres;
}

const untilHit = () =>
  vi.waitFor(async () => expect(await check()).toBe('HIT'), { timeout: 60_000, interval: 100 });

/** The figures are measured at most once in five seconds. */
const expectRestarts = (count: number) =>
  vi.waitFor(
    async () =>
      expect((await send(server.url, 'GET', '/metrics')).text).toContain(
        `\nizdoo_database_restarts ${count}\n`,
      ),
    { timeout: 20_000, interval: 200 },
  );

test('a killed database is started again by its owner alone; what was kept is carried out once', {
  timeout: 120_000,
}, async () => {
  expect(await check()).toBe('HIT');
  await expectRestarts(0);
  const dead = await killDatabase();
  // Somebody who starts a second server in this moment is refused all the same.
  const second = launch({ DATA_DIR: dataDir });
  processes.push(second);
  const checks = Array.from({ length: 4 }, () => check());
  expect(await Promise.all(checks)).toContain('UNAVAILABLE');
  await untilHit();
  expect((await second.ended).code).toBe(1);
  expect(second.output()).toContain('is in use by process');
  const postgres = await postgresOf(dataDir);
  expect(postgres).not.toBe(dead);

  // A command beside the server finds the database where it was.
  const tool = launchTool(['reindex'], { DATA_DIR: dataDir });
  processes.push(tool);
  expect([(await tool.ended).code, tool.output()]).toEqual([0, expect.stringContaining('rows made anew')]);

  expect(kept.length).toBeGreaterThan(0);
  const spool = join(dataDir, 'unanswered-checks');
  await vi.waitFor(async () => expect(await readdir(spool)).toEqual([]), { timeout: 30_000 });
  const client = new pg.Client({ connectionString: await databaseUrlOf(dataDir) });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select outcome, told, origin,
         (select count(*)::int from audit_event e where e.type = 'check.run' and e.subject_id = c.id::text) as traces
       from border_check c where id = any($1)`,
      [kept],
    );
    expect(rows).toEqual(
      kept.map(() => ({ outcome: 'HIT', told: 'UNAVAILABLE', origin: 'REPLAY', traces: 1 })),
    );
  } finally {
    await client.end();
  }

  await expectRestarts(1);
  const { body } = await send(server.url, 'GET', '/statusz');
  expect(body.database).toMatchObject({ reachable: true, restarts: 1 });
  expect(Date.parse(body.database.lastRestartAt)).toBeGreaterThan(Date.now() - 120_000);
  expect(server.output()).toContain('PostgreSQL was started again');
});

test('killed again it comes again, and a stop in that moment leaves nothing running', {
  timeout: 120_000,
}, async () => {
  await killDatabase();
  await untilHit();
  await expectRestarts(2);
  await killDatabase();
  server.signal('SIGTERM');
  expect(await server.ended).toEqual({ code: 0, signal: null });
  expect(processesOn(dataDir)).toEqual([]);
  expect(existsSync(join(dataDir, 'izdoo.lock'))).toBe(false);
});
