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
  const screener = createScreener(engine, { find: answer('names'), findDated: answer('names and dates') });
  const question = (full: string, births: object[], dated?: boolean) =>
    screener.screen({
      match: {
        names: [engine.analyse({ full })],
        births: births as never,
        nationalities: [],
        documents: [],
        nationalIds: [],
      },
      ...{ tokens: ['*'], now: new Date(0), policy: policyOf('duplicate.json'), candidates: 60 },
      least: 'POSSIBLE',
      ...(dated !== undefined && { dated }),
    });
  const born = [{ year: 1980, month: 2, day: 15 }];
  await question('Пробаев Демобек Тестович', born);
  await question('Пробаев Демобек Тестович', born, true);
  // Without a whole date, or with a single word, only the name finds everybody.
  await question('Пробаев Демобек Тестович', [{ year: 1980 }], true);
  await question('Пробаев', born, true);
  expect(asked).toEqual(['names', 'names and dates', 'names', 'names']);
});
