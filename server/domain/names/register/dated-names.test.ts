// The register in memory finds whom the keys in the database find: generated people, asked for as travellers are.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadNameTables } from '../../../platform/name-tables/name-tables.ts';
import { projectPath } from '../../../platform/paths.ts';
import { daysInMonth, type PartialDate } from '../../dates/partial-date.ts';
import { mayReach } from '../../matching/match-record.ts';
import type { MatchPolicy } from '../../matching/policy.ts';
import type { AnalysedName } from '../analysed-name.ts';
import { createNameEngine } from '../engine.ts';
import type { DatedNames, DatedPerson } from './dated-names.ts';

const tables = loadNameTables();
const engine = createNameEngine(tables);
const border: MatchPolicy = JSON.parse(
  readFileSync(projectPath('search-config', 'match-policies', 'border.json'), 'utf8'),
);
const always = () => true;

const idOf = (number: number) => `019ac0de-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const givens = tables.givenNames.flatMap((one) => one.spellings.slice(0, 2)).filter((one) => one.length > 2);
const families = [...tables.familyNames.keys()];

/** Few names and few days, so that people meet. */
const given = fc.constantFrom(
  ...givens.filter((_, at) => at % 97 === 0).slice(0, 5),
  'Абду',
  'Рахман',
  'Абдурахман',
);
const family = fc.constantFrom(
  ...families.filter((_, at) => at % 211 === 0).slice(0, 5),
  'Тестбек',
  'Тестбеков',
);
const text = fc.oneof(
  fc.tuple(family, given).map((parts) => parts.join(' ')),
  fc.tuple(family, given, given).map((parts) => parts.join(' ')),
  fc.tuple(family, given).map(([one, other]) => `${one} уулу ${other}`),
  fc.tuple(family, given).map(([one, other]) => `${one} ${other.slice(0, 1)}.`),
  given,
);
const date = fc
  .record({
    year: fc.constantFrom(1971, 1980, 1981),
    month: fc.constantFrom(2, 3, 12),
    day: fc.constantFrom(2, 3, 13, 31),
  })
  .map(({ year, month, day }) => ({ year, month, day: Math.min(day, daysInMonth(year, month)) }));
const birth: fc.Arbitrary<PartialDate> = fc.oneof(
  date,
  date.map(({ year }) => ({ year })),
  date.map(({ year, month }) => ({ year, month })),
);
const person = fc.record({
  names: fc.array(fc.record({ text, undated: fc.boolean() }), { minLength: 1, maxLength: 3 }),
  births: fc.array(birth, { maxLength: 2 }),
});
type Made = typeof person extends fc.Arbitrary<infer T> ? T : never;

const dated = ({ names, births }: Made, number: number): DatedPerson => ({
  id: idOf(number),
  names: names.map((name) => ({
    packed: engine.pack(engine.analyse({ full: name.text })),
    undated: name.undated || births.length === 0,
  })),
  births,
});

function keysOf({ names, births }: Made): Set<number> {
  return new Set(
    names.flatMap((name) =>
      engine.indexKeys(engine.analyse({ full: name.text }), births, name.undated || births.length === 0),
    ),
  );
}

/** As a database finds them that knows the keys. */
function byKeys(
  people: readonly Made[],
  asked: AnalysedName,
  births: readonly PartialDate[],
): string[] | null {
  const question = engine.datedKeys(asked, births);
  if (question === null) return null;
  return people.flatMap((one, number) => {
    const own = keysOf(one);
    const isFound =
      question.keys.some(({ key }) => own.has(key)) ||
      (question.near.some(({ key }) => own.has(key)) && question.companions.some((key) => own.has(key)));
    return isFound ? [idOf(number)] : [];
  });
}

const numberOf = (id: string) => Number.parseInt(id.slice(-12), 16);
const namesOf = ({ names }: Made) =>
  names.map((name) => engine.unpack(engine.pack(engine.analyse({ full: name.text }))));

const registerOf = (people: readonly Made[]) => {
  const register = engine.createDatedNames();
  for (const [number, one] of people.entries()) register.put(dated(one, number));
  return register;
};
const asked = (full: string) => engine.analyse({ full });
const named = (...texts: string[]) => texts.map((one) => ({ text: one, undated: false }));

describe('the register of names and dates', () => {
  it('finds everybody who matters of whom the keys find, and hardly anybody else', () => {
    let [found, more] = [0, 0];
    const ask = (people: readonly Made[], register: DatedNames, name: AnalysedName, born: PartialDate) => {
      const keyed = byKeys(people, name, [born]);
      const ids = register.find([name], [born], always);
      expect(ids === null).toBe(keyed === null);
      if (ids === null || keyed === null) return;
      // By chance two words with a slip each share keys, too. Whom the register leaves out nobody would have seen.
      const query = { names: [name], births: [born], nationalities: [], documents: [], nationalIds: [] };
      const matters = mayReach(engine, border, query, 'POSSIBLE');
      for (const id of keyed.filter((one) => !ids.includes(one)))
        expect(matters(namesOf(people[numberOf(id)] as Made))).toBe(false);
      found += ids.filter((id) => keyed.includes(id)).length;
      more += ids.filter((id) => !keyed.includes(id)).length;
    };
    const people = fc.array(person, { minLength: 10, maxLength: 25 });
    const questions = fc.array(fc.tuple(text.map(asked), date), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(people, questions, (known, all) => {
        const register = registerOf(known);
        for (const [name, born] of all) ask(known, register, name, born);
      }),
      { numRuns: 60 },
    );
    expect(found).toBeGreaterThan(100);
    expect(more / found).toBeLessThan(0.05);
  });

  it('changes and removes persons, and gives nobody the place of another', () => {
    const born = { year: 1980, month: 2, day: 15 };
    const later = { year: 1991, month: 7, day: 30 };
    const step = fc.record({ number: fc.integer({ min: 0, max: 9 }), to: fc.option(person, { nil: null }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const register = engine.createDatedNames();
        const now = new Map<number, Made>();
        for (const { number, to } of steps) {
          if (to === null) register.remove(idOf(number));
          else register.put(dated({ ...to, births: [number % 2 ? born : later] }, number));
          if (to === null) now.delete(number);
          else now.set(number, to);
        }
        const fresh = engine.createDatedNames();
        for (const [number, to] of now)
          fresh.put(dated({ ...to, births: [number % 2 ? born : later] }, number));
        expect(register.persons).toBe(now.size);
        for (const { text: full } of [...now.values()].flatMap(({ names }) => names))
          for (const day of [born, later])
            expect(register.find([asked(full)], [day], always)?.sort()).toEqual(
              fresh.find([asked(full)], [day], always)?.sort(),
            );
      }),
      { numRuns: 60 },
    );
  });

  it('asks what the names are worth, with all names of a person as they were stored', () => {
    const people = [
      { names: named('Выдуманов Азамат', 'Vydumanov Azamat'), births: [{ year: 1980, month: 2, day: 15 }] },
    ];
    const register = registerOf(people);
    const seen: string[][] = [];
    const refuse = (names: readonly AnalysedName[]) => {
      seen.push(names.map(({ tokens }) => tokens.map((token) => token.text).join(' ')));
      return false;
    };
    expect(register.find([asked('VYDUMANOV AZAMAT')], [{ year: 1980, month: 2, day: 15 }], refuse)).toEqual(
      [],
    );
    expect(seen).toEqual([['выдуманов азамат', 'vydumanov azamat']]);
  });

  it('is not asked without a full date, without a name or with a single word', () => {
    const register = registerOf([]);
    const day = { year: 1980, month: 2, day: 15 };
    expect(register.find([asked('Выдуманов Азамат')], [{ year: 1980 }], always)).toBeNull();
    expect(register.find([asked('Выдуманов Азамат')], [], always)).toBeNull();
    expect(register.find([asked('Выдуманов')], [day], always)).toBeNull();
    expect(register.find([], [day], always)).toBeNull();
    expect(register.find([asked('Выдуманов Азамат')], [day], always)).toEqual([]);
  });
});
