// The number of an alert: its form, its range, and that slips of the pen are found.
import { expect, it } from 'vitest';
import { formatAlertNumber } from './alert-number.ts';

it('pads the sequence and ends in a check digit', () => {
  expect(formatAlertNumber({ state: 'KGZ', year: 2026, sequence: 123 })).toMatch(/^KGZ-2026-000123-\d$/);
  expect(formatAlertNumber({ state: 'KGZ', year: 2026, sequence: 12_345_678 })).toMatch(
    /^KGZ-2026-12345678-\d$/,
  );
});

it('gives neighbours, and the same sequence of another state, another check digit or another text', () => {
  const digit = (sequence: number) => formatAlertNumber({ state: 'KAZ', year: 2026, sequence }).slice(-1);
  // The Damm digit differs for every change of one digit.
  expect(new Set(Array.from({ length: 10 }, (_, last) => digit(120 + last))).size).toBe(10);
});

it.each([
  { state: 'KG', year: 2026, sequence: 1 },
  { state: 'kgz', year: 2026, sequence: 1 },
  { state: 'KGZ', year: 26, sequence: 1 },
  { state: 'KGZ', year: 2026, sequence: 0 },
  { state: 'KGZ', year: 2026, sequence: 1.5 },
])('refuses %o', (number) => {
  expect(() => formatAlertNumber(number)).toThrow(RangeError);
});
