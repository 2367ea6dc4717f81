// Invented people that nobody looks for, one name each in the script of the view.

import { createMix } from '../../domain/population/mix.ts';
import { generatePerson, type InventedPerson } from '../../domain/population/person.ts';
import { createRandom, reseed } from '../../domain/population/random.ts';
import { loadPopulationTables } from '../../platform/name-lists/load.ts';
import type { IndexedName } from './eval-files.ts';

const SEED = 20_260;
const YEAR = 2026;

/** The same `count` people on every run. */
export function* inventDistractors(count: number, view: 'cyrl' | 'latn'): Generator<IndexedName> {
  if (count === 0) return;
  const tables = loadPopulationTables();
  // Everybody has a second, Latin name, so that each view finds one in its script.
  const mix = { ...createMix(YEAR), oneName: 0, yearOnly: 0 };
  const random = createRandom(SEED);
  let found = 0;
  for (let index = 0; found < count; index++) {
    reseed(random, SEED, index);
    const person = generatePerson(random, tables, mix);
    const name = person.names.find((row) => row.script === (view === 'cyrl' ? 'Cyrl' : 'Latn'));
    if (name === undefined) continue;
    found++;
    yield { id: `invented-${index}`, name: name.full, born: bornOf(person), sex: person.sex };
  }
}

/** YYYY-MM-DD, or as much of it as is known. */
export function bornOf({ birth }: Pick<InventedPerson, 'birth'>): string {
  const parts = [birth.year, birth.month, birth.day].filter((part) => part !== undefined);
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
