// How names begin, as they sound: what suggestions while typing are looked up by, in any script.
import type { AnalysedName } from '../names/analysed-name.ts';

/** Longest beginning that is kept; what is typed beyond it is compared with the names that were found. */
export const LONGEST_BEGINNING = 7;

/** Signs that one person writes for another when a name is only half typed: ж, дж, j and zh are one. */
const COARSE: Readonly<Record<string, string>> = {
  A: 'a',
  O: 'o',
  U: 'u',
  y: 'i',
  j: 'i',
  w: 'v',
  N: 'n',
  D: 'J',
  Z: 'J',
  '8': 'z',
  S: 'C',
  Q: 'C',
  '5': 'C',
  '6': 'C',
  '9': 'C',
  T: 'c',
  q: 'k',
  X: 'ks',
  '7': 's',
};

/** @returns a word's sounds in few signs; йу, ю and ju begin alike */
export function coarseSounds(sounds: string): string {
  const signs = [...sounds].map((sign) => COARSE[sign] ?? sign).join('');
  return signs.replace(/^i(?=[aeou])/u, '').replace(/(.)\1+/gu, '$1');
}

/** @returns the words of a name in coarse sounds, as they stand */
export const coarseWords = (name: AnalysedName): string[] =>
  name.tokens.map(({ sounds }) => coarseSounds(sounds)).filter((word) => word !== '');

/** @returns every distinct beginning of every word, of 1 to LONGEST_BEGINNING signs */
export function nameBeginnings(names: readonly AnalysedName[]): string[] {
  const out = new Set<string>();
  for (const name of names)
    for (const word of coarseWords(name))
      for (let length = 1; length <= Math.min(word.length, LONGEST_BEGINNING); length++)
        out.add(word.slice(0, length));
  return [...out];
}
