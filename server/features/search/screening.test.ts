import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { MatchPolicy } from '../../domain/matching/policy.ts';
import { createNameEngine } from '../../domain/names/engine.ts';
import { loadNameTables } from '../../platform/name-tables/name-tables.ts';
import { projectPath } from '../../platform/paths.ts';
import { createScreener } from './screening.ts';

const policyOf = (name: string) =>
  JSON.parse(readFileSync(projectPath('search-config', 'match-policies', name), 'utf8')) as MatchPolicy;

const engine = createNameEngine(loadNameTables());

test('among very many, people are sought by names and dates together, also where contradicting dates hide nobody', async () => {
  const asked: string[] = [];
  const answer = (door: string) => async () => {
    asked.push(door);
    return { engine: 'postgres' as const, asOf: '', rows: [], complete: true };
  };
  const answers = answer('names and dates');
  const screener = createScreener(engine, {
    find: answer('names'),
    findDated: answers,
    findManyDated: async ({ questions }) =>
      Promise.all(questions.map(({ keys }) => (keys() === null ? null : answers()))),
  });
  const shared = { tokens: ['*'], now: new Date(0), policy: policyOf('duplicate.json'), candidates: 60 };
  const match = (full: string, births: object[]) => ({
    ...{ names: [engine.analyse({ full })], births: births as never },
    ...{ nationalities: [], documents: [], nationalIds: [] },
  });
  const born = [{ year: 1980, month: 2, day: 15 }];
  const least = 'POSSIBLE';
  await screener.screen({ ...shared, match: match('Пробаев Демобек Тестович', born), least });
  expect(asked.splice(0)).toEqual(['names']);
  const screenings = await screener.screenMany({
    ...{ ...shared, least },
    matches: [
      match('Пробаев Демобек Тестович', born),
      // Without a whole date, or with a single word, only the name finds everybody.
      match('Пробаев Демобек Тестович', [{ year: 1980 }]),
      match('Пробаев', born),
      match('Тестов Демобек', born),
    ],
  });
  expect(screenings).toHaveLength(4);
  expect(asked).toEqual(['names and dates', 'names and dates', 'names', 'names']);
});
