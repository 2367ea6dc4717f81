import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  daysInMonth,
  displayPartialDate,
  formatPartialDate,
  type PartialDate,
  parseMrzBirthDate,
  parsePartialDate,
  partialDateOf,
  partialDateProblem,
} from './partial-date.ts';

const today = { year: 2026, month: 11, day: 23 };

const partialDate = fc
  .tuple(
    fc.integer({ min: 1850, max: 2025 }),
    fc.integer({ min: 0, max: 12 }),
    fc.integer({ min: 0, max: 31 }),
  )
  .map(([year, month, day]): PartialDate => {
    if (month === 0) return { year };
    return partialDateOf(year, month, day === 0 || day > daysInMonth(year, month) ? null : day);
  });

// Every code point, lone surrogates among them.
const anyText = fc.array(fc.nat(0x10ffff), { maxLength: 40 }).map((codes) => String.fromCodePoint(...codes));

describe('parsePartialDate', () => {
  test.each<[string, PartialDate]>([
    ['1975', { year: 1975 }],
    ['1975-03', { year: 1975, month: 3 }],
    ['1975-03-??', { year: 1975, month: 3 }],
    ['1975-??-??', { year: 1975 }],
    ['1975-03-21', { year: 1975, month: 3, day: 21 }],
    [' 1975-3-1 ', { year: 1975, month: 3, day: 1 }],
    ['1975/03/21', { year: 1975, month: 3, day: 21 }],
    ['21.03.1975', { year: 1975, month: 3, day: 21 }],
    ['1.3.1975', { year: 1975, month: 3, day: 1 }],
    ['3.1975', { year: 1975, month: 3 }],
    ['03.1975', { year: 1975, month: 3 }],
    ['??.03.1975', { year: 1975, month: 3 }],
    ['2000-02-29', { year: 2000, month: 2, day: 29 }],
  ])('reads %s', (text, date) => {
    expect(parsePartialDate(text, today)).toEqual({ ok: true, date });
  });

  test.each([
    ['', 'NOT_A_DATE'],
    ['yesterday', 'NOT_A_DATE'],
    ['03/04/1975', 'NOT_A_DATE'],
    ['1975-03/21', 'NOT_A_DATE'],
    ['75', 'NOT_A_DATE'],
    ['1849', 'YEAR_OUT_OF_RANGE'],
    ['1975-13', 'MONTH_OUT_OF_RANGE'],
    ['1975-00', 'MONTH_OUT_OF_RANGE'],
    ['1975-02-31', 'NO_SUCH_DAY'],
    ['1900-02-29', 'NO_SUCH_DAY'],
    ['1975-03-00', 'NO_SUCH_DAY'],
    ['1975-??-21', 'DAY_WITHOUT_MONTH'],
    ['2026-11-24', 'IN_FUTURE'],
    ['2026-12', 'IN_FUTURE'],
    ['2027', 'IN_FUTURE'],
  ])('refuses %j as %s', (text, problem) => {
    expect(parsePartialDate(text, today)).toEqual({ ok: false, problem });
  });

  test('today and the running month and year are past enough', () => {
    for (const text of ['2026', '2026-11', '2026-11-23'])
      expect(parsePartialDate(text, today)).toMatchObject({ ok: true });
  });

  test('both written forms read back as the same date', () => {
    fc.assert(
      fc.property(partialDate, (date) => {
        expect(parsePartialDate(formatPartialDate(date), today)).toEqual({ ok: true, date });
        expect(parsePartialDate(displayPartialDate(date), today)).toEqual({ ok: true, date });
      }),
    );
  });

  test('never throws, and what it accepts is a valid date', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.stringMatching(/^[\d?./-]{0,12}$/)), (text) => {
        const reading = parsePartialDate(text, today);
        if (reading.ok) expect(partialDateProblem(reading.date, today)).toBeUndefined();
      }),
    );
  });
});

test('a part that is not known is shown, never filled', () => {
  expect(displayPartialDate({ year: 1975, month: 3 })).toBe('1975-03-??');
  expect(displayPartialDate({ year: 1975 })).toBe('1975-??-??');
  expect(formatPartialDate({ year: 1975 })).toBe('1975');
});

test('months have the days of the calendar', () => {
  const days = (year: number) => Array.from({ length: 12 }, (_, i) => daysInMonth(year, i + 1));
  expect(days(2025)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  expect([1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
});

test('fractions are no dates', () => {
  expect(partialDateProblem({ year: 1975.5 }, today)).toBe('YEAR_OUT_OF_RANGE');
  expect(partialDateProblem({ year: 1975, month: 1.5 }, today)).toBe('MONTH_OUT_OF_RANGE');
  expect(partialDateProblem({ year: 1975, month: 1, day: 1.5 }, today)).toBe('NO_SUCH_DAY');
  expect(partialDateProblem({ year: 1975, day: 1 }, today)).toBe('DAY_WITHOUT_MONTH');
});

describe('parseMrzBirthDate', () => {
  test.each<[string, PartialDate]>([
    ['800215', { year: 1980, month: 2, day: 15 }],
    ['7503<<', { year: 1975, month: 3 }],
    ['75<<<<', { year: 1975 }],
    ['261123', { year: 2026, month: 11, day: 23 }],
    ['261124', { year: 1926, month: 11, day: 24 }],
    ['26<<<<', { year: 2026 }],
    ['27<<<<', { year: 1927 }],
    ['000229', { year: 2000, month: 2, day: 29 }],
    ['280229', { year: 1928, month: 2, day: 29 }],
  ])('reads %s', (text, date) => {
    expect(parseMrzBirthDate(text, today)).toEqual({ ok: true, date });
  });

  test.each([
    ['<<0315', 'YEAR_UNKNOWN'],
    ['<<<<<<', 'YEAR_UNKNOWN'],
    ['75<<21', 'DAY_WITHOUT_MONTH'],
    ['751321', 'MONTH_OUT_OF_RANGE'],
    ['750231', 'NO_SUCH_DAY'],
    ['7503<1', 'NOT_A_DATE'],
    ['75032', 'NOT_A_DATE'],
    ['7503O1', 'NOT_A_DATE'],
  ])('refuses %s as %s', (text, problem) => {
    expect(parseMrzBirthDate(text, today)).toEqual({ ok: false, problem });
  });
});
