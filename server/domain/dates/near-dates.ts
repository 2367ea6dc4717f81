// Full dates that a full date may be a slip of: one digit misread, or day and month exchanged.
import { daysInMonth, EARLIEST_YEAR, type PartialDate } from './partial-date.ts';

export type FullDate = Required<PartialDate>;

export const isFullDate = (date: PartialDate): date is FullDate =>
  date.month !== undefined && date.day !== undefined;

/** Nobody born later is looked for by a slip in the year. */
const LATEST_YEAR = EARLIEST_YEAR + 199;

/** Numbers of as many digits that differ from one in a single digit. */
function oneDigitOff(value: number, digits: number): number[] {
  const out: number[] = [];
  for (let place = 1; place < 10 ** digits; place *= 10) {
    const digit = Math.floor(value / place) % 10;
    for (let other = 0; other < 10; other++) if (other !== digit) out.push(value + (other - digit) * place);
  }
  return out;
}

const exists = ({ year, month, day }: FullDate): boolean =>
  year >= EARLIEST_YEAR &&
  year <= LATEST_YEAR &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= daysInMonth(year, month);

/** Dates of the calendar, about forty, without the date itself; the same date may come twice. */
export function nearDates({ year, month, day }: FullDate): FullDate[] {
  return [
    { year, month: day, day: month },
    ...oneDigitOff(day, 2).map((other) => ({ year, month, day: other })),
    ...oneDigitOff(month, 2).map((other) => ({ year, month: other, day })),
    ...oneDigitOff(year, 4).map((other) => ({ year: other, month, day })),
  ].filter((date) => exists(date) && (date.month !== month || date.day !== day || date.year !== year));
}
