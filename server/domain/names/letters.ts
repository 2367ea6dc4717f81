// From letters of any script to sounds, by longest match in the letter tables.

import type { LetterRules, NameTables } from './tables.ts';

export type WordScript = 'cyrillic' | 'latin' | 'armenian' | 'georgian' | 'arabic' | 'greek' | 'other';

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
  return read(tables, script === 'other' ? tables.letters.latin : tables.letters[script], undefined, word);
}

/** The feminine ending of Czech and Slovak, which other languages leave out. */
const FEMININE_OVA = /(?<=.{3})ová$/;
/** An ending of Slavic family names: their h is never mute. */
const SLAVIC = /(?:[oeayijY][vw]a?7?|[iy]na?|[sz]k[iyja]+)$/;

/** A second way to read a Latin word: the French one, or without -ová; undefined when it sounds the same. */
export function otherSoundsOf(
  tables: NameTables,
  word: string,
  script: WordScript,
  plain: string,
): string | undefined {
  if (script !== 'latin') return undefined;
  if (FEMININE_OVA.test(word)) return soundsOf(tables, word.replace(FEMININE_OVA, ''), script);
  const { french, frenchWithH } = tables.letters;
  const other = read(tables, tables.letters.latin, SLAVIC.test(plain) ? frenchWithH : french, word);
  return other === plain || other.length < 2 ? undefined : other;
}

function read(
  tables: NameTables,
  rules: LetterRules,
  overlay: LetterRules | undefined,
  word: string,
): string {
  let sounds = '';
  let at = 0;
  while (at < word.length) {
    const rule = (overlay && longestRule(overlay, word, at)) ?? longestRule(rules, word, at);
    if (rule !== undefined) {
      sounds += rule.sounds;
      at += rule.length;
    } else {
      const letter = String.fromCodePoint(word.codePointAt(at) ?? 32);
      sounds += unknownLetter(tables, rules, letter);
      at += letter.length;
    }
  }
  return collapseDoubles(sounds);
}

interface Rule {
  readonly sounds: string;
  readonly length: number;
}

function longestRule(rules: LetterRules, word: string, at: number): Rule | undefined {
  const options = rules.byFirst.get(word[at] as string);
  if (options === undefined) return undefined;
  for (const { letters, atEnd, sounds } of options)
    if (word.startsWith(letters, at) && (!atEnd || at + letters.length === word.length))
      return { sounds, length: letters.length };
  return undefined;
}

/** A letter without its accent, else by the rules of its own script, else itself. */
function unknownLetter(tables: NameTables, rules: LetterRules, letter: string): string {
  const base = letter.normalize('NFD').replace(/\p{M}/gu, '');
  if (base === '') return '';
  const script = scriptOf(base);
  const own = script === 'other' ? undefined : tables.letters[script];
  const rule = longestRule(rules, base, 0) ?? (own && longestRule(own, base, 0));
  return rule?.sounds ?? (/[\p{L}\p{N}]/u.test(base) ? base : '');
}

/** Doubled consonants sound like one; doubled vowels are two syllables. */
function collapseDoubles(sounds: string): string {
  return sounds.replace(/([^aeiouyAOUYIj])\1+/gu, '$1');
}
