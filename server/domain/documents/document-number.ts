// The number of an identity document in the one form in which numbers are compared, stored and indexed.
import { foldLookAlikes } from './look-alikes.ts';

/**
 * Upper case, without spaces, dashes, dots, slashes, `<` and the number sign, look-alike letters made Latin. The letter
 * O and the digit 0 stay different: see repairByPattern. Empty when nothing but separators was written.
 */
export function normaliseDocumentNumber(written: string): string {
  // The number sign goes first, because its compatibility form is the letters "No".
  return foldLookAlikes(written.replace(/№/gu, '')).replace(/[^\p{L}\p{N}]/gu, '');
}

/** How a state numbers a kind of document: `A` a Latin letter, `9` a digit, any other sign itself. `AC9999999`, `99999999`. */
export type NumberPattern = string;

// Pairs that machines and tired eyes exchange.
const AS_DIGIT: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', B: '8', Z: '2' };
const AS_LETTER: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '5': 'S', '8': 'B', '2': 'Z' };

/**
 * Exchanges letters and digits of one shape (O/0, I/1, S/5, B/8, Z/2) where a pattern says which of the two stands there.
 * A number that already fits a pattern, or that fits none or several differently after the exchange, comes back as it is.
 * @param number as normaliseDocumentNumber gives it.
 */
export function repairByPattern(number: string, patterns: readonly NumberPattern[]): string {
  const repaired = new Set<string>();
  for (const pattern of patterns) {
    const fitted = fitToPattern(number, pattern);
    if (fitted === number) return number;
    if (fitted !== undefined) repaired.add(fitted);
  }
  const [only] = repaired;
  return repaired.size === 1 && only !== undefined ? only : number;
}

function fitToPattern(number: string, pattern: NumberPattern): string | undefined {
  if (number.length !== pattern.length) return undefined;
  let fitted = '';
  for (let place = 0; place < pattern.length; place++) {
    const [sign, wanted] = [number.charAt(place), pattern.charAt(place)];
    const repaired = fitSign(sign, wanted);
    if (repaired === undefined) return undefined;
    fitted += repaired;
  }
  return fitted;
}

function fitSign(sign: string, wanted: string): string | undefined {
  if (wanted === '9') return isDigit(sign) ? sign : AS_DIGIT[sign];
  // "A" stands for any letter, so a number prefix that holds an A is matched by any letter there.
  if (wanted === 'A') return isLetter(sign) ? sign : AS_LETTER[sign];
  if (sign === wanted) return sign;
  return (isDigit(wanted) ? AS_DIGIT[sign] : AS_LETTER[sign]) === wanted ? wanted : undefined;
}

const isDigit = (sign: string) => sign >= '0' && sign <= '9';
const isLetter = (sign: string) => sign >= 'A' && sign <= 'Z';
