// What must hold of any two names: generated from the tables' own names in every script, from letters, from any text.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadNameTables } from '../../platform/name-tables/name-tables.ts';
import type { AnalysedName } from './analysed-name.ts';
import { createNameEngine } from './engine.ts';

/** `IZDOO_FUZZ_RUNS=20000 npx vitest run server/domain/names/properties.test.ts` looks longer. */
const LONG = Number(process.env['IZDOO_FUZZ_RUNS'] ?? 0);
const runs = (usual: number): number => LONG || usual;

const tables = loadNameTables();
const engine = createNameEngine(tables);
const analyse = (full: string) => engine.analyse({ full });
const odds = (a: string, b: string) => engine.compare(analyse(a), analyse(b)).logOdds;
const shares = (a: string, b: string) => {
  const keys = new Set(engine.indexKeys(analyse(b)));
  return engine.queryKeys(analyse(a)).some(({ key }) => keys.has(key));
};
const readOnce = (text: string) => analyse(text).otherReadings.length === 0;

const spellings = tables.givenNames
  .flatMap((one) => one.spellings.slice(0, 3))
  .filter((one) => one.length > 2);
const families = [...tables.familyNames.keys()];
const given = fc.constantFrom(...spellings);
const family = fc.constantFrom(...families);
const father = fc.constantFrom(
  'Сергеевич',
  'Олегович',
  'Тимурович',
  'Маратовна',
  'Ильич',
  'Sergeevich',
  'Maratovna',
  'Оразұлы',
  'Болот уулу',
  'Həsən oğlu',
  'Т.',
  'К',
  'ибн Омар',
);
/** Names as people have them, in every order the parts may have. */
const realName = fc
  .tuple(family, given, fc.option(father, { nil: '' }), fc.integer({ min: 0, max: 2 }))
  .map(([a, b, c, order]) => [`${a} ${b} ${c}`, `${b} ${c} ${a}`, `${a}, ${b} ${c}`][order]?.trim() ?? a);

const alphabet = 'абвгдеёжзийклмнопрстуфхцчшщыьэюяўқғҳөүәіїєabcdefghijklmnopqrstuvwxyzşçğıöüəžšč';
const word = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 2, maxLength: 12 });
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
/** Two names that are often near each other: a letter changed, two exchanged, one left out. */
const anyName = fc.oneof(name, realName);
const anything = fc.string({ unit: 'binary', maxLength: 400 });

describe('properties', { timeout: LONG ? 3_600_000 : 60_000 }, () => {
  it('never throws on any text and stays within its limits', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        const left = analyse(a);
        const right = analyse(b);
        expect(left.tokens.length).toBeLessThanOrEqual(12);
        expect(engine.indexKeys(left).length).toBeLessThanOrEqual(500);
        const { score: result, logOdds } = engine.compare(left, right);
        expect(result).toBeGreaterThanOrEqual(0);
        expect(result).toBeLessThanOrEqual(1);
        expect(Number.isFinite(logOdds)).toBe(true);
      }),
      { numRuns: runs(400) },
    );
  });

  it('answers in bounded time on the longest and strangest texts', () => {
    const nasty = [
      'щ'.repeat(300),
      'ксюшаx'.repeat(50),
      'a b '.repeat(75),
      'q'.repeat(300),
      '\u0301'.repeat(300),
      'İ'.repeat(300),
    ];
    const started = performance.now();
    for (const a of nasty) for (const b of nasty) engine.compare(analyse(a), analyse(b));
    for (const a of nasty) engine.queryKeys(analyse(a));
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('is symmetric, but for the keyboard layouts that only a query is read with', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        fc.pre(analyse(a).otherReadings.length === 0 && analyse(b).otherReadings.length === 0);
        const there = engine.compare(analyse(a), analyse(b)).logOdds;
        const back = engine.compare(analyse(b), analyse(a)).logOdds;
        expect(Math.abs(there - back)).toBeLessThan(1e-6);
      }),
      { numRuns: runs(300) },
    );
  });

  it('scores without the explanation as with it', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [left, right] = [analyse(a), engine.unpack(engine.pack(analyse(b)))];
        expect(engine.score(left, right)).toBe(engine.compare(left, right).logOdds);
      }),
      { numRuns: runs(200) },
    );
  });

  it('a name is more like itself than like itself with a word replaced', () => {
    fc.assert(
      fc.property(fc.tuple(word, word, word), word, ([a, b, c], other) => {
        const own = `${a} ${b} ${c}`;
        expect(engine.compare(analyse(own), analyse(own)).logOdds).toBeGreaterThanOrEqual(
          engine.compare(analyse(own), analyse(`${a} ${b} ${other}`)).logOdds - 1e-9,
        );
      }),
      { numRuns: runs(300) },
    );
  });

  it('finds every name by its own keys, and a name stored is a name read back', () => {
    fc.assert(
      fc.property(name, (a) => {
        const stored = analyse(a);
        const keys = new Set(engine.indexKeys(stored));
        expect(engine.queryKeys(stored).some(({ key }) => keys.has(key)) || stored.tokens.length === 0).toBe(
          true,
        );
        const back: AnalysedName = engine.unpack(engine.pack(stored));
        expect(back.tokens).toEqual(stored.tokens);
        expect(engine.pack(back)).toBe(engine.pack(stored));
      }),
      { numRuns: runs(300) },
    );
  });

  it('nothing is more like a name than itself, and nothing in it contradicts itself', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        fc.pre(readOnce(a) && readOnce(b));
        const own = engine.compare(analyse(a), analyse(a));
        expect(own.contradiction).toBe(false);
        expect(own.parts.every(({ similarity }) => similarity >= 0.8)).toBe(true);
        expect(own.logOdds).toBeGreaterThanOrEqual(odds(a, b) - 1e-9);
      }),
      { numRuns: runs(300) },
    );
  });

  it('a letter wrong never raises, whichever letter of either part it is', () => {
    fc.assert(
      fc.property(
        family,
        given,
        fc.nat(),
        fc.constantFrom(...'абвгдежзиклмнопрстуabdeiklmnoprstu'),
        (a, b, place, letter) => {
          const whole = `${a}, ${b}`;
          const at = place % whole.length;
          fc.pre(/\p{L}/u.test(whole[at] ?? '') && whole[at]?.toLowerCase() !== letter);
          const wrong = whole.slice(0, at) + letter + whole.slice(at + 1);
          fc.pre(readOnce(whole) && readOnce(wrong));
          // A letter of another script may move the word between two near knots: by less than the order of words does.
          expect(odds(wrong, whole)).toBeLessThanOrEqual(odds(whole, whole) + 0.1);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('the right patronymic never lowers, another one never raises', () => {
    const men = ['Сергеевич', 'Олегович', 'Тимурович', 'Маратович', 'Валентинович', 'Эмильевич'] as const;
    fc.assert(
      fc.property(family, given, fc.constantFrom(...men), fc.constantFrom(...men), (a, b, right, wrong) => {
        fc.pre(right !== wrong && /^\p{Script=Cyrillic}+$/u.test(b));
        const stored = `${a}, ${b} ${right}`;
        const without = odds(`${a}, ${b}`, stored);
        expect(odds(`${a}, ${b} ${right}`, stored)).toBeGreaterThanOrEqual(without);
        expect(odds(`${a}, ${b} ${wrong}`, stored)).toBeLessThan(without);
      }),
      { numRuns: runs(200) },
    );
  });

  it('no mixing of look-alike letters hides a name, however many are exchanged', () => {
    const twin = new Map([...tables.latinLookAlike].filter(([letter]) => /[асеорхуіјѕ]/u.test(letter)));
    const cyrillicName = fc
      .tuple(
        fc.constantFrom(...families.filter((one) => /^[а-яё]{4,}$/iu.test(one))),
        fc.constantFrom(...spellings.filter((one) => /^[а-яё]{3,}$/iu.test(one))),
      )
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(cyrillicName, fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), (plain, choice) => {
        const disguised = [...plain.toLowerCase()]
          .map((letter, at) => (choice[at % 30] ? (twin.get(letter) ?? letter) : letter))
          .join('');
        expect(odds(disguised, plain)).toBeGreaterThan(odds(plain, plain) - 1e-6);
        expect(shares(disguised, plain)).toBe(true);
        expect(shares(plain, disguised)).toBe(true);
        expect(odds(plain, disguised)).toBeGreaterThan(odds(plain, plain) - 1e-6);
      }),
      { numRuns: runs(300) },
    );
  });
});
