// A loss of accuracy shows without labelled data: invented people are looked for by the Latin form of their Cyrillic name.
import { expect, test } from 'vitest';
import { createNameEngine } from '../../domain/names/engine.ts';
import { loadNameTables } from '../../platform/name-tables/name-tables.ts';
import { measureBorder } from './border.ts';
import { inventDistractors } from './distractors.ts';
import type { LabelledPair, LabelledQuery } from './eval-files.ts';
import { shippedPolicy } from './match-policies.ts';
import { createMemoryBackend } from './memory-backend.ts';
import { evaluatePairs } from './pairs.ts';
import { evaluateRetrieval } from './retrieval.ts';

const PEOPLE = 3_000;
const ASKED = 300;

const engine = createNameEngine(loadNameTables());
const policy = shippedPolicy('INVESTIGATOR');
const cyrillic = [...inventDistractors(PEOPLE, 'cyrl')];
const latin = new Map([...inventDistractors(PEOPLE, 'latn')].map((person) => [person.id, person.name]));
const asked = cyrillic.filter(({ id }) => latin.has(id)).slice(0, ASKED);

test('of three thousand people the right one is a candidate, and among the first', async () => {
  const backend = createMemoryBackend(engine);
  const indexed = await backend.load(cyrillic);
  const queries = asked.map(
    ({ id }): LabelledQuery => ({
      qid: id,
      query: latin.get(id) ?? '',
      target: id,
      view: 'cyrl',
      kind: 'passport',
      amb: false,
    }),
  );
  const byId = new Map(cyrillic.map((person) => [person.id, person]));
  const options = { candidateLimit: 300, indexed };
  const byName = await evaluateRetrieval(engine, policy, backend, queries, byId, {
    ...options,
    useBorn: false,
  });
  expect(byName.overall.candidateRecall).toBeGreaterThanOrEqual(0.995);
  expect(byName.overall['recall@10']).toBeGreaterThanOrEqual(0.99);
  expect(byName.overall['recall@1']).toBeGreaterThanOrEqual(0.95);
  const born = await evaluateRetrieval(engine, policy, backend, queries, byId, { ...options, useBorn: true });
  expect(born.overall['recall@1']).toBeGreaterThanOrEqual(0.99);
});

test('a name and its Latin form are told from the names of other people', () => {
  const pairs = asked.flatMap(({ id, name }, at): LabelledPair[] => {
    const other = asked[(at + 1) % asked.length];
    return [
      { a: latin.get(id) ?? '', b: name, match: true, kind: 'same' },
      { a: latin.get(id) ?? '', b: other?.name ?? '', match: false, kind: 'other' },
    ];
  });
  const report = evaluatePairs(engine, policy, pairs, false);
  expect(report.auc).toBeGreaterThanOrEqual(0.995);
  expect(report.bestF1).toBeGreaterThanOrEqual(0.98);
});

test('asked by name and date the border stops whom it would stop by all keys of the name', () => {
  const options = { wanted: 800, travellers: 60, yearOnly: 0.3, crossings: 60 };
  const { wantedStopped, falseAlarms } = measureBorder(engine, shippedPolicy('BORDER'), options);
  const nobody = { ...engine.createDatedNames(), find: () => null };
  const byName = measureBorder(
    { ...engine, createDatedNames: () => nobody },
    shippedPolicy('BORDER'),
    options,
  );
  for (const [disguise, { stopped, strong }] of Object.entries(wantedStopped))
    expect({ disguise, stopped, strong }).toEqual({
      disguise,
      stopped: byName.wantedStopped[disguise]?.stopped,
      strong: byName.wantedStopped[disguise]?.strong,
    });
  expect(falseAlarms).toEqual(byName.falseAlarms);
});
