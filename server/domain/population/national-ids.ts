// Invented national identity numbers that agree with birth and sex and carry the right check digits.
import type { PartialDate } from '../dates/partial-date.ts';
import {
  kzIinCheckDigit,
  ruInnCheckDigits,
  ruSnilsCheckDigits,
  uzPinflCheckDigit,
} from '../documents/national-id-digits.ts';
import type { NationalIdScheme } from '../persons/vocabulary.ts';
import { twoDigits } from './births.ts';
import { below, chance, digits, type Random } from './random.ts';

export interface InventedNationalId {
  readonly scheme: NationalIdScheme;
  readonly value: string;
}

/**
 * A number of the state's own scheme, or none where this product knows no scheme.
 * @param birth undefined: the number would tell the birth date, so schemes that hold it give none.
 */
export function drawNationalId(
  random: Random,
  state: string,
  sex: 'M' | 'F',
  birth: Required<PartialDate> | undefined,
): InventedNationalId | undefined {
  if (state === 'RUS') return chance(random, 0.6) ? drawInn(random) : drawSnils(random);
  if (!birth) return undefined;
  if (state === 'KGZ') return { scheme: 'KG_PIN', value: drawPin(random, sex, birth) };
  if (state === 'KAZ') return { scheme: 'KZ_IIN', value: drawIin(random, sex, birth) };
  if (state === 'UZB') return { scheme: 'UZ_PINFL', value: drawPinfl(random, sex, birth) };
  return undefined;
}

const drawPin = (random: Random, sex: 'M' | 'F', { year, month, day }: Required<PartialDate>) =>
  `${sex === 'F' ? 1 : 2}${twoDigits(day)}${twoDigits(month)}${year}${digits(random, 5)}`;

// 3–4 twentieth, 5–6 twenty-first century; odd men, even women.
const centuryMark = (sex: 'M' | 'F', year: number) => (year < 2000 ? 3 : 5) + (sex === 'F' ? 1 : 0);

function drawIin(random: Random, sex: 'M' | 'F', { year, month, day }: Required<PartialDate>): string {
  const head = twoDigits(year % 100) + twoDigits(month) + twoDigits(day) + centuryMark(sex, year);
  for (;;) {
    const eleven = head + digits(random, 4);
    const check = kzIinCheckDigit(eleven);
    if (check !== undefined) return eleven + check;
  }
}

function drawPinfl(random: Random, sex: 'M' | 'F', { year, month, day }: Required<PartialDate>): string {
  const birth = twoDigits(day) + twoDigits(month) + twoDigits(year % 100);
  const thirteen = centuryMark(sex, year) + birth + digits(random, 6);
  return thirteen + uzPinflCheckDigit(thirteen);
}

function drawInn(random: Random): InventedNationalId {
  const ten = twoDigits(1 + below(random, 79)) + digits(random, 8);
  return { scheme: 'RU_INN', value: ten + ruInnCheckDigits(ten) };
}

// Numbers up to 001-001-998 are older than the check digits: the first digit is never 0.
function drawSnils(random: Random): InventedNationalId {
  const nine = String(1 + below(random, 9)) + digits(random, 8);
  return { scheme: 'RU_SNILS', value: nine + ruSnilsCheckDigits(nine) };
}
