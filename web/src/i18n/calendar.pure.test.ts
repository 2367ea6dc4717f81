// The month grid: whole weeks, keys that lead where people expect, and months by their own names in ky and kk.
import { expect, test } from 'vitest';
import { dayByKey, monthsAfter, weeksOf } from './calendar.ts';
import { LOCALES } from './locale.ts';
import { monthTitle, shortWeekdayNames, weekdayNames } from './weekdays.ts';

test('a month is whole weeks from Monday on, also where it fits exactly', () => {
  const weeks = weeksOf('2026-11-23');
  expect(weeks).toHaveLength(6);
  expect([weeks[0]?.[0], weeks.at(-1)?.at(-1)]).toEqual(['2026-10-26', '2026-12-06']);
  expect(weeksOf('2027-02-10')).toHaveLength(4);
  expect(weeksOf('2027-02-10').flat()).toEqual(
    Array.from({ length: 28 }, (_, day) => `2027-02-${String(day + 1).padStart(2, '0')}`),
  );
});

test.each([
  ['ArrowLeft', false, '2026-11-25'],
  ['ArrowRight', false, '2026-11-27'],
  ['ArrowUp', false, '2026-11-19'],
  ['ArrowDown', false, '2026-12-03'],
  ['Home', false, '2026-11-23'],
  ['End', false, '2026-11-29'],
  ['PageUp', false, '2026-10-26'],
  ['PageDown', false, '2026-12-26'],
  ['PageUp', true, '2025-11-26'],
  ['PageDown', true, '2027-11-26'],
  ['a', false, undefined],
] as const)('%s (shift: %s) leads from 26 November 2026 to %s', (key, shift, day) => {
  expect(dayByKey('2026-11-26', key, shift)).toBe(day);
});

test('a shorter month ends on its last day, and the ends of what can be typed are not left', () => {
  expect([monthsAfter('2026-01-31', 1), monthsAfter('2028-02-29', 12)]).toEqual(['2026-02-28', '2029-02-28']);
  expect([monthsAfter('2199-12-10', 1), monthsAfter('1850-01-10', -1)]).toEqual(['2199-12-10', '1850-01-10']);
});

test('months and weekdays have names in each language', () => {
  expect(LOCALES.map((locale) => monthTitle(locale, 2026, 11))).toEqual([
    '2026-ж. ноябрь',
    'ноябрь 2026',
    '2026 ж. қараша',
    'November 2026',
  ]);
  for (const locale of LOCALES)
    expect([new Set(weekdayNames(locale)).size, new Set(shortWeekdayNames(locale)).size]).toEqual([7, 7]);
});
