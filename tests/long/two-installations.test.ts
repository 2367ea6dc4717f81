// Two installations on one machine, a process and a database each: alerts, a hit and withdrawals through the death of either.
// `EXCHANGE_LOG=docs/examples/exchange-log.txt` keeps the log; docs/examples/two-installations.sh does so.
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HitVerb } from '../../server/domain/hits/vocabulary.ts';
import { newPeer } from '../../server/features/exchange/contract.ts';
import type { HitWords } from '../../server/features/hits/contract.ts';
import { makePerson, plainDraft, publish } from '../support/alert-files.ts';
import { makeWanted } from '../support/border.ts';
import type { TestState } from '../support/people.ts';
import {
  clearAway,
  makeDataFolder,
  type ProductProcess,
  type ServerProcess,
  startServer,
} from '../support/server-process.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

interface Side {
  readonly state: TestState;
  /** What people do: the same services on the same database, without a worker. */
  readonly world: TestWorld;
  readonly settings: Record<string, string>;
  readonly url: string;
  server: ServerProcess;
  peerId: string;
}

const started = Date.now();
const lines: string[] = [];
function log(text: string): void {
  const line = `${((Date.now() - started) / 1000).toFixed(2).padStart(7)} s  ${text}`;
  lines.push(line);
  process.stdout.write(`${line}\n`);
}

const processes: ProductProcess[] = [];
const folders: string[] = [];
let kg: Side;
let kz: Side;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

async function begin(side: Pick<Side, 'settings'>): Promise<ServerProcess> {
  const server = await startServer(side.settings);
  processes.push(server);
  return server;
}

async function makeSide(state: TestState, secret: string): Promise<Side> {
  const world = await createTestWorld({ SECRET_KEY: secret, WEBHOOK_ALLOWED_HOSTS: '127.0.0.1' });
  // The keys of the template belong to another secret.
  await world.database.pool.query('delete from query_key');
  await world.database.pool.query(
    'update app_user set active = false where agency_id in (select id from agency where state <> $1)',
    [state],
  );
  const dataDir = await makeDataFolder();
  folders.push(dataDir);
  const port = await freePort();
  const settings = {
    ...{ DATABASE_URL: world.databaseUrl, SECRET_KEY: secret, DATA_DIR: dataDir, DATABASE_POOL: '8' },
    ...{ PORT: String(port), DEMO_DATA: 'false', WEBHOOK_ALLOWED_HOSTS: '127.0.0.1' },
  };
  const server = await begin({ settings });
  return { state, world, settings, url: `http://127.0.0.1:${port}`, server, peerId: '' };
}

/** The clock of the people is that of the processes. */
const now = (side: Side): TestWorld => {
  side.world.clock.set(new Date());
  return side.world;
};

async function kill(side: Side): Promise<void> {
  side.server.signal('SIGKILL', 'group');
  await side.server.ended;
  log(`${side.state}: kill -9`);
}

async function restart(side: Side): Promise<void> {
  side.server = await begin(side);
  log(`${side.state}: started again`);
}

async function until(what: string, holds: () => Promise<boolean>, limitMs = 60_000): Promise<void> {
  for (const began = Date.now(); !(await holds()); await sleep(100))
    if (Date.now() - began > limitMs) throw new Error(`not within ${limitMs} ms: ${what}`);
}

const rows = async <T extends object>(side: Side, sql: string, values: unknown[] = []): Promise<T[]> =>
  (await side.world.database.pool.query<T>(sql, values)).rows;

async function introduce(here: Side, there: Side): Promise<void> {
  const { exchange } = now(here).services;
  const { publicKey } = await there.world.services.exchange.overview(there.world.actor(there.state, 'SAD'));
  const proposed = await exchange.propose(
    here.world.actor(here.state, 'NAD'),
    newPeer.parse({
      name: `Registry of ${there.state}`,
      states: [there.state],
      address: there.url,
      publicKey,
    }),
  );
  await exchange.takeStep(here.world.actor(here.state, 'SAD'), proposed.id, proposed.version, 'confirm');
  here.peerId = proposed.id;
  log(`${here.state}: proposed ${there.state} (NAD), key compared and confirmed (SAD)`);
}

const FAMILIES = 'Абасов Беков Вахидов Гафуров Дюшебаев Ершов Жолдошев Зарипов Ибраимов Калыков'.split(' ');
let people = 0;
async function publishOne(side: Side): Promise<string> {
  people += 1;
  const personId = await makePerson(now(side), side.world.actor(side.state, 'INV'), {
    family: FAMILIES[people % 10] ?? '',
    given: ['Бакыт', 'Виктор', 'Дамир', 'Ернар', 'Зафар', 'Леонид', 'Чингиз'][people % 7] ?? '',
    birth: `${1930 + people}-0${1 + (people % 9)}-1${people % 9}`,
  });
  return (await publish(side.world, side.state, plainDraft(personId, {}))).id;
}

async function versionOf(side: Side, table: 'alert' | 'hit', id: string): Promise<number> {
  const [row] = await rows<{ version: number }>(side, `select version from ${table} where id = $1`, [id]);
  return row?.version ?? 0;
}

const change = async (id: string, contact: string) =>
  now(kg).services.alerts.changeAlert(kg.world.actor('KGZ', 'CO'), id, await versionOf(kg, 'alert', id), {
    contact24x7: contact,
  });

const withdraw = async (id: string) =>
  now(kg).services.alerts.takeStep(
    kg.world.actor('KGZ', 'CO'),
    id,
    await versionOf(kg, 'alert', id),
    'withdraw',
    {
      reason: 'Decision 12/2026.',
      withdrawal: 'ERROR',
    },
  );

const hitStep = async (side: Side, role: 'BO2' | 'CO', id: string, verb: HitVerb, words: HitWords = {}) => {
  const actor = now(side).actor(side.state, role);
  const done = await side.world.services.hits.takeStep(
    actor,
    id,
    await versionOf(side, 'hit', id),
    verb,
    words,
  );
  log(`${side.state}: hit ${verb} → ${done.status}`);
  return done;
};

const hitAt = async (side: Side, id: string): Promise<string | undefined> =>
  (await rows<{ status: string }>(side, 'select status from hit where id = $1', [id]))[0]?.status;

/** What stands: number, status and contact of every alert of Kyrgyzstan that works. */
const standing = (side: Side) =>
  rows(
    side,
    `select alert_number, status::text, contact_24x7 from alert where owner_state = 'KGZ' and status in ('ACTIVE', 'LOCATED') order by 1`,
  );
const isEqual = async (): Promise<boolean> =>
  JSON.stringify(await standing(kg)) === JSON.stringify(await standing(kz));

async function check(): Promise<{ outcome: string; hitId: string | null }> {
  const officer = await now(kz).token('KAZ', 'BO1');
  const answer = await fetch(`${kz.url}/v1/checks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${officer}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      family: 'Testbekov',
      given: 'Zhenish',
      birthDate: '1980-02-15',
      document: { number: 'AC1234567' },
    }),
  });
  const { outcome } = (await answer.json()) as { outcome: string };
  const [hit] = await rows<{ id: string }>(kz, 'select id from hit order by at desc limit 1');
  return { outcome, hitId: hit?.id ?? null };
}

beforeAll(async () => {
  kg = await makeSide('KGZ', 'first-installation-0123456789-abcdefghijkl');
  kz = await makeSide('KAZ', 'second-installation-9876543210-lkjihgfedcba');
  log('two servers run, each with its database');
});

afterAll(async () => {
  for (const one of processes) one.signal('SIGKILL', 'group');
  await Promise.all(processes.map((one) => one.ended));
  for (const side of [kg, kz]) await side.world.close();
  for (const folder of folders) await clearAway(folder, []);
});

test('nothing is lost, nothing comes twice, a withdrawal goes first, whoever dies in the middle', async () => {
  await introduce(kg, kz);
  await introduce(kz, kg);

  const wanted = await makeWanted(now(kg), {
    family: 'Тестбеков',
    given: 'Жениш',
    birth: '1980-02-15',
    document: 'AC1234567',
  });
  const alerts: string[] = [];
  for (let index = 0; index < 12; index += 1) alerts.push(await publishOne(kg));
  log('KGZ: 13 alerts published');
  await until('13 alerts stand in both', async () => (await standing(kz)).length === 13 && (await isEqual()));
  log('KAZ: 13 alerts work here');

  await kill(kz);
  for (const id of alerts.slice(0, 4)) await change(id, '+996 312 00 00 02');
  log('KGZ: 4 alerts changed');
  for (const id of alerts.slice(2, 6)) await withdraw(id);
  log('KGZ: 4 alerts withdrawn, 2 of them just changed');
  for (let index = 0; index < 3; index += 1) alerts.push(await publishOne(kg));
  log('KGZ: 3 more published');
  // Of a change that is withdrawn before anybody looked nothing is said.
  await until('messages wait', async () => {
    const [row] = await rows<{ waiting: number }>(
      kg,
      `select count(*)::int as waiting from exchange_out_message where status = 'PENDING'`,
    );
    return (row?.waiting ?? 0) >= 9;
  });
  log('KGZ: 2 changes, 4 withdrawals and 3 publications wait for KAZ');
  await restart(kz);
  await until('both stand equal', async () => (await standing(kz)).length === 12 && (await isEqual()));
  log('KAZ: 12 alerts work here, the same as in KGZ');
  const order = await rows<{ kind: string }>(
    kz,
    'select kind from exchange_in_message order by received_at, sequence desc offset 13',
  );
  const first = order.slice(0, 4).map(({ kind }) => kind);
  log(
    `KAZ: came in first: ${first.join(', ')}; then ${order
      .slice(4)
      .map(({ kind }) => kind)
      .join(', ')}`,
  );
  expect(first).toEqual(Array(4).fill('alert.withdrawn'));

  const found = await check();
  const hitId = found.hitId ?? '';
  log(`KAZ: a traveller is checked → ${found.outcome}`);
  expect(found.outcome).toBe('HIT');
  await until('the owner sees the hit', async () => (await hitAt(kg, hitId)) === 'MATCHED');
  log('KGZ: the hit is in the queue of its owners');
  await hitStep(kz, 'BO2', hitId, 'check-identity');
  await hitStep(kz, 'BO2', hitId, 'confirm', { identifiers: ['DOCUMENT', 'FACE'] });
  await until('the owner is asked', async () => (await hitAt(kg, hitId)) === 'OWNER_ASKED');
  await kill(kz);
  await hitStep(kg, 'CO', hitId, 'owner-confirm');
  await kill(kg);
  await restart(kz);
  await restart(kg);
  await until('the border hears the answer', async () => (await hitAt(kz, hitId)) === 'OWNER_CONFIRMED');
  log('KAZ: the owner confirmed');
  await hitStep(kz, 'BO2', hitId, 'act', {
    taken: {
      action: 'ARRESTED',
      at: new Date().toISOString(),
      place: 'Korday',
      officer: '12',
      custodyFacility: 'Post 1',
    },
  });
  const located = async (side: Side) =>
    (
      await rows<{ status: string }>(side, 'select status::text from alert where id = $1', [wanted.alert.id])
    )[0]?.status;
  await until(
    'both know that he was found',
    async () => (await located(kg)) === 'LOCATED' && (await located(kz)) === 'LOCATED',
  );
  log('KGZ: alert LOCATED by the hit; KAZ: the same, told by its keeper');

  const began = Date.now();
  await withdraw(wanted.alert.id);
  log('KGZ: alert withdrawn');
  await until('the withdrawal is there', async () => (await located(kz)) === 'WITHDRAWN');
  const took = Date.now() - began;
  log(`KAZ: alert ended ${took} ms later`);
  const after = await check();
  log(`KAZ: the same traveller is checked → ${after.outcome}`);
  expect(after.outcome).toBe('CLEAR');
  expect(took).toBeLessThan(60_000);

  for (const [from, to] of [
    [kg, kz],
    [kz, kg],
  ] as const) {
    await until(
      'all is delivered',
      async () =>
        (await rows(from, `select 1 from exchange_out_message where status <> 'DELIVERED'`)).length === 0,
    );
    const sent = await rows<{ id: string; sequence: string }>(
      from,
      'select id, sequence from exchange_out_message order by sequence',
    );
    const taken = await rows<{ id: string; sequence: string }>(
      to,
      'select id, sequence from exchange_in_message order by sequence',
    );
    expect(taken).toEqual(sent);
    expect(sent.map(({ sequence }) => Number(sequence))).toEqual(sent.map((_, index) => index + 1));
    log(
      `${from.state} → ${to.state}: ${sent.length} messages sent, ${taken.length} taken, numbers 1 to ${sent.length} without a gap`,
    );
  }
  expect(await isEqual()).toBe(true);
  log('both stand equal');
  const target = process.env['EXCHANGE_LOG'];
  if (target) await writeFile(target, `${lines.join('\n')}\n`);
});
