// The time that a report is about: a calendar year or a quarter of one.
import type { CalendarDate } from '../dates/calendar-date.ts';

export interface Period {
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4 | null;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** First day (inclusive) and the day after the last. */
export function boundsOf({ year, quarter }: Period): { from: CalendarDate; until: CalendarDate } {
  const first = quarter === null ? 1 : quarter * 3 - 2;
  const after = quarter === null ? 13 : first + 3;
  return {
    from: `${year}-${two(first)}-01`,
    until: after > 12 ? `${year + 1}-01-01` : `${year}-${two(after)}-01`,
  };
}

/** The quarters that the period is made of: `2026-Q1`. */
export const quartersOf = ({ year, quarter }: Period): string[] =>
  (quarter === null ? [1, 2, 3, 4] : [quarter]).map((one) => `${year}-Q${one}`);

export const quarterOf = (day: CalendarDate): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

export const periodText = ({ year, quarter }: Period): string =>
  quarter === null ? String(year) : `${year}-Q${quarter}`;
