import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysLeft, FREEZE_WARNINGS, lapsesAt, standingWarning, warnsAt } from './freeze-clock.ts';

const clock = { expiresOn: '2026-12-31', zone: 'Asia/Almaty' };

describe('a freeze', () => {
  test('ends with its last day where the asset is held', () => {
    expect(lapsesAt(clock).toISOString()).toBe('2026-12-31T19:00:00.000Z');
  });

  test.each([
    ['2026-10-31T18:59:59Z', null],
    ['2026-10-31T19:00:00Z', 60],
    ['2026-12-01T00:00:00Z', 30],
    ['2026-12-24T12:00:00Z', 7],
    ['2026-12-31T18:59:59Z', 7],
    ['2026-12-31T19:00:00Z', 0],
    ['2027-06-01T00:00:00Z', 0],
  ])('at %s stands at warning %s', (at, warning) => {
    expect(standingWarning(clock, new Date(at))).toBe(warning);
  });

  test('warns in the order of its thresholds, whatever day and zone', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2024-01-01'), max: new Date('2032-12-31'), noInvalidDate: true }),
        fc.constantFrom('Asia/Bishkek', 'Europe/Chisinau', 'America/New_York', 'UTC'),
        (date, zone) => {
          const of = { expiresOn: date.toISOString().slice(0, 10), zone };
          const instants = FREEZE_WARNINGS.map((days) => warnsAt(of, days).getTime());
          expect(instants).toEqual([...instants].sort((a, b) => a - b));
          for (const [at, days] of FREEZE_WARNINGS.entries())
            expect(standingWarning(of, new Date(instants[at] ?? 0))).toBe(days);
        },
      ),
    );
  });

  test('counts the days that are left', () => {
    expect(daysLeft(clock, new Date('2026-12-01T00:00:00Z'))).toBe(30);
    expect(daysLeft(clock, new Date('2026-12-31T10:00:00Z'))).toBe(0);
    expect(daysLeft(clock, new Date('2027-01-02T10:00:00Z'))).toBe(-2);
  });
});
