// Keys of a word together with a date of birth, and those of persons whom a date cannot speak against.

import { type FullDate, isFullDate, nearDates } from '../dates/near-dates.ts';
import { EARLIEST_YEAR, type PartialDate } from '../dates/partial-date.ts';
import { hashKey, type KeyParts, nameKeys } from './name-keys.ts';

type Emit = (key: number, bits: number) => void;

/** log2 of the days and of the years in which wanted persons were born. */
const DAY_BITS = 14;
const YEAR_BITS = 5.5;
/** log2 of how few persons have no full date of birth: about one in ten. */
const LOOSE_BITS = 3;
/** A word is asked in so many of its forms with the dates near to the one given. */
const NEAR_FORMS = 2;

/**
 * A word and a day. The days of one word are neighbours, so that asking for forty of them reads a page or two of the index; what
 * two words have in common by chance is one in 65 536.
 */
function dayKey(form: string, { year, month, day }: FullDate): number {
  const number = (year - EARLIEST_YEAR) * 372 + (month - 1) * 31 + day - 1;
  return (hashKey(`4${form}`) & ~0xffff) | (number & 0xffff);
}

const yearKey = (form: string, year: number): number => hashKey(`5${form}|${year}`);

/** The same key, of persons only whom a full date cannot speak against: their date is not known, or not to the day. */
const loose = (key: number): number => key ^ 0x5bd1e995;

export function storedBirthKeys({ words }: KeyParts, birth: PartialDate, add: (key: number) => void): void {
  for (const { forms } of words)
    for (const form of forms) {
      if (isFullDate(birth)) add(dayKey(form, birth));
      add(yearKey(form, birth.year));
    }
}

/** The date, the date with day and month exchanged, and the year for dates of which no more is known or a digit was misread. */
export function askedBirthKeys({ words }: KeyParts, birth: PartialDate, emit: Emit): void {
  for (const { forms, bits } of words)
    for (const form of forms) {
      if (isFullDate(birth)) {
        const { year, month, day } = birth;
        emit(dayKey(form, birth), bits + DAY_BITS);
        if (day <= 12) emit(dayKey(form, { year, month: day, day: month }), bits + DAY_BITS);
      }
      emit(yearKey(form, birth.year), bits + YEAR_BITS);
    }
}

/** Stored beside the keys above, for `datedKeys` to find. */
export function looseKeys(
  parts: KeyParts,
  births: readonly PartialDate[],
  undated: boolean,
  add: (key: number) => void,
): void {
  for (const birth of births)
    if (!isFullDate(birth))
      for (const { forms } of parts.words) for (const form of forms) add(loose(yearKey(form, birth.year)));
  if (undated) looseNames(parts, false, add);
}

/** Two words of a name, with a slip in either; the one word of a name that has no more. */
function looseNames(parts: KeyParts, forQuery: boolean, emit: Emit): void {
  nameKeys(parts, forQuery, (text, bits) => {
    if (text[0] === '2' || parts.words.length === 1) emit(loose(hashKey(text)), bits + LOOSE_BITS);
  });
}

/**
 * The keys of a question that wants nobody whose dates of birth contradict, of every reading of the name. A person is found by one
 * word and a date that is equal, exchanged or a digit off; by one word and the year, where no more is known of him; by two words,
 * where no date is.
 * @returns false when a date is not full or a reading is a single word: then only the keys of names find everybody
 */
export function datedKeys(
  readings: readonly KeyParts[],
  births: readonly PartialDate[],
  emit: Emit,
): boolean {
  const dates = births.filter(isFullDate);
  if (dates.length === 0 || dates.length < births.length) return false;
  if (readings.some(({ words }) => words.length < 2)) return false;
  for (const parts of readings) {
    for (const date of dates) {
      const near = nearDates(date);
      for (const { forms, bits } of parts.words)
        for (const [place, form] of forms.entries()) {
          emit(dayKey(form, date), bits + DAY_BITS);
          emit(loose(yearKey(form, date.year)), bits + YEAR_BITS + LOOSE_BITS);
          if (place < NEAR_FORMS) for (const other of near) emit(dayKey(form, other), bits + DAY_BITS);
        }
    }
    looseNames(parts, true, emit);
  }
  return true;
}
