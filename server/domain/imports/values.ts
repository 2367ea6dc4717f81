// Single values as lists and tables write them, read into the registry's words; null where they mean nothing.
import { EYE_COLOURS, HAIR_COLOURS, type Sex } from '../persons/vocabulary.ts';
import type { BirthDraft } from './draft.ts';

const wordOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[^\p{L}\p{N}]/gu, '');

const SEX_WORDS: Readonly<Record<Sex, string>> = {
  M: 'm male man м муж мужской эркек ер еркек',
  F: 'f female woman ж жен женский аял әйел',
  X: 'x other',
  U: 'u unknown неизвестно неизвестен белгисиз белгісіз',
};

const SEXES: ReadonlyMap<string, Sex> = new Map(
  Object.entries(SEX_WORDS).flatMap(([sex, words]) => words.split(' ').map((word) => [word, sex as Sex])),
);

export const readSex = (text: string): Sex | null => SEXES.get(wordOf(text)) ?? null;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const two = (part: number | string): string => String(part).padStart(2, '0');

function monthOf(word: string | undefined): string | null {
  const place = MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase());
  return place < 0 ? null : two(place + 1);
}

/** `12 Mar 1970`, `Mar 1970`, `March 12, 1970`: months in English words, as notice lists write them. */
function readWorded(text: string): string | null {
  const dayFirst = /^(?:(\d{1,2})\s+)?(\p{L}{3,9})\.?\s+(\d{4})$/u.exec(text);
  const monthFirst = /^(\p{L}{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/u.exec(text);
  const month = monthOf(dayFirst?.[2] ?? monthFirst?.[1]);
  const year = dayFirst?.[3] ?? monthFirst?.[3];
  if (month === null || year === undefined) return null;
  const day = dayFirst?.[1] ?? monthFirst?.[2];
  return day === undefined ? `${year}-${month}` : `${year}-${month}-${two(day)}`;
}

const PLAIN = /^(?:\d{4}(?:[-/.](?:\d{1,2}|\?\?)){0,2}|(?:(?:\d{1,2}|\?\?)\.){1,2}\d{4})$/u;
const RANGE = /^(?:between\s+)?(\d{4})\s*(?:-|–|to|and)\s*(\d{4})$/iu;
const ABOUT = /^(?:circa|approximately|approx\.?|about|ca\.?|около|болжолу|шамамен)\s*/iu;

/** @returns a birth date in the forms that the registry reads, or null; whether the day exists is judged later */
export function readBirth(text: string): BirthDraft | null {
  const trimmed = text.trim();
  const range = RANGE.exec(trimmed);
  if (range?.[1] && range[2]) {
    const [yearFrom, yearTo] = [Number(range[1]), Number(range[2])];
    return { date: range[1], yearFrom, yearTo };
  }
  const isApproximate = ABOUT.test(trimmed);
  const bare = trimmed.replace(ABOUT, '');
  // A moment of a day is its day: programs write days with midnight behind them.
  const day = /^(\d{4}-\d{2}-\d{2})T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?$/u.exec(bare)?.[1] ?? bare;
  const date = PLAIN.test(day) ? day : readWorded(day);
  return date === null ? null : { date, ...(isApproximate && { isApproximate }) };
}

/** @returns a whole day as YYYY-MM-DD, or null */
export function readDay(text: string): string | null {
  const date = readBirth(text)?.date ?? '';
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(date);
  const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(date);
  if (yearFirst) return `${yearFirst[1]}-${two(yearFirst[2] ?? '')}-${two(yearFirst[3] ?? '')}`;
  if (dayFirst) return `${dayFirst[3]}-${two(dayFirst[2] ?? '')}-${two(dayFirst[1] ?? '')}`;
  return null;
}

/** @returns a whole number within bounds; 0 is how some lists write "unknown" */
export function readAmount(text: string, from: number, to: number): number | null {
  const match = /^(\d+)(?:[.,](\d+))?\s*(m|м|cm|см|kg|кг|мес)?\.?$/iu.exec(text.trim());
  if (!match) return null;
  const value = Number(`${match[1]}.${match[2] ?? '0'}`);
  const isMetres =
    /^[mм]$/iu.test(match[3] ?? '') || (match[3] === undefined && value > 0 && value < 3 && from > 3);
  const whole = Math.round(isMetres ? value * 100 : value);
  return whole >= from && whole <= to ? whole : null;
}

const COLOUR_WORDS: Readonly<Record<string, string>> = {
  BLACK: 'black bla blk черный черные кара қара',
  BROWN: 'brown bro brn каштановый каштановые карий карие коричневый күрөң қоңыр',
  BLOND: 'blond blonde blo bln fair русый русые светлый светлые сары',
  RED: 'red рыжий рыжие',
  GREY: 'grey gray gry gra седой седые серый серые боз сұр',
  WHITE: 'white whi белый белые ак ақ',
  BALD: 'bald bal лысый',
  DYED: 'dyed крашеный крашеные',
  BLUE: 'blue blu голубой голубые синий синие көк',
  GREEN: 'green gre grn зеленый зеленые жашыл жасыл',
  HAZEL: 'hazel haz',
};

const COLOURS: ReadonlyMap<string, string> = new Map(
  Object.entries(COLOUR_WORDS).flatMap(([colour, words]) => words.split(' ').map((word) => [word, colour])),
);

const colourIn = (list: readonly string[], text: string): string | null => {
  const colour = COLOURS.get(wordOf(text));
  return colour !== undefined && list.includes(colour) ? colour : null;
};

export const readHair = (text: string): string | null => colourIn(HAIR_COLOURS, text);
export const readEyes = (text: string): string | null => colourIn(EYE_COLOURS, text);

/** Several values in one cell. */
export const readList = (text: string): string[] =>
  text
    .split(/[;|\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
};

/** Text of which the marks of a web page are taken away. */
export const plainText = (html: string): string =>
  html
    .replace(/<[^<>]*>/gu, ' ')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/gu, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/\s+/gu, ' ')
    .trim();

export const cut = (text: string, length: number): string => text.slice(0, length).trim();
