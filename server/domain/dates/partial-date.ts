// A calendar date of which only a part may be known; never stored as 1 January.

/** Years 1850–2200, months 1–12, days 1–31; a day is never given without its month. */
export interface PartialDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

export const PARTIAL_DATE_PROBLEMS = [
  'NOT_A_DATE',
  'YEAR_UNKNOWN',
  'YEAR_OUT_OF_RANGE',
  'MONTH_OUT_OF_RANGE',
  'DAY_WITHOUT_MONTH',
  'NO_SUCH_DAY',
  'IN_FUTURE',
] as const;
export type PartialDateProblem = (typeof PARTIAL_DATE_PROBLEMS)[number];

export type PartialDateReading =
  | { readonly ok: true; readonly date: PartialDate }
  | { readonly ok: false; readonly problem: PartialDateProblem };

/** The earliest year of birth that the registry takes. */
export const EARLIEST_YEAR = 1850;

const refuse = (problem: PartialDateProblem): PartialDateReading => ({ ok: false, problem });

/** A date from parts of which null is not known. The parts are not checked: see partialDateProblem. */
export function partialDateOf(year: number, month: number | null, day: number | null): PartialDate {
  return { year, ...(month !== null && { month }), ...(day !== null && { day }) };
}

/** Days in a month (1–12) of the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Year, month and day are all known. */
export function isFull<T extends PartialDate>(date: T): date is T & Required<PartialDate> {
  return date.month !== undefined && date.day !== undefined;
}

/**
 * The first thing wrong with a date, or undefined.
 * @param today the last day that counts as past, full; a date after it is IN_FUTURE (unknown parts get the benefit).
 */
export function partialDateProblem(
  date: PartialDate,
  today: Required<PartialDate>,
): PartialDateProblem | undefined {
  const { year, month, day } = date;
  if (!Number.isInteger(year) || year < EARLIEST_YEAR) return 'YEAR_OUT_OF_RANGE';
  if (month === undefined) {
    if (day !== undefined) return 'DAY_WITHOUT_MONTH';
  } else {
    if (!Number.isInteger(month) || month < 1 || month > 12) return 'MONTH_OUT_OF_RANGE';
    if (day !== undefined && (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)))
      return 'NO_SUCH_DAY';
  }
  const order = year - today.year || (month ?? today.month) - today.month || (day ?? today.day) - today.day;
  return order > 0 ? 'IN_FUTURE' : undefined;
}

const YEAR_FIRST = /^(\d{4})(?:([-/.])(\d{1,2}|\?\?)(?:\2(\d{1,2}|\?\?))?)?$/u;
const DAY_FIRST = /^(?:(\d{1,2}|\?\?)\.)?(\d{1,2}|\?\?)\.(\d{4})$/u;

/**
 * Reads a date as people write it: `1975`, `1975-03`, `1975-03-21`, `1975/03/21`, `1975-03-??`, `21.03.1975`, `03.1975`.
 * Forms with slashes and the year last are refused, because 03/04/1975 is two dates.
 * @param today the last day that counts as past, full.
 */
export function parsePartialDate(text: string, today: Required<PartialDate>): PartialDateReading {
  const trimmed = text.trim();
  const yearFirst = YEAR_FIRST.exec(trimmed);
  const dayFirst = yearFirst ? null : DAY_FIRST.exec(trimmed);
  if (yearFirst) return assemble(yearFirst[1], yearFirst[3], yearFirst[4], today);
  if (dayFirst) return assemble(dayFirst[3], dayFirst[2], dayFirst[1], today);
  return refuse('NOT_A_DATE');
}

/**
 * Reads the birth date of a machine-readable zone: six characters YYMMDD, unknown parts `<<` (ICAO 9303-3, dates in the machine-readable zone).
 * The century is the latest that does not put the birth after `reference`.
 * @param reference the day of the check, full.
 */
export function parseMrzBirthDate(text: string, reference: Required<PartialDate>): PartialDateReading {
  if (!/^(?:\d\d|<<){3}$/u.test(text)) return refuse('NOT_A_DATE');
  const [yy, mm, dd] = [text.slice(0, 2), text.slice(2, 4), text.slice(4, 6)];
  if (yy === '<<') return refuse('YEAR_UNKNOWN');
  const century = reference.year - (reference.year % 100);
  const month = mm === '<<' ? undefined : mm;
  const day = dd === '<<' ? undefined : dd;
  const recent = assemble(String(century + Number(yy)), month, day, reference);
  if (recent.ok) return recent;
  return assemble(String(century - 100 + Number(yy)), month, day, reference);
}

function assemble(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  today: Required<PartialDate>,
): PartialDateReading {
  const known = (part: string | undefined) => (part === undefined || part === '??' ? null : Number(part));
  const date = partialDateOf(Number(year), known(month), known(day));
  const problem = partialDateProblem(date, today);
  return problem ? refuse(problem) : { ok: true, date };
}

const two = (part: number | undefined) => (part === undefined ? '??' : String(part).padStart(2, '0'));

/** ISO 8601 form cut at the first unknown part: `1975`, `1975-03` or `1975-03-21`. parsePartialDate reads it back. */
export function formatPartialDate(date: PartialDate): string {
  const year = String(date.year).padStart(4, '0');
  if (date.month === undefined) return year;
  return date.day === undefined
    ? `${year}-${two(date.month)}`
    : `${year}-${two(date.month)}-${two(date.day)}`;
}

/** The form for people, which shows what is not known: `1975-03-??`, `1975-??-??`. */
export function displayPartialDate(date: PartialDate): string {
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`;
}
