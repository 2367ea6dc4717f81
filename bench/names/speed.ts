// How long the name engine takes, on invented names: two names compared, a name analysed, its keys made; beside another
// checkout of the project when one is named, turn by turn in one run, so that a busy machine is busy for both.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { NameEngine } from '../../server/domain/names/engine.ts';
import { inventDistractors } from '../../server/features/evaluation/distractors.ts';

const NAMES = 4_000;

const { values } = parseArgs({
  options: {
    against: { type: 'string' },
    rounds: { type: 'string', default: '9' },
    save: { type: 'string' },
  },
});

const project = join(import.meta.dirname, '..', '..');
const folders = [project, ...(values.against === undefined ? [] : [resolve(values.against)])];
const engines = await Promise.all(folders.map(engineOf));

async function engineOf(folder: string): Promise<NameEngine> {
  const load = (file: string) => import(pathToFileURL(join(folder, 'server', file)).href);
  const { createNameEngine } = await load('domain/names/engine.ts');
  const { loadNameTables } = await load('platform/name-tables/name-tables.ts');
  return createNameEngine(loadNameTables());
}

const cyrillic = [...inventDistractors(NAMES, 'cyrl')].map(({ name }) => name);
const byId = new Map([...inventDistractors(NAMES, 'latn')].map(({ id, name }) => [id, name]));
/** The Latin spelling of the same invented people. */
const latin = [...inventDistractors(NAMES, 'cyrl')].map(({ id, name }) => byId.get(id) ?? name);

/** Microseconds of processor time, which others' work on the machine does not lengthen as it does the wall clock. */
const clock = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

type Times = Record<'analyse' | 'queryKeys' | 'unpack' | 'scoreOne' | 'scoreStranger' | 'explain', number>;

function measure(engine: NameEngine): Times {
  const timed = (work: (at: number) => unknown) => {
    const started = clock();
    for (let at = 0; at < NAMES; at++) work(at);
    return (clock() - started) / NAMES;
  };
  const asked = latin.map((name) => engine.analyse({ full: name }));
  const packed = cyrillic.map((name) => engine.pack(engine.analyse({ full: name })));
  const stored = packed.map((text) => engine.unpack(text));
  const at = <T>(list: readonly T[], index: number) => list[index % NAMES] as T;
  return {
    analyse: timed((n) => engine.analyse({ full: at(latin, n) })),
    queryKeys: timed((n) => engine.queryKeys(at(asked, n))),
    unpack: timed((n) => engine.unpack(at(packed, n))),
    scoreOne: timed((n) => engine.score(at(asked, n), at(stored, n))),
    scoreStranger: timed((n) => engine.score(at(asked, n), at(stored, n * 37 + 11))),
    explain: timed((n) => engine.compare(at(asked, n), at(stored, n))),
  };
}

const rounds: Times[][] = engines.map(() => []);
for (let round = 0; round < Number(values.rounds); round++)
  engines.forEach((engine, at) => {
    rounds[at]?.push(measure(engine));
  });

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const report = (Object.keys(rounds[0]?.[0] ?? {}) as (keyof Times)[]).map((what) => {
  const [own = 0, other] = rounds.map((times) => median(times.map((one) => one[what])));
  return { what, microseconds: own, ...(other === undefined ? {} : { against: other, ratio: own / other }) };
});
for (const { what, microseconds, against, ratio } of report)
  console.log(
    `${what.padEnd(16)}${microseconds.toFixed(2).padStart(8)} µs` +
      (against === undefined
        ? ''
        : `   other ${against.toFixed(2).padStart(8)} µs   ${ratio?.toFixed(2)} of it`),
  );
if (values.save !== undefined)
  writeFileSync(
    join(import.meta.dirname, 'results', `${values.save}.json`),
    `${JSON.stringify(
      {
        at: new Date().toISOString(),
        commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
        machine: { cpus: cpus().length, model: cpus()[0]?.model ?? '', load: loadavg() },
        names: NAMES,
        report,
      },
      null,
      1,
    )}\n`,
  );
