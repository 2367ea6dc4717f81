// The policy's arithmetic: log-odds added up, the band chosen, ceilings applied; each rule leaves a line in the explanation.

import type { NameComparison } from '../names/analysed-name.ts';
import type { NameType } from '../persons/vocabulary.ts';
import type { BirthEvidence } from './birth-evidence.ts';
import { BANDS, type Band, type Evidence, type MatchFlag, type ReasonCode } from './match.ts';
import type { MatchPolicy } from './policy.ts';

export interface RuleInput {
  readonly name: { readonly comparison: NameComparison; readonly type: NameType } | null;
  readonly namesAsked: boolean;
  readonly birth: BirthEvidence | undefined;
  readonly sexDiffers: boolean;
  readonly document: Evidence | undefined;
  /** All evidence but that of the name. */
  readonly evidence: readonly Evidence[];
}

export interface Ruled {
  readonly score: number;
  readonly logOdds: number;
  readonly band: Band;
  readonly flags: MatchFlag[];
  readonly lines: Evidence[];
}

const WEAK_TYPES: ReadonlySet<NameType> = new Set(['ALIAS_WEAK', 'NICKNAME']);
/** Log-odds of a match by document or national id: 99.9 %. */
const IDENTIFIER_ODDS = 7;

/** Turns evidence into a score and a band. Pure arithmetic: the same input always gives the same lines. */
export function applyRules(policy: MatchPolicy, input: RuleInput): Ruled {
  const lines: Evidence[] = [];
  const flags: MatchFlag[] = [];
  const nameScore = input.name?.comparison.score ?? 0;
  const { logOdds, withheld } = combine(policy, input.name?.comparison.logOdds ?? null, input.evidence);
  if (withheld) lines.push(rule('RULE_NAME_TOO_FAR', { limit: policy.nameFloor }));
  let band = bandOf(policy, scoreOf(logOdds));
  const limit = (ceiling: Band, code: ReasonCode) => {
    if (bandRank(band) >= bandRank(ceiling)) return;
    lines.push(rule(code, { band: ceiling }));
    band = ceiling;
  };
  if (input.name !== null) {
    const { comparison, type } = input.name;
    if (WEAK_TYPES.has(type)) flags.push('WEAK_ALIAS');
    if (comparison.possibleMisprint) flags.push('POSSIBLE_MISPRINT');
    if (!hasSecondIdentifier(input)) {
      flags.push('NAME_ALONE');
      limit(policy.ceilings.nameAlone, 'RULE_NAME_ALONE');
    }
    if (comparison.possibleMisprint && !anythingElseAgrees(input))
      limit(policy.ceilings.misprint, 'RULE_MISPRINT');
    if (WEAK_TYPES.has(type)) limit(policy.ceilings.weakAlias, 'RULE_WEAK_ALIAS');
    if (onlyInitials(comparison)) limit(policy.ceilings.initialOnly, 'RULE_INITIAL_ONLY');
  }
  if (input.birth !== undefined && input.birth.contribution < 0) {
    flags.push('BIRTH_DIFFERS');
    limit(policy.ceilings.birthContradicts, 'RULE_BIRTH_CONTRADICTS');
  }
  if (input.sexDiffers) flags.push('SEX_DIFFERS');
  const identified = identifierBand(input);
  if (identified === undefined) return { score: scoreOf(logOdds), logOdds, band, flags, lines };
  if (input.namesAsked && nameScore < policy.nameDiffersBelow) flags.push('NAME_DIFFERS');
  lines.push(rule(identified === 'STRONG' ? 'RULE_NATIONAL_ID' : 'RULE_DOCUMENT', { band: identified }));
  const raised = Math.max(logOdds, IDENTIFIER_ODDS);
  return { score: scoreOf(raised), logOdds: raised, band: identified, flags, lines };
}

/** Position of a band from strongest (0) to none (4). */
export function bandRank(band: Band): number {
  return BANDS.indexOf(band);
}

/** Name odds plus all other evidence; what speaks for a person counts only when the name is not another one. */
export function combine(
  policy: MatchPolicy,
  nameLogOdds: number | null,
  evidence: readonly Evidence[],
): { logOdds: number; withheld: boolean } {
  if (nameLogOdds === null) return { logOdds: -IDENTIFIER_ODDS, withheld: false };
  const isClose = scoreOf(nameLogOdds) >= policy.nameFloor;
  let logOdds = nameLogOdds;
  let withheld = false;
  for (const { contribution } of evidence) {
    if (isClose || contribution < 0) logOdds += contribution;
    else if (contribution > 0) withheld = true;
  }
  return { logOdds, withheld };
}

/** Natural log-odds as a score from 0 to 1. */
export function scoreOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** A document of the same state is a hit whatever the name; a number alone or a national id is strong. */
function identifierBand(input: RuleInput): Band | undefined {
  if (input.document?.code === 'DOCUMENT_EQUAL') return 'DOCUMENT_HIT';
  if (input.document?.code === 'NATIONAL_ID_EQUAL' || input.document?.code === 'DOCUMENT_NUMBER_EQUAL')
    return 'STRONG';
  return undefined;
}

/** The band of a score by the thresholds alone, before ceilings and identifiers. */
export function bandOf(policy: MatchPolicy, score: number): Band {
  if (score >= policy.bands.strong) return 'STRONG';
  if (score >= policy.bands.possible) return 'POSSIBLE';
  return score >= policy.bands.weak ? 'WEAK' : 'NONE';
}

/** A second identifier agrees: birth date to the month at least, or a document. */
function hasSecondIdentifier(input: RuleInput): boolean {
  if (input.document !== undefined) return true;
  return input.birth !== undefined && input.birth.contribution > 0 && input.birth.similarity >= 0.8;
}

/** Less than a second identifier, and enough for a misprint: of a tenth of the wanted no more than the year is known. */
function anythingElseAgrees(input: RuleInput): boolean {
  return input.document !== undefined || (input.birth !== undefined && input.birth.contribution > 0);
}

/** Whether a person whose dates of birth all contradict stays below a band, whatever agrees but a document or national id. */
export function contradictionHides({ birth, ceilings }: MatchPolicy, least: Band): boolean {
  const contradict = Math.max(birth.sameYear, birth.yearNear, birth.different) < 0;
  return contradict && bandRank(ceilings.birthContradicts) > bandRank(least);
}

function onlyInitials(comparison: NameComparison): boolean {
  const full = comparison.parts.filter(
    (part) =>
      part.query !== null && part.stored !== null && part.reason !== 'initial' && part.contribution > 0,
  );
  return full.length <= 1 && comparison.parts.some((part) => part.reason === 'initial');
}

function rule(code: ReasonCode, params: Record<string, string | number>): Evidence {
  return {
    feature: 'RULE',
    code,
    params,
    queryValue: null,
    recordValue: null,
    similarity: 0,
    contribution: 0,
  };
}
