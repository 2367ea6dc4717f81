// SILENT and CLEAR take the same time: two samples, asked in turn of one server, whose distributions differ no more than chance makes
// them. That the comparison could tell is shown in the same run: with three milliseconds planted behind every SILENT it has to.
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectPath } from '../../server/platform/paths.ts';
import { makePerson } from '../support/alert-files.ts';
import { runFacts } from '../support/border-run.ts';
import { agencyId } from '../support/people.ts';
import { placeAlert } from '../support/sharing.ts';
import { type Comparison, compareSamples } from '../support/two-samples.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

const PEOPLE = 60;
const ROUNDS = 20;
const CONTROL_ROUNDS = 8;
/** More than a step of the grid: what is less is swallowed by it, as it should be. */
const PLANTED_MS = 30;
/** One in a thousand pairs of equal samples is less likely by either comparison. */
const ALPHA = 0.001;
/** Whoever guesses by the time alone is right in no more than this share of pairs above a half. */
const MOST_EFFECT = 0.05;

interface Traveller {
  readonly family: string;
  readonly given: string;
  readonly birth: string;
  readonly document: string;
}

const FAMILIES = [
  'Абасов',
  'Беков',
  'Вахидов',
  'Гафуров',
  'Дюшебаев',
  'Ершов',
  'Жолдошев',
  'Зарипов',
  'Ибраимов',
  'Калыков',
];
const GIVEN = ['Бакыт', 'Виктор', 'Дамир', 'Ернар', 'Зафар', 'Леонид'];

/** Odd ones are watched, even ones unknown: every name stands on both sides. */
const traveller = (index: number): Traveller => {
  const pair = index >> 1;
  return {
    family: FAMILIES[pair % FAMILIES.length] ?? '',
    given: GIVEN[Math.floor(pair / FAMILIES.length) % GIVEN.length] ?? '',
    birth: `${index % 2 === 1 ? 1950 : 1985}-0${1 + (pair % 9)}-1${pair % 9}`,
    document: `AN${5_000_000 + index}`,
  };
};

let world: TestWorld;
let server: Server;
let url: string;
let key: string;

beforeAll(async () => {
  world = await createTestWorld();
  for (let index = 1; index < 2 * PEOPLE; index += 2) {
    const personId = await makePerson(world, world.actor('KGZ', 'INV'), traveller(index));
    await placeAlert(world, 'KGZ', personId, { type: 'DISCREET_CHECK' });
  }
  await world.database.pool.query(`update alert set actions_on_hit = '{D1}'`);
  await world.database.pool.query('analyze');
  server = createServer(world.app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/checks`;
  // A machine: an officer may ask ten times a second at most.
  const made = await world.services.apiKeys.create(world.actor('KAZ', 'NAD'), {
    name: 'silent-latency',
    agencyId: agencyId('KAZ', 'BORDER'),
    scopes: ['check.run'],
    expiresAt: new Date(world.clock.now().getTime() + 86_400_000).toISOString(),
  });
  key = made.secret;
}, 600_000);
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await world.close();
});

/** @returns milliseconds until the whole answer was there; reports of the check before are written already */
async function timed({ family, given, birth, document }: Traveller): Promise<number> {
  await world.services.checks.settled();
  const body = JSON.stringify({
    family,
    given,
    birthDate: birth,
    document: { number: document, state: 'KGZ' },
  });
  const started = performance.now();
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body,
  });
  const text = await answer.text();
  const took = performance.now() - started;
  if (!text.includes('"outcome":"CLEAR"')) throw new Error(text);
  return took;
}

const quantile = (sample: readonly number[], share: number): number => {
  const sorted = [...sample].sort((x, y) => x - y);
  return Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) * 100) / 100;
};

const figures = (sample: readonly number[]) => ({
  p10: quantile(sample, 0.1),
  p50: quantile(sample, 0.5),
  p90: quantile(sample, 0.9),
  p99: quantile(sample, 0.99),
});

/** Asks for watched and unknown travellers in turn. */
async function measure(rounds: number) {
  const [silent, clear]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    for (let pair = 0; pair < PEOPLE; pair += 1) {
      // Who goes first changes, so that nothing that came before is always the other kind.
      const order = (pair + round) % 2 === 0 ? [0, 1] : [1, 0];
      for (const side of order) (side === 1 ? silent : clear).push(await timed(traveller(2 * pair + side)));
    }
  }
  return {
    samples: silent.length,
    silentMs: figures(silent),
    clearMs: figures(clear),
    ...compareSamples(silent, clear),
  };
}

/** The database takes longer to keep a SILENT check, as a careless change of the program would make it. */
const PLANT = `
  create function slow_silent() returns trigger language plpgsql as
    'begin perform pg_sleep(${PLANTED_MS / 1_000}); return new; end';
  create trigger slow_silent before insert on border_check for each row
    when (new.outcome = 'SILENT') execute function slow_silent()`;

const differ = ({ ksProbability, mannWhitneyProbability, greater }: Comparison): string[] => [
  ...(ksProbability < ALPHA ? ['Kolmogorov-Smirnov'] : []),
  ...(mannWhitneyProbability < ALPHA ? ['Mann-Whitney'] : []),
  ...(Math.abs(greater - 0.5) > MOST_EFFECT ? ['effect'] : []),
];

test('the comparison itself: equal, shifted, and wider samples with a known answer', () => {
  const evenly = Array.from({ length: 400 }, (_, index) => index / 10);
  expect(compareSamples(evenly, evenly)).toMatchObject({ ks: 0, ksProbability: 1, greater: 0.5 });
  expect(compareSamples([1, 2, 3], [4, 5, 6])).toMatchObject({ ks: 1, greater: 0 });
  // Of sixteen pairs ten are greater on the left, and three are equal.
  expect(compareSamples([1, 3, 4, 5], [1, 2, 3, 3])).toMatchObject({ ks: 0.5, greater: 11.5 / 16 });
  const shifted = compareSamples(
    evenly.map((value) => value + 8),
    evenly,
  );
  expect(differ(shifted)).toEqual(['Kolmogorov-Smirnov', 'Mann-Whitney', 'effect']);
  // Wider on both sides: nobody is mostly greater, and only the shape tells.
  const wider = compareSamples(
    evenly.map((value) => (value - 20) * 1.6 + 20),
    evenly,
  );
  expect(differ(wider)).toEqual(['Kolmogorov-Smirnov']);
});

test('the time of an answer does not tell SILENT from CLEAR', async () => {
  const facts = runFacts();
  for (let index = 0; index < 2 * PEOPLE; index += 1) await timed(traveller(index));
  const real = await measure(ROUNDS);
  await world.database.pool.query(PLANT);
  const planted = await measure(CONTROL_ROUNDS);
  const report = { ...facts(), real, planted: { silentSlowerMs: PLANTED_MS, ...planted } };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  await writeFile(
    projectPath('bench', 'border', 'silent-latency.json'),
    `${JSON.stringify(report, null, 2)}\n`,
  );
  const { rows } = await world.database.pool.query<{ outcome: string }>(
    'select distinct outcome from border_check order by 1',
  );
  expect(rows.map(({ outcome }) => outcome)).toEqual(['CLEAR', 'SILENT']);
  expect(differ(planted)).toEqual(['Kolmogorov-Smirnov', 'Mann-Whitney', 'effect']);
  expect(differ(real)).toEqual([]);
});
