// Two names compared word by word: the evidence of every part, added up to one calibrated score.

import { type AlignedPair, alignTokens } from './alignment.ts';
import type {
  AnalysedName,
  NameComparison,
  NamePart,
  NameToken,
  PartReason,
  TokenRole,
} from './analysed-name.ts';
import { type Observed, ofRole, shared, similarityShares, weigh } from './evidence.ts';
import type { NameTables } from './tables.ts';

/** Log-odds when one side has no name at all. */
const NOTHING = -20;
const AGREES_FROM = 0.8;
const WEAK_BELOW = 0.9;
const COMMONEST = 16;
/** A form of the same name that also sounds this close counts as the name itself. */
const CLOSE_EQUIVALENT = 0.88;

interface ObservedPart {
  readonly query: string | null;
  readonly stored: string | null;
  readonly role: TokenRole;
  readonly reason: PartReason;
  readonly similarity: number;
  readonly observed: readonly Observed[];
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
  if (q.length === 0 || s.length === 0)
    return { score: 0, logOdds: NOTHING, parts: [], contradiction: false, possibleMisprint: false };
  const observed = observeParts(tables, q, s);
  let logOdds = 0;
  const parts: NamePart[] = [];
  for (const one of observed) {
    const contribution = weigh(tables.evidence, one.observed);
    logOdds += contribution;
    if (one.query === null && one.stored === null) continue;
    const reason =
      one.reason !== 'initial' &&
      one.query !== null &&
      one.stored !== null &&
      contribution < 0 &&
      one.similarity < AGREES_FROM
        ? 'contradicts'
        : one.reason;
    parts.push({
      query: one.query,
      stored: one.stored,
      role: one.role,
      reason,
      similarity: one.similarity,
      contribution,
    });
  }
  return {
    score: 1 / (1 + Math.exp(-logOdds)),
    logOdds,
    parts,
    contradiction: parts.some((part) => part.reason === 'contradicts'),
    possibleMisprint: parts.some((part) => part.reason === 'misprint'),
  };
}

/** Every part of two names with its observations; a part without words holds what concerns the whole name. */
export function observeParts(
  tables: NameTables,
  q: readonly NameToken[],
  s: readonly NameToken[],
): ObservedPart[] {
  const pairs = alignTokens(tables, q, s);
  const parts: ObservedPart[] = [];
  let usedQ = 0;
  let usedS = 0;
  let weak = 0;
  for (const pair of pairs) {
    usedQ |= (1 << pair.q) | (pair.q2 === undefined ? 0 : 1 << pair.q2);
    usedS |= (1 << pair.s) | (pair.s2 === undefined ? 0 : 1 << pair.s2);
    if (pair.found.similarity < WEAK_BELOW && pair.found.reason !== 'initial') weak++;
    parts.push(pairPart(q, s, pair));
  }
  leftOver(q, s, usedQ, usedS, parts);
  const whole: Observed[] = [[shared('bias'), 1]];
  if (weak > 1) whole.push([shared('second-weak-part'), weak - 1]);
  if (sexDiffers(q, s)) whole.push([shared('sex-of-form-differs'), 1]);
  parts.push({ query: null, stored: null, role: 'any', reason: 'same', similarity: 0, observed: whole });
  return parts;
}

function nameWords(tokens: readonly NameToken[]): readonly NameToken[] {
  const words = tokens.filter((token) => token.role !== 'particle');
  return words.length > 0 ? words : tokens;
}

function pairPart(
  q: readonly NameToken[],
  s: readonly NameToken[],
  { q: i, q2, s: j, s2, found }: AlignedPair,
): ObservedPart {
  const a = q[i] as NameToken;
  const b = s[j] as NameToken;
  const role = sharedRole(a, b);
  const base = {
    query: q2 === undefined ? a.text : `${a.text} ${q[q2]?.text ?? ''}`,
    stored: s2 === undefined ? b.text : `${b.text} ${s[s2]?.text ?? ''}`,
    role,
    similarity: found.similarity,
  };
  if (found.reason === 'initial') return { ...base, reason: 'initial', observed: [[shared('initial'), 1]] };
  if (found.dictionary === 'equivalent' && found.similarity >= CLOSE_EQUIVALENT)
    return {
      ...base,
      reason: 'equivalent',
      observed: [...similarityShares(role, Math.max(0.97, found.similarity)), ...rare(role, a, b)],
    };
  if (found.dictionary === 'equivalent' || found.dictionary === 'pet-form')
    return {
      ...base,
      reason: 'equivalent',
      observed: [[ofRole(role, found.dictionary), 1], ...rare(role, a, b)],
    };
  if (found.dictionary === 'other')
    return {
      ...base,
      reason: 'contradicts',
      observed: [
        [ofRole(role, 'other-name'), 1],
        [ofRole(role, 'other-name-close'), found.similarity],
      ],
    };
  const observed: Observed[] = similarityShares(role, found.similarity);
  if (found.similarity >= AGREES_FROM) observed.push(...rare(role, a, b));
  if (found.reason === 'joined') observed.push([shared('joined'), 1]);
  const misprint =
    found.reason === 'typo' && found.similarity < 0.95 && (role === 'family' || role === 'any');
  return { ...base, reason: misprint ? 'misprint' : found.reason, observed };
}

function rare(role: TokenRole, a: NameToken, b: NameToken): Observed[] {
  const commonness = Math.max(a.commonness, b.commonness);
  return [[ofRole(role, 'rare'), 1 - commonness / COMMONEST]];
}

/** Words without a partner: two of one role contradict each other, the rest is missing on the other side. */
function leftOver(
  q: readonly NameToken[],
  s: readonly NameToken[],
  usedQ: number,
  usedS: number,
  parts: ObservedPart[],
): void {
  const openS = s.map((_, j) => j).filter((j) => (usedS & (1 << j)) === 0);
  for (const [i, a] of q.entries()) {
    if ((usedQ & (1 << i)) !== 0) continue;
    const at = openS.findIndex((j) => mayContradict(a, s[j] as NameToken));
    if (at < 0) {
      parts.push(missing(a, true));
      continue;
    }
    const b = s[openS.splice(at, 1)[0] as number] as NameToken;
    const role = sharedRole(a, b);
    const initial = a.role === 'initial' || b.role === 'initial';
    parts.push({
      query: a.text,
      stored: b.text,
      role,
      reason: 'contradicts',
      similarity: 0,
      observed: initial ? [[shared('initial-differs'), 1]] : similarityShares(role, 0),
    });
  }
  for (const j of openS) parts.push(missing(s[j] as NameToken, false));
}

function mayContradict(a: NameToken, b: NameToken): boolean {
  return (
    a.role === b.role || a.role === 'any' || b.role === 'any' || a.role === 'initial' || b.role === 'initial'
  );
}

function missing(token: NameToken, inRecord: boolean): ObservedPart {
  const index = token.role === 'initial' ? shared('initial-missing') : ofRole(token.role, 'missing');
  return {
    query: inRecord ? token.text : null,
    stored: inRecord ? null : token.text,
    role: token.role,
    reason: inRecord ? 'missing-in-record' : 'missing-in-query',
    similarity: 0,
    observed: [[index, 1]],
  };
}

function sharedRole(a: NameToken, b: NameToken): TokenRole {
  if (a.role === b.role) return a.role;
  if (a.role === 'any' || a.role === 'initial') return b.role;
  if (b.role === 'any' || b.role === 'initial') return a.role;
  return 'any';
}

/** Forms of one name say man, those of the other say woman. */
function sexDiffers(q: readonly NameToken[], s: readonly NameToken[]): boolean {
  const a = sexOf(q);
  const b = sexOf(s);
  return a !== undefined && b !== undefined && a !== b;
}

/** Sex by the forms of a name when they agree; the patronymic outranks the rest. */
function sexOf(tokens: readonly NameToken[]): 'M' | 'F' | undefined {
  let sex: 'M' | 'F' | undefined;
  for (const token of tokens) {
    if (token.sex === undefined) continue;
    if (token.role === 'patronymic') return token.sex;
    if (sex !== undefined && sex !== token.sex) return undefined;
    sex = token.sex;
  }
  return sex;
}
