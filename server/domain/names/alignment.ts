// Which word of one name belongs to which word of the other: every word is used once, neighbours may be joined.

import type { NameToken } from './analysed-name.ts';
import { mayBeSame } from './sounds.ts';
import type { NameTables } from './tables.ts';
import { compareTokens, type TokenSimilarity } from './token-similarity.ts';

/** No second word. */
export const NONE = -1;

export interface AlignedPair {
  /** Index of the query word, and of its neighbour when two were joined. */
  readonly q: number;
  readonly q2: number;
  readonly s: number;
  readonly s2: number;
  readonly found: TokenSimilarity;
  /** How much the pair is worth to the assignment (not the evidence it gives). */
  readonly worth: number;
}

const EXHAUSTIVE = 5;
const JOIN_FROM = 0.8;
const JOIN_PRICE = 0.15;
const SAME_ROLE = 0.06;

function worthOf({ reason, dictionary, similarity }: TokenSimilarity, a: NameToken, b: NameToken): number {
  let base = similarity;
  if (reason === 'initial') base = 0.45;
  else if (dictionary === 'equivalent') base = Math.max(0.9, similarity);
  else if (dictionary === 'pet-form') base = Math.max(0.8, similarity);
  return base < 0.4 ? 0 : base * base + (a.role === b.role && a.role !== 'any' ? SAME_ROLE : 0);
}

const bestQ = new Float64Array(16);
const bestS = new Float64Array(16);

/** The assignment of highest worth; exact up to five words a side, greedy beyond. */
export function alignTokens(
  tables: NameTables,
  q: readonly NameToken[],
  s: readonly NameToken[],
): readonly AlignedPair[] {
  const pairs: AlignedPair[] = [];
  for (let i = 0; i < q.length; i++) bestQ[i] = 0;
  for (let j = 0; j < s.length; j++) bestS[j] = 0;
  for (let i = 0; i < q.length; i++) {
    const a = q[i] as NameToken;
    for (let j = 0; j < s.length; j++) {
      const b = s[j] as NameToken;
      const found = remembered(tables, a, b);
      const worth = worthOf(found, a, b);
      if (worth === 0) continue;
      pairs.push({ q: i, q2: NONE, s: j, s2: NONE, found, worth });
      if (found.similarity > (bestQ[i] as number)) bestQ[i] = found.similarity;
      if (found.similarity > (bestS[j] as number)) bestS[j] = found.similarity;
    }
  }
  if (q.length + s.length >= 3) addJoins(tables, q, s, pairs);
  sortByWorth(pairs);
  if (isTrivial(pairs)) return pairs;
  return q.length <= EXHAUSTIVE && s.length <= EXHAUSTIVE ? exhaustive(pairs) : greedy(pairs);
}

/** Few pairs, nearly in order: insertion is the quickest. */
function sortByWorth(pairs: AlignedPair[]): void {
  for (let at = 1; at < pairs.length; at++) {
    const pair = pairs[at] as AlignedPair;
    let to = at;
    for (; to > 0 && isBefore(pair, pairs[to - 1] as AlignedPair); to--)
      pairs[to] = pairs[to - 1] as AlignedPair;
    pairs[to] = pair;
  }
}

function isBefore(a: AlignedPair, b: AlignedPair): boolean {
  if (a.worth !== b.worth) return a.worth > b.worth;
  return a.q !== b.q ? a.q < b.q : a.s < b.s;
}

/** Pairs of words compared last, each in the one place that its sounds give it. */
const PLACES = 1 << 12;
const rememberedA = new Array<NameToken | undefined>(PLACES).fill(undefined);
const rememberedB = new Array<NameToken | undefined>(PLACES).fill(undefined);
const rememberedAs = new Array<TokenSimilarity | undefined>(PLACES).fill(undefined);

/** A query word meets the same stored words again and again (given names): each is compared once per query. */
function remembered(tables: NameTables, a: NameToken, b: NameToken): TokenSimilarity {
  const mixed = Math.imul(Math.imul(a.classes, 31) + a.sounds.length, 31) + b.classes;
  const place = Math.imul(mixed + (b.sounds.length << 20), 0x9e3779b1) >>> 20;
  if (rememberedA[place] === a && rememberedB[place] === b) return rememberedAs[place] as TokenSimilarity;
  const found = compareTokens(tables, a, b);
  rememberedA[place] = a;
  rememberedB[place] = b;
  rememberedAs[place] = found;
  return found;
}

/** Two neighbours against one word of the other side, in both orders ("Абдурахман" and "Абду Рахман"). */
function addJoins(
  tables: NameTables,
  q: readonly NameToken[],
  s: readonly NameToken[],
  pairs: AlignedPair[],
): void {
  for (let i = 0; i + 1 < q.length; i++)
    if (isWeak(bestQ, i) || isWeak(bestQ, i + 1))
      for (let j = 0; j < s.length; j++) {
        const joined = isWeak(bestS, j) ? compareJoined(tables, q, i, s[j] as NameToken) : undefined;
        if (joined !== undefined) pairs.push({ q: i, q2: i + 1, s: j, s2: NONE, ...joined });
      }
  for (let j = 0; j + 1 < s.length; j++)
    if (isWeak(bestS, j) || isWeak(bestS, j + 1))
      for (let i = 0; i < q.length; i++) {
        const joined = isWeak(bestQ, i) ? compareJoined(tables, s, j, q[i] as NameToken) : undefined;
        if (joined !== undefined) pairs.push({ q: i, q2: NONE, s: j, s2: j + 1, ...joined });
      }
}

function isWeak(best: Float64Array, at: number): boolean {
  return (best[at] as number) < JOIN_FROM;
}

/** The words at `at` and behind it as one, against a single word; undefined when they are not nearly the same. */
function compareJoined(
  tables: NameTables,
  words: readonly NameToken[],
  at: number,
  single: NameToken,
): Pick<AlignedPair, 'found' | 'worth'> | undefined {
  const x = words[at] as NameToken;
  const y = words[at + 1] as NameToken;
  if (x.role === 'initial' || y.role === 'initial' || single.role === 'initial') return undefined;
  if (Math.abs(x.sounds.length + y.sounds.length - single.sounds.length) > 3) return undefined;
  if (!mayBeSame(x.classes | y.classes, single.classes)) return undefined;
  const forward = compareTokens(tables, joinTokens(x, y), single);
  const found = forward.similarity >= JOIN_FROM ? forward : compareTokens(tables, joinTokens(y, x), single);
  if (found.similarity < JOIN_FROM) return undefined;
  return {
    found: { similarity: found.similarity, reason: 'joined', dictionary: null },
    worth: 2 * found.similarity - 1 + 0.5 - JOIN_PRICE,
  };
}

/** Two words as one; its role is unknown. */
function joinTokens(a: NameToken, b: NameToken): NameToken {
  const sounds = a.sounds.at(-1) === b.sounds[0] ? a.sounds + b.sounds.slice(1) : a.sounds + b.sounds;
  return {
    text: a.text + b.text,
    sounds,
    role: 'any',
    groups: [],
    commonness: 0,
    weight: a.weight + b.weight,
    classes: a.classes | b.classes,
  };
}

function maskQ({ q, q2 }: AlignedPair): number {
  return q2 === NONE ? 1 << q : (1 << q) | (1 << q2);
}

function maskS({ s, s2 }: AlignedPair): number {
  return s2 === NONE ? 1 << s : (1 << s) | (1 << s2);
}

function isTrivial(pairs: readonly AlignedPair[]): boolean {
  let usedQ = 0;
  let usedS = 0;
  for (const pair of pairs) {
    const q = maskQ(pair);
    const s = maskS(pair);
    if (usedQ & q || usedS & s) return false;
    usedQ |= q;
    usedS |= s;
  }
  return true;
}

function greedy(pairs: readonly AlignedPair[]): AlignedPair[] {
  const chosen: AlignedPair[] = [];
  let usedQ = 0;
  let usedS = 0;
  for (const pair of pairs) {
    const q = maskQ(pair);
    const s = maskS(pair);
    if (usedQ & q || usedS & s) continue;
    usedQ |= q;
    usedS |= s;
    chosen.push(pair);
  }
  return chosen;
}

const MAX_PAIRS = 24;
const masks = new Int32Array(MAX_PAIRS);
const worths = new Float64Array(MAX_PAIRS);
/** Worth of all pairs from a place on: what a choice may still gain. */
const rest = new Float64Array(MAX_PAIRS + 1);
let count = 0;
let bestTaken = 0;
let bestWorth = 0;
/** The words of the stored name have their bits above those of the query. */
const STORED_SHIFT = 12;

function exhaustive(pairs: readonly AlignedPair[]): AlignedPair[] {
  count = Math.min(pairs.length, MAX_PAIRS);
  rest[count] = 0;
  for (let at = count - 1; at >= 0; at--) {
    const pair = pairs[at] as AlignedPair;
    masks[at] = maskQ(pair) | (maskS(pair) << STORED_SHIFT);
    worths[at] = pair.worth;
    rest[at] = (rest[at + 1] as number) + pair.worth;
  }
  bestTaken = 0;
  bestWorth = -1;
  choose(0, 0, 0, 0);
  const chosen: AlignedPair[] = [];
  for (let at = 0; at < count; at++) if ((bestTaken & (1 << at)) !== 0) chosen.push(pairs[at] as AlignedPair);
  return chosen;
}

/** Every choice of pairs from `at` on that could still be the best one. */
function choose(at: number, used: number, taken: number, sum: number): void {
  if (sum > bestWorth) {
    bestWorth = sum;
    bestTaken = taken;
  }
  if (at >= count || sum + (rest[at] as number) <= bestWorth) return;
  const mask = masks[at] as number;
  if ((used & mask) === 0) choose(at + 1, used | mask, taken | (1 << at), sum + (worths[at] as number));
  choose(at + 1, used, taken, sum);
}
