// Commands that measure the name engine: `izdoo eval pairs`, `eval retrieval` and `eval border`.

import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Config, readConfig } from '../config.ts';
import type { PolicyCode } from '../domain/matching/match.ts';
import { createNameEngine, type NameEngine } from '../domain/names/engine.ts';
import { measureBorder } from '../features/evaluation/border.ts';
import { createEvaluationDatabase } from '../features/evaluation/database-store.ts';
import { inventDistractors } from '../features/evaluation/distractors.ts';
import { readIndexedNames, readPairs, readQueries } from '../features/evaluation/eval-files.ts';
import { BadInput } from '../features/evaluation/json-lines.ts';
import { shippedPolicy } from '../features/evaluation/match-policies.ts';
import { createMeilisearchBackend, createUnion } from '../features/evaluation/meilisearch-backend.ts';
import { createMemoryBackend } from '../features/evaluation/memory-backend.ts';
import { evaluatePairs } from '../features/evaluation/pairs.ts';
import { createPostgresBackend } from '../features/evaluation/postgres-store.ts';
import { borderTable, pairsTable, retrievalTable } from '../features/evaluation/report-tables.ts';
import { type EvaluationBackend, evaluateRetrieval } from '../features/evaluation/retrieval.ts';
import { sampleByKind } from '../features/evaluation/sample.ts';
import { loadNameTables } from '../platform/name-tables/name-tables.ts';
import { UsageError } from './context.ts';
import { policyOption, print } from './names.ts';

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number is expected');
  return Number(text);
}

function atLeastOne(text: string): number {
  const value = wholeNumber(text);
  if (value === 0) throw new InvalidArgumentError('a whole number from 1 is expected');
  return value;
}

function share(text: string): number {
  const value = Number(text);
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError('a share from 0 to 1 is expected');
  return value;
}

export function registerEvaluationCommands(program: Command): void {
  const evaluation = program.command('eval').description('measure the name engine on labelled data');
  evaluation
    .command('pairs')
    .requiredOption(
      '--file <file>',
      'JSON lines {"a","b","match"} with optional kind, a_born, b_born, a_sex, b_sex',
    )
    .option('--json <file>', 'write the report as JSON')
    .option('--use-born', 'count birth dates too', false)
    .addOption(policyOption())
    .description('are two names one person: area under the curve, F1, by kind')
    .action(reporting(runPairs));
  evaluation
    .command('retrieval')
    .requiredOption(
      '--index <file>',
      'JSON lines {"id","name"} with optional born: the people who are looked for',
    )
    .requiredOption(
      '--queries <file>',
      'JSON lines {"query","target"} with optional qid, view, kind, amb, born',
    )
    .requiredOption('--view <view>', 'which queries: those whose view is this one, or who have none')
    .option('--crowd <file>', 'more lines of the index format, wanted by nobody')
    .option('--distractors <n>', 'invented persons to add, in the script of the view', wholeNumber, 0)
    .option('--per-kind <k>', 'at most so many queries of a kind', atLeastOne)
    .option('--use-born', 'use the birth date of the query, else the full one of the target', false)
    .addOption(
      new Option('--backend <name>', 'where candidates come from')
        .choices(['postgres', 'memory', 'meilisearch', 'union'])
        .default('postgres'),
    )
    .option('--candidates <n>', 'most candidates scored', atLeastOne, 300)
    .option('--json <file>', 'write the report as JSON')
    .addOption(policyOption())
    .description('does the right person come up: recall at 1, 5, 10, by kind')
    .action(reporting(runRetrieval));
  evaluation
    .command('border')
    .option('--wanted <n>', 'invented persons in the register', wholeNumber, 100_000)
    .option('--travellers <n>', 'ordinary travellers', wholeNumber, 10_000)
    .option('--crossings <n>', 'wanted persons who cross under another spelling', wholeNumber, 2_000)
    .option('--year-only <share>', 'share of the wanted of whom only the year of birth is known', share, 0)
    .option('--json <file>', 'write the report as JSON')
    .addOption(policyOption().default('BORDER'))
    .description('how many ordinary travellers are stopped, and how many of the wanted')
    .action(reporting(runBorder));
}

/** Input that cannot be read is the caller's mistake: a sentence and exit code 2, no stack. */
function reporting<T extends { json?: string }>(run: (options: T) => unknown | Promise<unknown>) {
  return async (options: T): Promise<void> => {
    try {
      // Before the work: an hour's figures must not be lost to a folder that does not exist.
      if (options.json !== undefined && !existsSync(dirname(options.json)))
        throw new UsageError(`${options.json}: no such folder`);
      const report = await run(options);
      if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
    } catch (error) {
      throw error instanceof BadInput ? new UsageError(error.message) : error;
    }
  };
}

const createEngine = () => createNameEngine(loadNameTables());

function runPairs(options: { file: string; json?: string; useBorn: boolean; policy: PolicyCode }) {
  const policy = shippedPolicy(options.policy);
  const pairs = readPairs(options.file);
  if (pairs.length === 0) throw new BadInput(`${options.file}: no pairs`);
  const matches = pairs.filter(({ match }) => match).length;
  if (matches === 0 || matches === pairs.length)
    process.stderr.write('all pairs have one label: there is no area under a curve\n');
  const report = evaluatePairs(createEngine(), policy, pairs, options.useBorn);
  print(pairsTable(report));
  return report;
}

interface RetrievalCommand {
  index: string;
  queries: string;
  view: string;
  crowd?: string;
  distractors: number;
  perKind?: number;
  useBorn: boolean;
  backend: 'postgres' | 'memory' | 'meilisearch' | 'union';
  candidates: number;
  json?: string;
  policy: PolicyCode;
}

async function runRetrieval(options: RetrievalCommand) {
  const engine = createEngine();
  const targets = [...readIndexedNames(options.index)];
  const queries = sampleByKind(readQueries(options.queries, options.view), options.perKind);
  if (queries.length === 0) throw new BadInput(`${options.queries}: no query of the view "${options.view}"`);
  if (targets.length === 0) throw new BadInput(`${options.index}: no names`);
  const byId = new Map(targets.map((target) => [target.id, target]));
  const lost = queries.filter((query) => !byId.has(query.target)).length;
  if (lost > 0)
    process.stderr.write(`${lost} queries name a target that is not in the index; they count as not found\n`);
  return withBackend(options, engine, async (backend) => {
    const indexed = await backend.load(
      (function* () {
        yield* targets;
        if (options.crowd !== undefined) yield* readIndexedNames(options.crowd);
        yield* inventDistractors(options.distractors, options.view === 'latn' ? 'latn' : 'cyrl');
      })(),
    );
    const report = await evaluateRetrieval(engine, shippedPolicy(options.policy), backend, queries, byId, {
      useBorn: options.useBorn,
      candidateLimit: options.candidates,
      indexed,
    });
    print(retrievalTable(report));
    return report;
  });
}

async function withBackend<T>(
  options: RetrievalCommand,
  engine: NameEngine,
  work: (backend: EvaluationBackend) => Promise<T>,
): Promise<T> {
  if (options.backend === 'memory') return work(createMemoryBackend(engine));
  const config = readConfig();
  if (options.backend === 'meilisearch') return closing(meilisearch(config.meili), work);
  const database = await createEvaluationDatabase(config.databaseUrl);
  const postgres = createPostgresBackend(engine, database.url);
  try {
    const backend = options.backend === 'union' ? createUnion(postgres, meilisearch(config.meili)) : postgres;
    return await closing(backend, work);
  } finally {
    await database.drop();
  }

  function meilisearch(address: Config['meili']): EvaluationBackend {
    if (!address) throw new UsageError('MEILI_URL is not set');
    return createMeilisearchBackend(engine, address);
  }
}

async function closing<T>(
  backend: EvaluationBackend,
  work: (backend: EvaluationBackend) => Promise<T>,
): Promise<T> {
  try {
    return await work(backend);
  } finally {
    await backend.close();
  }
}

interface BorderCommand {
  wanted: number;
  travellers: number;
  crossings: number;
  yearOnly: number;
  json?: string;
  policy: PolicyCode;
}

function runBorder({ policy, json: _, ...options }: BorderCommand) {
  const report = measureBorder(createEngine(), shippedPolicy(policy), options);
  print(borderTable(report));
  return report;
}
