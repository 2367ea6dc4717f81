// Reads a machine-readable zone: every sign, every check digit, every date; names the field that is wrong and stops there.
import type { PartialDate } from '../../dates/partial-date.ts';
import { parseMrzBirthDate } from '../../dates/partial-date.ts';
import { verifyIcaoCheckDigit } from '../check-digit.ts';
import { CHECKED, COMPOSITE, fitsField, LAYOUTS } from './layouts.ts';
import { mrzLines } from './lines.ts';
import { parseMrzExpiry } from './mrz-dates.ts';
import type {
  MrzChange,
  MrzCorrection,
  MrzDocument,
  MrzFault,
  MrzField,
  MrzFormat,
  MrzIssue,
  MrzResult,
} from './vocabulary.ts';

type Values = Partial<Record<MrzField, string>>;

const bare = (field: string): string => field.replace(/<+$/u, '');

/** ICAO gives Germany one letter. */
const stateOf = (field: string): string => (bare(field) === 'D' ? 'DEU' : bare(field));

/**
 * Reads the text of a zone as a reader sent it.
 * A corrected field replaces what was read; it is accepted even when it disagrees with the printed digit, because digits are
 * misread and misprinted too, and is then named in `misprinted`. A field that nobody corrected must agree.
 * @param today the day of the check, full: decides the centuries.
 */
export function readMrz(
  text: string,
  today: Required<PartialDate>,
  corrections: readonly MrzCorrection[] = [],
): MrzResult {
  const zone = mrzLines(text);
  if (zone === null) return { ok: false, issues: [{ field: null, fault: 'FORMAT', line: 0 }] };
  const { format, lines } = zone;
  const values: Values = {};
  for (const { field, line, from, to } of LAYOUTS[format]) values[field] = lines[line]?.slice(from, to) ?? '';
  const changes = correct(format, values, corrections);
  const vouched = new Set(changes.map(({ field }) => field));
  const long = joinLongNumber(values);
  const issues: MrzIssue[] = [];
  const report = (field: MrzField, fault: MrzFault) => {
    if (!issues.some((issue) => issue.field === field))
      issues.push({ field, fault, line: lineOf(format, field) });
  };
  for (const { field, from, to } of LAYOUTS[format]) {
    const value = values[field] ?? '';
    if (value.length !== to - from || !fitsField(field, value)) report(field, 'WRONG_SIGN');
  }
  const misprinted = checkDigits(format, values, long, vouched, report);
  const document = documentOf(format, values, long, today, report);
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true, reading: { document, changes, misprinted } };
}

const lineOf = (format: MrzFormat, field: MrzField): number =>
  (LAYOUTS[format].find((place) => place.field === field)?.line ?? -1) + 1;

/** Writes the corrections into the values; those of fields that the format lacks are left out. */
function correct(format: MrzFormat, values: Values, corrections: readonly MrzCorrection[]): MrzChange[] {
  return corrections.flatMap(({ field, value }) => {
    const place = LAYOUTS[format].find((candidate) => candidate.field === field);
    if (!place) return [];
    const from = values[field] ?? '';
    const to = value
      .toUpperCase()
      .replace(/\s/gu, '')
      .padEnd(place.to - place.from, '<');
    values[field] = to;
    return [{ field, from, to }];
  });
}

interface LongNumber {
  readonly number: string;
  readonly digit: string;
  readonly rest: string;
}

/**
 * ICAO 9303-5, 4.2.2.2 and 9303-6: a number of more than nine signs goes on in the optional data, a filler stands in the place of
 * its digit, and the digit follows the number.
 */
function joinLongNumber(values: Values): LongNumber | null {
  const { DOCUMENT_NUMBER: head = '', DOCUMENT_NUMBER_CHECK: digit, OPTIONAL_DATA: optional = '' } = values;
  if (digit !== '<' || head.includes('<') || values.OPTIONAL_DATA_CHECK !== undefined) return null;
  const [tail = '', ...rest] = optional.split('<');
  if (tail.length < 2) return null;
  return { number: head + tail.slice(0, -1), digit: tail.slice(-1), rest: rest.join('<') };
}

/** Reports what disagrees and was not corrected; @returns what disagrees although it was */
function checkDigits(
  format: MrzFormat,
  values: Values,
  long: LongNumber | null,
  vouched: ReadonlySet<MrzField>,
  report: (field: MrzField, fault: MrzFault) => void,
): MrzField[] {
  const misprinted: MrzField[] = [];
  let isNamed = false;
  for (const [field, digitField] of CHECKED) {
    if (values[digitField] === undefined) continue;
    const isLong = long !== null && field === 'DOCUMENT_NUMBER';
    const value = isLong ? long.number : (values[field] ?? '');
    const digit = isLong ? long.digit : (values[digitField] ?? '');
    if (verifyIcaoCheckDigit(value, digit)) continue;
    if (vouched.has(field) || vouched.has(digitField)) misprinted.push(field);
    else {
      report(field, 'CHECK_DIGIT');
      isNamed = true;
    }
  }
  // A field that is wrong makes the composite digit wrong too: naming both would send the officer to the wrong place.
  if (isNamed) return misprinted;
  const whole = COMPOSITE[format].map((field) => values[field] ?? '').join('');
  if (!verifyIcaoCheckDigit(whole, values.COMPOSITE_CHECK ?? '')) {
    if (vouched.size > 0) misprinted.push('COMPOSITE_CHECK');
    else report('COMPOSITE_CHECK', 'CHECK_DIGIT');
  }
  return misprinted;
}

function documentOf(
  format: MrzFormat,
  values: Values,
  long: LongNumber | null,
  today: Required<PartialDate>,
  report: (field: MrzField, fault: MrzFault) => void,
): MrzDocument {
  const read = (field: MrzField) => values[field] ?? '';
  const number = long?.number ?? bare(read('DOCUMENT_NUMBER'));
  if (number === '') report('DOCUMENT_NUMBER', 'EMPTY');
  const name = bare(read('NAME'));
  const [family = '', ...given] = name.split('<<');
  const optional = [long ? long.rest : read('OPTIONAL_DATA'), read('OPTIONAL_DATA_2')].map(bare);
  return {
    format,
    documentCode: bare(read('DOCUMENT_CODE')),
    issuingState: stateOf(read('ISSUING_STATE')),
    documentNumber: number.replace(/</gu, ''),
    nationality: stateOf(read('NATIONALITY')),
    birth: birthOf(read('BIRTH_DATE'), today, report),
    sex: read('SEX') === 'M' || read('SEX') === 'F' ? (read('SEX') as 'M' | 'F') : 'U',
    expiresOn: expiryOf(read('EXPIRY_DATE'), today, report),
    name,
    family: words(family),
    given: words(given.join('<')),
    nameTruncated: !read('NAME').endsWith('<'),
    optionalData: optional.filter((text) => text !== ''),
  };
}

const words = (text: string): string => text.split('<').filter(Boolean).join(' ');

function birthOf(
  text: string,
  today: Required<PartialDate>,
  report: (field: MrzField, fault: MrzFault) => void,
): PartialDate | null {
  const reading = parseMrzBirthDate(text, today);
  if (reading.ok) return reading.date;
  // An unknown year leaves nothing to compare; month and day without it say nothing.
  if (reading.problem !== 'YEAR_UNKNOWN') report('BIRTH_DATE', 'NOT_A_DATE');
  return null;
}

function expiryOf(
  text: string,
  today: Required<PartialDate>,
  report: (field: MrzField, fault: MrzFault) => void,
): PartialDate | null {
  if (/^<+$/u.test(text)) return null;
  const date = parseMrzExpiry(text, today.year);
  if (date === undefined) report('EXPIRY_DATE', 'NOT_A_DATE');
  return date ?? null;
}
