// From raw text as typed to plain words: control characters, remarks, years, titles, mixed scripts.

import type { NameHint } from './analysed-name.ts';
import { scriptOf, type WordScript } from './letters.ts';
import { foldApostrophes, type NameTables } from './tables.ts';

export const MAX_NAME_LENGTH = 300;
export const MAX_WORDS = 12;

/** A word as it stands in the text, before any meaning is given to it. */
export interface RawWord {
  /** Spelling with the capitals of the source. */
  readonly source: string;
  /** Lower case, no apostrophes, one script. */
  readonly text: string;
  readonly script: WordScript;
  /** Stands before a comma: the family name of "Family, Given". */
  readonly beforeComma: boolean;
  readonly initial: boolean;
}

export interface CleanText {
  readonly words: readonly RawWord[];
  readonly hints: readonly NameHint[];
  readonly years: readonly number[];
}

/** Normalises the characters only: compatibility forms, invisible characters, dashes, spaces. */
export function normaliseCharacters(raw: string): string {
  return raw
    .slice(0, MAX_NAME_LENGTH)
    .replace(/\p{Cs}/gu, '')
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Cc}/gu, (sign) => (/\s/u.test(sign) ? ' ' : ''))
    .replace(/[‐‑‒–—―−﹘﹣－]/g, '-')
    .replace(/[\s_<]+/gu, ' ')
    .trim();
}

/**
 * Splits a text into words and says what was left out or repaired. Never throws.
 * @param normal `raw` with its characters normalised
 */
export function cleanText(tables: NameTables, raw: string, normal: string): CleanText {
  const hints = new Set<NameHint>();
  const years: number[] = [];
  let text = normal;
  if (raw.length > MAX_NAME_LENGTH) hints.add('truncated');
  text = text.replace(/\b(1[89]\d\d|20\d\d)\b/g, (year) => {
    years.push(Number(year));
    return ' ';
  });
  if (years.length > 0) hints.add('year-in-name');
  const withoutRemarks = text.replace(/(^|\s)[([{][^)\]}]*[)\]}]/g, ' ');
  if (withoutRemarks !== text && /\p{L}/u.test(withoutRemarks)) {
    text = withoutRemarks;
    if (years.length === 0) hints.add('remark-removed');
  }
  const untitled = withoutHyphenTitles(tables, text);
  if (untitled !== text) hints.add('title-removed');
  const words = splitWords(tables, untitled, hints);
  const kept = removeTitles(tables, words, hints);
  if (kept.length > MAX_WORDS) hints.add('truncated');
  if (kept.length === 0) hints.add('empty');
  return { words: kept.slice(0, MAX_WORDS), hints: [...hints], years };
}

function splitWords(tables: NameTables, text: string, hints: Set<NameHint>): RawWord[] {
  const main = provenScript(tables, text.toLowerCase()) ?? dominant(scriptCounts(text), 'cyrillic');
  const comma = text.indexOf(',');
  const words: RawWord[] = [];
  const pattern = /[\p{L}\p{M}\p{N}'’‘ʼʻʹ´`ʿʾ′＇]+\.?/gu;
  for (const match of text.matchAll(pattern)) {
    const beforeComma = comma > 0 && match.index < comma;
    for (const source of splitInnerCapitals(match[0])) {
      const word = rawWord(tables, source, main, beforeComma, hints);
      if (word !== undefined) words.push(word);
    }
  }
  return words;
}

/** "ИванПетров" is two words, "MacDonald" and "МакДональд" are one. */
function splitInnerCapitals(word: string): string[] {
  return word.split(/(?<!^(?:Mac|Мак))(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})/u);
}

function rawWord(
  tables: NameTables,
  source: string,
  main: WordScript,
  beforeComma: boolean,
  hints: Set<NameHint>,
): RawWord | undefined {
  const dotted = source.endsWith('.');
  let text = foldApostrophes(source.toLowerCase().replace(/\./g, '')).normalize('NFC');
  text = text.replace(/i̇/g, 'i');
  if (!/\p{L}/u.test(text)) return undefined;
  const digits = /\d/.test(text);
  if (digits) hints.add('digits-read-as-letters');
  const scripts = scriptCounts(text);
  const mixed = scripts.cyrillic > 0 && scripts.latin > 0;
  let script = mixed ? (provenScript(tables, text) ?? main) : dominant(scripts, main);
  if (mixed && script !== 'cyrillic' && script !== 'latin') script = dominant(scripts, main);
  if (mixed) {
    hints.add('mixed-script');
    text = repairScript(tables, text, script);
  } else if (script !== main && isAllLookAlike(tables, text, script, main)) {
    text = repairScript(tables, text, main);
    script = main;
    hints.add('mixed-script');
  }
  if (digits) text = digitsToLetters(text, script);
  const letters = [...text].length;
  return { source, text, script, beforeComma, initial: letters === 1 || (dotted && letters <= 2) };
}

/** The script of the letters that have no twin in the other one; undefined when both scripts have such, or neither. */
function provenScript(tables: NameTables, text: string): 'cyrillic' | 'latin' | undefined {
  let cyrillic = false;
  let latin = false;
  for (const letter of text) {
    const script = scriptOf(letter);
    if (script === 'cyrillic' && !tables.latinLookAlike.has(letter)) cyrillic = true;
    if (script === 'latin' && !tables.cyrillicLookAlike.has(letter)) latin = true;
  }
  if (cyrillic === latin) return undefined;
  return cyrillic ? 'cyrillic' : 'latin';
}

/** A text of nothing but letters that look alike in both scripts, written wholly in each of them; otherwise nothing. */
export function twinReadings(tables: NameTables, normal: string): string[] {
  const text = normal.toLowerCase();
  let letters = 0;
  for (const letter of text) {
    if (!/\p{L}/u.test(letter)) continue;
    if (!tables.latinLookAlike.has(letter) && !tables.cyrillicLookAlike.has(letter)) return [];
    letters++;
  }
  return letters < 2 ? [] : [repairScript(tables, text, 'cyrillic'), repairScript(tables, text, 'latin')];
}

type ScriptCounts = Record<WordScript, number>;
const SCRIPTS = ['cyrillic', 'latin', 'armenian', 'georgian', 'arabic', 'greek'] as const;

function scriptCounts(text: string): ScriptCounts {
  const counts: ScriptCounts = {
    cyrillic: 0,
    latin: 0,
    armenian: 0,
    georgian: 0,
    arabic: 0,
    greek: 0,
    other: 0,
  };
  for (const letter of text) counts[scriptOf(letter)]++;
  return counts;
}

function dominant(counts: ScriptCounts, preferred: WordScript): WordScript {
  let best: WordScript = 'other';
  let most = 0;
  for (const script of SCRIPTS) {
    const count = counts[script];
    if (count > most || (count === most && script === preferred && count > 0)) {
      best = script;
      most = count;
    }
  }
  return best;
}

function isAllLookAlike(tables: NameTables, text: string, from: WordScript, to: WordScript): boolean {
  const map = lookAlikes(tables, from, to);
  return map !== undefined && text.length > 1 && [...text].every((letter) => map.has(letter));
}

function lookAlikes(
  tables: NameTables,
  from: WordScript,
  to: WordScript,
): ReadonlyMap<string, string> | undefined {
  if (from === 'latin' && to === 'cyrillic') return tables.cyrillicLookAlike;
  if (from === 'cyrillic' && to === 'latin') return tables.latinLookAlike;
  return undefined;
}

function repairScript(tables: NameTables, text: string, to: WordScript): string {
  const map = to === 'latin' ? tables.latinLookAlike : tables.cyrillicLookAlike;
  return [...text].map((letter) => (scriptOf(letter) === to ? letter : (map.get(letter) ?? letter))).join('');
}

const DIGIT_CYRILLIC: Record<string, string> = { '0': 'о', '1': 'л', '3': 'з', '4': 'ч', '6': 'б', '8': 'в' };
const DIGIT_LATIN: Record<string, string> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '5': 's',
  '6': 'b',
  '8': 'b',
  '2': 'z',
};

function digitsToLetters(text: string, script: WordScript): string {
  const map = script === 'cyrillic' ? DIGIT_CYRILLIC : DIGIT_LATIN;
  return text.replace(/\d/g, (digit) => map[digit] ?? '');
}

function removeTitles(tables: NameTables, words: RawWord[], hints: Set<NameHint>): RawWord[] {
  const kept = words.filter((word) => !tables.titles.has(word.text));
  if (kept.length === words.length || kept.filter((word) => !word.initial).length < 2) return words;
  hints.add('title-removed');
  return kept;
}

/** "г-н" and "г-жа" would fall apart at the hyphen, so they are taken out before. */
function withoutHyphenTitles(tables: NameTables, text: string): string {
  if (!text.includes('-')) return text;
  const left = text
    .split(' ')
    .filter((part) => !tables.titles.has(part.toLowerCase().replace(/\.$/, '')) || !part.includes('-'));
  return left.length >= 2 ? left.join(' ') : text;
}
