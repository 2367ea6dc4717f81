// The number of a person record that people read aloud and print: `KG-2026-004812-1`, its check digit included.
import { dammDigit } from '../documents/check-digit.ts';
import { foldLookAlikes } from '../documents/look-alikes.ts';

/** `state` two letters (ISO 3166-1 alpha-2), `year` four digits, `sequence` a positive whole number. */
export interface RegistryNumber {
  readonly state: string;
  readonly year: number;
  readonly sequence: number;
}

export type RegistryNumberReading =
  | { readonly ok: true; readonly number: RegistryNumber; readonly text: string }
  | { readonly ok: false; readonly problem: 'FORMAT' | 'CHECK_DIGIT' };

/**
 * The sequence is padded to six digits; the last digit is the Damm digit of the letters (A=10 … Z=35), year and sequence.
 * @throws RangeError when a part is out of its range.
 */
export function formatRegistryNumber({ state, year, sequence }: RegistryNumber): string {
  if (!/^[A-Z]{2}$/u.test(state)) throw new RangeError('a state is two capital Latin letters');
  if (!Number.isInteger(year) || year < 1000 || year > 9999) throw new RangeError('a year has four digits');
  if (!Number.isSafeInteger(sequence) || sequence < 1)
    throw new RangeError('a sequence is a positive whole number');
  const digits = String(sequence).padStart(6, '0');
  return `${state}-${year}-${digits}-${checkDigit(state, String(year), digits)}`;
}

/**
 * Reads a number as typed from paper: any case, spaces, dashes of any kind or none, look-alike letters of other scripts.
 * `text` is the number as formatRegistryNumber writes it.
 */
export function parseRegistryNumber(written: string): RegistryNumberReading {
  const compact = foldLookAlikes(written).replace(/[\s\p{Pd}]/gu, '');
  const parts = /^([A-Z]{2})([1-9]\d{3})(\d{6,15})(\d)$/u.exec(compact);
  const [, state, year, digits, check] = parts ?? [];
  if (!state || !year || !digits || !check) return { ok: false, problem: 'FORMAT' };
  const number = { state, year: Number(year), sequence: Number(digits) };
  // A longer number with leading zeros is another writing of the same sequence and was never issued.
  if (number.sequence < 1 || String(number.sequence).padStart(6, '0') !== digits)
    return { ok: false, problem: 'FORMAT' };
  if (Number(check) !== checkDigit(state, year, digits)) return { ok: false, problem: 'CHECK_DIGIT' };
  return { ok: true, number, text: formatRegistryNumber(number) };
}

function checkDigit(state: string, year: string, sequence: string): number {
  const letters = [...state].map((letter) => letter.charCodeAt(0) - 0x41 + 10).join('');
  return dammDigit(letters + year + sequence);
}
