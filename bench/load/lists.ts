// How long passenger lists take on a running demo server: one of 300 lines alone, then many at once, by upload and by asking.
//
//   npm run bench:lists -- --url http://127.0.0.1:8080 --lines 300 --at-once 20 [--out file.jsonl] [--label '…']
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createMix } from '../../server/domain/population/mix.ts';
import { ordinaryTraveller } from '../../server/domain/population/person.ts';
import { createRandom } from '../../server/domain/population/random.ts';
import { DEMO_PASSWORD } from '../../server/features/seed/demo-accounts.ts';
import { loadPopulationTables } from '../../server/platform/name-lists/load.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8080' },
    lines: { type: 'string', default: '300' },
    'at-once': { type: 'string', default: '20' },
    out: { type: 'string' },
    label: { type: 'string', default: '' },
  },
});
const tables = loadPopulationTables();
const mix = createMix(2026);
const two = (value: number) => String(value).padStart(2, '0');
const run = Date.now() % 100_000;

/** Ordinary travellers, and in each list the one wanted person of the demo data. */
function csv(series: number, lines: number): string {
  const rows = Array.from({ length: lines }, (_, index) => {
    if (index === 7) return 'TESTBEK UULU;JENISH;1980-02-15;M;PE7654321;KGZ';
    const person = ordinaryTraveller(createRandom(run * 100 + series, index), tables, mix);
    const { family, given, sex, birth, nationality, documentNumber } = person;
    const date = `${birth.year}-${two(birth.month ?? 1)}-${two(birth.day ?? 1)}`;
    return [family, given, date, sex, documentNumber, nationality].join(';');
  });
  return ['Surname;Given name;DOB;Sex;Passport;Issuing country', ...rows].join('\n');
}

interface List {
  id: string;
  status: string;
  results: { hit: number; possible: number };
}

async function call<T>(path: string, init: RequestInit, token?: string): Promise<T> {
  const headers = { ...(init.headers as object), ...(token && { authorization: `Bearer ${token}` }) };
  const response = await fetch(`${values.url}${path}`, { ...init, headers });
  if (response.status === 429) {
    await sleep(1_000 * Number(response.headers.get('retry-after') ?? 1));
    return call(path, init, token);
  }
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

const { accessToken } = await call<{ accessToken: string }>('/v1/sessions', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ login: 'secondline', password: DEMO_PASSWORD }),
});

/**
 * One officer may ask ten times a second: twenty who look more often wait for the limit and not for their lists.
 * @param beside how many look at the same time
 * @returns milliseconds from the upload to the screened list, up to a look too many
 */
async function timed(series: number, beside = 1): Promise<{ ms: number; hits: number; possible: number }> {
  const form = new FormData();
  const fields = { source: 'API', carrier: 'ZZ', number: String(1 + series), date: '2026-12-01' };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([csv(series, Number(values.lines))]), 'list.csv');
  const started = performance.now();
  let list = await call<List>('/v1/passenger-lists/files', { method: 'POST', body: form }, accessToken);
  while (list.status === 'PARSED') {
    await sleep(150 * beside);
    list = await call<List>(`/v1/passenger-lists/${list.id}`, {}, accessToken);
  }
  return {
    ms: Math.round(performance.now() - started),
    hits: list.results.hit,
    possible: list.results.possible,
  };
}

/** What the server itself has worked so far; without the database. A busy machine makes answers slow and this hardly. */
async function serverCpuSeconds(): Promise<number> {
  const text = await (await fetch(`${values.url}/metrics`)).text();
  return Number(/^izdoo_process_cpu_seconds_total (\S+)$/m.exec(text)?.[1] ?? Number.NaN);
}

const before = loadavg()[0] ?? 0;
await timed(9_000);
const alone = await timed(0);
const cpuBefore = await serverCpuSeconds();
const together = await Promise.all(
  Array.from({ length: Number(values['at-once']) }, (_, index) =>
    timed(index + 1, Number(values['at-once'])),
  ),
);
const report = {
  label: values.label,
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  at: new Date().toISOString(),
  machine: {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model,
    loadBefore: before,
    loadAfter: loadavg()[0],
  },
  lines: Number(values.lines),
  aloneMs: alone.ms,
  atOnce: together.length,
  slowestMs: Math.max(...together.map(({ ms }) => ms)),
  serverCpuMsPerLine:
    Math.round(
      (((await serverCpuSeconds()) - cpuBefore) * 100_000) / (together.length * Number(values.lines)),
    ) / 100,
  fastestMs: Math.min(...together.map(({ ms }) => ms)),
  missedHits: [alone, ...together].filter(({ hits }) => hits === 0).length,
  possiblePerThousand:
    Math.round(
      (together.reduce((sum, one) => sum + one.possible, 0) * 10_000) /
        (together.length * Number(values.lines)),
    ) / 10,
};
console.log(JSON.stringify(report, null, 2));
if (values.out) appendFileSync(values.out, `${JSON.stringify(report)}\n`);
