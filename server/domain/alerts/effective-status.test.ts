import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfDay, startOfDay } from '../dates/zone.ts';
import { effectiveStatus, isLive, isSuspensionOverdue } from './effective-status.ts';
import { ALERT_STATUSES } from './vocabulary.ts';

const at = (text: string) => new Date(text);
const zone = 'Asia/Bishkek';
const alert = {
  status: 'ACTIVE',
  startsAt: startOfDay('2026-01-01', zone),
  endsAt: endOfDay('2026-11-22', zone),
} as const;

describe('effectiveStatus', () => {
  test('scenario 17: an alert whose end is today 00:00 owner time is over at 00:01 owner time', () => {
    expect(isLive(alert, at('2026-11-23T00:01:00+06:00'))).toBe(false);
    expect(effectiveStatus(alert, at('2026-11-23T00:01:00+06:00'))).toBe('EXPIRED');
  });

  test('the last millisecond of the last day counts, the next does not', () => {
    expect(effectiveStatus(alert, at('2026-11-22T23:59:59.999+06:00'))).toBe('ACTIVE');
    expect(effectiveStatus(alert, at('2026-11-23T00:00:00+06:00'))).toBe('EXPIRED');
  });

  test('the owner state, not the post of the check, says when the day ends', () => {
    const moscow = { ...alert, endsAt: endOfDay('2026-11-22', 'Europe/Moscow') };
    expect(isLive(moscow, at('2026-11-23T02:59:00+06:00'))).toBe(true);
    expect(isLive(moscow, at('2026-11-23T03:00:00+06:00'))).toBe(false);
  });

  test('before its first day an approved alert is not yet valid', () => {
    expect(effectiveStatus(alert, at('2025-12-31T23:59:59+06:00'))).toBe('NOT_YET_VALID');
    expect(effectiveStatus(alert, at('2026-01-01T00:00:00+06:00'))).toBe('ACTIVE');
    expect(effectiveStatus({ ...alert, startsAt: null }, at('2026-06-01T00:00:00Z'))).toBe('NOT_YET_VALID');
  });

  test('without an end it counts as ended', () => {
    expect(effectiveStatus({ ...alert, endsAt: null }, at('2026-06-01T00:00:00Z'))).toBe('EXPIRED');
  });

  test('a suspended alert stays suspended until its end', () => {
    const suspended = { ...alert, status: 'SUSPENDED' } as const;
    expect(effectiveStatus(suspended, at('2025-01-01T00:00:00Z'))).toBe('SUSPENDED');
    expect(effectiveStatus(suspended, at('2026-12-01T00:00:00Z'))).toBe('EXPIRED');
  });

  test('is live exactly where the query for live alerts says so', () => {
    const instant = fc.date({ min: at('2020-01-01'), max: at('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...ALERT_STATUSES),
        fc.option(instant),
        fc.option(instant),
        instant,
        (status, startsAt, endsAt, now) => {
          const inQuery =
            (status === 'ACTIVE' || status === 'LOCATED') &&
            startsAt !== null &&
            startsAt <= now &&
            endsAt !== null &&
            now < endsAt;
          expect(isLive({ status, startsAt, endsAt }, now)).toBe(inQuery);
        },
      ),
    );
  });

  test('once over it never comes back to life by the clock', () => {
    const instant = fc.date({ min: at('2026-01-01'), max: at('2028-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.nat(1e10), (now, later) => {
        const over = effectiveStatus(alert, now) === 'EXPIRED';
        expect(!over || effectiveStatus(alert, new Date(now.getTime() + later)) === 'EXPIRED').toBe(true);
      }),
    );
  });
});

test('a suspension goes to a higher authority after its longest time', () => {
  const suspended = { ...alert, status: 'SUSPENDED', suspendedAt: at('2026-03-01T10:00:00Z') } as const;
  expect(isSuspensionOverdue(suspended, at('2026-05-30T10:00:00Z'), 90)).toBe(false);
  expect(isSuspensionOverdue(suspended, at('2026-05-30T10:00:01Z'), 90)).toBe(true);
  expect(isSuspensionOverdue({ ...suspended, status: 'ACTIVE' }, at('2026-06-30T00:00:00Z'), 90)).toBe(false);
  expect(isSuspensionOverdue({ ...suspended, suspendedAt: null }, at('2026-06-30T00:00:00Z'), 90)).toBe(
    false,
  );
  expect(isSuspensionOverdue(suspended, at('2026-12-30T00:00:00Z'), 90)).toBe(false);
});
