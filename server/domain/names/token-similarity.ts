// How alike two words are, and why: letter by letter, sound by sound, by the dictionary of names.

import type { NameToken, PartReason } from './analysed-name.ts';
import { ALIKE_BASE, PET_BASE } from './given-names.ts';
import { familyStem, fatherStem, isPlainFatherName } from './roles.ts';
import { mayBeAlike, soundDistance, weightOf } from './sounds.ts';
import type { NameTables } from './tables.ts';

export interface TokenSimilarity {
  /** 0–1 by sound and letter alone. */
  readonly similarity: number;
  readonly reason: PartReason;
  /** What the dictionary says: one name, a pet form of one name, another name, or nothing. */
  readonly dictionary: 'equivalent' | 'pet-form' | 'other' | null;
}

const SAME: TokenSimilarity = { similarity: 1, reason: 'same', dictionary: null };
const INITIAL: TokenSimilarity = { similarity: 0.8, reason: 'initial', dictionary: null };
const OTHER_INITIAL: TokenSimilarity = { similarity: 0, reason: 'contradicts', dictionary: null };
const UNRELATED: TokenSimilarity = { similarity: 0, reason: 'contradicts', dictionary: null };
/** Words without a sound in common of which the dictionary knows something. */
const UNRELATED_BUT: Record<'equivalent' | 'pet-form' | 'other', TokenSimilarity> = {
  equivalent: { similarity: 0, reason: 'equivalent', dictionary: 'equivalent' },
  'pet-form': { similarity: 0, reason: 'equivalent', dictionary: 'pet-form' },
  other: { similarity: 0, reason: 'typo', dictionary: 'other' },
};
/** From here on two words sound so alike that the dictionary is not asked, unless one is a man's name and one a woman's. */
const ONE_SOUND = 0.93;
const FLOOR = 0.35;

/** Similarity of two words, symmetric. */
export function compareTokens(tables: NameTables, a: NameToken, b: NameToken): TokenSimilarity {
  if (a.role === 'initial' || b.role === 'initial')
    return sameInitial(tables, a, b) ? INITIAL : OTHER_INITIAL;
  if (a.text === b.text) return SAME;
  const sameScript = closeScripts(a.text, b.text);
  if (a.sounds === b.sounds && a.sounds !== '')
    return { similarity: 0.995, reason: sameScript ? 'sound' : 'transliteration', dictionary: null };
  if (!mayBeAlike(a.classes, b.classes)) {
    const dictionary = relation(a, b);
    return dictionary === null ? UNRELATED : UNRELATED_BUT[dictionary];
  }
  const weight = (a.weight + b.weight) / 2;
  const distance = soundDistance(tables.sounds, a.sounds, b.sounds, weight * (1 - FLOOR));
  const plain = weight === 0 ? 0 : Math.max(0, 1 - distance / weight);
  const bySound = sameScript || plain > 0.98 ? plain : Math.max(plain, otherReading(tables, a, b));
  const byStem = stemSimilarity(tables, a, b);
  if (byStem > bySound && byStem >= STEM_FROM)
    return { similarity: byStem, reason: 'ending', dictionary: null };
  const sexesDiffer = a.sex !== undefined && b.sex !== undefined && a.sex !== b.sex;
  const known = relation(a, b);
  const dictionary = bySound >= ONE_SOUND && !sexesDiffer && known !== 'equivalent' ? null : known;
  const similarity = Math.min(0.99, bySoundOrLetter(tables, a, b, bySound, sameScript));
  if (dictionary === null && similarity <= FLOOR) return UNRELATED;
  const close: PartReason = sameScript ? 'sound' : 'transliteration';
  const isForm = dictionary === 'pet-form' || (dictionary === 'equivalent' && bySound < ONE_SOUND);
  const reason = isForm ? 'equivalent' : distance < 0.6 ? close : 'typo';
  return { similarity, reason, dictionary };
}

/**
 * Within a script a typing error is seen better in the letters. What fathers' names end in is no evidence: unless they
 * are one letter apart, their stems count as much as the whole.
 */
function bySoundOrLetter(
  tables: NameTables,
  a: NameToken,
  b: NameToken,
  bySound: number,
  sameScript: boolean,
): number {
  const byLetter = sameScript && bySound > FLOOR && bySound < 0.95 ? letterSimilarity(a.text, b.text) : 0;
  if (a.role !== 'patronymic' || b.role !== 'patronymic') return Math.max(bySound, byLetter);
  const x = endingsOf(tables, a.sounds);
  const y = endingsOf(tables, b.sounds);
  const oneLetter = (1 - byLetter) * Math.max(a.text.length, b.text.length) < 1.5;
  if (oneLetter || x.plain || y.plain || Math.min(x.father.weight, y.father.weight) < LEAST_STEM)
    return Math.max(bySound, byLetter);
  return Math.min(bySound, (bySound + stemsAlike(tables, x.father, y.father)) / 2);
}

/** A shorter stem (Il-ich) says too little alone. */
const LEAST_STEM = 1.5;
const STEM_FROM = 0.8;
const STEM_PRICE = 0.03;

/** A father's name in two customs, or a family name made of it: only the stems are compared. */
function stemSimilarity(tables: NameTables, a: NameToken, b: NameToken): number {
  const fatherA = a.role === 'patronymic';
  const fatherB = b.role === 'patronymic';
  if (!fatherA && !fatherB) return 0;
  if (a.role === 'given' || b.role === 'given') return 0;
  const endingsA = endingsOf(tables, a.sounds);
  const endingsB = endingsOf(tables, b.sounds);
  if (!(fatherA && fatherB) && !(fatherA && endingsA.plain) && !(fatherB && endingsB.plain)) return 0;
  const x = fatherA ? endingsA.father : endingsA.family;
  const y = fatherB ? endingsB.father : endingsB.family;
  return (x.weight + y.weight) / 2 < 1 ? 0 : stemsAlike(tables, x, y) - STEM_PRICE;
}

function stemsAlike(tables: NameTables, x: Stem, y: Stem): number {
  const weight = (x.weight + y.weight) / 2;
  return aboveFloor(soundDistance(tables.sounds, x.sounds, y.sounds, weight * (1 - FLOOR)), weight);
}

interface Stem {
  readonly sounds: string;
  readonly weight: number;
}

interface Endings {
  /** A father's name without a Slavic ending. */
  readonly plain: boolean;
  readonly father: Stem;
  readonly family: Stem;
}

const endings = new Map<string, Endings>();
const MAX_ENDINGS = 20_000;

/** Father's names repeat: each is taken apart once. */
function endingsOf(tables: NameTables, sounds: string): Endings {
  const known = endings.get(sounds);
  if (known !== undefined) return known;
  const stem = (text: string): Stem => ({ sounds: text, weight: weightOf(tables.sounds, text) });
  const found = {
    plain: isPlainFatherName(sounds),
    father: stem(fatherStem(sounds)),
    family: stem(familyStem(sounds)),
  };
  if (endings.size >= MAX_ENDINGS) endings.clear();
  endings.set(sounds, found);
  return found;
}

/** The French reading of a Latin word against a word of another script. */
function otherReading(tables: NameTables, a: NameToken, b: NameToken): number {
  if ((a.otherSounds === undefined) === (b.otherSounds === undefined)) return 0;
  const x = a.otherSounds ?? a.sounds;
  const y = b.otherSounds ?? b.sounds;
  const weight = (weightOf(tables.sounds, x) + weightOf(tables.sounds, y)) / 2;
  return aboveFloor(soundDistance(tables.sounds, x, y, weight * (1 - FLOOR)), weight) - 0.02;
}

/** Similarity by distance; 0 below the floor, where the distance is only known to be large. */
function aboveFloor(distance: number, weight: number): number {
  const similarity = weight === 0 ? 0 : 1 - distance / weight;
  return similarity < FLOOR ? 0 : similarity;
}

function relation(a: NameToken, b: NameToken): TokenSimilarity['dictionary'] {
  if (a.groups.length === 0 || b.groups.length === 0) return null;
  const bothAreGiven = a.role === 'given' && b.role === 'given';
  let bothGiven = 0;
  let pet = false;
  for (const x of a.groups) {
    for (const y of b.groups) {
      if (x === y) return x < PET_BASE || x >= ALIKE_BASE ? 'equivalent' : 'pet-form';
      if (x < ALIKE_BASE && y < ALIKE_BASE) {
        bothGiven++;
        if (x % PET_BASE === y % PET_BASE) pet = true;
      }
    }
  }
  if (pet) return 'pet-form';
  return bothGiven > 0 && bothAreGiven ? 'other' : null;
}

function sameInitial(tables: NameTables, a: NameToken, b: NameToken): boolean {
  const x = a.sounds[0];
  const y = b.sounds[0];
  if (x === undefined || y === undefined) return false;
  if (x === y || a.text[0] === b.text[0]) return true;
  const cost = tables.sounds.change[x.charCodeAt(0) * 128 + y.charCodeAt(0)] ?? 1;
  return cost <= 0.15 || ('jJy'.includes(x) && b.sounds[1] === a.sounds[1]) || isSoftVowel(a, b);
}

/** "Е." and "Ye.", "Ю." and "U.": a glide before the vowel is often left out. */
function isSoftVowel(a: NameToken, b: NameToken): boolean {
  return withoutGlide(a.sounds) === withoutGlide(b.sounds);
}

function withoutGlide(sounds: string): string | undefined {
  return sounds.length > 1 && 'jJyi'.includes(sounds[0] as string) ? sounds[1] : sounds[0];
}

function closeScripts(a: string, b: string): boolean {
  const x = a.charCodeAt(0);
  const y = b.charCodeAt(0);
  return x < 0x370 === y < 0x370 && (x < 0x370 || x >> 8 === y >> 8);
}

const LETTERS = 41;
/** Three rows of the distance table, used in turn. */
const letterRows = new Uint8Array(3 * LETTERS);

/** 1 - edit distance / length, with swapped neighbours counted once; words over 40 letters are not compared. */
function letterSimilarity(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  if (Math.abs(a.length - b.length) > 2 || length >= LETTERS) return 0;
  const rows = letterRows;
  let previous2 = 2 * LETTERS;
  let previous = 0;
  let current = LETTERS;
  for (let j = 0; j <= b.length; j++) rows[j] = j;
  for (let i = 1; i <= a.length; i++) {
    rows[current] = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let best = (rows[previous + j - 1] as number) + (letter === other ? 0 : 1);
      if ((rows[previous + j] as number) + 1 < best) best = (rows[previous + j] as number) + 1;
      if ((rows[current + j - 1] as number) + 1 < best) best = (rows[current + j - 1] as number) + 1;
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
        const swapped = (rows[previous2 + j - 2] as number) + 1;
        if (swapped < best) best = swapped;
      }
      rows[current + j] = best;
    }
    const spare = previous2;
    previous2 = previous;
    previous = current;
    current = spare;
  }
  return 1 - (rows[previous + b.length] as number) / length;
}
