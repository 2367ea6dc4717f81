// SILENT and CLEAR take the same time: two samples, asked in turn on one machine, whose distributions differ no more than chance
// makes them (two-sample Kolmogorov-Smirnov); names and numbers of both are drawn from the same lists.
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism, loadavg } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectPath } from '../../server/platform/paths.ts';
import { makePerson } from '../support/alert-files.ts';
import { placeAlert } from '../support/sharing.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

const PEOPLE = 60;
const ROUNDS = 20;
/** One in a thousand pairs of equal samples differs by more. */
const ALPHA = 0.001;

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
let token: string;

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
  token = await world.token('KAZ', 'BO1');
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
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
  });
  const text = await answer.text();
  const took = performance.now() - started;
  if (!text.includes('"outcome":"CLEAR"')) throw new Error(text);
  return took;
}

/** The greatest distance between the two empirical distributions. */
function distance(left: readonly number[], right: readonly number[]): number {
  const [a, b] = [left, right].map((sample) => [...sample].sort((x, y) => x - y));
  if (!a || !b) return 1;
  let [i, j, most] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    if ((a[i] ?? 0) <= (b[j] ?? 0)) i += 1;
    else j += 1;
    most = Math.max(most, Math.abs(i / a.length - j / b.length));
  }
  return most;
}

const quantile = (sample: readonly number[], share: number): number => {
  const sorted = [...sample].sort((x, y) => x - y);
  return Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) * 100) / 100;
};

test('the time of an answer does not tell SILENT from CLEAR', async () => {
  const [silent, clear]: [number[], number[]] = [[], []];
  const loadBefore = loadavg()[0];
  for (let index = 0; index < 2 * PEOPLE; index += 1) await timed(traveller(index));
  for (let round = 0; round < ROUNDS; round += 1) {
    // The rate of a booth is limited per minute of the world's clock.
    world.clock.advance(60_000 / 12);
    if (round % 100 === 0) token = await world.token('KAZ', 'BO1');
    for (let pair = 0; pair < PEOPLE; pair += 1) {
      // Who goes first changes, so that nothing that came before is always the other kind.
      const order = (pair + round) % 2 === 0 ? [0, 1] : [1, 0];
      for (const side of order) (side === 1 ? silent : clear).push(await timed(traveller(2 * pair + side)));
    }
  }
  const ks = distance(silent, clear);
  const critical =
    Math.sqrt(-Math.log(ALPHA / 2) / 2) *
    Math.sqrt((silent.length + clear.length) / (silent.length * clear.length));
  const figures = (sample: number[]) => ({
    p10: quantile(sample, 0.1),
    p50: quantile(sample, 0.5),
    p90: quantile(sample, 0.9),
    p99: quantile(sample, 0.99),
  });
  const report = {
    at: new Date().toISOString(),
    machine: { cores: availableParallelism(), loadBefore, loadAfter: loadavg()[0] },
    samples: silent.length,
    silentMs: figures(silent),
    clearMs: figures(clear),
    ks: Math.round(ks * 10_000) / 10_000,
    critical: Math.round(critical * 10_000) / 10_000,
  };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  await mkdir(projectPath('bench', 'border'), { recursive: true });
  await writeFile(
    projectPath('bench', 'border', 'silent-latency.json'),
    `${JSON.stringify(report, null, 2)}\n`,
  );
  const { rows } = await world.database.pool.query<{ outcome: string; count: number }>(
    'select outcome, count(*)::int as count from border_check group by 1 order by 1',
  );
  expect(rows.map(({ outcome }) => outcome)).toEqual(['CLEAR', 'SILENT']);
  expect(ks).toBeLessThan(critical);
});
