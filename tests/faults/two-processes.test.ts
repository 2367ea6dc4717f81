// Two API processes and a worker on one database behave as one: what one of them learns, the others act upon.
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { FIGURES } from '../../server/platform/http/rate-limit.ts';
import { bearer, cookieOf, DEMO_TRAVELLER, send, signIn } from '../support/demo-client.ts';
import {
  launch,
  makeDataFolder,
  type ProductProcess,
  type ServerProcess,
  startServer,
  untilReady,
} from '../support/server-process.ts';

let admin: pg.Client;
let pool: pg.Pool;
let dataDir: string;
let settings: Record<string, string>;
let a: ServerProcess;
let b: ServerProcess;
let worker: ProductProcess;
const name = `izdoo_two_${randomBytes(6).toString('hex')}`;
const processes: ProductProcess[] = [];

const begin = (changes: Record<string, string>): ProductProcess => {
  const one = launch({ ...settings, ...changes });
  processes.push(one);
  return one;
};

const count = async (sql: string): Promise<number> => {
  const { rows } = await pool.query<{ count: number }>(`select count(*)::int as count from ${sql}`);
  return rows[0]?.count ?? 0;
};

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(inject('adminUrl'));
  url.pathname = `/${name}`;
  dataDir = await makeDataFolder();
  settings = { DATA_DIR: dataDir, DATABASE_URL: url.href, DATABASE_POOL: '5' };
  pool = new pg.Pool({ connectionString: url.href, max: 2 });
  // The database is dropped while its last connections still say goodbye.
  pool.on('error', () => undefined);
}, 60_000);

afterAll(async () => {
  for (const one of processes) one.signal('SIGKILL');
  await Promise.all(processes.map((one) => one.ended));
  await pool.end();
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

test('all three start at once on an empty database and folder', { timeout: 180_000 }, async () => {
  worker = begin({ ROLE: 'worker' });
  [a, b] = (await Promise.all([1, 2].map(() => untilReady(begin({ ROLE: 'api' }))))) as [
    ServerProcess,
    ServerProcess,
  ];
  // Each migration ran once and to its end; the demo data is there once.
  expect(await count('_prisma_migrations where finished_at is null or rolled_back_at is not null')).toBe(0);
  const { rows } = await pool.query(
    'select migration_name from _prisma_migrations group by 1 having count(*) > 1',
  );
  expect(rows).toEqual([]);
  expect(await count("audit_event where type = 'seed.run'")).toBe(1);
  expect(await count("person_name where person_name.full = 'Жумабаев Азамат Касымович'")).toBe(1);
  expect(await count('person')).toBe(await count('person_search'));
  // One secret for all: a token of one process opens the other.
  const { token } = await signIn(a.url, 'officer');
  for (const { url } of [a, b]) {
    const { body } = await send(url, 'POST', '/v1/checks', { body: DEMO_TRAVELLER, headers: bearer(token) });
    expect(body.outcome).toBe('HIT');
  }
  expect(await Promise.race([worker.ended, sleep(100, 'lives')])).toBe('lives');
});

describe('sessions', () => {
  const refresh = ({ url }: ServerProcess, cookie: string) =>
    send(url, 'POST', '/v1/sessions/refresh', { headers: { Cookie: cookie } });
  const me = ({ url }: ServerProcess, token: string) =>
    send(url, 'GET', '/v1/me', { headers: bearer(token) });

  test('a refresh token works once, whichever process is asked; a late second use ends the session on both', {
    timeout: 60_000,
  }, async () => {
    const { token, refreshCookie } = await signIn(a.url, 'secondline');
    expect((await me(b, token)).status).toBe(200);
    const [first, second] = await Promise.all([refresh(a, refreshCookie), refresh(b, refreshCookie)]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    const won = first.status === 200 ? first : second;
    const next = await refresh(b, cookieOf(won.headers));
    expect(next.status).toBe(200);
    expect((await me(a, next.body.accessToken)).status).toBe(200);
    await sleep(10_500);
    const stolen = await refresh(b, refreshCookie);
    expect([stolen.status, stolen.body.code]).toEqual([401, 'session-ended']);
    await sleep(1_000);
    for (const one of [a, b]) expect((await me(one, next.body.accessToken)).status).toBe(401);
    expect((await refresh(a, cookieOf(next.headers))).status).toBe(204);
  });

  test('who is dismissed on one process is out on the other', { timeout: 90_000 }, async () => {
    const admin = await signIn(a.url, 'admin');
    const own = await signIn(b.url, 'investigator');
    for (const one of [a, b]) expect((await me(one, own.token)).status).toBe(200);
    const view = await send(a.url, 'GET', `/v1/users/${own.userId}`, { headers: bearer(admin.token) });
    const dismissed = performance.now();
    const change = await send(a.url, 'PATCH', `/v1/users/${own.userId}`, {
      body: { active: false },
      headers: { ...bearer(admin.token), 'If-Match': view.headers.get('etag') ?? '' },
    });
    expect(change.status).toBe(200);
    for (const one of [a, b]) while ((await me(one, own.token)).status === 200) await sleep(20);
    const out = performance.now() - dismissed;
    process.stdout.write(`dismissed user out on both processes after ${Math.round(out)} ms\n`);
    expect(out).toBeLessThan(60_000);
    expect((await refresh(b, own.refreshCookie)).status).toBe(204);
    const back = await send(a.url, 'PATCH', `/v1/users/${own.userId}`, {
      body: { active: true },
      headers: { ...bearer(admin.token), 'If-Match': change.headers.get('etag') ?? '' },
    });
    expect(back.status).toBe(200);
    // Let in again he signs in again: the old session stays ended.
    expect((await me(b, own.token)).status).toBe(401);
  });
});

test('an idempotency key counts once for both, also at the same moment', { timeout: 60_000 }, async () => {
  const { token } = await signIn(a.url, 'investigator');
  const make = ({ url }: ServerProcess, key: string, given: string) =>
    send(url, 'POST', '/v1/persons', {
      body: { sex: 'M', names: [{ type: 'PRIMARY', family: 'Бирөөков', given }] },
      headers: { ...bearer(token), 'Idempotency-Key': key },
    });
  const first = await make(a, 'key-1', 'Бир');
  expect(first.status).toBe(201);
  const again = await make(b, 'key-1', 'Бир');
  expect([again.status, again.body]).toEqual([201, first.body]);
  const other = await make(b, 'key-1', 'Эки');
  expect([other.status, other.body.code]).toEqual([409, 'idempotency-conflict']);

  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => make(index % 2 ? a : b, 'key-2', 'Үч')),
  );
  const made = answers.filter(({ status }) => status === 201);
  expect(made.length).toBeGreaterThan(0);
  expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
  for (const { status } of answers) expect([201, 409, 503]).toContain(status);
  expect(await count("person_name where family = 'Бирөөков'")).toBe(2);
});

test('the figure of a rate limit is one figure for both', { timeout: 60_000 }, async () => {
  const { token } = await signIn(a.url, 'investigator.kz');
  const { points } = FIGURES.search.user;
  const statuses: number[] = [];
  for (let index = 0; index < points + 20; index += 2) {
    const pair = [a, b].map(({ url }) =>
      send(url, 'POST', '/v1/search/persons', { body: {}, headers: bearer(token) }),
    );
    statuses.push(...(await Promise.all(pair)).map(({ status }) => status));
  }
  // An empty question is wrong, and counts all the same.
  expect(new Set(statuses)).toEqual(new Set([422, 429]));
  expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(points);
  expect(statuses.filter((status) => status === 422).length).toBeGreaterThan(points - 10);
});

test('a dead worker keeps no alert alive, and the next one writes what it missed', {
  timeout: 90_000,
}, async () => {
  const { token } = await signIn(a.url, 'officer.kz');
  const outcome = async ({ url }: ServerProcess) =>
    (await send(url, 'POST', '/v1/checks', { body: DEMO_TRAVELLER, headers: bearer(token) })).body.outcome;
  worker.signal('SIGKILL');
  await worker.ended;
  expect(await Promise.all([outcome(a), outcome(b)])).toEqual(['HIT', 'HIT']);
  const { rows } = await pool.query<{ id: string }>(
    `update alert set ends_at = now() + interval '2 s' where person_id in
       (select person_id from identity_document where number = 'AC1234567') returning id`,
  );
  expect(rows).toHaveLength(1);
  await sleep(2_500);
  expect(await Promise.all([outcome(a), outcome(b)])).toEqual(['CLEAR', 'CLEAR']);
  const status = async () => {
    const found = await pool.query<{ status: string }>('select status from alert where id = $1', [
      rows[0]?.id,
    ]);
    return found.rows[0]?.status;
  };
  expect(await status()).toBe('ACTIVE');
  worker = begin({ ROLE: 'worker' });
  await pool.query("select graphile_worker.add_job('expire-alerts')");
  while ((await status()) !== 'EXPIRED') await sleep(200);
});

test('each process stops by itself and leaves the others at work', { timeout: 60_000 }, async () => {
  a.signal('SIGTERM');
  expect(await a.ended).toEqual({ code: 0, signal: null });
  expect((await send(b.url, 'GET', '/readyz')).status).toBe(200);
  const third = await startServer({ ...settings, ROLE: 'api' });
  processes.push(third);
  expect((await send(third.url, 'GET', '/readyz')).status).toBe(200);
  for (const one of [b, third, worker]) {
    one.signal('SIGTERM');
    expect(await one.ended).toEqual({ code: 0, signal: null });
  }
});
