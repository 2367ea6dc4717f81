// Measures the name engine on labelled data, keeps the figures, and fails when they fall behind the best so far.
// Real names never leave the data folder: results hold figures and query ids only.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createNameEngine, type NameEngine } from '../../server/domain/names/engine.ts';
import { createEvaluationDatabase } from '../../server/features/evaluation/database-store.ts';
import { inventDistractors } from '../../server/features/evaluation/distractors.ts';
import { readIndexedNames, readPairs, readQueries } from '../../server/features/evaluation/eval-files.ts';
import { shippedPolicy } from '../../server/features/evaluation/match-policies.ts';
import { createMemoryBackend } from '../../server/features/evaluation/memory-backend.ts';
import { evaluatePairs } from '../../server/features/evaluation/pairs.ts';
import { createPostgresBackend } from '../../server/features/evaluation/postgres-store.ts';
import { pairsTable, retrievalTable } from '../../server/features/evaluation/report-tables.ts';
import {
  type EvaluationBackend,
  evaluateRetrieval,
  type RetrievalReport,
} from '../../server/features/evaluation/retrieval.ts';
import { sampleByKind } from '../../server/features/evaluation/sample.ts';
import { loadNameTables } from '../../server/platform/name-tables/name-tables.ts';
import { isSetAside } from './set-aside.ts';

const RESULTS = join(import.meta.dirname, 'results');
/** A figure may fall this far below the best before the run fails: the spread of samples. */
const TOLERANCE = 0.004;

const { values } = parseArgs({
  options: {
    'per-kind': { type: 'string', default: '25' },
    distractors: { type: 'string', default: '50000' },
    backend: { type: 'string', default: 'memory' },
    views: { type: 'string', default: 'cyrl,latn' },
    'use-born': { type: 'boolean', default: false },
    save: { type: 'string' },
  },
});

const data = process.env['IZDOO_EVAL_DATA'];
if (data === undefined || !existsSync(join(data, 'pairs.jsonl'))) {
  console.log('SKIPPED: IZDOO_EVAL_DATA names no folder with pairs.jsonl; nothing was measured');
  process.exit(0);
}

const engine = createNameEngine(loadNameTables());
const policy = shippedPolicy('INVESTIGATOR');
const figures: Record<string, number> = {};
const details: Record<string, unknown> = {};

const pairs = readPairs(join(data, 'pairs.jsonl'));
for (const [part, keep] of [
  ['tuned', (id: string) => !isSetAside(id)],
  ['set-aside', isSetAside],
] as const) {
  const report = evaluatePairs(
    engine,
    policy,
    pairs.filter((pair) => keep(pair.a_id ?? '')),
    false,
  );
  console.log(`\n== pairs, ${part}\n${pairsTable(report)}`);
  figures[`pairs.${part}.auc`] = report.auc;
  figures[`pairs.${part}.bestF1`] = report.bestF1;
  details[`pairs.${part}`] = report;
}

for (const view of values.views.split(','))
  await measureView(engine, data, view === 'latn' ? 'latn' : 'cyrl');

const run = {
  at: new Date().toISOString(),
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  machine: { cpus: cpus().length, model: cpus()[0]?.model ?? '', load: loadavg() },
  options: values,
  figures,
  details,
};
if (values.save !== undefined)
  writeFileSync(join(RESULTS, `${values.save}.json`), `${JSON.stringify(run, null, 1)}\n`);
process.exitCode = compareWithBest(figures) ? 0 : 1;

async function measureView(names: NameEngine, folder: string, view: 'cyrl' | 'latn'): Promise<void> {
  const targets = [...readIndexedNames(join(folder, `index_${view}.jsonl`))];
  const byId = new Map(targets.map((target) => [target.id, target]));
  const queries = readQueries(join(folder, 'queries.jsonl'), view);
  const database = values.backend === 'postgres' ? await createEvaluationDatabase(undefined) : undefined;
  const backend: EvaluationBackend =
    database === undefined ? createMemoryBackend(names) : createPostgresBackend(names, database.url);
  try {
    const indexed = await backend.load(
      (function* () {
        yield* targets;
        yield* inventDistractors(Number(values.distractors), view);
      })(),
    );
    for (const [part, keep] of [
      ['tuned', (id: string) => !isSetAside(id)],
      ['set-aside', isSetAside],
    ] as const) {
      const sample = sampleByKind(
        queries.filter((query) => keep(query.target)),
        Number(values['per-kind']),
      );
      for (const useBorn of values['use-born'] ? [false, true] : [false]) {
        const options = { useBorn, candidateLimit: 300, indexed };
        const report = await evaluateRetrieval(names, policy, backend, sample, byId, options);
        console.log(`\n== retrieval ${view}, ${part}\n${retrievalTable(report)}`);
        keepFigures(`retrieval.${view}.${part}${useBorn ? '.born' : ''}.${values.distractors}`, report);
      }
    }
  } finally {
    await backend.close();
    await database?.drop();
  }
}

/** Figures of other questions are not compared: how many there are is part of the name. */
function keepFigures(name: string, report: RetrievalReport): void {
  const { n, candidateRecall } = report.unambiguous;
  figures[`${name}.${n}.recall@1`] = report.unambiguous['recall@1'];
  figures[`${name}.${n}.recall@10`] = report.unambiguous['recall@10'];
  figures[`${name}.${n}.candidates`] = candidateRecall;
  if (report.dated.n > 0) figures[`${name}.${report.dated.n}.dated.recall@1`] = report.dated['recall@1'];
  details[name] = report;
}

/** True when no figure is more than the tolerance below the best of the kept results. */
function compareWithBest(now: Readonly<Record<string, number>>): boolean {
  const best: Record<string, number> = {};
  for (const file of existsSync(RESULTS)
    ? readdirSync(RESULTS).filter((name) => name.endsWith('.json'))
    : []) {
    const kept = JSON.parse(readFileSync(join(RESULTS, file), 'utf8')) as {
      figures?: Record<string, number>;
    };
    for (const [name, value] of Object.entries(kept.figures ?? {}))
      best[name] = Math.max(best[name] ?? 0, value);
  }
  const lost = Object.entries(now).filter(([name, value]) => value < (best[name] ?? 0) - TOLERANCE);
  for (const [name, value] of lost)
    console.log(`LOST: ${name} ${value.toFixed(4)}, best so far ${best[name]?.toFixed(4)}`);
  return lost.length === 0;
}
