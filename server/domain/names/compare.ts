// Two names compared word by word: the best assignment, the evidence of every part, one score.

import type {
  AnalysedName,
  NameComparison,
  NamePart,
  NameToken,
  PartReason,
  TokenRole,
} from './analysed-name.ts';
import type { NameTables } from './tables.ts';
import { compareTokens, type TokenSimilarity } from './token-similarity.ts';

const AGREE: Record<TokenRole, number> = {
  family: 1.35,
  given: 1,
  patronymic: 0.8,
  any: 1.15,
  initial: 0.4,
  particle: 0.05,
};
const DISAGREE: Record<TokenRole, number> = {
  family: 3.2,
  given: 4,
  patronymic: 3.5,
  any: 3,
  initial: 2,
  particle: 0,
};
const MISSING_IN_RECORD = 0.5;
const MISSING_IN_QUERY = 0.15;
const SLOPE = 2.2;
const OFFSET = -2;
/** Log-odds when one side has no name at all. */
const NOTHING = -20;

interface Pair {
  readonly q: number;
  readonly s: number;
  readonly found: TokenSimilarity;
  readonly joined?: 'query' | 'stored';
}

/** Compares a query with a stored name; the best of the query's readings counts. */
export function compareNames(tables: NameTables, query: AnalysedName, stored: AnalysedName): NameComparison {
  let best = compareReading(tables, query.tokens, stored.tokens);
  for (const reading of query.otherReadings) {
    const other = compareReading(tables, reading, stored.tokens);
    if (other.logOdds > best.logOdds) best = other;
  }
  return best;
}

function compareReading(
  tables: NameTables,
  query: readonly NameToken[],
  stored: readonly NameToken[],
): NameComparison {
  const q = nameWords(query);
  const s = nameWords(stored);
  const pairs = assign(tables, q, s);
  const parts = toParts(q, s, pairs);
  const evidence = parts.reduce((sum, part) => sum + part.contribution, 0);
  const contradictions = parts.filter((part) => part.reason === 'contradicts');
  const logOdds = q.length === 0 || s.length === 0 ? NOTHING : SLOPE * evidence + OFFSET;
  return {
    score: 1 / (1 + Math.exp(-logOdds)),
    logOdds,
    parts,
    contradiction: contradictions.length > 0,
    possibleMisprint: parts.some((part) => part.role === 'family' && part.reason === 'misprint'),
  };
}

function nameWords(tokens: readonly NameToken[]): readonly NameToken[] {
  const words = tokens.filter((token) => token.role !== 'particle');
  return words.length > 0 ? words : tokens;
}

/** Greedy over all pairs, joins tried where words are left over; every word is used once. */
function assign(tables: NameTables, q: readonly NameToken[], s: readonly NameToken[]): Pair[] {
  const all: Pair[] = [];
  for (const [i, a] of q.entries())
    for (const [j, b] of s.entries()) {
      const found = compareTokens(tables, a, b);
      if (found.similarity > 0.4) all.push({ q: i, s: j, found });
    }
  if (q.length !== s.length) {
    const longer = q.length > s.length ? q : s;
    const shorter = q.length > s.length ? s : q;
    for (let i = 0; i + 1 < longer.length; i++)
      for (const [j, single] of shorter.entries())
        for (const [x, y] of [
          [longer[i], longer[i + 1]],
          [longer[i + 1], longer[i]],
        ] as [NameToken, NameToken][]) {
          if (x.role === 'initial' || y.role === 'initial') continue;
          const found = compareTokens(tables, joinTokens(x, y), single);
          if (found.similarity < 0.8) continue;
          all.push(
            q.length > s.length
              ? { q: i, s: j, found, joined: 'query' }
              : { q: j, s: i, found, joined: 'stored' },
          );
        }
  }
  const value = (pair: Pair) =>
    pair.found.similarity +
    (pair.joined === undefined ? 0 : -0.1) -
    (pair.found.reason === 'initial' ? 0.3 : 0);
  all.sort((a, b) => value(b) - value(a) || a.q - b.q || a.s - b.s);
  const usedQ = new Set<number>();
  const usedS = new Set<number>();
  const chosen: Pair[] = [];
  for (const pair of all) {
    const qs = pair.joined === 'query' ? [pair.q, pair.q + 1] : [pair.q];
    const ss = pair.joined === 'stored' ? [pair.s, pair.s + 1] : [pair.s];
    if (qs.some((i) => usedQ.has(i)) || ss.some((j) => usedS.has(j))) continue;
    for (const i of qs) usedQ.add(i);
    for (const j of ss) usedS.add(j);
    chosen.push(pair);
  }
  return chosen;
}

function joinTokens(a: NameToken, b: NameToken): NameToken {
  const sounds = a.sounds.at(-1) === b.sounds[0] ? a.sounds + b.sounds.slice(1) : a.sounds + b.sounds;
  return { text: a.text + b.text, sounds, role: 'any', groups: [], commonness: 0 };
}

function toParts(q: readonly NameToken[], s: readonly NameToken[], pairs: readonly Pair[]): NamePart[] {
  const parts: NamePart[] = [];
  const usedQ = new Set<number>();
  const usedS = new Set<number>();
  for (const pair of pairs) {
    usedQ.add(pair.q);
    usedS.add(pair.s);
    if (pair.joined === 'query') usedQ.add(pair.q + 1);
    if (pair.joined === 'stored') usedS.add(pair.s + 1);
    parts.push(pairPart(q, s, pair));
  }
  const leftQ = q.map((_, i) => i).filter((i) => !usedQ.has(i));
  const leftS = s.map((_, j) => j).filter((j) => !usedS.has(j));
  while (leftQ.length > 0 && leftS.length > 0) parts.push(contradiction(q, s, leftQ, leftS));
  for (const i of leftQ) parts.push(missing(q[i] as NameToken, 'missing-in-record', MISSING_IN_RECORD));
  for (const j of leftS) parts.push(missing(s[j] as NameToken, 'missing-in-query', MISSING_IN_QUERY));
  return parts;
}

function pairPart(q: readonly NameToken[], s: readonly NameToken[], pair: Pair): NamePart {
  const a = q[pair.q] as NameToken;
  const b = s[pair.s] as NameToken;
  const role = sharedRole(a, b);
  const { similarity } = pair.found;
  const strength = strengthOf(similarity);
  const rarity = 1.3 - Math.max(a.commonness, b.commonness) / 24;
  const reason: PartReason =
    pair.joined !== undefined
      ? 'joined'
      : strength < -0.3
        ? 'contradicts'
        : pair.found.reason === 'typo' && role === 'family' && a.text.length === b.text.length
          ? 'misprint'
          : pair.found.reason;
  return {
    query: pair.joined === 'query' ? `${a.text} ${(q[pair.q + 1] as NameToken).text}` : a.text,
    stored: pair.joined === 'stored' ? `${b.text} ${(s[pair.s + 1] as NameToken).text}` : b.text,
    role,
    reason,
    similarity,
    contribution:
      pair.found.reason === 'initial'
        ? AGREE.initial
        : strength >= 0
          ? AGREE[role] * strength * rarity
          : DISAGREE[role] * strength,
  };
}

/** From similarity to strength of evidence: 1 = the same word, -1 = another word. */
function strengthOf(similarity: number): number {
  if (similarity >= 0.9) return 0.8 + (similarity - 0.9) * 2;
  if (similarity >= 0.7) return (similarity - 0.7) * 4;
  return Math.max(-1, (similarity - 0.7) * 4);
}

function contradiction(
  q: readonly NameToken[],
  s: readonly NameToken[],
  leftQ: number[],
  leftS: number[],
): NamePart {
  const i = leftQ.shift() as number;
  const at = Math.max(
    0,
    leftS.findIndex((j) => s[j]?.role === q[i]?.role),
  );
  const j = leftS.splice(at, 1)[0] as number;
  const a = q[i] as NameToken;
  const b = s[j] as NameToken;
  const role = sharedRole(a, b);
  return {
    query: a.text,
    stored: b.text,
    role,
    reason: 'contradicts',
    similarity: 0,
    contribution: -DISAGREE[role],
  };
}

function missing(token: NameToken, reason: 'missing-in-query' | 'missing-in-record', cost: number): NamePart {
  return {
    query: reason === 'missing-in-record' ? token.text : null,
    stored: reason === 'missing-in-query' ? token.text : null,
    role: token.role,
    reason,
    similarity: 0,
    contribution: token.role === 'initial' || token.role === 'patronymic' ? -cost / 3 : -cost,
  };
}

function sharedRole(a: NameToken, b: NameToken): TokenRole {
  if (a.role === b.role) return a.role;
  if (a.role === 'any' || a.role === 'initial') return b.role;
  if (b.role === 'any' || b.role === 'initial') return a.role;
  return 'any';
}
