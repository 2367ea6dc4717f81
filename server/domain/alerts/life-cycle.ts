// The life of an alert as one table: which verb leads from where to where, who may, and on what conditions.
import { type AlertClock, type EffectiveStatus, effectiveStatus } from './effective-status.ts';
import type { AlertStatus } from './vocabulary.ts';

export const ALERT_VERBS = [
  'submit',
  'return',
  'approve',
  'suspend',
  'resume',
  'locate',
  'relocate',
  'execute',
  'withdraw',
  'expire',
  'renew',
  'archive',
  'erase',
] as const;
export type AlertVerb = (typeof ALERT_VERBS)[number];

/**
 * In what quality somebody acts on this alert; access policy decides who has which. AUTHOR wrote it. APPROVER may
 * activate in the owner state. OWNER is the owner state's central authority or prosecutor. DATA_PROTECTION is its
 * data-protection officer. CASE_OFFICER follows the person. SYSTEM is the clock, a confirmed hit, a case or a job.
 */
export type AlertCapacity = 'AUTHOR' | 'APPROVER' | 'OWNER' | 'DATA_PROTECTION' | 'CASE_OFFICER' | 'SYSTEM';

/**
 * Conditions of a step. FOUR_EYES: who approves did not write. GATE: publicationGate leaves nothing blocking. REASON:
 * words, or for a withdrawal one of its codes.
 */
export type AlertGuard =
  | 'FOUR_EYES'
  | 'GATE'
  | 'REASON'
  | 'END_PASSED'
  | 'END_NOT_PASSED'
  | 'LATER_END'
  | 'RETENTION_OVER';

export interface TransitionFacts {
  readonly now: Date;
  readonly capacities: readonly AlertCapacity[];
  /** The actor wrote the alert, or any part of what would be approved. */
  readonly isAuthor: boolean;
  readonly hasReason: boolean;
  /** publicationGate at the stage of the step left nothing blocking. */
  readonly gatePassed: boolean;
  /** The end asked for by `renew`. */
  readonly newEndsAt: Date | null;
  /** The retention job found the period over. */
  readonly retentionOver: boolean;
}

/** `guards`: every condition not met. `allowed`: what allowedVerbs says, for the screen. */
export interface TransitionRefusal {
  readonly ok: false;
  readonly refusal: 'WRONG_STATE' | 'WRONG_ACTOR' | 'FOUR_EYES' | 'GUARD';
  readonly status: EffectiveStatus;
  readonly guards: readonly AlertGuard[];
  readonly allowed: readonly AlertVerb[];
}

export type TransitionResult = { readonly ok: true; readonly to: AlertStatus } | TransitionRefusal;

interface Step {
  readonly from: readonly EffectiveStatus[];
  /** `same`: the state stays, something else about the alert changes. */
  readonly to: AlertStatus | 'same';
  readonly by: readonly AlertCapacity[];
  readonly guards: readonly AlertGuard[];
}

const STEPS: Readonly<Record<AlertVerb, Step>> = {
  submit: { from: ['DRAFT'], to: 'SUBMITTED', by: ['AUTHOR'], guards: ['GATE'] },
  return: { from: ['SUBMITTED'], to: 'DRAFT', by: ['APPROVER'], guards: ['REASON'] },
  approve: {
    from: ['SUBMITTED'],
    to: 'ACTIVE',
    by: ['APPROVER'],
    guards: ['FOUR_EYES', 'GATE', 'END_NOT_PASSED'],
  },
  suspend: {
    from: ['ACTIVE', 'NOT_YET_VALID', 'LOCATED'],
    to: 'SUSPENDED',
    by: ['OWNER', 'DATA_PROTECTION'],
    guards: ['REASON'],
  },
  resume: { from: ['SUSPENDED'], to: 'ACTIVE', by: ['OWNER'], guards: ['REASON', 'END_NOT_PASSED'] },
  locate: { from: ['ACTIVE'], to: 'LOCATED', by: ['SYSTEM', 'CASE_OFFICER'], guards: [] },
  relocate: { from: ['LOCATED'], to: 'ACTIVE', by: ['SYSTEM', 'CASE_OFFICER'], guards: ['REASON'] },
  execute: { from: ['ACTIVE', 'LOCATED'], to: 'EXECUTED', by: ['OWNER', 'SYSTEM'], guards: [] },
  withdraw: {
    from: ['ACTIVE', 'NOT_YET_VALID', 'LOCATED', 'SUSPENDED'],
    to: 'WITHDRAWN',
    by: ['OWNER'],
    guards: ['REASON'],
  },
  expire: { from: ['ACTIVE', 'LOCATED', 'SUSPENDED'], to: 'EXPIRED', by: ['SYSTEM'], guards: ['END_PASSED'] },
  renew: {
    from: ['ACTIVE', 'NOT_YET_VALID', 'LOCATED'],
    to: 'same',
    by: ['OWNER'],
    guards: ['REASON', 'LATER_END'],
  },
  archive: {
    from: ['EXECUTED', 'WITHDRAWN', 'EXPIRED'],
    to: 'ARCHIVED',
    by: ['SYSTEM'],
    guards: ['RETENTION_OVER'],
  },
  erase: { from: ['ARCHIVED'], to: 'ERASED', by: ['SYSTEM'], guards: ['RETENTION_OVER'] },
};

/**
 * Where a verb leads, or why it may not: first the state, then the actor, then all conditions at once. States are judged
 * by the clock; only `expire` looks at what is stored, because writing down what the clock knows is its work.
 */
export function transition(alert: AlertClock, verb: AlertVerb, facts: TransitionFacts): TransitionResult {
  const step = STEPS[verb];
  const status = effectiveStatus(alert, facts.now);
  const refuse = (
    refusal: TransitionRefusal['refusal'],
    guards: readonly AlertGuard[],
  ): TransitionRefusal => ({
    ok: false,
    refusal,
    status,
    guards,
    allowed: allowedVerbs(alert, facts),
  });
  if (!startsFrom(verb, alert, facts.now)) return refuse('WRONG_STATE', []);
  if (!step.by.some((capacity) => facts.capacities.includes(capacity))) return refuse('WRONG_ACTOR', []);
  const unmet = step.guards.filter((guard) => !GUARDS[guard](alert, facts));
  if (unmet.includes('FOUR_EYES')) return refuse('FOUR_EYES', unmet);
  if (unmet.length > 0) return refuse('GUARD', unmet);
  return { ok: true, to: step.to === 'same' ? alert.status : step.to };
}

/** The verbs that this actor has from this state, whether or not every condition is met yet; four eyes are. */
export function allowedVerbs(
  alert: AlertClock,
  facts: Pick<TransitionFacts, 'now' | 'capacities' | 'isAuthor'>,
): readonly AlertVerb[] {
  return ALERT_VERBS.filter(
    (verb) =>
      startsFrom(verb, alert, facts.now) &&
      STEPS[verb].by.some((capacity) => facts.capacities.includes(capacity)) &&
      !(STEPS[verb].guards.includes('FOUR_EYES') && facts.isAuthor),
  );
}

function startsFrom(verb: AlertVerb, alert: AlertClock, now: Date): boolean {
  return STEPS[verb].from.includes(verb === 'expire' ? alert.status : effectiveStatus(alert, now));
}

const GUARDS: Readonly<Record<AlertGuard, (alert: AlertClock, facts: TransitionFacts) => boolean>> = {
  FOUR_EYES: (_, { isAuthor }) => !isAuthor,
  GATE: (_, { gatePassed }) => gatePassed,
  REASON: (_, { hasReason }) => hasReason,
  END_PASSED: ({ endsAt }, { now }) => endsAt === null || now.getTime() >= endsAt.getTime(),
  END_NOT_PASSED: ({ endsAt }, { now }) => endsAt !== null && now.getTime() < endsAt.getTime(),
  LATER_END: ({ endsAt }, { newEndsAt }) =>
    endsAt !== null && newEndsAt !== null && newEndsAt.getTime() > endsAt.getTime(),
  RETENTION_OVER: (_, { retentionOver }) => retentionOver,
};
