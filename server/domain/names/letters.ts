// From letters of any script to sounds, by longest match in the letter tables.

import type { LetterRules, NameTables } from './tables.ts';

export type WordScript = 'cyrillic' | 'latin' | 'armenian' | 'georgian' | 'arabic' | 'greek' | 'other';

const LONGEST_RULE = 7;

/** Script of one letter; digits and signs are `other`. */
export function scriptOf(letter: string): WordScript {
  const code = letter.codePointAt(0) ?? 0;
  if ((code >= 0x400 && code <= 0x52f) || (code >= 0x1c80 && code <= 0x1c8f)) return 'cyrillic';
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) return 'latin';
  if ((code >= 0xc0 && code <= 0x24f) || (code >= 0x1e00 && code <= 0x1eff) || code === 0x259) return 'latin';
  if (code >= 0x531 && code <= 0x58f) return 'armenian';
  if ((code >= 0x10a0 && code <= 0x10ff) || (code >= 0x1c90 && code <= 0x1cbf)) return 'georgian';
  if ((code >= 0x600 && code <= 0x6ff) || (code >= 0x750 && code <= 0x77f)) return 'arabic';
  if (code >= 0x370 && code <= 0x3ff) return 'greek';
  return 'other';
}

/** Sounds of a folded word (lower case, one script). Letters no table knows stand for themselves. */
export function soundsOf(tables: NameTables, word: string, script: WordScript): string {
  const rules = script === 'other' ? tables.letters.latin : tables.letters[script];
  let sounds = '';
  let at = 0;
  while (at < word.length) {
    const step = longestRule(rules, word, at);
    if (step > 0) {
      sounds += rules.get(word.slice(at, at + step)) ?? '';
      at += step;
    } else {
      const letter = String.fromCodePoint(word.codePointAt(at) ?? 32);
      sounds += unknownLetter(rules, letter);
      at += letter.length;
    }
  }
  return collapseDoubles(sounds);
}

function longestRule(rules: LetterRules, word: string, at: number): number {
  for (let size = Math.min(LONGEST_RULE, word.length - at); size > 0; size--)
    if (rules.has(word.slice(at, at + size))) return size;
  return 0;
}

function unknownLetter(rules: LetterRules, letter: string): string {
  const base = letter.normalize('NFD').replace(/\p{M}/gu, '');
  if (base === '') return '';
  return rules.get(base) ?? (/[\p{L}\p{N}]/u.test(base) ? base : '');
}

function collapseDoubles(sounds: string): string {
  return sounds.replace(/(.)\1+/gu, '$1');
}
