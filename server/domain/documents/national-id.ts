// National identity numbers: their shape, check digit and what they say of birth and sex. They warn; they never reject.
import { type BirthDate, compareBirthDates, isBirthDateConsistent } from '../dates/birth-date.ts';
import { daysInMonth, type PartialDate } from '../dates/partial-date.ts';
import type { NationalIdScheme, Sex } from '../persons/vocabulary.ts';
import { normaliseDocumentNumber } from './document-number.ts';
import {
  kzIinCheckDigit,
  ruInnCheckDigits,
  ruSnilsCheckDigits,
  uzPinflCheckDigit,
} from './national-id-digits.ts';

export const NATIONAL_ID_WARNINGS = [
  'EMPTY',
  'WRONG_LENGTH',
  'NOT_DIGITS',
  'CHECK_DIGIT_WRONG',
  'SEX_DIGIT_UNKNOWN',
  'BIRTH_DATE_IMPOSSIBLE',
  'BIRTH_DATE_DIFFERS',
  'SEX_DIFFERS',
] as const;
export type NationalIdWarning = (typeof NATIONAL_ID_WARNINGS)[number];

/** What a number says by itself; `birth` and `sex` are there when the scheme holds them and they make sense. */
export interface NationalIdReading {
  readonly normalised: string;
  readonly birth?: PartialDate;
  readonly sex?: 'M' | 'F';
  readonly warnings: readonly NationalIdWarning[];
}

export interface NationalIdBearer {
  readonly births: readonly BirthDate[];
  readonly sex: Sex;
}

interface Scheme {
  readonly length: number;
  /** Undefined: the rule of the last digit is not published, so it is not checked. */
  readonly checkDigitsAgree?: (digits: string) => boolean;
  readonly bearer?: (digits: string) => Bearer;
}

interface Bearer {
  readonly sex?: 'M' | 'F';
  readonly birth?: PartialDate;
  readonly warnings: readonly NationalIdWarning[];
}

const SCHEMES: Readonly<Record<Exclude<NationalIdScheme, 'OTHER'>, Scheme>> = {
  KG_PIN: { length: 14, bearer: readKyrgyz },
  KZ_IIN: {
    length: 12,
    checkDigitsAgree: (digits) => kzIinCheckDigit(digits.slice(0, 11)) === Number(digits.charAt(11)),
    bearer: readKazakh,
  },
  RU_INN: {
    length: 12,
    checkDigitsAgree: (digits) => ruInnCheckDigits(digits.slice(0, 10)) === digits.slice(10),
  },
  RU_SNILS: { length: 11, checkDigitsAgree: snilsAgrees },
  UZ_PINFL: {
    length: 14,
    checkDigitsAgree: (digits) => uzPinflCheckDigit(digits.slice(0, 13)) === Number(digits.charAt(13)),
    bearer: readUzbek,
  },
};

/** Normalises a number and says what it holds and what is wrong with it by itself. */
export function readNationalId(scheme: NationalIdScheme, written: string): NationalIdReading {
  const normalised = normaliseDocumentNumber(written);
  if (normalised === '') return { normalised, warnings: ['EMPTY'] };
  if (scheme === 'OTHER') return { normalised, warnings: [] };
  const rules = SCHEMES[scheme];
  if (!/^\d+$/u.test(normalised)) return { normalised, warnings: ['NOT_DIGITS'] };
  if (normalised.length !== rules.length) return { normalised, warnings: ['WRONG_LENGTH'] };
  const bearer = rules.bearer?.(normalised);
  const agrees = rules.checkDigitsAgree?.(normalised) ?? true;
  return {
    normalised,
    ...(bearer?.birth && { birth: bearer.birth }),
    ...(bearer?.sex && { sex: bearer.sex }),
    warnings: [...(agrees ? [] : (['CHECK_DIGIT_WRONG'] as const)), ...(bearer?.warnings ?? [])],
  };
}

/**
 * The reading together with how it fits the person. BIRTH_DATE_DIFFERS when the number agrees with none of the known
 * birth dates; SEX_DIFFERS when the person's sex is known as the other one (X and U contradict nothing).
 */
export function checkNationalId(
  scheme: NationalIdScheme,
  written: string,
  bearer: NationalIdBearer,
): NationalIdReading {
  const reading = readNationalId(scheme, written);
  const { birth, sex } = reading;
  const warnings = [...reading.warnings];
  if (
    birth &&
    bearer.births.length > 0 &&
    !bearer.births.some((known) => isBirthDateConsistent(compareBirthDates(birth, known)))
  )
    warnings.push('BIRTH_DATE_DIFFERS');
  if (sex && (bearer.sex === 'M' || bearer.sex === 'F') && bearer.sex !== sex) warnings.push('SEX_DIFFERS');
  return { ...reading, warnings };
}

// KG: 1 woman, 2 man, then DDMMYYYY, then five digits.
function readKyrgyz(digits: string): Bearer {
  const sex = digits.startsWith('1') ? 'F' : digits.startsWith('2') ? 'M' : undefined;
  return bearerOf(sex, Number(digits.slice(5, 9)), digits.slice(3, 5), digits.slice(1, 3));
}

// KZ: YYMMDD, then century and sex: odd man, even woman; 1–2 nineteenth, 3–4 twentieth, 5–6 twenty-first century;
// 0 a foreigner whose century and sex the number does not tell. Since 2013 the link with the birth date is not law.
function readKazakh(digits: string): Bearer {
  const mark = Number(digits.charAt(6));
  if (mark === 0) return { warnings: [] };
  return centuryBearer(mark, digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6));
}

// UZ: century and sex as in KZ, then DDMMYY, then place, serial and check digit.
function readUzbek(digits: string): Bearer {
  return centuryBearer(Number(digits.charAt(0)), digits.slice(5, 7), digits.slice(3, 5), digits.slice(1, 3));
}

function centuryBearer(mark: number, yy: string, month: string, day: string): Bearer {
  if (mark < 1 || mark > 6) return { warnings: ['SEX_DIGIT_UNKNOWN'] };
  const year = 1800 + 100 * Math.floor((mark - 1) / 2) + Number(yy);
  return bearerOf(mark % 2 === 1 ? 'M' : 'F', year, month, day);
}

// Registers write 00 for a month or day that nobody knows.
function bearerOf(sex: 'M' | 'F' | undefined, year: number, mm: string, dd: string): Bearer {
  const [month, day] = [Number(mm), Number(dd)];
  const possible = year >= 1850 && month <= 12 && (month === 0 ? day === 0 : day <= daysInMonth(year, month));
  const birth: PartialDate = { year, ...(month > 0 && { month }), ...(day > 0 && { day }) };
  return {
    ...(sex && { sex }),
    ...(possible && { birth }),
    warnings: [
      ...(sex ? [] : (['SEX_DIGIT_UNKNOWN'] as const)),
      ...(possible ? [] : (['BIRTH_DATE_IMPOSSIBLE'] as const)),
    ],
  };
}

// Numbers up to 001-001-998 are older than the check digits.
function snilsAgrees(digits: string): boolean {
  const number = digits.slice(0, 9);
  return Number(number) <= 1_001_998 || ruSnilsCheckDigits(number) === digits.slice(9);
}
