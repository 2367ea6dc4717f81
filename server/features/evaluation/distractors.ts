// Invented people that nobody looks for, drawn from the frequencies of the name tables.

import type { NameTables } from '../../domain/names/tables.ts';
import { loadNameTables } from '../../platform/name-tables/name-tables.ts';
import type { IndexedName } from './eval-files.ts';

/** The same `count` people on every run; one name each, in the script of the view. */
export function* inventDistractors(count: number, view: 'cyrl' | 'latn'): Generator<IndexedName> {
  if (count === 0) return;
  const tables = loadNameTables();
  const random = createRandom(20_260_101);
  const given = { m: drawer(givenNames(tables, 'm', view)), f: drawer(givenNames(tables, 'f', view)) };
  const family = drawer([...tables.familyNames].map(([name, commonness]) => [name, 2 ** commonness]));
  for (let number = 0; number < count; number++) {
    const sex = random() < 0.7 ? 'm' : 'f';
    const name = `${spell(family(random), view)}${sex === 'f' ? 'а' : ''} ${given[sex](random)}`;
    const year = 1945 + Math.floor(random() * 60);
    const month = 1 + Math.floor(random() * 12);
    const day = 1 + Math.floor(random() * 28);
    const two = (value: number) => String(value).padStart(2, '0');
    yield { id: `invented-${number}`, name, sex, born: `${year}-${two(month)}-${two(day)}` };
  }
}

function spell(word: string, _view: 'cyrl' | 'latn'): string {
  return word;
}

function givenNames(tables: NameTables, sex: 'm' | 'f', view: 'cyrl' | 'latn'): [string, number][] {
  const script = view === 'cyrl' ? /^\p{Script=Cyrillic}+$/u : /^\p{Script=Latin}+$/u;
  return tables.givenNames
    .filter((name) => name.sex === sex)
    .flatMap((name): [string, number][] => {
      const spelling = name.spellings.find((one) => script.test(one));
      return spelling === undefined ? [] : [[spelling, 2 ** name.commonness]];
    });
}

function drawer(weighted: readonly (readonly [string, number])[]): (random: () => number) => string {
  let sum = 0;
  const sums = weighted.map(([, weight]) => {
    sum += weight;
    return sum;
  });
  return (random) => {
    const wanted = random() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return weighted[low]?.[0] ?? '';
  };
}

/** Mulberry32: small, fast, the same on every machine. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
