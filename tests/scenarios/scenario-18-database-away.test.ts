// Scenario 18: with PostgreSQL gone a check is UNAVAILABLE within 3 s, never CLEAR, and is kept on the disk; when the database is
// back, the same process answers again, and what was kept is carried out exactly once.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Express } from 'express';
import request, { type Response } from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { DEMO_PASSWORD } from '../../server/features/seed/demo-accounts.ts';
import { seedDemo } from '../../server/features/seed/service.ts';
import { migrate } from '../../server/platform/database/migrate.ts';
import {
  findBinaries,
  startPostgres,
  stopPostgres,
} from '../../server/platform/database/postgres-process.ts';
import { type DatabaseServer, openServer } from '../../server/platform/database/server.ts';
import { createLogger } from '../../server/platform/logger.ts';
import { projectPath } from '../../server/platform/paths.ts';
import { createRoutes } from '../../server/routes.ts';
import { createServices, type Services } from '../../server/services.ts';
import { DEMO_TRAVELLER } from '../support/demo-client.ts';
import { TEST_SECRET } from '../support/people.ts';
import { clearAway, makeDataFolder, postgresOf } from '../support/server-process.ts';

let dataDir: string;
let postgres: DatabaseServer;
let services: Services;
let app: Express;
let token: string;

beforeAll(async () => {
  dataDir = await makeDataFolder();
  postgres = await openServer({ dataDir, durable: false });
  await migrate(postgres.url, projectPath('prisma', 'migrations'));
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: dataDir, SECRET_KEY: TEST_SECRET });
  services = createServices(config, {
    databaseUrl: postgres.url,
    logger: createLogger('silent'),
    passwordCost: { memoryCost: 1024, timeCost: 1, parallelism: 1 },
  });
  await services.prepare();
  await seedDemo(services);
  services.residentNames.start();
  await services.residentNames.settled();
  app = createApp({
    ...services,
    routes: createRoutes(services),
    authenticate: services.authenticator.authenticate,
  });
  const { body } = await request(app)
    .post('/v1/sessions')
    .send({ login: 'officer', password: DEMO_PASSWORD });
  token = body.accessToken;
}, 120_000);

afterAll(async () => {
  await services.close();
  await clearAway(dataDir, []);
});

const asOfficer = (test: request.Test): request.Test => test.set('Authorization', `Bearer ${token}`);
const check = (body: object): Promise<Response> => asOfficer(request(app).post('/v1/checks')).send(body);
const STRANGER = { family: 'Эчкимов', given: 'Жокбек', birthDate: '1990-01-01' };

/** @returns in which run of PostgreSQL the register of names was filled */
const lifeOfRegister = (): string | undefined => services.residentNames.current()?.position.split('@')[1];

async function stop(): Promise<void> {
  await stopPostgres((await postgresOf(dataDir)) ?? 0);
}

async function startAgain(): Promise<void> {
  const port = Number(new URL(postgres.url).port);
  await startPostgres(await findBinaries(), join(dataDir, 'postgres'), port, false);
}

/** @returns what every answer of the outage must be */
async function expectUnavailable(answer: Promise<Response>, name: string) {
  const started = performance.now();
  const { status, body, headers, text } = await answer;
  expect([name, status, body.code]).toEqual([name, 503, 'unavailable']);
  expect(performance.now() - started, name).toBeLessThan(3_000);
  expect(headers['retry-after']).toBe('5');
  expect(text).not.toMatch(/CLEAR|GREEN|127\.0\.0\.1|ECONN/);
  return body;
}

it('scenario 18: PostgreSQL stopped: UNAVAILABLE for the wanted and the unknown; back: HIT and CLEAR', {
  timeout: 120_000,
}, async () => {
  expect((await check(DEMO_TRAVELLER)).body.outcome).toBe('HIT');
  expect((await check(STRANGER)).body.outcome).toBe('CLEAR');
  const life = lifeOfRegister();
  expect(life).toBeDefined();
  await stop();
  const kept: { checkId: string }[] = [];
  for (let round = 0; round < 3; round += 1) {
    kept.push(await expectUnavailable(check(DEMO_TRAVELLER), 'check of the wanted'));
    kept.push(await expectUnavailable(check(STRANGER), 'check of a stranger'));
  }
  for (const answer of kept) expect(answer).toMatchObject({ outcome: 'UNAVAILABLE', kept: true });
  const spool = join(dataDir, 'unanswered-checks');
  const notes = await readdir(spool);
  expect(notes.sort()).toEqual(kept.map(({ checkId }) => `${checkId}.note`).sort());
  for (const note of notes) expect((await readFile(join(spool, note))).includes(STRANGER.family)).toBe(false);
  await expectUnavailable(asOfficer(request(app).get('/v1/me')), 'a read');
  await expectUnavailable(
    request(app).post('/v1/sessions').send({ login: 'officer', password: DEMO_PASSWORD }),
    'a login',
  );
  const ready = await request(app).get('/readyz');
  expect([ready.status, ready.body.database]).toEqual([503, 'failed']);
  expect((await request(app).get('/healthz')).status).toBe(200);

  await startAgain();
  let answer = await check(DEMO_TRAVELLER);
  for (let waited = 0; answer.status === 503 && waited < 100; waited += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    answer = await check(DEMO_TRAVELLER);
  }
  expect([answer.status, answer.body.outcome]).toEqual([200, 'HIT']);
  expect((await check(STRANGER)).body.outcome).toBe('CLEAR');
  // A started database may be an earlier state of itself: the names in memory are read anew.
  await expect.poll(lifeOfRegister).toSatisfy((now) => now !== undefined && now !== life);

  // Two replays at once, as of two processes over one folder, and a third later: each check stands once.
  const { prisma } = services.database;
  await Promise.allSettled([services.checks.replay(), services.checks.replay()]);
  await services.checks.replay();
  const ids = kept.map(({ checkId }) => checkId);
  const rows = await prisma.borderCheck.findMany({ where: { id: { in: ids } } });
  expect(rows.map(({ outcome, told, origin }) => `${outcome} ${told} ${origin}`).sort()).toEqual([
    ...Array(3).fill('CLEAR UNAVAILABLE REPLAY'),
    ...Array(3).fill('HIT UNAVAILABLE REPLAY'),
  ]);
  expect(rows.every(({ replayedAt }) => replayedAt !== null)).toBe(true);
  expect(await readdir(spool)).toEqual([]);
  const traces = await services.database.pool.query(
    `select from audit_event where type = 'check.run' and subject_id = any($1)`,
    [ids],
  );
  expect(traces.rowCount).toBe(6);
  // Second line hears of what was found late, and of each replay.
  const events = await prisma.borderEvent.findMany({ where: { checkId: { in: ids } } });
  expect(events.filter(({ type }) => type === 'hit.opened').length).toBeGreaterThanOrEqual(3);
  expect(events.filter(({ type }) => type === 'check.replayed').length).toBe(6);
});

it('scenario 18: a caller whom the process does not remember is UNAVAILABLE too, not unknown', {
  timeout: 60_000,
}, async () => {
  const fresh = createServices(services.config, {
    databaseUrl: postgres.url,
    logger: createLogger('silent'),
  });
  const cold = createApp({
    ...fresh,
    routes: createRoutes(fresh),
    authenticate: fresh.authenticator.authenticate,
  });
  await stop();
  try {
    await expectUnavailable(asOfficer(request(cold).post('/v1/checks')).send(STRANGER), 'cold check');
    await expectUnavailable(asOfficer(request(cold).get('/v1/persons')).set('Purpose', 'P1 x'), 'cold list');
  } finally {
    await fresh.close();
    await startAgain();
  }
});
