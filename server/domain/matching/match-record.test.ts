// Decisions on invented persons: the rules that bind, the acceptance scenarios, and what added facts may do.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedPolicy } from '../../features/evaluation/match-policies.ts';
import { loadNameTables } from '../../platform/name-tables/name-tables.ts';
import type { PartialDate } from '../dates/partial-date.ts';
import { createNameEngine } from '../names/engine.ts';
import type { NameType, Sex } from '../persons/vocabulary.ts';
import { compareBirthDates } from './birth-evidence.ts';
import type { MatchQuery, MatchRecord } from './match.ts';
import { bandRank, contradictionHides, matchRecord, mayReach, screenRecord } from './match-record.ts';

const engine = createNameEngine(loadNameTables());
const border = shippedPolicy('BORDER');
const investigator = shippedPolicy('INVESTIGATOR');

const date = (text: string): PartialDate => {
  const [year = 0, month, day] = text.split('-').map(Number);
  return { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
};

interface Facts {
  name?: string;
  mrz?: string;
  born?: string;
  sex?: Sex;
  nationality?: string;
  document?: { number: string; state?: string };
  nationalId?: string;
  type?: NameType;
}

const query = (facts: Facts): MatchQuery => ({
  names:
    facts.mrz !== undefined
      ? [engine.analyse({ mrz: facts.mrz })]
      : facts.name === undefined
        ? []
        : [engine.analyse({ full: facts.name })],
  births: facts.born === undefined ? [] : [date(facts.born)],
  nationalities: facts.nationality === undefined ? [] : [facts.nationality],
  documents: facts.document === undefined ? [] : [facts.document],
  nationalIds: facts.nationalId === undefined ? [] : [facts.nationalId],
  ...(facts.sex === undefined ? {} : { sex: facts.sex }),
});

const record = (facts: Facts, ...more: Facts[]): MatchRecord => {
  const own = query(facts);
  return {
    ...own,
    birthYears: [],
    names: [facts, ...more].map((one, index) => ({
      id: `n${index}`,
      type: one.type ?? 'PRIMARY',
      raw: one.name ?? '',
      analysed: engine.analyse({ full: one.name ?? '' }),
    })),
  };
};

const match = (asked: Facts, known: MatchRecord, policy = border) =>
  matchRecord(engine, policy, query(asked), known);
const codes = (asked: Facts, known: MatchRecord) => match(asked, known).evidence.map((line) => line.code);

const jumabaev = record({ name: 'Жумабаев Азамат Касымович', born: '1980-02-15' });

describe('acceptance scenarios', () => {
  it('1: another script, no patronymic, the year only: found, with its reasons', () => {
    const found = match({ name: 'Jumabayev Azamat', born: '1980' }, jumabaev, investigator);
    expect(bandRank(found.band)).toBeLessThanOrEqual(bandRank('POSSIBLE'));
    const reasons = found.evidence.map((line) => line.code);
    expect(reasons).toContain('NAME_TRANSLITERATION');
    expect(reasons).toContain('NAME_MISSING_IN_QUERY');
    expect(reasons).toContain('BIRTH_YEAR_COMPATIBLE');
  });

  it('2: the order of the words changes the score by no more than 0.05', () => {
    const straight = match({ name: 'Jumabayev Azamat' }, jumabaev).score;
    const swapped = match({ name: 'Azamat Dzhumabaev' }, jumabaev).score;
    expect(Math.abs(straight - swapped)).toBeLessThanOrEqual(0.05);
  });

  it('3: a former name and a new legal name are both found from the machine-readable zone', () => {
    const person = record(
      { name: 'Тестбек уулу Жениш', born: '1980-02-15' },
      { name: 'Тестбеков Жениш', type: 'FORMER' },
    );
    expect(match({ mrz: 'TESTBEK<UULU<<JENISH', born: '1980-02-15' }, person).band).toBe('STRONG');
    const former = match({ mrz: 'TESTBEKOV<<ZHENISH', born: '1980-02-15' }, person);
    expect(former.band).toBe('STRONG');
    expect(former.bestName?.type).toBe('FORMER');
  });

  it('5: a date of which only the month is known is compatible, and a year later is a contradiction', () => {
    const person = record({ name: 'Пробаева Айгуль', born: '1975-03' });
    expect(codes({ name: 'Пробаева Айгуль', born: '1975-03-21' }, person)).toContain(
      'BIRTH_MONTH_COMPATIBLE',
    );
    expect(codes({ name: 'Пробаева Айгуль', born: '1976-03-21' }, person)).toContain('BIRTH_YEAR_NEAR');
  });

  it('6: Азамат and Азат with different dates: the other one is not strong', () => {
    const azat = record({ name: 'Асанов Азат', born: '1994-05-05' });
    expect(match({ name: 'Асанов Азамат', born: '1980-02-15' }, azat).band).toBe('NONE');
  });

  it('12: what speaks against a record is listed with its share', () => {
    const found = match(
      { name: 'Асанов Азамат', born: '1980-02-15' },
      record({ name: 'Асанов Азат', born: '1994-05-05' }),
    );
    const against = found.evidence.filter((line) => line.contribution < 0).map((line) => line.code);
    expect(against).toContain('NAME_CONTRADICTS');
    expect(against).toContain('BIRTH_DIFFERENT');
  });
});

describe('fixtures with the same date of birth', () => {
  it.each([
    ['Джумабаев Азамат', 'Jumabayev Azamat'],
    ['Щербаков Иван', 'Scherbakov Ivan'],
    ['Хусейнов Юсуф', 'Khuseinov Iusuf'],
    ['Хусейнов Юсуф', 'Huseynov Yusuf'],
    ['Кыдыралиева Айгүл', 'Kidiralieva Aygul'],
    ['Қасымжан Болат', 'Qasymjan Bolat'],
    ['Евгений Пробаев', 'Yevgeny Probaev'],
    ['Чынгыз Пробаев', 'Chingiz Probaev'],
    ['Өмүрбеков Тест', 'Umurbekov Test'],
    ['Тестбеков Жениш', 'Testbek uulu Jenish'],
  ])('%s = %s', (stored, asked) => {
    const found = match({ name: asked, born: '1980-02-15' }, record({ name: stored, born: '1980-02-15' }));
    expect(bandRank(found.band)).toBeLessThanOrEqual(bandRank('POSSIBLE'));
  });

  it.each([
    ['George Bush', undefined, 'George Habbash', undefined],
    ['Ким Алексей', '1980-01-02', 'Ким Александр', '1971-11-12'],
    ['Асанов Азамат', '1980-02-15', 'Асанов Азат', '1994-05-05'],
  ])('%s ≠ %s', (stored, storedBorn, asked, askedBorn) => {
    const found = match(
      { name: asked, ...(askedBorn === undefined ? {} : { born: askedBorn }) },
      record({ name: stored, ...(storedBorn === undefined ? {} : { born: storedBorn }) }),
    );
    expect(bandRank(found.band)).toBeGreaterThan(bandRank('POSSIBLE'));
  });
});

describe('rules that bind', () => {
  const person = record({
    name: 'Пробник Ратибор Ефимович',
    born: '1980-02-15',
    document: { number: 'AC1234567', state: 'KGZ' },
    nationalId: '123',
  });

  it('a name alone is never strong', () => {
    expect(match({ name: 'Пробник Ратибор Ефимович' }, person).band).toBe('POSSIBLE');
    expect(match({ name: 'Пробник Ратибор Ефимович', born: '1980-02-15' }, person).band).toBe('STRONG');
  });

  it('a birth date alone never counts', () => {
    const found = match({ name: 'Совсемдругой Человек', born: '1980-02-15' }, person);
    expect(found.band).toBe('NONE');
    expect(found.evidence.map((line) => line.code)).toContain('RULE_NAME_TOO_FAR');
  });

  it('an equal document is a hit whatever the name, and says that the name differs', () => {
    const found = match({ name: 'Другой Человек', document: { number: 'AC1234567', state: 'KGZ' } }, person);
    expect(found.band).toBe('DOCUMENT_HIT');
    expect(found.flags).toContain('NAME_DIFFERS');
    expect(match({ nationalId: '123' }, person).band).toBe('STRONG');
    expect(match({ document: { number: 'AC1234567' } }, person).band).toBe('STRONG');
  });

  it('one letter of the family name is a possible misprint, held down unless something else agrees', () => {
    const other = record({ name: 'Пробиков Ратибор', born: '1980-02-15' });
    const alone = match({ name: 'Пробоков Ратибор' }, other);
    const wrong = match({ name: 'Проников Ратибор' }, other);
    expect(bandRank(alone.band)).toBeGreaterThanOrEqual(bandRank('POSSIBLE'));
    expect(wrong.flags).toContain('POSSIBLE_MISPRINT');
    expect(bandRank(wrong.band)).toBeGreaterThan(bandRank('POSSIBLE'));
    for (const born of ['1980-02-15', '1980'])
      expect(bandRank(match({ name: 'Проников Ратибор', born }, other).band)).toBeLessThanOrEqual(
        bandRank('POSSIBLE'),
      );
  });

  it('a weak alias is never strong', () => {
    const aliased = record({ name: 'Пробник Ратибор', born: '1980-02-15', type: 'NICKNAME' });
    expect(match({ name: 'Пробник Ратибор', born: '1980-02-15' }, aliased).band).toBe('POSSIBLE');
  });

  it('the other sex speaks against, an unknown one does not', () => {
    const woman = record({ name: 'Пробник Женя', sex: 'F' });
    expect(match({ name: 'Пробник Женя', sex: 'M' }, woman).score).toBeLessThan(
      match({ name: 'Пробник Женя', sex: 'U' }, woman).score,
    );
    expect(match({ name: 'Пробник Женя', sex: 'M' }, woman).flags).toContain('SEX_DIFFERS');
  });
});

describe('birth dates', () => {
  it.each([
    ['1980-02-15', '1980-02-15', 'BIRTH_EQUAL'],
    ['1980-02-05', '1980-05-02', 'BIRTH_SWAPPED'],
    ['1980-02-15', '1980-02-16', 'BIRTH_ONE_DIGIT'],
    ['1980-02-15', '1990-02-15', 'BIRTH_ONE_DIGIT'],
    ['1980-02-15', '1980-02', 'BIRTH_MONTH_COMPATIBLE'],
    ['1980-02-15', '1980', 'BIRTH_YEAR_COMPATIBLE'],
    ['1980-02-15', '1980-11-30', 'BIRTH_SAME_YEAR'],
    ['1980-02-15', '1981-11-30', 'BIRTH_YEAR_NEAR'],
    ['1980-02-15', '1961-11-30', 'BIRTH_DIFFERENT'],
  ])('%s and %s: %s', (a, b, code) => {
    expect(compareBirthDates(date(a), date(b))).toBe(code);
    expect(compareBirthDates(date(b), date(a))).toBe(code);
  });

  it('a second known date of birth counts as well as the first', () => {
    const person = {
      ...record({ name: 'Пробник Ратибор', born: '1980-02-15' }),
      births: [date('1980-02-15'), date('1978-01-09')],
    };
    expect(match({ name: 'Пробник Ратибор', born: '1978-01-09' }, person).band).toBe('STRONG');
  });

  it('lies in the order of their weights', () => {
    for (const { birth } of [border, investigator]) {
      const order = [
        birth.equal,
        birth.swapped,
        birth.oneDigit,
        birth.sameYear,
        birth.yearNear,
        birth.different,
      ];
      expect([...order].sort((a, b) => b - a)).toEqual(order);
      expect(birth.oneDigit).toBeGreaterThan(0);
      expect(birth.sameYear).toBeLessThan(0);
    }
  });
});

it('of a band and better the same is found as by looking at everything', () => {
  const known = record({
    name: 'Пробник Ратибор Ефимович',
    born: '1980-02-15',
    document: { number: 'AC1234567', state: 'KGZ' },
  });
  for (const name of ['Пробник Ратибор', 'Прбник Ратибор', 'Иванов Пётр', 'Ратибор'])
    for (const born of ['1980-02-15', '1980-02-16', '1980-11-30', '1961-11-30', '1980', undefined])
      for (const number of ['AC1234567', 'AC1234568', undefined]) {
        const asked = query({
          name,
          ...(born !== undefined && { born }),
          ...(number !== undefined && { document: { number, state: 'KGZ' } }),
        });
        const full = matchRecord(engine, border, asked, known);
        const isEnough = bandRank(full.band) <= bandRank('POSSIBLE');
        expect(screenRecord(engine, border, asked, known, 'POSSIBLE')).toEqual(isEnough ? full : null);
        expect(screenRecord(engine, border, asked, known)).toEqual(full.band === 'NONE' ? null : full);
        // By the names alone nobody is left out but who is known by an equal number.
        const reaches = mayReach(
          engine,
          border,
          asked,
          'POSSIBLE',
        )(known.names.map(({ analysed }) => analysed));
        expect(reaches || !isEnough || number === 'AC1234567').toBe(true);
        if (name === 'Иванов Пётр') expect(reaches).toBe(false);
      }
  expect(contradictionHides(border, 'POSSIBLE')).toBe(true);
  expect(contradictionHides(border, 'WEAK')).toBe(false);
});

it('an added agreeing fact never lowers a score, an added contradicting one never raises it', () => {
  const asked = fc.constantFrom(
    'Пробник Ратибор',
    'Probnik Ratibor',
    'Пробник',
    'Прбник Ратибор',
    'Иванов Пётр',
  );
  const known = record({
    name: 'Пробник Ратибор Ефимович',
    born: '1980-02-15',
    sex: 'M',
    nationality: 'KGZ',
    nationalId: '77',
  });
  const agreeing: Facts[] = [
    { born: '1980-02-15' },
    { born: '1980' },
    { nationality: 'KGZ' },
    { sex: 'M' },
    { nationalId: '77' },
  ];
  const contradicting: Facts[] = [{ born: '1961-11-30' }, { born: '1982-01-01' }, { sex: 'F' }];
  fc.assert(
    fc.property(
      asked,
      fc.constantFrom(...agreeing),
      fc.constantFrom(...contradicting),
      (name, plus, minus) => {
        const plain = match({ name }, known).logOdds;
        expect(match({ name, ...plus }, known).logOdds).toBeGreaterThanOrEqual(plain);
        expect(match({ name, ...minus }, known).logOdds).toBeLessThanOrEqual(plain);
      },
    ),
  );
});
