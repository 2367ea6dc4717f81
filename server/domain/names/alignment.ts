// Which word of one name belongs to which word of the other: every word is used once, neighbours may be joined.

import type { NameToken } from './analysed-name.ts';
import type { NameTables } from './tables.ts';
import { compareTokens, type TokenSimilarity } from './token-similarity.ts';

export interface AlignedPair {
  /** Index of the query word, and of its neighbour when two were joined. */
  readonly q: number;
  readonly q2?: number;
  readonly s: number;
  readonly s2?: number;
  readonly found: TokenSimilarity;
}

const EXHAUSTIVE = 5;
const JOIN_FROM = 0.8;
const JOIN_PRICE = 0.15;

/** How much a pair is worth to the assignment (not the evidence it gives). */
function worth(found: TokenSimilarity, a: NameToken, b: NameToken): number {
  const base =
    found.reason === 'initial'
      ? 0.45
      : found.dictionary === 'equivalent'
        ? Math.max(0.9, found.similarity)
        : found.dictionary === 'pet-form'
          ? Math.max(0.8, found.similarity)
          : found.similarity;
  return base < 0.4 ? 0 : base * base + (a.role === b.role && a.role !== 'any' ? 0.06 : 0);
}

/** The assignment of highest worth; exact up to five words a side, greedy beyond. */
export function alignTokens(
  tables: NameTables,
  q: readonly NameToken[],
  s: readonly NameToken[],
): AlignedPair[] {
  const pairs: { pair: AlignedPair; worth: number }[] = [];
  for (const [i, a] of q.entries())
    for (const [j, b] of s.entries()) {
      const found = remembered(tables, a, b);
      const value = worth(found, a, b);
      if (value > 0) pairs.push({ pair: { q: i, s: j, found }, worth: value });
    }
  addJoins(tables, q, s, pairs);
  pairs.sort((a, b) => b.worth - a.worth || a.pair.q - b.pair.q || a.pair.s - b.pair.s);
  if (isTrivial(pairs.map((one) => one.pair))) return pairs.map((one) => one.pair);
  return q.length <= EXHAUSTIVE && s.length <= EXHAUSTIVE ? exhaustive(pairs) : greedy(pairs);
}

type Known = Map<string, TokenSimilarity>;
const memo = new WeakMap<NameToken, Partial<Record<NameToken['role'], Known>>>();

/** A query word meets the same stored words again and again (given names): each is compared once per query. */
function remembered(tables: NameTables, a: NameToken, b: NameToken): TokenSimilarity {
  let byRole = memo.get(a);
  if (byRole === undefined) {
    byRole = {};
    memo.set(a, byRole);
  }
  let known = byRole[b.role];
  if (known === undefined) {
    known = new Map();
    byRole[b.role] = known;
  }
  let found = known.get(b.text);
  if (found === undefined) {
    found = compareTokens(tables, a, b);
    known.set(b.text, found);
  }
  return found;
}

/** Two neighbours against one word of the other side, in both orders ("Абдурахман" and "Абду Рахман"). */
function addJoins(
  tables: NameTables,
  q: readonly NameToken[],
  s: readonly NameToken[],
  pairs: { pair: AlignedPair; worth: number }[],
): void {
  if (q.length + s.length < 3) return;
  const bestOf = (side: 'q' | 's', index: number) =>
    pairs.reduce(
      (best, one) => (one.pair[side] === index ? Math.max(best, one.pair.found.similarity) : best),
      0,
    );
  const weakQ = q.map((_, i) => bestOf('q', i) < JOIN_FROM);
  const weakS = s.map((_, j) => bestOf('s', j) < JOIN_FROM);
  if (!weakQ.includes(true) || !weakS.includes(true)) return;
  const offer = (
    x: NameToken | undefined,
    y: NameToken | undefined,
    single: NameToken,
    make: (found: TokenSimilarity) => AlignedPair,
  ) => {
    if (
      x === undefined ||
      y === undefined ||
      x.role === 'initial' ||
      y.role === 'initial' ||
      single.role === 'initial'
    )
      return;
    const length = x.sounds.length + y.sounds.length;
    if (Math.abs(length - single.sounds.length) > 3) return;
    for (const joined of [joinTokens(x, y), joinTokens(y, x)]) {
      const found = compareTokens(tables, joined, single);
      if (found.similarity >= JOIN_FROM)
        pairs.push({
          pair: make({ ...found, reason: 'joined', dictionary: null }),
          worth: 2 * found.similarity - 1 + 0.5 - JOIN_PRICE,
        });
    }
  };
  for (let i = 0; i + 1 < q.length; i++)
    if (weakQ[i] || weakQ[i + 1])
      for (const [j, single] of s.entries())
        if (weakS[j]) offer(q[i], q[i + 1], single, (found) => ({ q: i, q2: i + 1, s: j, found }));
  for (let j = 0; j + 1 < s.length; j++)
    if (weakS[j] || weakS[j + 1])
      for (const [i, single] of q.entries())
        if (weakQ[i]) offer(s[j], s[j + 1], single, (found) => ({ q: i, s: j, s2: j + 1, found }));
}

/** Two words as one; its role is unknown. */
export function joinTokens(a: NameToken, b: NameToken): NameToken {
  const sounds = a.sounds.at(-1) === b.sounds[0] ? a.sounds + b.sounds.slice(1) : a.sounds + b.sounds;
  return { text: a.text + b.text, sounds, role: 'any', groups: [], commonness: 0 };
}

function masks({ q, q2, s, s2 }: AlignedPair): [number, number] {
  return [(1 << q) | (q2 === undefined ? 0 : 1 << q2), (1 << s) | (s2 === undefined ? 0 : 1 << s2)];
}

function isTrivial(pairs: readonly AlignedPair[]): boolean {
  let usedQ = 0;
  let usedS = 0;
  for (const pair of pairs) {
    const [q, s] = masks(pair);
    if (usedQ & q || usedS & s) return false;
    usedQ |= q;
    usedS |= s;
  }
  return true;
}

function greedy(pairs: readonly { pair: AlignedPair; worth: number }[]): AlignedPair[] {
  const chosen: AlignedPair[] = [];
  let usedQ = 0;
  let usedS = 0;
  for (const { pair } of pairs) {
    const [q, s] = masks(pair);
    if (usedQ & q || usedS & s) continue;
    usedQ |= q;
    usedS |= s;
    chosen.push(pair);
  }
  return chosen;
}

const MAX_PAIRS = 24;

function exhaustive(all: readonly { pair: AlignedPair; worth: number }[]): AlignedPair[] {
  const pairs = all.slice(0, MAX_PAIRS);
  const bits = pairs.map(({ pair }) => masks(pair));
  const rest = pairs.map((_, at) => pairs.slice(at).reduce((sum, one) => sum + one.worth, 0));
  let best: number[] = [];
  let bestWorth = -1;
  const chosen: number[] = [];
  const visit = (at: number, usedQ: number, usedS: number, sum: number) => {
    if (sum > bestWorth) {
      bestWorth = sum;
      best = [...chosen];
    }
    if (at >= pairs.length || sum + (rest[at] as number) <= bestWorth) return;
    const [q, s] = bits[at] as [number, number];
    if ((usedQ & q) === 0 && (usedS & s) === 0) {
      chosen.push(at);
      visit(at + 1, usedQ | q, usedS | s, sum + (pairs[at]?.worth ?? 0));
      chosen.pop();
    }
    visit(at + 1, usedQ, usedS, sum);
  };
  visit(0, 0, 0, 0);
  return best.map((at) => (pairs[at] as { pair: AlignedPair }).pair);
}
