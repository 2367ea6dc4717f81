// Two names compared word by word: the evidence of every part, added up to one calibrated score.

import { type AlignedPair, alignTokens, NONE } from './alignment.ts';
import type {
  AnalysedName,
  NameComparison,
  NamePart,
  NameToken,
  PartReason,
  TokenRole,
} from './analysed-name.ts';
import { addSimilarity, byRole, shared, type Tally, WeightSum } from './evidence.ts';
import { sexDiffers } from './sex-of-forms.ts';
import type { NameTables } from './tables.ts';
import type { TokenSimilarity } from './token-similarity.ts';

/** Log-odds when one side has no name at all. */
const NOTHING = -20;
const AGREES_FROM = 0.8;
const WEAK_BELOW = 0.9;
const COMMONEST = 16;
/** A form of the same name that also sounds this close counts as the name itself. */
const CLOSE_EQUIVALENT = 0.88;

const BIAS = shared('bias');
const SECOND_WEAK = shared('second-weak-part');
const SEX_DIFFERS = shared('sex-of-form-differs');
const PATRONYMIC_SEX = shared('patronymic-sex-differs');
const ROLES_DIFFER = shared('roles-differ');
const ORDER_DIFFERS = shared('order-differs');
const INITIAL = shared('initial');
const INITIAL_DIFFERS = shared('initial-differs');
const INITIAL_MISSING = shared('initial-missing');
const JOINED = shared('joined');
const RARE = byRole('rare');
const EQUIVALENT = byRole('equivalent');
const PET_FORM = byRole('pet-form');
const OTHER_NAME = byRole('other-name');
const OTHER_NAME_CLOSE = byRole('other-name-close');
const MISSING = byRole('missing');

/** A part of two names, told after its observations went to the tally. */
type Tell = (
  query: string | null,
  stored: string | null,
  role: TokenRole,
  reason: PartReason,
  similarity: number,
) => void;

/** Compares a query with a stored name; the best of the query's readings counts. */
export function compareNames(tables: NameTables, query: AnalysedName, stored: AnalysedName): NameComparison {
  const tokens = query.otherReadings.length === 0 ? query.tokens : bestReading(tables, query, stored).tokens;
  const sum = new WeightSum(tables.evidence);
  const parts: NamePart[] = [];
  let before = 0;
  const agrees = observe(tables, tokens, stored.tokens, sum, (asked, known, role, reason, similarity) => {
    const contribution = sum.sum - before;
    before = sum.sum;
    const against = contribution < 0 && similarity < AGREES_FROM && asked !== null && known !== null;
    parts.push({
      query: asked,
      stored: known,
      role,
      reason: against && reason !== 'initial' ? 'contradicts' : reason,
      similarity,
      contribution,
    });
  });
  const logOdds = agrees ? sum.sum : NOTHING;
  return {
    score: 1 / (1 + Math.exp(-logOdds)),
    logOdds,
    parts,
    contradiction: parts.some((part) => part.reason === 'contradicts'),
    possibleMisprint: parts.some((part) => part.reason === 'misprint'),
  };
}

/** The log-odds of compareNames, without the parts. */
export function scoreNames(tables: NameTables, query: AnalysedName, stored: AnalysedName): number {
  return query.otherReadings.length === 0
    ? scoreReading(tables, query.tokens, stored.tokens)
    : bestReading(tables, query, stored).logOdds;
}

function bestReading(tables: NameTables, query: AnalysedName, stored: AnalysedName) {
  let tokens = query.tokens;
  let logOdds = scoreReading(tables, tokens, stored.tokens);
  for (const reading of query.otherReadings) {
    const other = scoreReading(tables, reading, stored.tokens);
    if (other <= logOdds) continue;
    logOdds = other;
    tokens = reading;
  }
  return { tokens, logOdds };
}

function scoreReading(tables: NameTables, q: readonly NameToken[], s: readonly NameToken[]): number {
  const sum = new WeightSum(tables.evidence);
  return observe(tables, q, s, sum, undefined) ? sum.sum : NOTHING;
}

/** Every observation of two names, part by part; false when one of them has no words. */
export function observe(
  tables: NameTables,
  query: readonly NameToken[],
  stored: readonly NameToken[],
  tally: Tally,
  tell: Tell | undefined,
): boolean {
  const q = nameWords(query);
  const s = nameWords(stored);
  if (q.length === 0 || s.length === 0) return false;
  const pairs = alignTokens(tables, q, s);
  let usedQ = 0;
  let usedS = 0;
  let weak = 0;
  for (const pair of pairs) {
    usedQ |= (1 << pair.q) | (pair.q2 === NONE ? 0 : 1 << pair.q2);
    usedS |= (1 << pair.s) | (pair.s2 === NONE ? 0 : 1 << pair.s2);
    if (pair.found.similarity < WEAK_BELOW && pair.found.reason !== 'initial') weak++;
    observePair(q, s, pair, tally, tell);
  }
  observeRest(q, s, usedQ, usedS, tally, tell);
  tally.add(BIAS, 1);
  if (weak > 1) tally.add(SECOND_WEAK, weak - 1);
  if (sexDiffers(q, s)) tally.add(SEX_DIFFERS, 1);
  if (orderDiffers(pairs)) tally.add(ORDER_DIFFERS, 1);
  return true;
}

/** Two words stand in another order: hardly evidence, but it tells full namesakes apart. */
function orderDiffers(pairs: readonly AlignedPair[]): boolean {
  for (let x = 0; x < pairs.length; x++)
    for (let y = x + 1; y < pairs.length; y++) {
      const one = pairs[x] as AlignedPair;
      const other = pairs[y] as AlignedPair;
      if (one.q < other.q !== one.s < other.s) return true;
    }
  return false;
}

function nameWords(tokens: readonly NameToken[]): readonly NameToken[] {
  let particles = 0;
  for (const token of tokens) if (token.role === 'particle') particles++;
  if (particles === 0 || particles === tokens.length) return tokens;
  return tokens.filter((token) => token.role !== 'particle');
}

function observePair(
  q: readonly NameToken[],
  s: readonly NameToken[],
  pair: AlignedPair,
  tally: Tally,
  tell: Tell | undefined,
): void {
  const a = q[pair.q] as NameToken;
  const b = s[pair.s] as NameToken;
  const role = sharedRole(a, b);
  const reason = observeWords(role, a, b, pair, tally);
  observeForms(a, b, pair.found, tally);
  if (tell === undefined) return;
  const query = pair.q2 === NONE ? a.text : `${a.text} ${q[pair.q2]?.text ?? ''}`;
  const stored = pair.s2 === NONE ? b.text : `${b.text} ${s[pair.s2]?.text ?? ''}`;
  tell(query, stored, role, reason, pair.found.similarity);
}

function observeWords(
  role: TokenRole,
  a: NameToken,
  b: NameToken,
  { found }: AlignedPair,
  tally: Tally,
): PartReason {
  const { reason, dictionary, similarity } = found;
  if (reason === 'initial') {
    tally.add(INITIAL, 1);
    return 'initial';
  }
  if (dictionary === 'other') {
    tally.add(OTHER_NAME[role], 1);
    tally.add(OTHER_NAME_CLOSE[role], similarity);
    return 'contradicts';
  }
  if (dictionary === 'equivalent' || dictionary === 'pet-form') {
    if (dictionary === 'equivalent' && similarity >= CLOSE_EQUIVALENT)
      addSimilarity(tally, role, Math.max(0.97, similarity));
    else tally.add(dictionary === 'equivalent' ? EQUIVALENT[role] : PET_FORM[role], 1);
    addRarity(tally, role, a, b);
    return 'equivalent';
  }
  addSimilarity(tally, role, similarity);
  if (similarity >= AGREES_FROM) addRarity(tally, role, a, b);
  if (reason === 'joined') tally.add(JOINED, 1);
  const misprint = reason === 'typo' && similarity < 0.95 && (role === 'family' || role === 'any');
  return misprint ? 'misprint' : reason;
}

/** A son's patronymic against a daughter's; the father's name of one who bears it as a family name. */
function observeForms(
  a: NameToken,
  b: NameToken,
  { reason, similarity }: TokenSimilarity,
  tally: Tally,
): void {
  if (a.role === b.role) {
    if (a.role === 'patronymic' && a.sex !== undefined && b.sex !== undefined && a.sex !== b.sex)
      tally.add(PATRONYMIC_SEX, 1);
  } else if (isCertain(a.role) && isCertain(b.role) && similarity >= AGREES_FROM && reason !== 'ending')
    tally.add(ROLES_DIFFER, 1);
}

function isCertain(role: TokenRole): boolean {
  return role === 'family' || role === 'given' || role === 'patronymic';
}

function addRarity(tally: Tally, role: TokenRole, a: NameToken, b: NameToken): void {
  tally.add(RARE[role], 1 - Math.max(a.commonness, b.commonness) / COMMONEST);
}

/** Words without a partner: two of one role contradict each other, the rest is missing on the other side. */
function observeRest(
  q: readonly NameToken[],
  s: readonly NameToken[],
  usedQ: number,
  usedS: number,
  tally: Tally,
  tell: Tell | undefined,
): void {
  let openS = ((1 << s.length) - 1) & ~usedS;
  for (let i = 0; i < q.length; i++) {
    if ((usedQ & (1 << i)) !== 0) continue;
    const a = q[i] as NameToken;
    const at = opposite(a, s, openS);
    if (at < 0) {
      observeMissing(a, a.text, null, tally, tell);
      continue;
    }
    openS &= ~(1 << at);
    const b = s[at] as NameToken;
    const role = sharedRole(a, b);
    if (a.role === 'initial' || b.role === 'initial') tally.add(INITIAL_DIFFERS, 1);
    else addSimilarity(tally, role, 0);
    tell?.(a.text, b.text, role, 'contradicts', 0);
  }
  for (let j = 0; j < s.length; j++)
    if ((openS & (1 << j)) !== 0) {
      const b = s[j] as NameToken;
      observeMissing(b, null, b.text, tally, tell);
    }
}

/** The first open stored word that contradicts a query word; -1 = none. */
function opposite(a: NameToken, s: readonly NameToken[], open: number): number {
  for (let j = 0; j < s.length; j++)
    if ((open & (1 << j)) !== 0 && mayContradict(a, s[j] as NameToken)) return j;
  return -1;
}

function mayContradict(a: NameToken, b: NameToken): boolean {
  return (
    a.role === b.role || a.role === 'any' || b.role === 'any' || a.role === 'initial' || b.role === 'initial'
  );
}

function observeMissing(
  { role }: NameToken,
  query: string | null,
  stored: string | null,
  tally: Tally,
  tell: Tell | undefined,
): void {
  tally.add(role === 'initial' ? INITIAL_MISSING : MISSING[role], 1);
  tell?.(query, stored, role, stored === null ? 'missing-in-record' : 'missing-in-query', 0);
}

function sharedRole(a: NameToken, b: NameToken): TokenRole {
  if (a.role === b.role) return a.role;
  if (a.role === 'any' || a.role === 'initial') return b.role;
  if (b.role === 'any' || b.role === 'initial') return a.role;
  return 'any';
}
