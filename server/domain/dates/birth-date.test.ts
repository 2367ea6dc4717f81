import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BirthDate,
  birthDateFindings,
  birthDateOf,
  compareBirthDates,
  isBirthDateConsistent,
} from './birth-date.ts';
import { daysInMonth, partialDateOf } from './partial-date.ts';

const on = (year: number, month?: number, day?: number): BirthDate =>
  partialDateOf(year, month ?? null, day ?? null);

const birthDate: fc.Arbitrary<BirthDate> = fc
  .record({
    year: fc.integer({ min: 1970, max: 1980 }),
    month: fc.integer({ min: 0, max: 12 }),
    day: fc.integer({ min: 0, max: 31 }),
    before: fc.integer({ min: 0, max: 3 }),
    after: fc.integer({ min: 0, max: 3 }),
    isApproximate: fc.boolean(),
  })
  .map(({ year, month, day, before, after, isApproximate }) => ({
    ...partialDateOf(year, month || null, (month && day && day <= daysInMonth(year, month) && day) || null),
    isApproximate,
    ...(before > 0 && { yearFrom: year - before }),
    ...(after > 0 && { yearTo: year + after }),
  }));

describe('compareBirthDates', () => {
  test('scenario 5: 1975-03 and 1975-03-21 are compatible, not equal; 1976-03-21 contradicts by at most two years', () => {
    expect(compareBirthDates(on(1975, 3), on(1975, 3, 21))).toEqual({ relation: 'COMPATIBLE' });
    expect(compareBirthDates(on(1975, 3), on(1976, 3, 21))).toEqual({ relation: 'YEAR_OFF', years: 1 });
  });

  test.each<[string, BirthDate, BirthDate, ReturnType<typeof compareBirthDates>]>([
    ['the same day', on(1975, 3, 21), on(1975, 3, 21), { relation: 'EQUAL' }],
    ['the same month', on(1975, 3), on(1975, 3), { relation: 'COMPATIBLE' }],
    ['the year alone', on(1975), on(1975, 3, 21), { relation: 'SAME_YEAR' }],
    ['two bare years', on(1975), on(1975), { relation: 'SAME_YEAR' }],
    ['day and month exchanged', on(1975, 3, 5), on(1975, 5, 3), { relation: 'DAY_MONTH_SWAPPED' }],
    ['one digit of the day', on(1975, 3, 21), on(1975, 3, 27), { relation: 'ONE_DIGIT' }],
    ['one digit of the month', on(1975, 3, 21), on(1975, 8, 21), { relation: 'ONE_DIGIT' }],
    ['one digit, tens of the day', on(1975, 3, 11), on(1975, 3, 21), { relation: 'ONE_DIGIT' }],
    ['tens and ones of the day', on(1975, 3, 12), on(1975, 3, 23), { relation: 'OTHER_DAY' }],
    ['eleven days', on(1975, 3, 10), on(1975, 3, 21), { relation: 'OTHER_DAY' }],
    ['two digits', on(1975, 3, 21), on(1975, 8, 27), { relation: 'OTHER_DAY' }],
    ['another month, no day', on(1975, 3), on(1975, 4, 21), { relation: 'OTHER_DAY' }],
    ['one digit, but of the year', on(1975, 3, 21), on(1976, 3, 21), { relation: 'YEAR_OFF', years: 1 }],
    ['two years', on(1975), on(1977, 3, 21), { relation: 'YEAR_OFF', years: 2 }],
    ['three years', on(1975), on(1978), { relation: 'CONTRADICTS', years: 3 }],
    [
      'in a range',
      { year: 1975, yearFrom: 1970, yearTo: 1978 },
      on(1972, 1, 5),
      { relation: 'WITHIN_RANGE' },
    ],
    [
      'in a range, same year, other day',
      { year: 1975, month: 3, day: 21, yearFrom: 1970, yearTo: 1978 },
      on(1975, 8, 2),
      { relation: 'WITHIN_RANGE' },
    ],
    [
      'a day in the middle of a range is no exact date',
      { year: 1975, month: 3, day: 21, yearFrom: 1974, yearTo: 1976 },
      on(1975, 3, 21),
      { relation: 'COMPATIBLE' },
    ],
    [
      'beyond a range',
      { year: 1975, yearFrom: 1970, yearTo: 1978 },
      on(1980),
      { relation: 'YEAR_OFF', years: 2 },
    ],
    [
      'far beyond a range',
      { year: 1975, yearFrom: 1970, yearTo: 1978 },
      on(1960),
      { relation: 'CONTRADICTS', years: 10 },
    ],
    [
      'about the same day',
      { ...on(1975, 3, 21), isApproximate: true },
      on(1975, 3, 21),
      { relation: 'COMPATIBLE' },
    ],
    [
      'about another day',
      { ...on(1975, 3, 21), isApproximate: true },
      on(1975, 9, 2),
      { relation: 'SAME_YEAR' },
    ],
  ])('%s', (_, a, b, relation) => {
    expect(compareBirthDates(a, b)).toEqual(relation);
  });

  test('a flagged 1 January stays a day: it is not compared as a bare year', () => {
    expect(compareBirthDates(on(1975, 1, 1), on(1975, 8, 27))).toEqual({ relation: 'OTHER_DAY' });
  });

  test('is symmetric', () => {
    fc.assert(
      fc.property(birthDate, birthDate, (a, b) => {
        expect(compareBirthDates(a, b)).toEqual(compareBirthDates(b, a));
      }),
    );
  });

  test('a date agrees with itself', () => {
    fc.assert(fc.property(birthDate, (date) => isBirthDateConsistent(compareBirthDates(date, date))));
  });

  test('leaving out a day never turns agreement into contradiction', () => {
    fc.assert(
      fc.property(birthDate, birthDate, (a, b) => {
        const { day: _, ...shorter } = a;
        const before = isBirthDateConsistent(compareBirthDates(a, b));
        expect(!before || isBirthDateConsistent(compareBirthDates(shorter, b))).toBe(true);
      }),
    );
  });
});

describe('birthDateFindings', () => {
  const today = { year: 2026, month: 11, day: 23 };

  test('1 January is remarked upon', () => {
    expect(birthDateFindings(on(1975, 1, 1), today)).toEqual(['FIRST_OF_JANUARY']);
    expect(birthDateFindings(on(1975, 1, 2), today)).toEqual([]);
  });

  test('a range must hold its year and run forward', () => {
    expect(birthDateFindings({ year: 1975, yearFrom: 1980, yearTo: 1970 }, today)).toEqual([
      'RANGE_REVERSED',
    ]);
    expect(birthDateFindings({ year: 1969, yearFrom: 1970, yearTo: 1980 }, today)).toEqual([
      'YEAR_OUTSIDE_RANGE',
    ]);
    expect(birthDateFindings({ year: 1975, yearFrom: 1976 }, today)).toEqual(['RANGE_REVERSED']);
    expect(birthDateFindings({ year: 1975, yearFrom: 1970 }, today)).toEqual([]);
  });

  test('an impossible day is named', () => {
    expect(birthDateFindings(on(1975, 2, 31), today)).toEqual(['NO_SUCH_DAY']);
  });
});

test('a row without known parts becomes a date without them', () => {
  const row = { year: 1975, month: null, day: null, isApproximate: false, yearFrom: null, yearTo: 1978 };
  expect(birthDateOf({ ...row, status: 'USED' })).toEqual({
    year: 1975,
    isApproximate: false,
    yearTo: 1978,
    status: 'USED',
  });
});
