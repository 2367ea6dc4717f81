// Check digits: 7-3-1 of machine-readable travel documents, and the Damm digit of the registry's own numbers.

/**
 * ICAO 9303-3, 4.9: weights 7, 3, 1 repeated, modulo 10; digits count as themselves, A–Z as 10–35, `<` as 0.
 * @returns 0–9, or undefined when a sign cannot stand in a machine-readable zone.
 */
export function icaoCheckDigit(field: string): number | undefined {
  let sum = 0;
  for (let place = 0; place < field.length; place++) {
    const value = icaoValue(field.charCodeAt(place));
    if (value === undefined) return undefined;
    sum += value * (place % 3 === 0 ? 7 : place % 3 === 1 ? 3 : 1);
  }
  return sum % 10;
}

/**
 * The printed digit belongs to the field. For an empty optional field (all `<`) a printed `<` counts as 0
 * (ICAO 9303-4, lower line of the TD3).
 */
export function verifyIcaoCheckDigit(field: string, printed: string): boolean {
  const expected = icaoCheckDigit(field);
  if (expected === undefined) return false;
  return printed === String(expected) || (printed === '<' && /^<*$/u.test(field));
}

function icaoValue(code: number): number | undefined {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0x41 && code <= 0x5a) return code - 0x41 + 10;
  return code === 0x3c ? 0 : undefined;
}

// The totally anti-symmetric quasigroup of order 10 of H. Michael Damm's thesis (Marburg 2004), the usual choice.
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const;

/**
 * The Damm digit: finds every single wrong digit and every exchange of two neighbours.
 * @param digits ASCII digits only. @throws RangeError otherwise.
 * @returns 0–9.
 */
export function dammDigit(digits: string): number {
  if (!/^\d*$/u.test(digits)) throw new RangeError('the Damm digit is defined for digits only');
  let interim = 0;
  for (const digit of digits) interim = Number((DAMM[interim] ?? '').charAt(Number(digit)));
  return interim;
}
