// What each adapter of search finds of the same questions, alone and both together (which is what a search with a mirror asks):
//
//   IZDOO_EVAL_DATA=<folder> npx tsx bench/mirror/recall.ts [--view cyrl] [--distractors 10000] [--per-kind 10] [--out <file>.json]
//
// The folder holds index_<view>.jsonl and queries.jsonl as `izdoo eval retrieval` reads them. Nobody in them comes with the project.
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createNameEngine } from '../../server/domain/names/engine.ts';
import { createEvaluationDatabase } from '../../server/features/evaluation/database-store.ts';
import { inventDistractors } from '../../server/features/evaluation/distractors.ts';
import { readIndexedNames, readQueries } from '../../server/features/evaluation/eval-files.ts';
import { shippedPolicy } from '../../server/features/evaluation/match-policies.ts';
import {
  createMeilisearchBackend,
  createUnion,
} from '../../server/features/evaluation/meilisearch-backend.ts';
import { createPostgresBackend } from '../../server/features/evaluation/postgres-store.ts';
import { evaluateRetrieval } from '../../server/features/evaluation/retrieval.ts';
import { sampleByKind } from '../../server/features/evaluation/sample.ts';
import { loadNameTables } from '../../server/platform/name-tables/name-tables.ts';
import { createSearchEngine } from '../../server/platform/search/meilisearch/engine.ts';
import { startEngine } from '../../tests/support/meilisearch.ts';

const { values } = parseArgs({
  options: {
    view: { type: 'string', default: 'cyrl' },
    distractors: { type: 'string', default: '10000' },
    'per-kind': { type: 'string', default: '10' },
    out: { type: 'string' },
  },
});
const folder = process.env['IZDOO_EVAL_DATA'];
if (!folder) throw new Error('IZDOO_EVAL_DATA names no folder with labelled names');
const loadBefore = loadavg()[0];
const names = createNameEngine(loadNameTables());
const database = await createEvaluationDatabase(process.env['DATABASE_URL']);
const engine = await startEngine();
const postgres = createPostgresBackend(names, database.url);
const meilisearch = createMeilisearchBackend(names, engine);
const union = createUnion(postgres, meilisearch);
const targets = [...readIndexedNames(join(folder, `index_${values.view}.jsonl`))];
const queries = sampleByKind(
  readQueries(join(folder, 'queries.jsonl'), values.view),
  Number(values['per-kind']),
);
const indexed = await union.load([
  ...targets,
  ...inventDistractors(Number(values.distractors), values.view === 'latn' ? 'latn' : 'cyrl'),
]);
const byId = new Map(targets.map((target) => [target.id, target]));
const adapters: object[] = [];
for (const backend of [postgres, meilisearch, union]) {
  const options = { useBorn: false, candidateLimit: 300, indexed };
  const report = await evaluateRetrieval(
    names,
    shippedPolicy('INVESTIGATOR'),
    backend,
    queries,
    byId,
    options,
  );
  const { overall, unambiguous, candidatesPerQuery, latencyMs, failures } = report;
  // Who is not among the candidates has no rank.
  const missed = failures.filter(({ rank }) => rank === null).map(({ kind }) => kind);
  adapters.push({
    ...{ backend: backend.name, overall, unambiguous, candidatesPerQuery, latencyMs },
    missed: Object.fromEntries(
      [...new Set(missed)].sort().map((kind) => [kind, missed.filter((one) => one === kind).length]),
    ),
  });
}
const report = {
  at: new Date().toISOString(),
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  engineVersion: await createSearchEngine(engine).version(),
  machine: { cores: availableParallelism(), loadBefore, loadAfter: loadavg()[0] },
  ...{ view: values.view, indexed, questions: queries.length },
  adapters,
};
console.log(JSON.stringify(report, null, 2));
if (values.out) await writeFile(values.out, `${JSON.stringify(report, null, 2)}\n`);
await union.close();
await engine.stop();
await database.drop();
