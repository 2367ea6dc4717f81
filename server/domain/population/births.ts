// Dates of birth and other days of invented lives.
import { daysInMonth, type PartialDate } from '../dates/partial-date.ts';
import { below, type Random, uniform } from './random.ts';

/** A full date of birth of somebody aged 18 to 77 in `year`, most often between 30 and 55. */
export function drawAdultBirth(random: Random, year: number): Required<PartialDate> {
  const age = 18 + Math.floor(30 * (uniform(random) + uniform(random)));
  return drawDay(random, year - age);
}

/** A full date of birth of a traveller of any age up to 80. */
export function drawTravellerBirth(random: Random, year: number): Required<PartialDate> {
  return drawDay(random, year - 1 - below(random, 80));
}

/** Any day of a year, all alike. */
export function drawDay(random: Random, year: number): Required<PartialDate> {
  const month = 1 + below(random, 12);
  return { year, month, day: 1 + below(random, daysInMonth(year, month)) };
}

export const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** YYYY-MM-DD of a full date. */
export const isoDay = ({ year, month, day }: Required<PartialDate>): string =>
  `${year}-${twoDigits(month)}-${twoDigits(day)}`;
