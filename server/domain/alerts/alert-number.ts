// The number of an alert that states quote to one another: `KGZ-2026-000123-4`, its check digit included.
import { dammDigit } from '../documents/check-digit.ts';

/** `state` ISO 3166 alpha-3, `year` four digits (of the owner state's calendar), `sequence` a positive whole number. */
export interface AlertNumber {
  readonly state: string;
  readonly year: number;
  readonly sequence: number;
}

/**
 * The sequence is padded to six digits; the last digit is the Damm digit of the letters (A=10 … Z=35), year and sequence,
 * which finds every single wrong digit and every exchange of neighbours.
 * @throws RangeError when a part is out of its range
 */
export function formatAlertNumber({ state, year, sequence }: AlertNumber): string {
  if (!/^[A-Z]{3}$/u.test(state)) throw new RangeError('a state is three capital Latin letters');
  if (!Number.isInteger(year) || year < 1000 || year > 9999) throw new RangeError('a year has four digits');
  if (!Number.isSafeInteger(sequence) || sequence < 1)
    throw new RangeError('a sequence is a positive whole number');
  const digits = String(sequence).padStart(6, '0');
  const letters = [...state].map((letter) => letter.charCodeAt(0) - 0x41 + 10).join('');
  return `${state}-${year}-${digits}-${dammDigit(`${letters}${year}${digits}`)}`;
}
