// The evaluation reads files that others wrote, counts as it says it counts, and leaves no database behind.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { createNameEngine } from '../../domain/names/engine.ts';
import { loadNameTables } from '../../platform/name-tables/name-tables.ts';
import { createEvaluationDatabase } from './database-store.ts';
import { parseBorn, readIndexedNames, readPairs, readQueries } from './eval-files.ts';
import { shippedPolicy } from './match-policies.ts';
import { createMemoryBackend } from './memory-backend.ts';
import { middleRank, retrievalFigures, rocArea } from './metrics.ts';
import { evaluatePairs } from './pairs.ts';
import { createPostgresBackend } from './postgres-store.ts';
import { type EvaluationBackend, evaluateRetrieval } from './retrieval.ts';

const engine = createNameEngine(loadNameTables());
const policy = shippedPolicy('INVESTIGATOR');
const folder = mkdtempSync(join(tmpdir(), 'izdoo-eval-files-'));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const index = file(
  'index.jsonl',
  [
    '\uFEFF{"id":"p1","name":"Жумабаев Азамат Касымович","born":"1980-02-15","note":"unknown field"}',
    '',
    '{"id":"p2","name":"Жумабеков Азамат","born":null}\r',
    '{"id":3,"name":"Тестбекова Гүлнара","born":1975}',
  ].join('\n'),
);
const queries = file(
  'queries.jsonl',
  [
    '{"qid":"q1","query":"Jumabayev Azamat","target":"p1","view":"cyrl","kind":"romanised","amb":false}',
    '{"query":"Gulnara Testbekova","target":3,"kind":"romanised"}',
    '{"qid":"q3","query":"Nobody","target":"p1","view":"latn","kind":"other","amb":0}',
  ].join('\n'),
);

test('a byte order mark, blank lines, unknown fields and numbers as ids are read', () => {
  expect([...readIndexedNames(index)].map(({ id, born }) => [id, born])).toEqual([
    ['p1', '1980-02-15'],
    ['p2', null],
    ['3', '1975'],
  ]);
  expect(readQueries(queries, 'cyrl').map(({ qid, target, amb }) => [qid, target, amb])).toEqual([
    ['q1', 'p1', false],
    ['line-2', '3', false],
  ]);
});

test('a broken line is named by file and number', () => {
  expect(() => readPairs(file('broken.jsonl', '{"a":"x","b":"y","match":true}\n\n{"a":"x",'))).toThrow(
    /broken\.jsonl:3: not JSON/,
  );
  expect(() => readPairs(file('field.jsonl', '{"a":"x","match":true}'))).toThrow(/field\.jsonl:1: .*b/);
  expect(() => readPairs(join(folder, 'absent.jsonl'))).toThrow(/absent\.jsonl: no such file/);
});

test('dates of any precision, and nothing else, are dates', () => {
  expect(parseBorn('1980-02-15')).toEqual({ year: 1980, month: 2, day: 15 });
  expect(parseBorn('1980-00-00')).toEqual({ year: 1980 });
  expect(parseBorn('15.02.1980')).toEqual({ year: 1980, month: 2, day: 15 });
  for (const none of ['1980-02-30', '1980-13-01', '15/02/80', 'unknown'])
    expect(parseBorn(none)).toBeUndefined();
});

test('a tie counts at the middle of its ranks', () => {
  expect(middleRank(5, [5, 5, 9])).toBe(3);
  const tied = {
    kind: 'k',
    ambiguous: false,
    candidate: true,
    rank: 1.5,
    dated: false,
    behindNamesake: true,
  };
  expect(retrievalFigures([tied])).toEqual({
    n: 1,
    'recall@1': 0,
    'recall@5': 1,
    'recall@10': 1,
    mrr: 1 / 1.5,
    candidateRecall: 1,
    behindNamesake: 1,
  });
  expect(
    rocArea([
      { score: 1, match: true },
      { score: 1, match: false },
    ]),
  ).toBe(0.5);
});

test('pairs are reported by kind, with birth dates only when asked', () => {
  const pairs = readPairs(
    file(
      'pairs.jsonl',
      [
        '{"a":"Жумабаев Азамат","b":"Jumabayev Azamat","match":true,"kind":"romanised","a_born":"1980-02-15","b_born":"1980-02-15"}',
        '{"a":"Жумабаев Азамат","b":"Testbekova Gulnara","match":false,"kind":"stranger"}',
      ].join('\n'),
    ),
  );
  const report = evaluatePairs(engine, policy, pairs, false);
  expect(report).toMatchObject({ n: 2, auc: 1, bestF1: 1, threshold: policy.bands.possible });
  expect(Object.keys(report.byKind)).toEqual(['romanised', 'stranger']);
  expect(report.falseAlarmsPer1000).toBe(0);
  expect(evaluatePairs(engine, policy, pairs, true).bestThreshold).toBeGreaterThan(report.bestThreshold);
});

async function retrieval(backend: EvaluationBackend) {
  const targets = [...readIndexedNames(index)];
  const byId = new Map(targets.map((target) => [target.id, target]));
  const indexed = await backend.load(targets);
  return evaluateRetrieval(engine, policy, backend, readQueries(queries, 'cyrl'), byId, {
    useBorn: false,
    candidateLimit: 300,
    indexed,
  });
}

test('retrieval finds the same with PostgreSQL as in memory, and its database is gone afterwards', async () => {
  const expected = { n: 2, 'recall@1': 1, 'recall@10': 1, candidateRecall: 1 };
  expect((await retrieval(createMemoryBackend(engine))).unambiguous).toMatchObject(expected);
  const database = await createEvaluationDatabase(inject('adminUrl'));
  const backend = createPostgresBackend(engine, database.url);
  const report = await retrieval(backend);
  await backend.close();
  await database.drop();
  expect(report).toMatchObject({ backend: 'postgres', indexed: 3, unambiguous: expected });
  expect(Object.keys(report.byKind)).toEqual(['romanised']);
  const gone = createPostgresBackend(engine, database.url);
  await expect(gone.load([])).rejects.toThrow(/does not exist/);
  await gone.close();
});
