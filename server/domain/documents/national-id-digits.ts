// The check digits of national identity numbers, from the digits that stand before them.

/**
 * KZ IIN: weights 1–11 modulo 11; when that gives 10, weights 3–11, 1, 2.
 * Source: rules for forming the identification number, government resolution 406 of 22 May 2007 (not re-read).
 * @param digits the first 11 digits. @throws RangeError otherwise.
 * @returns 0–9, or undefined: both rounds give 10 and such a number is not issued.
 */
export function kzIinCheckDigit(digits: string): number | undefined {
  const first = weighted(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
  if (first < 10) return first;
  const second = weighted(digits, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11;
  return second < 10 ? second : undefined;
}

/**
 * RU INN of a person: two digits, each a weighted sum modulo 11 modulo 10.
 * Source: the tax service's published rule; structure of the number: order MMV-7-6/435@ of 29 June 2012.
 * @param digits the first 10 digits. @throws RangeError otherwise.
 * @returns two digits.
 */
export function ruInnCheckDigits(digits: string): string {
  const eleventh = String((weighted(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10);
  const twelfth = String((weighted(digits + eleventh, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10);
  return eleventh + twelfth;
}

/**
 * RU SNILS: weights 9–1 modulo 101; 100 is written 00.
 * Source: the pension fund's rules for checking insurance numbers in reports.
 * @param digits the first 9 digits. @throws RangeError otherwise.
 * @returns two digits.
 */
export function ruSnilsCheckDigits(digits: string): string {
  const rest = weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
  return rest === 100 ? '00' : String(rest).padStart(2, '0');
}

/**
 * UZ PINFL: weights 7, 3, 1 repeated, modulo 10. Source: public implementations that agree; the decree was not read.
 * @param digits the first 13 digits. @throws RangeError otherwise.
 * @returns 0–9.
 */
export function uzPinflCheckDigit(digits: string): number {
  return weighted(digits, [7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7]) % 10;
}

function weighted(digits: string, weights: readonly number[]): number {
  if (digits.length !== weights.length || !/^\d+$/u.test(digits))
    throw new RangeError(`expected ${weights.length} digits`);
  return weights.reduce((sum, weight, place) => sum + weight * Number(digits.charAt(place)), 0);
}
