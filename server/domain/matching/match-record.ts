// One query against one record: evidence of every field, the policy's arithmetic, the band.

import type { AnalysedName, NameComparison, NamePart } from '../names/analysed-name.ts';
import type { NameEngine } from '../names/engine.ts';
import { type BirthEvidence, birthEvidence } from './birth-evidence.ts';
import { documentEvidence } from './document-evidence.ts';
import type { Band, Evidence, Match, MatchQuery, MatchRecord, MatchRecordName, ReasonCode } from './match.ts';
import type { MatchPolicy } from './policy.ts';
import { applyRules, bandOf, bandRank, combine, scoreOf } from './rules.ts';

const NAME_CODE: Record<NamePart['reason'], ReasonCode> = {
  same: 'NAME_SAME',
  transliteration: 'NAME_TRANSLITERATION',
  sound: 'NAME_SOUND',
  typo: 'NAME_TYPO',
  misprint: 'NAME_MISPRINT',
  initial: 'NAME_INITIAL',
  equivalent: 'NAME_EQUIVALENT',
  ending: 'NAME_ENDING',
  joined: 'NAME_JOINED',
  'missing-in-query': 'NAME_MISSING_IN_QUERY',
  'missing-in-record': 'NAME_MISSING_IN_RECORD',
  contradicts: 'NAME_CONTRADICTS',
};

/** Compares every name of the query with every name of the record, adds the other evidence, applies the policy. */
export function matchRecord(
  engine: NameEngine,
  policy: MatchPolicy,
  query: MatchQuery,
  record: MatchRecord,
): Match {
  return explain(engine, policy, query, bestNamePair(engine, query, record), factsOf(policy, query, record));
}

/**
 * The same for the many of which few are shown: null, and nothing explained, below a band. What needs no look at the names comes
 * first: they are dear to compare.
 */
export function screenRecord(
  engine: NameEngine,
  policy: MatchPolicy,
  query: MatchQuery,
  record: MatchRecord,
  least: Band = 'WEAK',
): Match | null {
  const isBelow = (band: Band) => bandRank(band) > bandRank(least);
  const facts = factsOf(policy, query, record);
  const { birth, document } = facts;
  const contradicted = birth !== undefined && birth.contribution < 0;
  if (document === undefined && contradicted && isBelow(policy.ceilings.birthContradicts)) return null;
  const best = bestNamePair(engine, query, record);
  if (document === undefined && isBelow(bandOf(policy, scoreOf(oddsOf(policy, best, facts))))) return null;
  const match = explain(engine, policy, query, best, facts);
  return isBelow(match.band) ? null : match;
}

/**
 * A quick answer where only names are at hand: what else is known of the person is taken to agree as well as it can.
 * @returns whether a person of such names may reach the band; documents and national ids that are equal are found otherwise
 */
export function mayReach(
  engine: Pick<NameEngine, 'score'>,
  policy: MatchPolicy,
  query: MatchQuery,
  least: Band,
): (names: readonly AnalysedName[]) => boolean {
  const { births, nationalities, documents } = query;
  const most = [
    line(
      'BIRTH',
      'BIRTH_EQUAL',
      null,
      null,
      1,
      births.length > 0 ? Math.max(...Object.values(policy.birth)) : 0,
    ),
    line(
      'NATIONALITY',
      'NATIONALITY_SHARED',
      null,
      null,
      1,
      nationalities.length > 0 ? policy.nationalityShared : 0,
    ),
    line(
      'DOCUMENT',
      'DOCUMENT_ONE_CHARACTER',
      null,
      null,
      1,
      documents.length > 0 ? policy.documentOneCharacter : 0,
    ),
  ].filter(({ contribution }) => contribution > 0);
  const reaches = (nameLogOdds: number) =>
    bandRank(bandOf(policy, scoreOf(combine(policy, nameLogOdds, most).logOdds))) <= bandRank(least);
  return (names) => names.some((name) => query.names.some((asked) => reaches(engine.score(asked, name))));
}

/** The log-odds of matchRecord before documents and national ids raise them: what results are sorted by. */
export function scoreRecord(
  engine: NameEngine,
  policy: MatchPolicy,
  query: MatchQuery,
  record: MatchRecord,
): number {
  return oddsOf(policy, bestNamePair(engine, query, record), factsOf(policy, query, record));
}

interface NamePair {
  readonly asked: AnalysedName;
  readonly name: MatchRecordName;
  readonly logOdds: number;
}

function bestNamePair(engine: NameEngine, query: MatchQuery, record: MatchRecord): NamePair | null {
  let best: NamePair | null = null;
  for (const asked of query.names)
    for (const name of record.names) {
      const logOdds = engine.score(asked, name.analysed);
      if (best === null || logOdds > best.logOdds) best = { asked, name, logOdds };
    }
  return best;
}

/** What speaks beside the name. */
interface Facts {
  readonly birth: BirthEvidence | undefined;
  readonly sexDiffers: boolean;
  readonly document: Evidence | undefined;
  readonly evidence: readonly Evidence[];
}

function factsOf(policy: MatchPolicy, query: MatchQuery, record: MatchRecord): Facts {
  const evidence: Evidence[] = [];
  const birth = birthEvidence(policy, query.births, record.births, record.birthYears);
  if (birth !== undefined)
    evidence.push({
      feature: 'BIRTH',
      code: birth.code,
      params: {},
      queryValue: formatDate(birth.query),
      recordValue:
        'from' in birth.record ? `${birth.record.from}–${birth.record.to}` : formatDate(birth.record),
      similarity: birth.similarity,
      contribution: birth.contribution,
    });
  const sexDiffers = isContradictorySex(query.sex, record.sex);
  if (sexDiffers)
    evidence.push(
      line('SEX', 'SEX_DIFFERENT', query.sex ?? null, record.sex ?? null, 0, policy.sexDifferent),
    );
  const nation = query.nationalities.find((state) => record.nationalities.includes(state));
  if (nation !== undefined)
    evidence.push(line('NATIONALITY', 'NATIONALITY_SHARED', nation, nation, 1, policy.nationalityShared));
  const document = documentEvidence(policy, query, record);
  if (document !== undefined) evidence.push(document);
  return { birth, sexDiffers, document, evidence };
}

function oddsOf(policy: MatchPolicy, best: NamePair | null, { evidence }: Facts): number {
  return combine(policy, best === null ? null : best.logOdds, evidence).logOdds;
}

function explain(
  engine: NameEngine,
  policy: MatchPolicy,
  query: MatchQuery,
  best: NamePair | null,
  { evidence, ...facts }: Facts,
): Match {
  const comparison = best === null ? null : engine.compare(best.asked, best.name.analysed);
  const ruled = applyRules(policy, {
    ...facts,
    name: best === null || comparison === null ? null : { comparison, type: best.name.type },
    namesAsked: query.names.length > 0,
    evidence,
  });
  return {
    score: ruled.score,
    logOdds: ruled.logOdds,
    band: ruled.band,
    bestName: best === null ? null : { id: best.name.id, type: best.name.type, raw: best.name.raw },
    nameComparison: comparison,
    evidence: [...(comparison === null ? [] : nameEvidence(comparison)), ...evidence, ...ruled.lines],
    flags: ruled.flags,
    policy: { code: policy.code, version: policy.version },
  };
}

/** The lines of one comparison of names, word by word. */
export const nameEvidence = ({ parts }: NameComparison): Evidence[] => parts.map(nameLine);

function nameLine(part: NamePart): Evidence {
  return {
    feature: 'NAME',
    code: NAME_CODE[part.reason],
    params: { role: part.role, query: part.query ?? '', stored: part.stored ?? '' },
    queryValue: part.query,
    recordValue: part.stored,
    similarity: part.similarity,
    contribution: part.contribution,
  };
}

function line(
  feature: Evidence['feature'],
  code: ReasonCode,
  queryValue: string | null,
  recordValue: string | null,
  similarity: number,
  contribution: number,
): Evidence {
  return { feature, code, params: {}, queryValue, recordValue, similarity, contribution };
}

/** Only M against F contradicts; X and U never do. */
function isContradictorySex(a: MatchQuery['sex'], b: MatchRecord['sex']): boolean {
  return (a === 'M' && b === 'F') || (a === 'F' && b === 'M');
}

function formatDate(date: { year: number; month?: number; day?: number }): string {
  const two = (value: number) => String(value).padStart(2, '0');
  if (date.month === undefined) return String(date.year);
  return date.day === undefined
    ? `${date.year}-${two(date.month)}`
    : `${date.year}-${two(date.month)}-${two(date.day)}`;
}

export { bandRank, contradictionHides } from './rules.ts';
