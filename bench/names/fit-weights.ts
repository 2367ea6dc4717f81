// Fits evidence-weights.tsv: logistic regression over the labelled pairs and the closest wrong candidates of retrieval,
// drawn towards the present weights, signs bounded, knots monotone. The people set aside take no part.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { NameToken } from '../../server/domain/names/analysed-name.ts';
import { observe } from '../../server/domain/names/compare.ts';
import { createNameEngine } from '../../server/domain/names/engine.ts';
import { KNOTS, OBSERVATIONS } from '../../server/domain/names/evidence.ts';
import { inventDistractors } from '../../server/features/evaluation/distractors.ts';
import { readIndexedNames, readPairs, readQueries } from '../../server/features/evaluation/eval-files.ts';
import { createMemoryIndex } from '../../server/features/evaluation/memory-index.ts';
import { sampleByKind } from '../../server/features/evaluation/sample.ts';
import { loadNameTables } from '../../server/platform/name-tables/name-tables.ts';
import { projectPath } from '../../server/platform/paths.ts';
import { isSetAside } from './set-aside.ts';

const { values } = parseArgs({
  options: {
    'per-kind': { type: 'string', default: '20' },
    distractors: { type: 'string', default: '20000' },
    ridge: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '300' },
    write: { type: 'boolean', default: false },
  },
});
const data = process.env['IZDOO_EVAL_DATA'];
if (data === undefined) throw new Error('IZDOO_EVAL_DATA names no folder');

/** Observations of one comparison, sparse. */
interface Example {
  readonly indexes: Int32Array;
  readonly amounts: Float64Array;
  readonly match: boolean;
  readonly weight: number;
}

const tables = loadNameTables();
const engine = createNameEngine(tables);
const examples: Example[] = [];

function add(
  query: readonly NameToken[],
  stored: readonly NameToken[],
  match: boolean,
  weight: number,
): void {
  const found = new Map<number, number>();
  const tally = {
    add: (index: number, amount: number) => void found.set(index, (found.get(index) ?? 0) + amount),
  };
  if (!observe(tables, query, stored, tally, undefined)) return;
  examples.push({
    indexes: Int32Array.from(found.keys()),
    amounts: Float64Array.from(found.values()),
    match,
    weight,
  });
}

for (const pair of readPairs(join(data, 'pairs.jsonl'))) {
  if (isSetAside(pair.a_id ?? '')) continue;
  const query = engine.analyse({ full: pair.a });
  if (query.otherReadings.length === 0)
    add(query.tokens, engine.analyse({ full: pair.b }).tokens, pair.match, 1);
}
const fromPairs = examples.length;
for (const view of ['cyrl', 'latn'] as const) addRetrieval(data, view);
console.log(`${fromPairs} pairs and ${examples.length - fromPairs} candidates`);

/** The right person and the two wrong ones that score highest, as retrieval meets them. */
function addRetrieval(folder: string, view: 'cyrl' | 'latn'): void {
  const ids: string[] = [];
  const packed: string[] = [];
  const keys: Int32Array[] = [];
  const load = (person: { id: string; name: string }) => {
    const name = engine.analyse({ full: person.name });
    ids.push(person.id);
    packed.push(engine.pack(name));
    keys.push(Int32Array.from(engine.indexKeys(name)));
  };
  for (const person of readIndexedNames(join(folder, `index_${view}.jsonl`))) load(person);
  for (const person of inventDistractors(Number(values.distractors), view)) load(person);
  const index = createMemoryIndex(keys);
  const queries = readQueries(join(folder, 'queries.jsonl'), view).filter(
    (query) => !isSetAside(query.target),
  );
  for (const query of sampleByKind(queries, Number(values['per-kind']))) {
    const asked = engine.analyse({ full: query.query });
    if (asked.otherReadings.length > 0 || query.amb) continue;
    const found = index.find(engine.queryKeys(asked), 100).found.map((at) => {
      const stored = engine.unpack(packed[at] as string);
      return { own: ids[at] === query.target, stored, odds: engine.score(asked, stored) };
    });
    const wrong = found.filter((one) => !one.own).sort((a, b) => b.odds - a.odds);
    const right = found.find((one) => one.own);
    if (right === undefined) continue;
    add(asked.tokens, right.stored.tokens, true, 0.5);
    // A full namesake teaches nothing: no name tells him apart.
    for (const one of wrong.slice(0, 2))
      if (one.odds < right.odds - 1e-6 || one.odds > right.odds + 1e-6)
        add(asked.tokens, one.stored.tokens, false, 0.5);
  }
}

const start = Float64Array.from(tables.evidence);
const weights = Float64Array.from(start);
const ridge = Number(values.ridge);
const { lower, upper } = bounds();
const step = new Float64Array(weights.length);
for (const { indexes, amounts, weight } of examples)
  indexes.forEach((index, at) => {
    step[index] = (step[index] as number) + weight * (amounts[at] as number) ** 2;
  });

for (let round = 0; round < Number(values.rounds); round++) {
  const gradient = new Float64Array(weights.length);
  let loss = 0;
  for (const { indexes, amounts, match, weight } of examples) {
    let odds = 0;
    for (let at = 0; at < indexes.length; at++)
      odds += (weights[indexes[at] as number] as number) * (amounts[at] as number);
    const chance = 1 / (1 + Math.exp(-odds));
    loss -= weight * Math.log(Math.max(1e-12, match ? chance : 1 - chance));
    const error = weight * (chance - (match ? 1 : 0));
    for (let at = 0; at < indexes.length; at++) {
      const index = indexes[at] as number;
      gradient[index] = (gradient[index] as number) + error * (amounts[at] as number);
    }
  }
  for (let index = 0; index < weights.length; index++) {
    const drawn = ridge * ((weights[index] as number) - (start[index] as number));
    // A quarter of the examples that have the observation bounds the curvature; several move at once, hence the half.
    const move = ((gradient[index] as number) + drawn) / (0.5 * (step[index] as number) + ridge + 1);
    weights[index] = Math.min(
      upper[index] as number,
      Math.max(lower[index] as number, (weights[index] as number) - move),
    );
  }
  makeMonotone();
  if (round % 50 === 0) console.log(`round ${round}: loss ${loss.toFixed(1)}`);
}

const lines = OBSERVATIONS.map((name, index) => `${name}\t${(weights[index] as number).toFixed(3)}`);
const head =
  '# Weights of the observations of a name comparison, in natural log-odds. Columns: observation, weight.\n';
if (values.write)
  writeFileSync(
    projectPath('search-config', 'name-variants', 'evidence-weights.tsv'),
    `${head}${lines.join('\n')}\n`,
  );
else console.log(lines.join('\n'));

/** What is missing or differs never helps; what agrees never harms. */
function bounds() {
  const low = new Float64Array(weights.length).fill(-9);
  const high = new Float64Array(weights.length).fill(9);
  OBSERVATIONS.forEach((name, index) => {
    if (/missing|differ|other-name$|second-weak/.test(name)) high[index] = 0;
    if (/rare|equivalent|pet-form|:similarity-(1|0\.95)$|^initial$/.test(name)) low[index] = 0.05;
    // Order may change a score by 0.05 at most (scenario 2).
    if (name === 'order-differs') low[index] = -0.1;
  });
  return { lower: low, upper: high };
}

/** A closer word never counts less: neighbours that fall are drawn to their mean. */
function makeMonotone(): void {
  for (const role of ['family', 'given', 'patronymic', 'any']) {
    const first = OBSERVATIONS.indexOf(`${role}:similarity-${KNOTS[0]}`);
    for (let sweep = 0; sweep < KNOTS.length; sweep++)
      for (let at = first; at + 1 < first + KNOTS.length; at++) {
        const [a, b] = [weights[at] as number, weights[at + 1] as number];
        if (a <= b) continue;
        weights[at] = (a + b) / 2;
        weights[at + 1] = (a + b) / 2;
      }
  }
}
