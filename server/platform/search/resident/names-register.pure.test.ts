// What a register is told of a row is what the row's own keys were made of.
import { expect, test } from 'vitest';
import type { SourceFacts } from '../../../domain/access/scope.ts';
import { createNameEngine } from '../../../domain/names/engine.ts';
import { type SearchAggregate, type SearchBirth, searchRow } from '../../../domain/persons/search-row.ts';
import { loadNameTables } from '../../name-tables/name-tables.ts';
import { datedPerson } from './names-register.ts';

const engine = createNameEngine(loadNameTables());
const KG: SourceFacts = { sourceState: 'KGZ', sourceAgencyId: 'a', sensitivity: 'NORMAL', alertId: null };
const KZ: SourceFacts = { ...KG, sourceState: 'KAZ', sourceAgencyId: 'b' };
const born = (source: SourceFacts, more: Partial<SearchBirth> = {}): SearchBirth => ({
  ...source,
  ...{ year: 1975, month: 3, day: 7, isApproximate: false, yearFrom: null, yearTo: null, ...more },
});
const ranged = { yearFrom: 1970, yearTo: 1978 };

const BIRTHS: Readonly<Record<string, readonly SearchBirth[]>> = {
  none: [],
  'of the same side': [born(KG), born(KZ, { month: null, day: null })],
  'of one side': [born(KZ)],
  'a range of years': [born(KG, { ...ranged, month: null, day: null }), born(KZ)],
  'a date within a range': [born(KG, ranged), born(KZ)],
  approximate: [born(KG, { isApproximate: true }), born(KZ)],
};

test.each(Object.entries(BIRTHS))('dates of birth: %s', (_, births) => {
  const person: SearchAggregate = {
    ...{ id: 'p', version: 1, sex: 'M', ownerAudience: [], mergedIntoId: null, births },
    names: [
      { ...KG, id: '1', type: 'PRIMARY', full: 'Токсобаев Уран' },
      { ...KZ, id: '2', type: 'ALIAS_WEAK', full: 'Bokoev Ermek Uulu' },
    ],
    ...{ nationalities: [], documents: [], nationalIds: [], marks: [], alerts: [] },
    birthPlace: { ...KG, texts: [] },
  };
  const row = searchRow(person, engine);
  if (!row) throw new Error('a person with names has a row');
  const told = datedPerson(row.personId, row);
  expect(told.names.map(({ packed }) => packed)).toEqual(row.names.map(({ packed }) => packed));
  const keys = row.names.flatMap(({ raw }, place) =>
    engine.indexKeys(engine.analyse({ full: raw }), told.births, told.names[place]?.undated ?? false),
  );
  expect(new Set(keys)).toEqual(new Set(row.keys));
});
