// How alike two words are, and why: letter by letter, sound by sound, by the dictionary of given names.

import type { NameToken, PartReason } from './analysed-name.ts';
import { soundDistance, weightOf } from './sounds.ts';
import type { NameTables } from './tables.ts';

export interface TokenSimilarity {
  readonly similarity: number;
  readonly reason: PartReason;
  /** Both are known given names and not the same one. */
  readonly otherName: boolean;
}

const EQUIVALENT = 0.93;
const OTHER_NAME = 0.3;

/** Similarity of two words, symmetric, 0–1. */
export function compareTokens(tables: NameTables, a: NameToken, b: NameToken): TokenSimilarity {
  if (a.text === b.text) return { similarity: 1, reason: 'same', otherName: false };
  if (a.role === 'initial' || b.role === 'initial') return compareInitial(a, b);
  const sameScript = a.text.codePointAt(0) !== undefined && closeCodes(a.text, b.text);
  if (a.sounds === b.sounds && a.sounds !== '')
    return { similarity: 0.99, reason: sameScript ? 'sound' : 'transliteration', otherName: false };
  const weight = (weightOf(tables.sounds, a.sounds) + weightOf(tables.sounds, b.sounds)) / 2;
  const distance = soundDistance(tables.sounds, a.sounds, b.sounds);
  const bySound = weight === 0 ? 0 : Math.max(0, 1 - distance / weight);
  if (sharesGroup(a, b) && bySound < EQUIVALENT)
    return { similarity: EQUIVALENT, reason: 'equivalent', otherName: false };
  if (a.groups.length > 0 && b.groups.length > 0 && !sharesGroup(a, b) && bySound < 0.97)
    return { similarity: Math.min(bySound, OTHER_NAME), reason: 'contradicts', otherName: true };
  const byLetter = sameScript && bySound > 0.35 ? letterSimilarity(a.text, b.text) : 0;
  const similarity = Math.min(0.98, Math.max(bySound, byLetter));
  const reason = distance < 0.5 ? (sameScript ? 'sound' : 'transliteration') : 'typo';
  return { similarity, reason, otherName: false };
}

function compareInitial(a: NameToken, b: NameToken): TokenSimilarity {
  const first = a.sounds[0];
  const match = first !== undefined && (first === b.sounds[0] || a.text[0] === b.text[0]);
  return { similarity: match ? 0.8 : 0, reason: match ? 'initial' : 'contradicts', otherName: false };
}

function sharesGroup(a: NameToken, b: NameToken): boolean {
  for (const group of a.groups) if (b.groups.includes(group)) return true;
  return false;
}

function closeCodes(a: string, b: string): boolean {
  return a.charCodeAt(0) < 0x370 === b.charCodeAt(0) < 0x370 && a.charCodeAt(0) >> 8 === b.charCodeAt(0) >> 8;
}

/** 1 - edit distance / length, with swapped neighbours counted once. */
function letterSimilarity(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  if (Math.abs(a.length - b.length) > 2 || length > 40) return 0;
  let row2: number[] = [];
  let row1 = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row1[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(change, (row1[j] as number) + 1, (row[j - 1] as number) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (row2[j - 2] as number) + 1);
      row.push(best);
    }
    row2 = row1;
    row1 = row;
  }
  return 1 - (row1[b.length] as number) / length;
}
