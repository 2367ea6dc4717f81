import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../dates/calendar-date.ts';
import { calendarDateIn, endOfDay, startOfDay } from '../dates/zone.ts';
import { addDaysTo, afterPause, daysLeft, dueAt } from './due.ts';

const BISHKEK = 'Asia/Bishkek';
const days = (length: number, countFirstDay = true) => ({ length, unit: 'DAYS', countFirstDay }) as const;
const months = (length: number, countFirstDay = true) => ({ length, unit: 'MONTHS', countFirstDay }) as const;
const at = (text: string) => new Date(text);

test('forty days from 1 March, the day of arrest being the first, end on 9 April at 24:00 local', () => {
  const arrest = at('2026-03-01T04:00:00Z');
  expect(dueAt(days(40), arrest, BISHKEK)).toEqual(endOfDay('2026-04-09', BISHKEK));
  expect(dueAt(days(40, false), arrest, BISHKEK)).toEqual(endOfDay('2026-04-10', BISHKEK));
});

test('the local day counts, not the day of the server', () => {
  // 20:30 UTC on 28 February is 02:30 on 1 March in Bishkek.
  expect(dueAt(days(1), at('2026-02-28T20:30:00Z'), BISHKEK)).toEqual(endOfDay('2026-03-01', BISHKEK));
});

test('hours are exact, also over a change of the clocks', () => {
  // Berlin, the night to 29 March 2026: 72 hours are 72 hours.
  const arrest = at('2026-03-28T09:00:00Z');
  const due = dueAt({ length: 72, unit: 'HOURS', countFirstDay: true }, arrest, 'Europe/Berlin');
  expect(due.getTime() - arrest.getTime()).toBe(72 * 3_600_000);
});

test('days end at local midnight, also on the short and the long day of a year', () => {
  // Berlin 2026: 29 March has 23 hours, 25 October has 25.
  const short = dueAt(days(1), at('2026-03-28T23:30:00Z'), 'Europe/Berlin');
  expect(short).toEqual(at('2026-03-29T22:00:00Z'));
  const long = dueAt(days(1), at('2026-10-25T09:00:00Z'), 'Europe/Berlin');
  expect(long).toEqual(at('2026-10-25T23:00:00Z'));
});

describe('months', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-02-28', 12, '2027-02-27'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-03-15', 6, '2026-09-14'],
    ['2026-08-31', 6, '2027-02-28'],
  ])('%s and %i months end with %s', (from, length, last) => {
    const start = startOfDay(from, BISHKEK);
    expect(dueAt(months(length), start, BISHKEK)).toEqual(endOfDay(last, BISHKEK));
  });
});

test('forty days over the end of February differ by the leap day', () => {
  const of = (day: string) =>
    calendarDateIn(BISHKEK, new Date(dueAt(days(40), startOfDay(day, BISHKEK), BISHKEK).getTime() - 1));
  expect(of('2026-02-01')).toBe('2026-03-12');
  expect(of('2028-02-01')).toBe('2028-03-11');
});

test('a length that is none is refused', () => {
  for (const length of [0, -1, 1.5, Number.NaN])
    expect(() => dueAt(days(length), at('2026-01-01T00:00:00Z'), BISHKEK)).toThrow(RangeError);
});

const ZONES = [
  'Asia/Bishkek',
  'Asia/Almaty',
  'Europe/Moscow',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Tehran',
  'Pacific/Apia',
];
const zone = fc.constantFrom(...ZONES);
const instant = fc.date({
  min: at('2015-01-01T00:00:00Z'),
  max: at('2060-01-01T00:00:00Z'),
  noInvalidDate: true,
});

test('property: a term of n days holds exactly n local days, whatever the zone and the hour', () => {
  fc.assert(
    fc.property(zone, instant, fc.integer({ min: 1, max: 800 }), (name, start, length) => {
      const first = calendarDateIn(name, start);
      const due = dueAt(days(length), start, name);
      expect(due).toEqual(startOfDay(addDays(first, length), name));
      expect(dueAt(days(length, false), start, name)).toEqual(startOfDay(addDays(first, length + 1), name));
      expect(daysLeft(due, start, name)).toBe(length - 1);
    }),
  );
});

test('property: a longer term never ends earlier, and counting the first day never ends later', () => {
  fc.assert(
    fc.property(
      zone,
      instant,
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('HOURS', 'DAYS', 'MONTHS'),
      (name, start, length, unit) => {
        const end = (n: number, countFirstDay: boolean) =>
          dueAt({ length: n, unit, countFirstDay }, start, name).getTime();
        expect(end(length + 1, true)).toBeGreaterThanOrEqual(end(length, true));
        expect(end(length, true)).toBeLessThanOrEqual(end(length, false));
        expect(end(length, true)).toBeGreaterThan(start.getTime());
      },
    ),
  );
});

test('property: a pause shortens nothing, and gives no more than it took', () => {
  fc.assert(
    fc.property(
      zone,
      instant,
      fc.integer({ min: 0, max: 90 * 24 }),
      fc.constantFrom('HOURS', 'DAYS'),
      (name, start, hours, unit) => {
        const due = dueAt({ length: unit === 'HOURS' ? 960 : 40, unit, countFirstDay: true }, start, name);
        const from = new Date(start.getTime() + 3_600_000);
        const until = new Date(from.getTime() + hours * 3_600_000);
        const moved = afterPause(unit, due, { from, until }, name).getTime() - due.getTime();
        expect(moved).toBeGreaterThanOrEqual(0);
        // At most the pause, rounded up to whole days, and the hours of a change of the clocks.
        expect(moved).toBeLessThanOrEqual((hours + (unit === 'HOURS' ? 0 : 24 + 2)) * 3_600_000);
      },
    ),
  );
});

test('property: extensions add up', () => {
  fc.assert(
    fc.property(
      zone,
      instant,
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 60 }),
      (name, start, one, two) => {
        const due = dueAt(days(30), start, name);
        expect(addDaysTo(addDaysTo(due, one, name), two, name)).toEqual(addDaysTo(due, one + two, name));
      },
    ),
  );
});
