// The policy's arithmetic: log-odds added up, caps applied, the band chosen; each rule leaves a line in the explanation.

import type { NameComparison } from '../names/analysed-name.ts';
import type { NameType } from '../persons/vocabulary.ts';
import type { BirthEvidence } from './birth-evidence.ts';
import type { Band, Evidence, MatchFlag, ReasonCode } from './match.ts';
import type { MatchPolicy } from './policy.ts';

export interface RuleInput {
  readonly name: { readonly comparison: NameComparison; readonly type: NameType } | null;
  readonly namesAsked: boolean;
  readonly birth: BirthEvidence | undefined;
  readonly sexDiffers: boolean;
  readonly document: Evidence | undefined;
  readonly evidence: readonly Evidence[];
}

export interface Ruled {
  readonly score: number;
  readonly band: Band;
  readonly flags: MatchFlag[];
  readonly lines: Evidence[];
}

const WEAK_TYPES: ReadonlySet<NameType> = new Set(['ALIAS_WEAK', 'NICKNAME']);
const MIN_ODDS = 1e-6;

/** Turns evidence into a score and a band. Pure arithmetic: the same input always gives the same lines. */
export function applyRules(policy: MatchPolicy, input: RuleInput): Ruled {
  const lines: Evidence[] = [];
  const flags: MatchFlag[] = [];
  const nameScore = input.name?.comparison.score ?? 0;
  let score = combine(policy, input, nameScore);
  const cap = (limit: number, code: ReasonCode) => {
    if (score <= limit) return;
    lines.push(rule(code, limit - score, { limit }));
    score = limit;
  };
  const agrees = hasSecondIdentifier(input);
  if (input.name !== null) {
    if (WEAK_TYPES.has(input.name.type)) flags.push('WEAK_ALIAS');
    if (input.name.comparison.possibleMisprint) flags.push('POSSIBLE_MISPRINT');
    if (!agrees) {
      flags.push('NAME_ALONE');
      cap(policy.caps.nameAlone, 'RULE_NAME_ALONE');
      if (input.name.comparison.possibleMisprint) cap(policy.caps.misprint, 'RULE_MISPRINT');
    }
    if (WEAK_TYPES.has(input.name.type)) cap(policy.caps.weakAlias, 'RULE_WEAK_ALIAS');
    if (onlyInitials(input.name.comparison)) cap(policy.caps.initialOnly, 'RULE_INITIAL_ONLY');
    if (nameScore < policy.nameFloor && score > nameScore) {
      lines.push(rule('RULE_NAME_TOO_FAR', nameScore - score, { limit: policy.nameFloor }));
      score = nameScore;
    }
  }
  if (input.birth !== undefined && input.birth.contribution < 0) {
    flags.push('BIRTH_DIFFERS');
    cap(policy.caps.birthContradicts, 'RULE_BIRTH_CONTRADICTS');
  }
  if (input.sexDiffers) flags.push('SEX_DIFFERS');
  return { ...identifierRule(policy, input, nameScore, score, lines, flags), flags, lines };
}

function combine(policy: MatchPolicy, input: RuleInput, nameScore: number): number {
  if (input.name === null) return 0;
  const clipped = Math.min(1 - MIN_ODDS, Math.max(MIN_ODDS, nameScore));
  let odds = Math.log(clipped / (1 - clipped));
  for (const one of input.evidence)
    if (one.feature !== 'NAME' && (nameScore >= policy.nameFloor || one.contribution < 0))
      odds += one.contribution;
  return 1 / (1 + Math.exp(-odds));
}

/** A document hit is a hit whatever the name says; a national id is strong; both say so in a line. */
function identifierRule(
  policy: MatchPolicy,
  input: RuleInput,
  nameScore: number,
  score: number,
  lines: Evidence[],
  flags: MatchFlag[],
): { score: number; band: Band } {
  const code = input.document?.code;
  if (code === 'DOCUMENT_EQUAL' || code === 'NATIONAL_ID_EQUAL' || code === 'DOCUMENT_NUMBER_EQUAL') {
    if (input.namesAsked && nameScore < policy.nameDiffersBelow) flags.push('NAME_DIFFERS');
    const raised = Math.max(score, 0.99);
    lines.push(rule(code === 'NATIONAL_ID_EQUAL' ? 'RULE_NATIONAL_ID' : 'RULE_DOCUMENT', raised - score, {}));
    const band = code === 'DOCUMENT_EQUAL' ? 'DOCUMENT_HIT' : 'STRONG';
    return { score: raised, band };
  }
  return { score, band: bandOf(policy, score) };
}

function bandOf(policy: MatchPolicy, score: number): Band {
  if (score >= policy.bands.strong) return 'STRONG';
  if (score >= policy.bands.possible) return 'POSSIBLE';
  return score >= policy.bands.weak ? 'WEAK' : 'NONE';
}

/** A second identifier agrees: birth date to the month at least, or a document. */
function hasSecondIdentifier(input: RuleInput): boolean {
  if (input.document !== undefined) return true;
  return input.birth !== undefined && input.birth.contribution > 0 && input.birth.similarity >= 0.8;
}

function onlyInitials(comparison: NameComparison): boolean {
  const full = comparison.parts.filter(
    (part) =>
      part.query !== null && part.stored !== null && part.reason !== 'initial' && part.contribution > 0,
  );
  return full.length <= 1 && comparison.parts.some((part) => part.reason === 'initial');
}

function rule(code: ReasonCode, contribution: number, params: Record<string, number>): Evidence {
  return { feature: 'RULE', code, params, queryValue: null, recordValue: null, similarity: 0, contribution };
}
