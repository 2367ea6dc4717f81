import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, isCalendarDate } from './calendar-date.ts';
import { calendarDateIn, endOfDay, isZoneName, startOfDay } from './zone.ts';

describe('days in a zone', () => {
  test('a day in Bishkek (UTC+6) starts and ends six hours before the day of Greenwich', () => {
    expect(startOfDay('2026-11-23', 'Asia/Bishkek').toISOString()).toBe('2026-11-22T18:00:00.000Z');
    expect(endOfDay('2026-11-23', 'Asia/Bishkek').toISOString()).toBe('2026-11-23T18:00:00.000Z');
  });

  test('a day of a clock change is 23 or 25 hours long', () => {
    const hours = (date: string) =>
      (endOfDay(date, 'Europe/Chisinau').getTime() - startOfDay(date, 'Europe/Chisinau').getTime()) /
      3_600_000;
    expect(hours('2026-03-29')).toBe(23);
    expect(hours('2026-10-25')).toBe(25);
    expect(hours('2026-06-01')).toBe(24);
  });

  test('where midnight is skipped, the day starts at its first instant', () => {
    // Lebanon changes its clock at midnight.
    expect(startOfDay('2022-03-27', 'Asia/Beirut').toISOString()).toBe('2022-03-26T22:00:00.000Z');
    expect(calendarDateIn('Asia/Beirut', startOfDay('2022-03-27', 'Asia/Beirut'))).toBe('2022-03-27');
  });

  test('Kazakhstan has one zone since 1 March 2024', () => {
    expect(startOfDay('2024-02-28', 'Asia/Almaty').toISOString()).toBe('2024-02-27T18:00:00.000Z');
    expect(startOfDay('2024-03-02', 'Asia/Almaty').toISOString()).toBe('2024-03-01T19:00:00.000Z');
  });

  test('unknown zones and days throw', () => {
    expect(() => endOfDay('2026-02-30', 'Asia/Bishkek')).toThrow(RangeError);
    expect(() => endOfDay('2026-02-03', 'Asia/Nowhere')).toThrow(RangeError);
    expect(isZoneName('Asia/Tashkent')).toBe(true);
    expect(isZoneName('Asia/Nowhere')).toBe(false);
    expect(isZoneName('+06:00')).toBe(false);
  });

  test('days follow one another without gap, and every instant of a day belongs to it', () => {
    const zones = fc.constantFrom('Asia/Bishkek', 'Asia/Almaty', 'Europe/Moscow', 'Europe/Chisinau', 'UTC');
    const days = fc.integer({ min: -9000, max: 9000 }).map((offset) => addDays('2020-01-01', offset));
    fc.assert(
      fc.property(zones, days, (zone, day) => {
        const end = endOfDay(day, zone);
        expect(end).toEqual(startOfDay(addDays(day, 1), zone));
        expect(calendarDateIn(zone, startOfDay(day, zone))).toBe(day);
        expect(calendarDateIn(zone, new Date(end.getTime() - 1))).toBe(day);
        expect(calendarDateIn(zone, end)).toBe(addDays(day, 1));
      }),
    );
  });
});

describe('calendar dates', () => {
  test.each([
    ['2026-02-28', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-2-8', false],
    ['2026-02-28T00:00', false],
    ['', false],
  ])('%j is one: %s', (text, expected) => {
    expect(isCalendarDate(text)).toBe(expected);
  });

  test('a month that lacks the day ends the count on its last day', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  });
});
