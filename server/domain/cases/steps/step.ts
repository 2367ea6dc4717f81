// What a step of the extradition procedure is: states, actors, conditions, documents, effects on clocks.
import type { DocumentCode } from '../documents.ts';
import type { CaseEventName } from '../events.ts';
import type { CaseState, Side } from '../vocabulary.ts';

/** Conditions found in the case. What the step itself has to bring is an input. */
export const FACT_GUARDS = [
  'ALERT_IN_FORCE',
  'PERSON_LOCATED',
  'PROVISIONAL_ARREST_ALLOWED',
  'NOT_IN_CUSTODY',
  'CHECKLIST_COMPLETE',
  'TRANSLATIONS_CERTIFIED',
  'MANIFEST_CURRENT',
  'CUSTODY_DECIDED',
  'NOTHING_OWED',
  'CONSENT_ALLOWED',
  'GROUNDS_ANSWERED',
  'NO_MANDATORY_GROUND',
  'GROUND_FOUND',
  'ASSURANCES_RECEIVED',
  'NO_IMPEDIMENT',
  'IMPEDIMENT_OPEN',
  'APPEAL_IN_TIME',
  'DECISION_FINAL',
  'TRANSIT_PERMITTED',
  'RESCHEDULES_LEFT',
  'BOTH_AGREED',
  'WAS_ARRESTED',
  'REARREST_ALLOWED',
  'TRANSFER_DUE',
  'NO_WAIVER_OPEN',
  'WAIVER_OPEN',
  'PERSON_FREE',
  'DEATH_CONFIRMED',
  'ASKED_BY_ANOTHER',
] as const;
export type FactGuard = (typeof FACT_GUARDS)[number];

/** What the step has to bring with it. */
export const INPUTS = [
  'REASON',
  'ACTED_BY',
  'ARREST',
  'CHANNEL',
  'ITEMS',
  'CONSENT_FORM',
  'CONSENT_END',
  'DECISION_GRANTING',
  'DECISION_REFUSING',
  'HOLD',
  'END_CONDITION',
  'RETURN_TERM',
  'PLACE_AND_TIME',
  'MEDICAL_CHECK',
  'LAPSE',
  'OUTCOME',
  'WAIVER_REQUEST',
  'WAIVER_ANSWER',
] as const;
export type StepInput = (typeof INPUTS)[number];

export interface Step {
  /** Number in the procedure of the domain brief (3.3); M: mends a dead end of it. */
  readonly no: string;
  readonly from: readonly CaseState[];
  readonly to: CaseState | 'SAME' | 'PREVIOUS';
  /** Whose act it is. BOTH: one side agrees, the other carries it out. EITHER: each may alone. */
  readonly side: Side | 'BOTH' | 'EITHER';
  readonly roles: readonly ('CO' | 'PRO' | 'NAD')[];
  readonly guards: readonly FactGuard[];
  readonly inputs: readonly StepInput[];
  readonly documents: readonly DocumentCode[];
  readonly events: readonly CaseEventName[];
  /** The state that it leaves is returned to later. */
  readonly remember: boolean;
  /** Clocks that end whatever their rules say, before the events are heard. */
  readonly stops: 'NONE' | 'PROCEDURE' | 'ALL';
  /** From here on the requested state sees the case. */
  readonly shares: boolean;
}

type Given = Pick<Step, 'no' | 'from' | 'to' | 'side'> & Partial<Step>;
export const step = (given: Given): Step => ({
  roles: ['CO', 'PRO'],
  guards: [],
  inputs: [],
  documents: [],
  events: [],
  remember: false,
  stops: 'NONE',
  shares: false,
  ...given,
});

export const BEFORE_RECEIPT: readonly CaseState[] = [
  'PA_REQUESTED',
  'PROV_ARRESTED',
  'FILE_PREPARATION',
  'REQUEST_SIGNED',
  'REQUEST_SENT',
];
export const HOLDABLE: readonly CaseState[] = [
  'REQUEST_RECEIVED',
  'INFO_REQUESTED',
  'UNDER_REVIEW',
  'CONSENT_TRACK',
  'COURT_REVIEW',
  'APPEAL',
  'GRANTED',
  'SURRENDER_SCHEDULED',
];

export const ARREST_PAPERS = ['D03', 'D04', 'D05'] as const;
export const FILE_READY = ['CHECKLIST_COMPLETE', 'TRANSLATIONS_CERTIFIED', 'MANIFEST_CURRENT'] as const;
