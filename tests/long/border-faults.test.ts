// A border under load while its database is frozen, stopped and killed (and comes back by itself) and its server is killed: among the travellers are wanted
// ones whose answer is known, and not one of them may ever be told CLEAR. What was kept is carried out, once.
import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectPath } from '../../server/platform/paths.ts';
import { askCheck, breakDatabase, runFacts, type Told } from '../support/border-run.ts';
import { bearer, send, signIn } from '../support/demo-client.ts';
import {
  clearAway,
  databaseUrlOf,
  makeDataFolder,
  type ProductProcess,
  postgresOf,
  type ServerProcess,
  startServer,
} from '../support/server-process.ts';

/** Of trouble; the soak of a release runs a quarter of an hour. */
const SECONDS = Number(process.env['FAULT_SECONDS'] ?? 90);
const CLIENTS = 4;

let dataDir: string;
let server: ServerProcess;
let key: string;
const processes: ProductProcess[] = [];

interface Planted {
  readonly number: string;
  readonly state: string;
}

async function ask<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: await databaseUrlOf(dataDir) });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

async function start(): Promise<void> {
  server = await startServer({ DATA_DIR: dataDir });
  processes.push(server);
}

beforeAll(async () => {
  dataDir = await makeDataFolder();
  await start();
  const { token } = await signIn(server.url, 'admin');
  const me = await send(server.url, 'GET', '/v1/me', { headers: bearer(token) });
  const made = await send(server.url, 'POST', '/v1/api-keys', {
    body: {
      name: 'faults',
      agencyId: me.body.agency.id,
      scopes: ['check.run'],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    },
    headers: bearer(token),
  });
  key = made.body.secret;
}, 300_000);
afterAll(() => clearAway(dataDir, processes));

/** Wanted everywhere, found by a number that nobody else has. */
const plantedTravellers = () =>
  ask<Planted>(
    `select d.norm_number as number, min(d.issuing_state) as state from identity_document d join alert a using (person_id)
     where a.type in ('ARREST_PROSECUTION', 'ARREST_SENTENCE') and a.status = 'ACTIVE' and '*' = any(a.audience)
       and a.starts_at <= now() and now() < a.ends_at
     group by d.norm_number having count(distinct d.person_id) = 1 limit 60`,
  );

const tally = new Map<string, number>();
const wrong: object[] = [];
const keptIds = new Map<string, boolean>();

function note(planted: boolean, { status, said, kept, checkId }: Told): void {
  const what = `${planted ? 'wanted' : 'ordinary'} ${status} ${said}`;
  tally.set(what, (tally.get(what) ?? 0) + 1);
  if (planted && status === 200 && said !== 'HIT') wrong.push({ status, said, checkId });
  if (kept) keptIds.set(String(checkId), planted);
}

let running = true;

async function client(planted: readonly Planted[], number: number): Promise<void> {
  for (let round = 0; running; round += 1) {
    const isPlanted = round % 5 === number % 5;
    const document = isPlanted
      ? planted[(round * CLIENTS + number) % planted.length]
      : { number: `ZZ${1_000_000 + round * CLIENTS + number}`, state: 'KGZ' };
    const told = await askCheck(server.url, key, { document, checkpoint: `lane ${number}` });
    if (told) {
      note(isPlanted, told);
      continue;
    }
    tally.set('no answer', (tally.get('no answer') ?? 0) + 1);
    await sleep(100);
  }
}

const TROUBLES: Record<string, () => Promise<unknown>> = {
  async 'database frozen for 4 s'() {
    const postgres = await postgresOf(dataDir);
    if (postgres === null) return;
    // The backends, not the postmaster alone: connections stay and nothing comes back.
    const pids = (
      await ask<{ pid: number }>('select pid from pg_stat_activity where backend_type = $1', [
        'client backend',
      ])
    ).map(({ pid }) => pid);
    for (const pid of pids)
      try {
        process.kill(pid, 'SIGSTOP');
      } catch {}
    await sleep(4_000);
    for (const pid of pids)
      try {
        process.kill(pid, 'SIGCONT');
      } catch {}
  },
  'database stopped': () => breakDatabase(dataDir, 'SIGINT'),
  'database killed': () => breakDatabase(dataDir, 'SIGKILL'),
  async 'server killed and started'() {
    server.signal('SIGKILL');
    await server.ended;
    await start();
  },
};

test('not one wanted traveller is told CLEAR, whatever breaks', async () => {
  const planted = await plantedTravellers();
  expect(planted.length).toBeGreaterThan(10);
  const facts = runFacts();
  const clients = Array.from({ length: CLIENTS }, (_, number) => client(planted, number));
  const ends = performance.now() + SECONDS * 1_000;
  const done: string[] = [];
  for (let turn = 0; performance.now() < ends; turn += 1) {
    await sleep(4_000);
    const [name, trouble] = Object.entries(TROUBLES)[turn % Object.keys(TROUBLES).length] ?? [];
    await trouble?.();
    done.push(String(name));
  }
  await sleep(3_000);
  running = false;
  await Promise.all(clients);

  // Everything that was kept is carried out, once, with the answer that is known.
  const ids = [...keptIds.keys()];
  let replayed: { id: string; outcome: string; told: string }[] = [];
  for (let waited = 0; waited < 60 && replayed.length < ids.length; waited += 1) {
    await sleep(1_000);
    replayed = await ask('select id, outcome, told from border_check where id = any($1::uuid[])', [ids]);
  }
  const report = {
    ...facts(),
    seconds: SECONDS,
    troubles: done,
    answers: Object.fromEntries([...tally].sort()),
    wrongClear: wrong.length,
    kept: ids.length,
    replayed: replayed.length,
  };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  await writeFile(projectPath('bench', 'border', 'fault-run.json'), `${JSON.stringify(report, null, 2)}\n`);
  expect(wrong).toEqual([]);
  expect(tally.get('wanted 200 HIT')).toBeGreaterThan(20);
  expect(ids.length).toBeGreaterThan(0);
  expect(replayed.length).toBe(ids.length);
  for (const { id, outcome, told } of replayed) {
    expect(told).toBe('UNAVAILABLE');
    if (keptIds.get(id)) expect([id, outcome]).toEqual([id, 'HIT']);
  }
});
