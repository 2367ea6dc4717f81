// The life of a hit as one table: which step leads from where to where, who may take it, and on what conditions.
import { type AlertType, isArrest } from '../alerts/vocabulary.ts';
import type { HitAction, HitKind, HitStatus, HitVerb, Identifier } from './vocabulary.ts';

/**
 * In what quality somebody deals with a hit. FIRST_LINE: the agency whose officer stands before the traveller. SECOND_LINE: of the
 * state where he stands. OWNER: central authority or prosecutor of the state whose alert it is.
 */
export type HitCapacity = 'FIRST_LINE' | 'SECOND_LINE' | 'OWNER';

export interface HitState {
  readonly kind: HitKind;
  readonly status: HitStatus;
  readonly alertType: AlertType;
  /** The alert works now. False: it was withdrawn, executed, suspended or has ended since the match. */
  readonly alertInForce: boolean;
  readonly answerDueAt: Date | null;
  readonly decidedBy: string | null;
  readonly supervisedBy: string | null;
}

export interface StepFacts {
  readonly now: Date;
  readonly actorId: string;
  readonly capacities: readonly HitCapacity[];
  readonly identifiers?: readonly Identifier[];
  readonly action?: HitAction;
  readonly hasNote: boolean;
}

export type HitGuard = 'TWO_IDENTIFIERS' | 'SUPERVISED' | 'ACTION_FITS' | 'NOTE';

export type HitRefusal = {
  readonly ok: false;
  readonly refusal: 'WRONG_STATE' | 'WRONG_ACTOR' | 'FOUR_EYES' | 'GUARD';
  readonly status: HitStatus;
  readonly guards: readonly HitGuard[];
};
export type HitStep = { readonly ok: true; readonly to: HitStatus } | HitRefusal;

interface Step {
  readonly from: readonly HitStatus[];
  readonly to: HitStatus | 'same';
  readonly by: readonly HitCapacity[];
  readonly guards: readonly HitGuard[];
}

const UNDECIDED: readonly HitStatus[] = ['MATCHED', 'ACKNOWLEDGED', 'REFERRED', 'IDENTITY_CHECK'];

const STEPS: Readonly<Record<HitVerb, Step>> = {
  acknowledge: { from: ['MATCHED'], to: 'ACKNOWLEDGED', by: ['FIRST_LINE', 'SECOND_LINE'], guards: [] },
  refer: { from: ['MATCHED', 'ACKNOWLEDGED'], to: 'REFERRED', by: ['SECOND_LINE'], guards: [] },
  'check-identity': {
    from: ['MATCHED', 'ACKNOWLEDGED', 'REFERRED', 'INCONCLUSIVE'],
    to: 'IDENTITY_CHECK',
    by: ['SECOND_LINE'],
    guards: [],
  },
  confirm: { from: ['IDENTITY_CHECK'], to: 'CONFIRMED', by: ['SECOND_LINE'], guards: ['TWO_IDENTIFIERS'] },
  'not-same': { from: ['IDENTITY_CHECK'], to: 'NOT_SAME', by: ['SECOND_LINE'], guards: [] },
  'cannot-decide': { from: ['IDENTITY_CHECK'], to: 'INCONCLUSIVE', by: ['SECOND_LINE'], guards: ['NOTE'] },
  supervise: { from: ['INCONCLUSIVE'], to: 'same', by: ['SECOND_LINE'], guards: ['NOTE'] },
  'ask-owner': { from: ['CONFIRMED', 'OWNER_SILENT'], to: 'OWNER_ASKED', by: ['SECOND_LINE'], guards: [] },
  'owner-confirm': {
    from: ['OWNER_ASKED', 'OWNER_SILENT'],
    to: 'OWNER_CONFIRMED',
    by: ['OWNER'],
    guards: [],
  },
  // The owner may say so at any time before something was done; he need not wait to be asked.
  'owner-withdraw': {
    from: [...UNDECIDED, 'CONFIRMED', 'INCONCLUSIVE', 'OWNER_ASKED', 'OWNER_SILENT', 'OWNER_CONFIRMED'],
    to: 'OWNER_WITHDREW',
    by: ['OWNER'],
    guards: ['NOTE'],
  },
  act: {
    from: [...UNDECIDED, 'CONFIRMED', 'INCONCLUSIVE', 'OWNER_CONFIRMED', 'OWNER_SILENT', 'OWNER_WITHDREW'],
    to: 'ACTION_TAKEN',
    by: ['SECOND_LINE'],
    guards: ['SUPERVISED', 'ACTION_FITS'],
  },
  'take-note': { from: ['REPORTED'], to: 'CLOSED', by: ['OWNER'], guards: [] },
  close: { from: ['ACTION_TAKEN', 'NOT_SAME'], to: 'CLOSED', by: ['SECOND_LINE'], guards: [] },
};

/** States in which the alert still asks for something to be done to the traveller. */
const OPEN: readonly HitStatus[] = [
  ...UNDECIDED,
  'CONFIRMED',
  'INCONCLUSIVE',
  'OWNER_ASKED',
  'OWNER_CONFIRMED',
  'OWNER_SILENT',
];

/**
 * What the clock and the alert make of the stored state: an alert that no longer works means that its owner withdrew; a question
 * that nobody answered in time means that he is silent. Every reader asks here, so no answer depends on a job.
 */
export function effectiveHitStatus(hit: HitState, now: Date): HitStatus {
  if (hit.kind === 'MATCH' && !hit.alertInForce && OPEN.includes(hit.status)) return 'OWNER_WITHDREW';
  if (hit.status === 'OWNER_ASKED' && hit.answerDueAt !== null && hit.answerDueAt <= now)
    return 'OWNER_SILENT';
  return hit.status;
}

/** Where a step leads, or why it may not be taken: first the state, then the actor, then the conditions. */
export function takeHitStep(hit: HitState, verb: HitVerb, facts: StepFacts): HitStep {
  const step = STEPS[verb];
  const status = effectiveHitStatus(hit, facts.now);
  const refuse = (refusal: HitRefusal['refusal'], guards: readonly HitGuard[] = []): HitRefusal => ({
    ok: false,
    refusal,
    status,
    guards,
  });
  if (!step.from.includes(status)) return refuse('WRONG_STATE');
  if (!step.by.some((capacity) => facts.capacities.includes(capacity))) return refuse('WRONG_ACTOR');
  if (verb === 'supervise' && hit.decidedBy === facts.actorId) return refuse('FOUR_EYES');
  const unmet = step.guards.filter((guard) => !GUARDS[guard](hit, status, facts));
  if (unmet.length > 0) return refuse('GUARD', unmet);
  return { ok: true, to: step.to === 'same' ? status : step.to };
}

/** The steps that the actor has from here, whether or not every condition is met yet. */
export const allowedHitSteps = (
  hit: HitState,
  facts: Pick<StepFacts, 'now' | 'actorId' | 'capacities'>,
): readonly HitVerb[] => {
  const status = effectiveHitStatus(hit, facts.now);
  return (Object.keys(STEPS) as HitVerb[]).filter(
    (verb) =>
      STEPS[verb].from.includes(status) &&
      STEPS[verb].by.some((capacity) => facts.capacities.includes(capacity)) &&
      !(verb === 'supervise' && (hit.decidedBy === facts.actorId || hit.supervisedBy !== null)),
  );
};

const GROUP: Readonly<Record<Identifier, 'PAPER' | 'BODY' | 'WORD'>> = {
  DOCUMENT: 'PAPER',
  NATIONAL_ID: 'PAPER',
  BIRTH_DATE: 'PAPER',
  FACE: 'BODY',
  FINGERPRINT: 'BODY',
  MARKS: 'BODY',
  PARENTS: 'WORD',
  STATEMENT: 'WORD',
};

/** Number and birth date stand on one page that somebody else may carry: they are one identifier, not two. */
function isIndependent(identifiers: readonly Identifier[]): boolean {
  return identifiers.includes('FINGERPRINT') || new Set(identifiers.map((one) => GROUP[one])).size >= 2;
}

/** What may be done from where. Nobody is arrested on a match, nor for an alert that does not ask for it, nor against its owner. */
function actionFits(hit: HitState, status: HitStatus, { action, hasNote }: StepFacts): boolean {
  if (action === undefined) return false;
  if (UNDECIDED.includes(status)) return action === 'ESCAPED';
  if (status === 'OWNER_WITHDREW') return action === 'LET_GO' || action === 'ESCAPED';
  if (action === 'ARRESTED') {
    if (!isArrest(hit.alertType)) return false;
    // Without the owner's word only national law can be the ground, and somebody has to write down which.
    return status === 'OWNER_CONFIRMED' || (status === 'OWNER_SILENT' && hasNote);
  }
  if (status === 'CONFIRMED' && isArrest(hit.alertType)) return action === 'LET_GO' || action === 'ESCAPED';
  return true;
}

const GUARDS: Readonly<Record<HitGuard, (hit: HitState, status: HitStatus, facts: StepFacts) => boolean>> = {
  TWO_IDENTIFIERS: (_hit, _status, { identifiers = [] }) => isIndependent(identifiers),
  SUPERVISED: (hit, status) => status !== 'INCONCLUSIVE' || hit.supervisedBy !== null,
  ACTION_FITS: actionFits,
  NOTE: (_hit, _status, { hasNote }) => hasNote,
};
