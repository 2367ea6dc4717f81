// The dates that a slip makes are exactly those that the comparison of birth dates takes for a slip.
import { describe, expect, it } from 'vitest';
import { compareBirthDates } from '../matching/birth-evidence.ts';
import { type FullDate, nearDates } from './near-dates.ts';
import { daysInMonth } from './partial-date.ts';

const text = ({ year, month, day }: FullDate) => `${year}-${month}-${day}`;

function everyDay(): FullDate[] {
  const out: FullDate[] = [];
  for (let year = 1850; year < 2050; year++)
    for (let month = 1; month <= 12; month++)
      for (let day = 1; day <= daysInMonth(year, month); day++) out.push({ year, month, day });
  return out;
}

describe('dates near to a date', () => {
  it.each([
    { year: 1980, month: 2, day: 15 },
    { year: 1999, month: 12, day: 31 },
    { year: 2004, month: 2, day: 29 },
    { year: 1951, month: 11, day: 1 },
    { year: 2011, month: 11, day: 11 },
  ])('are all that one digit or an exchange of day and month makes of %o', (date) => {
    const slips = everyDay().filter((other) =>
      ['BIRTH_ONE_DIGIT', 'BIRTH_SWAPPED'].includes(compareBirthDates(date, other)),
    );
    expect(new Set(nearDates(date).map(text))).toEqual(new Set(slips.map(text)));
    expect(slips.length).toBeGreaterThan(20);
  });
});
