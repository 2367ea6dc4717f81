// Keys of a word together with a date of birth, and those of persons whom a date cannot speak against.

import { type FullDate, isFullDate, nearDates } from '../dates/near-dates.ts';
import { EARLIEST_YEAR, type PartialDate } from '../dates/partial-date.ts';
import { companionKeys, hashKey, type KeyParts, nameKeys } from './name-keys.ts';

type Emit = (key: number, bits: number, within?: number) => void;

/** log2 of the days and of the years in which wanted persons were born. */
const DAY_BITS = 14;
const YEAR_BITS = 5.5;
/**
 * Kept by every person with such keys, so that it can be counted how many there are: whose dates are not known to the day, and of whom
 * some reader knows no date.
 */
export const PARTLY_DATED = hashKey('7');
export const UNDATED = hashKey('8');
/** A word is asked in so many of its forms with the dates near to the one given. */
export const NEAR_FORMS = 2;

/**
 * A word and a day. The days of one word are neighbours, so that asking for forty of them reads a page or two of the index; what
 * two words have in common by chance is one in 65 536.
 */
const dayKey = (form: string, date: FullDate): number => dayKeys(form) | dayNumber(date);

/** The first of the keys of a word's days. */
const dayKeys = (form: string): number => hashKey(`4${form}`) & ~0xffff;

/** A number below 65 536 of the calendar's days, in years of 372. */
export const dayNumber = ({ year, month, day }: FullDate): number =>
  ((year - EARLIEST_YEAR) * 372 + (month - 1) * 31 + day - 1) & 0xffff;

const yearKey = (form: string, year: number): number => hashKey(`5${form}|${year}`);

/**
 * The same key, of persons only whom a full date cannot speak against: no date of them is known, or none but a year or month.
 * @param year 0 where no date is known
 */
const loose = (key: number, year: number): number => ((key ^ 0x5bd1e995) + Math.imul(year, 0x9e3779b1)) | 0;

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

/**
 * Words and pairs of words as commonly as they were met in a register of forty thousand: the bits of a word are those of a rare name
 * among all that sound like it, and too few for a common one.
 */
const wordBits = (bits: number): number => Math.min(bits + 4, 9);
const letterBits = (bits: number): number => Math.min(bits + 4, 12);
const pairBits = (bits: number): number => Math.min(bits + 8, 13);

/** Stored beside the keys above, for `datedKeys` to find. */
export function looseKeys(
  parts: KeyParts,
  births: readonly PartialDate[],
  undated: boolean,
  add: (key: number) => void,
): void {
  for (const birth of births)
    if (!isFullDate(birth)) {
      add(PARTLY_DATED);
      looseNames(parts, birth.year, false, add);
    }
  if (undated) {
    add(UNDATED);
    looseNames(parts, 0, false, add);
  }
}

/** A word with the first letter of another, or alone, and a year. */
const looseCompanion = (text: string, bits: number, year: number): Parameters<Emit> => [
  loose(hashKey(text), year),
  letterBits(bits) + YEAR_BITS,
  PARTLY_DATED,
];

/** Two words of a name, with a slip in either, and beside a year a word with the first letter of another, or the only one. */
function looseNames(parts: KeyParts, year: number, forQuery: boolean, emit: Emit): void {
  const [within, more] = year === 0 ? [UNDATED, 0] : [PARTLY_DATED, YEAR_BITS];
  nameKeys(parts, forQuery, (text, bits) => {
    const kind = text[0];
    if (kind === '2') emit(loose(hashKey(text), year), pairBits(bits) + more, within);
    else if (kind === '3' && year !== 0) emit(...looseCompanion(text, bits, year));
  });
}

/**
 * The keys of a question that wants nobody whose dates of birth contradict, of every reading of the name. A person is found by one
 * word and a date that is equal or exchanged; by one word and a date a digit off, if the first letter of another word agrees or he has no
 * other; by a word with the first letter of another, or the only one, and the year, where no more is known of him; by two words, where no
 * date is. What that leaves out (another word beginning with another letter beside a slip in the date or a mere year) is no match.
 * @returns false when a date is not full or a reading is a single word: then only the keys of names find everybody
 */
export function datedKeys(
  readings: readonly KeyParts[],
  births: readonly PartialDate[],
  emit: Emit,
  emitNear: Emit,
): boolean {
  const dates = births.filter(isFullDate);
  if (dates.length === 0 || dates.length < births.length) return false;
  if (readings.some(({ words }) => words.length < 2)) return false;
  for (const parts of readings) {
    for (const date of dates) {
      const { year, month, day } = date;
      const swapped = { year, month: day, day: month };
      const near = new Set(nearDates(date).map(dayNumber));
      near.delete(dayNumber(swapped));
      for (const word of parts.words) {
        const bits = wordBits(word.bits) + DAY_BITS;
        for (const [place, form] of word.forms.entries()) {
          const first = dayKeys(form);
          emit(first | dayNumber(date), bits);
          if (day <= 12) emit(first | dayNumber(swapped), bits);
          if (place < NEAR_FORMS) for (const other of near) emitNear(first | other, bits);
        }
      }
      looseNames(parts, date.year, true, emit);
      companionKeys(parts, (text, bits) => emit(...looseCompanion(text, bits, date.year)));
    }
    looseNames(parts, 0, true, emit);
  }
  return true;
}
