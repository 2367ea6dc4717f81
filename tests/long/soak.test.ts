// A quarter of an hour at the border: ordinary travellers, planted ones whose answer is known at every moment, alerts that begin and
// end meanwhile, and PostgreSQL and Meilisearch that are killed and come back. Nobody wanted is told CLEAR, nobody withdrawn alarms,
// every answer stands in the log once, and the process does not grow.
//
//   nice -n 3 npm run test:long -- tests/long/soak.test.ts        (SOAK_SECONDS, SOAK_PERSONS, SOAK_RATE)
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { travellers } from '../../bench/load/travellers.ts';
import { projectPath } from '../../server/platform/paths.ts';
import { type Asked, judge, readLog } from '../support/border-judge.ts';
import { askCheck, breakDatabase, runFacts } from '../support/border-run.ts';
import { bearer, send, signIn } from '../support/demo-client.ts';
import { type Installation, openInstallation } from '../support/installation.ts';
import { hasOwnEngine, startEngine, type TestEngine } from '../support/meilisearch.ts';
import { lawful, type Planted, plannedSteps, plantTravellers } from '../support/planted-travellers.ts';
import { growth, watchProcess } from '../support/process-figures.ts';
import {
  clearAway,
  launchTool,
  makeDataFolder,
  type ProductProcess,
  type ServerProcess,
  startServer,
} from '../support/server-process.ts';

const SECONDS = Number(process.env['SOAK_SECONDS'] ?? 900);
const PERSONS = Number(process.env['SOAK_PERSONS'] ?? 20_000);
/** Checks a second of the stream, of which one in a hundred is of somebody planted. */
const RATE = Number(process.env['SOAK_RATE'] ?? 20);
const BOOTHS = 10;
/** Beside the stream somebody asks for one planted traveller after the other. */
const PROBE_EVERY_MS = 1_000;
const SEARCH_EVERY_MS = 2_000;
const ENGINE_AWAY_MS = 12_000;
/** Shorter than an access token lives. */
const SIGN_IN_EVERY_MS = 8 * 60_000;

let dataDir: string;
let engine: TestEngine | null = null;
let server: ServerProcess;
let installation: Installation;
let key: string;
const processes: ProductProcess[] = [];

const asked: Asked[] = [];
let lost = 0;
let running = true;

beforeAll(async () => {
  dataDir = await makeDataFolder();
  engine = hasOwnEngine ? await startEngine() : null;
  server = await startServer({
    DATA_DIR: dataDir,
    ...(engine && { MEILI_URL: engine.url, MEILI_KEY: engine.key ?? '' }),
  });
  processes.push(server);
  const seed = launchTool(['seed', '--persons', String(PERSONS)], { DATA_DIR: dataDir });
  processes.push(seed);
  if ((await seed.ended).code !== 0) throw new Error(seed.output());
  installation = await openInstallation(dataDir);
  key = await installation.borderKey('DEMO-KAZ-BORDER');
}, 900_000);
afterAll(async () => {
  await installation?.close();
  await clearAway(dataDir, processes);
  await engine?.stop();
}, 120_000);

async function ask(planted: Planted | null, question: object): Promise<void> {
  const told = await askCheck(server.url, key, question);
  if (told) asked.push({ ...told, planted });
  else lost += 1;
}

/** Runs `work` at its times until the load ends; what is late is not made up for. */
async function every(milliseconds: number, work: (round: number) => Promise<void>): Promise<void> {
  for (let round = 0; running; round += 1) {
    const next = performance.now() + milliseconds;
    await work(round);
    await sleep(Math.max(0, next - performance.now()));
  }
}

/** Ordinary travellers, and in every hundredth place somebody planted. */
function booth(number: number, ordinary: readonly object[], planted: readonly Planted[]): Promise<void> {
  return every((1_000 * BOOTHS) / RATE, (round) => {
    const place = round * BOOTHS + number;
    const one = place % 100 === 50 ? planted[Math.floor(place / 100) % planted.length] : undefined;
    return one ? ask(one, one.question) : ask(null, ordinary[place % ordinary.length] ?? {});
  });
}

interface Searched {
  answered: number;
  byEngine: Record<string, number>;
  noAnswer: number;
  wrong: object[];
}

/** A partner's investigator looks for those whose alert is everybody's: found while it is in force, and no longer. */
async function search(planted: readonly Planted[], seen: Searched): Promise<void> {
  const known = planted.filter(({ kind }) => kind !== 'watched');
  let { token } = await signIn(server.url, 'investigator.kz');
  let signedInAt = Date.now();
  await every(SEARCH_EVERY_MS, async (round) => {
    const one = known[round % known.length] as Planted;
    const from = Date.now();
    try {
      if (from - signedInAt > SIGN_IN_EVERY_MS) {
        ({ token } = await signIn(server.url, 'investigator.kz'));
        signedInAt = Date.now();
      }
      const { status, body } = await send(server.url, 'POST', '/v1/search/persons', {
        body: {
          name: one.name,
          birthDate: one.birthDate,
          purpose: { code: 'P1', reference: 'long run' },
        },
        headers: bearer(token),
        patience: 10_000,
      });
      if (status !== 200) throw new Error(`status ${status}`);
      const isThere = body.items.some(({ personId }: { personId: string }) => personId === one.personId);
      seen.answered += 1;
      seen.byEngine[body.engine] = (seen.byEngine[body.engine] ?? 0) + 1;
      if (!lawful(one, from, Date.now()).has(isThere ? 'HIT' : 'CLEAR'))
        seen.wrong.push({ kind: one.kind, isThere, engine: body.engine });
    } catch {
      seen.noAnswer += 1;
    }
  });
}

async function killEngine(): Promise<void> {
  await engine?.kill();
  await sleep(ENGINE_AWAY_MS);
  await engine?.start();
}

const TROUBLES: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['PostgreSQL killed', () => breakDatabase(dataDir, 'SIGKILL')],
  ...(hasOwnEngine ? ([['Meilisearch killed', killEngine]] as const) : []),
  ['PostgreSQL stopped', () => breakDatabase(dataDir, 'SIGINT')],
  ...(hasOwnEngine
    ? ([['both killed', () => Promise.all([killEngine(), breakDatabase(dataDir, 'SIGKILL')])]] as const)
    : []),
];

/** Spreads `work` evenly over the run, from one share of it to another. */
async function spread<T>(
  items: readonly T[],
  [from, to]: readonly [number, number],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  for (const [index, item] of items.entries()) {
    const due = 1_000 * SECONDS * (from + ((to - from) * index) / Math.max(1, items.length - 1));
    await sleep(Math.max(0, began + due - performance.now()));
    await work(item);
  }
}

test('nobody wanted is clear, nobody withdrawn alarms, nothing is lost, nothing grows', {
  timeout: (SECONDS + 900) * 1_000,
}, async () => {
  const facts = runFacts();
  // To plant them takes a while of its own.
  const startsAt = Date.now() + 30_000;
  const planted = await plantTravellers(
    installation,
    (share) => new Date(startsAt + share * SECONDS * 1_000),
  );
  const ordinary = travellers(6_000).filter((_, index) => index % 100 !== 50);
  const since = new Date();
  for (const one of planted) await ask(one, one.question);
  const stopWatching = watchProcess(server.pid, server.url);
  const searched: Searched = { answered: 0, byEngine: {}, noAnswer: 0, wrong: [] };
  const load = [
    ...Array.from({ length: BOOTHS }, (_, number) => booth(number, ordinary, planted)),
    every(PROBE_EVERY_MS, (round) => {
      const one = planted[round % planted.length] as Planted;
      return ask(one, one.question);
    }),
    search(planted, searched),
  ];
  const troubles: { what: string; atSecond: number; seconds: number }[] = [];
  const began = performance.now();
  const rounds = Array.from({ length: Math.max(1, Math.round(SECONDS / 450)) }, () => TROUBLES).flat();
  await Promise.all([
    spread(plannedSteps(installation, planted), [0.05, 0.95], async ([one, take]) => {
      await take();
      await ask(one, one.question);
    }),
    spread(rounds, [0.12, 0.88], async ([what, trouble]) => {
      const at = performance.now();
      await trouble();
      troubles.push({
        what,
        atSecond: Math.round((at - began) / 1_000),
        seconds: Math.round((performance.now() - at) / 100) / 10,
      });
    }),
    sleep(SECONDS * 1_000),
  ]);
  const samples = await stopWatching();
  running = false;
  await Promise.all(load);

  await vi.waitFor(async () => expect(await readdir(join(dataDir, 'unanswered-checks'))).toEqual([]), {
    timeout: 120_000,
    interval: 500,
  });
  const carriedOutAt = Date.now();
  const log = await readLog(installation, since);
  const { wrongClear, wrongAlarm, notOnce, counts } = judge(asked, log, carriedOutAt);
  const answers = asked.filter(({ status }) => status === 200);
  const keptChecks = asked.filter(({ kept }) => kept);
  const grown = growth(samples);
  const report = {
    ...facts(),
    seconds: SECONDS,
    persons: PERSONS,
    rate: RATE,
    engine: engine ? 'Meilisearch beside PostgreSQL' : 'PostgreSQL alone',
    troubles,
    steps: planted.reduce((sum, { changes }) => sum + changes.length, 0),
    checks: asked.length,
    answered: answers.length,
    kept: keptChecks.length,
    noAnswer: lost,
    answers: Object.fromEntries(Object.entries(counts).sort()),
    wrongClear: wrongClear.length,
    wrongAlarm: wrongAlarm.length,
    inTheLogNotOnce: notOnce.length,
    inTheLog: log.checks.size,
    searches: { ...searched, wrong: searched.wrong.length },
    grown,
    samples: samples.filter((_, index) => index % 6 === 0),
  };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  await writeFile(projectPath('bench', 'border', 'soak.json'), `${JSON.stringify(report, null, 2)}\n`);

  expect(wrongClear).toEqual([]);
  expect(wrongAlarm).toEqual([]);
  expect(notOnce).toEqual([]);
  expect(searched.wrong).toEqual([]);
  expect(log.checks.size).toBeLessThanOrEqual(answers.length + keptChecks.length + lost);
  expect(counts['wanted: HIT']).toBeGreaterThan(SECONDS / 20);
  expect(counts['withdrawn: CLEAR']).toBeGreaterThan(SECONDS / 20);
  expect(keptChecks.length).toBeGreaterThan(0);
  expect(searched.answered).toBeGreaterThan(SECONDS / 10);
  // Growth of a short run is that of caches.
  if (SECONDS >= 600) {
    expect(grown.rssMb.last).toBeLessThan(grown.rssMb.middle * 1.15);
    expect(grown.heapFloorMb.last).toBeLessThan(grown.heapFloorMb.middle * 1.25);
    expect(grown.openFiles.last).toBeLessThan(grown.openFiles.middle + 15);
    expect(grown.handles.last).toBeLessThan(grown.handles.middle + 15);
  }
  const verify = launchTool(['audit', 'verify'], { DATA_DIR: dataDir });
  processes.push(verify);
  expect([(await verify.ended).code, verify.output()]).toEqual([0, expect.stringContaining('SOUND')]);
});
