// Commands that show and measure what the name engine does: `izdoo names …` and `izdoo eval …`.

import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { readConfig } from '../config.ts';
import type { PolicyCode } from '../domain/matching/match.ts';
import { POLICY_CODES } from '../domain/matching/match.ts';
import { createNameEngine } from '../domain/names/engine.ts';
import { createEvaluationDatabase } from '../features/evaluation/database-store.ts';
import { inventDistractors } from '../features/evaluation/distractors.ts';
import { readIndexedNames, readPairs, readQueries } from '../features/evaluation/eval-files.ts';
import { shippedPolicy } from '../features/evaluation/match-policies.ts';
import { createMemoryBackend } from '../features/evaluation/memory-backend.ts';
import { compareSides, evaluatePairs } from '../features/evaluation/pairs.ts';
import { createPostgresBackend } from '../features/evaluation/postgres-store.ts';
import { pairsTable, retrievalTable } from '../features/evaluation/report-tables.ts';
import { type EvaluationBackend, evaluateRetrieval } from '../features/evaluation/retrieval.ts';
import { sampleByKind } from '../features/evaluation/sample.ts';
import { loadNameTables } from '../platform/name-tables/name-tables.ts';

const print = (text: string) => void process.stdout.write(`${text}\n`);

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number is expected');
  return Number(text);
}

const policyOption = () =>
  new Option('--policy <code>', 'match policy').choices([...POLICY_CODES]).default('INVESTIGATOR');

export function registerNameCommands(program: Command): void {
  const names = program.command('names').description('what the name engine makes of names');
  names
    .command('forms')
    .argument('<name>', 'a name in any script and order')
    .description('show how a name is read, which forms it is searched by, and its keys')
    .action(showForms);
  names
    .command('compare')
    .addOption(policyOption())
    .description(
      'read JSON lines {"a","b", optional "a_born","b_born","a_sex","b_sex"} and write {"score","band","reasons"}',
    )
    .action(({ policy }: { policy: PolicyCode }) => compareLines(policy));

  const evaluation = program.command('eval').description('measure the name engine on labelled data');
  evaluation
    .command('pairs')
    .requiredOption('--file <file>', 'pairs.jsonl')
    .option('--json <file>', 'write the report as JSON')
    .option('--use-born', 'count birth dates too', false)
    .addOption(policyOption())
    .description('are two names one person: area under the curve, F1, by kind')
    .action(runPairs);
  evaluation
    .command('retrieval')
    .requiredOption('--index <file>', 'index_*.jsonl: one name per person')
    .requiredOption('--queries <file>', 'queries.jsonl')
    .requiredOption('--view <view>', 'which queries: cyrl or latn')
    .option('--crowd <file>', 'more lines of the index format, wanted by nobody')
    .option('--distractors <n>', 'invented persons to add', wholeNumber, 0)
    .option('--per-kind <k>', 'at most so many queries of a kind', wholeNumber)
    .option('--use-born', 'use the birth date of the query, else the full one of the target', false)
    .addOption(
      new Option('--backend <name>', 'where candidates come from')
        .choices(['postgres', 'memory'])
        .default('postgres'),
    )
    .option('--candidates <n>', 'most candidates scored', wholeNumber, 300)
    .option('--json <file>', 'write the report as JSON')
    .addOption(policyOption())
    .description('does the right person come up: recall at 1, 5, 10, by kind')
    .action(runRetrieval);
}

function showForms(text: string): void {
  const engine = createNameEngine(loadNameTables());
  const name = engine.analyse({ full: text });
  print(
    JSON.stringify(
      {
        tokens: name.tokens,
        otherReadings: name.otherReadings,
        hints: name.hints,
        years: name.years,
        forms: engine.forms(name),
        keyVersion: engine.keyVersion,
        indexKeys: engine.indexKeys(name).length,
        queryKeys: engine.queryKeys(name).length,
      },
      null,
      2,
    ),
  );
}

interface ComparedLine {
  a: string;
  b: string;
  a_born?: string | null;
  b_born?: string | null;
  a_sex?: string | null;
  b_sex?: string | null;
}

async function compareLines(code: PolicyCode): Promise<void> {
  const engine = createNameEngine(loadNameTables());
  const policy = shippedPolicy(code);
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    const pair = JSON.parse(line) as ComparedLine;
    const match = compareSides(
      engine,
      policy,
      { name: String(pair.a), born: pair.a_born, sex: pair.a_sex },
      { name: String(pair.b), born: pair.b_born, sex: pair.b_sex },
    );
    print(
      JSON.stringify({
        score: match.score,
        band: match.band,
        reasons: match.evidence.map(
          ({ feature, code: reason, queryValue, recordValue, similarity, contribution }) => ({
            feature,
            code: reason,
            query: queryValue,
            record: recordValue,
            similarity: round(similarity),
            contribution: round(contribution),
          }),
        ),
        flags: match.flags,
      }),
    );
  }
}

const round = (value: number) => Math.round(value * 1000) / 1000;

function runPairs(options: { file: string; json?: string; useBorn: boolean; policy: PolicyCode }): void {
  const engine = createNameEngine(loadNameTables());
  const report = evaluatePairs(
    engine,
    shippedPolicy(options.policy),
    readPairs(options.file),
    options.useBorn,
  );
  print(pairsTable(report));
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
}

interface RetrievalCommand {
  index: string;
  queries: string;
  view: string;
  crowd?: string;
  distractors: number;
  perKind?: number;
  useBorn: boolean;
  backend: 'postgres' | 'memory';
  candidates: number;
  json?: string;
  policy: PolicyCode;
}

async function runRetrieval(options: RetrievalCommand): Promise<void> {
  const engine = createNameEngine(loadNameTables());
  const targets = readIndexedNames(options.index);
  const queries = sampleByKind(
    readQueries(options.queries).filter((query) => query.view === options.view),
    options.perKind,
  );
  await withBackend(options, engine, async (backend) => {
    const indexed = await backend.load(
      (function* () {
        yield* targets;
        if (options.crowd !== undefined) yield* readIndexedNames(options.crowd);
        yield* inventDistractors(options.distractors, options.view === 'latn' ? 'latn' : 'cyrl');
      })(),
    );
    const byId = new Map(targets.map((target) => [target.id, target]));
    const report = await evaluateRetrieval(engine, shippedPolicy(options.policy), backend, queries, byId, {
      useBorn: options.useBorn,
      candidateLimit: options.candidates,
      indexed,
    });
    print(retrievalTable(report));
    if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
  });
}

async function withBackend(
  options: RetrievalCommand,
  engine: ReturnType<typeof createNameEngine>,
  work: (backend: EvaluationBackend) => Promise<void>,
): Promise<void> {
  if (options.backend === 'memory') {
    await work(createMemoryBackend(engine));
    return;
  }
  const database = await createEvaluationDatabase(readConfig().databaseUrl);
  const backend = createPostgresBackend(engine, database.url);
  try {
    await work(backend);
  } finally {
    await backend.close();
    await database.drop();
  }
}
