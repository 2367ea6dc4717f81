// The life of a request for legal assistance, as one table: which step leads where, which side takes it, what it needs.

export const ASSISTANCE_TYPES = [
  'SERVE',
  'INTERVIEW',
  'SEARCH_SEIZE',
  'BANK_DATA',
  'ASSET_TRACE',
  'FREEZE',
  'CONFISCATE',
  'TRANSFER_PROCEEDINGS',
  'INFO',
] as const;
export type AssistanceType = (typeof ASSISTANCE_TYPES)[number];

export const ASSISTANCE_STATES = [
  'DRAFT',
  'SENT',
  'RECEIVED',
  'IN_EXECUTION',
  'NEED_INFO',
  'EXECUTED',
  'PARTLY',
  'REFUSED',
  'CLOSED',
] as const;
export type AssistanceState = (typeof ASSISTANCE_STATES)[number];

export const URGENCIES = ['ROUTINE', 'URGENT', 'IMMEDIATE'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** RQ asks, RD is asked. An act of a state that does not work here is recorded by the other side, with its paper. */
export type AssistanceSide = 'RQ' | 'RD';

export const ASSISTANCE_VERBS = [
  'send',
  'receive',
  'begin',
  'ask-info',
  'supply-info',
  'execute',
  'execute-partly',
  'refuse',
  'withdraw',
  'reopen',
  'close',
] as const;
export type AssistanceVerb = (typeof ASSISTANCE_VERBS)[number];

export type AssistanceNeed = 'reference' | 'reason';

interface Step {
  readonly from: readonly AssistanceState[];
  readonly to: AssistanceState;
  readonly by: AssistanceSide;
  readonly needs: readonly AssistanceNeed[];
}

/** `supply-info` leads back into execution; what was executed in part can be taken up again (`reopen`). */
const STEPS: Readonly<Record<AssistanceVerb, Step>> = {
  send: { from: ['DRAFT'], to: 'SENT', by: 'RQ', needs: ['reference'] },
  receive: { from: ['SENT'], to: 'RECEIVED', by: 'RD', needs: [] },
  begin: { from: ['RECEIVED'], to: 'IN_EXECUTION', by: 'RD', needs: [] },
  'ask-info': { from: ['RECEIVED', 'IN_EXECUTION'], to: 'NEED_INFO', by: 'RD', needs: ['reason'] },
  'supply-info': { from: ['NEED_INFO'], to: 'IN_EXECUTION', by: 'RQ', needs: ['reference'] },
  execute: { from: ['IN_EXECUTION', 'PARTLY'], to: 'EXECUTED', by: 'RD', needs: ['reference'] },
  'execute-partly': { from: ['IN_EXECUTION'], to: 'PARTLY', by: 'RD', needs: ['reference', 'reason'] },
  refuse: {
    from: ['RECEIVED', 'IN_EXECUTION', 'NEED_INFO', 'PARTLY'],
    to: 'REFUSED',
    by: 'RD',
    needs: ['reason'],
  },
  withdraw: {
    from: ['DRAFT', 'SENT', 'RECEIVED', 'IN_EXECUTION', 'NEED_INFO', 'PARTLY'],
    to: 'CLOSED',
    by: 'RQ',
    needs: ['reason'],
  },
  reopen: { from: ['PARTLY', 'EXECUTED'], to: 'IN_EXECUTION', by: 'RQ', needs: ['reason'] },
  close: { from: ['EXECUTED', 'PARTLY', 'REFUSED'], to: 'CLOSED', by: 'RQ', needs: [] },
};

export interface AssistanceCapacities {
  /** The sides that the actor may act for. */
  readonly sides: readonly AssistanceSide[];
}

export interface PossibleStep {
  readonly verb: AssistanceVerb;
  readonly to: AssistanceState;
  readonly needs: readonly AssistanceNeed[];
}

/** Every step that the actor may take now: all others are refused with this list. */
export const possibleSteps = (state: AssistanceState, { sides }: AssistanceCapacities): PossibleStep[] =>
  ASSISTANCE_VERBS.flatMap((verb) => {
    const { from, to, by, needs } = STEPS[verb];
    return from.includes(state) && sides.includes(by) ? [{ verb, to, needs }] : [];
  });

/** Sent and not yet answered: a due day counts. */
export const isOpen = (state: AssistanceState): boolean =>
  ['SENT', 'RECEIVED', 'IN_EXECUTION', 'NEED_INFO'].includes(state);
