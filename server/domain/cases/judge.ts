// Whether a step may be taken now, by whom, and what is missing; and where it leads.
import { isOverdue } from '../deadlines/clock.ts';
import { missingFrom } from '../treaties/checklist.ts';
import type { DocumentCode } from './documents.ts';
import type { CaseActor, CaseFacts, StepWords } from './facts.ts';
import { GUARDS, uncertified } from './guards.ts';
import { CASE_VERBS, type CaseVerb, stepOf } from './procedure.ts';
import type { FactGuard, Step, StepInput } from './steps/step.ts';
import type { CaseState } from './vocabulary.ts';

export interface Missing {
  readonly guards: readonly FactGuard[];
  readonly inputs: readonly StepInput[];
  readonly documents: readonly DocumentCode[];
}

export type Verdict =
  | { readonly ok: true; readonly to: CaseState; readonly returnStates: readonly CaseState[] }
  | ({ readonly ok: false; readonly refusal: 'WRONG_STATE' | 'WRONG_ACTOR' | 'INCOMPLETE' } & Missing);

const NOTHING: Missing = { guards: [], inputs: [], documents: [] };

export const mayAct = ({ side, roles }: Pick<Step, 'side' | 'roles'>, actor: CaseActor): boolean =>
  (side === 'BOTH' || side === 'EITHER' || side === actor.side) &&
  roles.some((role) => actor.roles.includes(role));

/** Where the step leads from here; null when there is nothing to return to. */
function targetOf({ to, from }: Step, { state, returnStates }: CaseFacts): CaseState | null {
  if (!from.includes(state)) return null;
  if (to === 'SAME') return state;
  return to === 'PREVIOUS' ? (returnStates.at(-1) ?? null) : to;
}

/** What is remembered to return to: a new path forgets, a step aside adds. */
function rememberedAfter({ to, remember }: Step, { state, returnStates }: CaseFacts): readonly CaseState[] {
  if (remember) return [...returnStates, state];
  if (to === 'SAME') return returnStates;
  return to === 'PREVIOUS' ? returnStates.slice(0, -1) : [];
}

/** The documents that the step asks for in this case. */
function documentsFor(verb: CaseVerb, facts: CaseFacts): readonly DocumentCode[] {
  const { documents } = stepOf(verb);
  // A draft that nobody else has seen is dropped without a letter.
  if (verb === 'withdraw' && !facts.shared) return [];
  if (verb === 'grant' && facts.assurances.includes('GIVEN')) return [...documents, 'D31'];
  if (verb === 'schedule-surrender' && facts.transits.includes('GRANTED')) return [...documents, 'D39'];
  return documents;
}

/** @returns everything that stands in the way of the step, given that state and actor fit; inputs are not looked at */
export function missingFor(verb: CaseVerb, facts: CaseFacts, actor: CaseActor): Omit<Missing, 'inputs'> {
  const guards = stepOf(verb).guards.filter((guard) => !GUARDS[guard](facts, actor, verb));
  const absent = documentsFor(verb, facts).filter(
    (code) => !facts.documents.some((held) => held.code === code && held.present),
  );
  const fromGuards = guards.flatMap((guard): readonly DocumentCode[] => {
    if (guard === 'CHECKLIST_COMPLETE') return missingFrom(facts.checklist, facts.documents);
    if (guard === 'TRANSLATIONS_CERTIFIED') return uncertified(facts);
    if (guard === 'NOTHING_OWED')
      return facts.owed.filter((code) => !facts.documents.some((held) => held.code === code && held.present));
    return [];
  });
  return { guards, documents: [...new Set([...absent, ...fromGuards])] };
}

function missingInputs(step: Step, facts: CaseFacts, words: StepWords): StepInput[] {
  return step.inputs.filter((input) => {
    if (!words.given.includes(input)) return true;
    if (input === 'LAPSE' && words.lapse === 'LIMIT_REACHED')
      return !facts.clocks.some((clock) => clock.rule.key === 'PA_LIMIT' && isOverdue(clock, facts.now));
    if (input === 'CONSENT_END' && words.consentRevoked === true) return !facts.law.treaty.consentRevocable;
    return false;
  });
}

/** The state first, then the actor, then everything that is missing at once. */
export function judge(verb: CaseVerb, facts: CaseFacts, actor: CaseActor, words: StepWords): Verdict {
  const step = stepOf(verb);
  const to = targetOf(step, facts);
  if (to === null) return { ok: false, refusal: 'WRONG_STATE', ...NOTHING };
  if (!mayAct(step, actor)) return { ok: false, refusal: 'WRONG_ACTOR', ...NOTHING };
  const missing = missingFor(verb, facts, actor);
  const inputs = missingInputs(step, facts, words);
  if (missing.guards.length + missing.documents.length + inputs.length > 0)
    return { ok: false, refusal: 'INCOMPLETE', ...missing, inputs };
  return { ok: true, to, returnStates: rememberedAfter(step, facts) };
}

/** The steps that lead on from this state, whoever takes them and whatever they still lack. */
export const stepsFrom = (facts: CaseFacts): { verb: CaseVerb; to: CaseState }[] =>
  CASE_VERBS.flatMap((verb) => {
    const to = targetOf(stepOf(verb), facts);
    return to === null ? [] : [{ verb, to }];
  });
