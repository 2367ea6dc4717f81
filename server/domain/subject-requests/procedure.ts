// The way of a request by a person recorded (or not): who takes which step from where, and what the outside sees of it.

export const REQUEST_TYPES = ['ACCESS', 'CORRECTION', 'ERASURE', 'RESTRICTION', 'COMPLAINT'] as const;
export type RequestType = (typeof REQUEST_TYPES)[number];

export const REQUEST_STATUSES = [
  'RECEIVED',
  'IDENTIFIED',
  'SENT_TO_OWNER',
  'DECIDED',
  'APPEALED',
  'CLOSED',
] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

export const REQUEST_VERBS = ['identify', 'send-to-owner', 'decide', 'appeal', 'close'] as const;
export type RequestVerb = (typeof REQUEST_VERBS)[number];

/** What the owner decided. `NOTHING` also where there is something that may not be communicated. */
export const REQUEST_DECISIONS = ['GRANTED', 'PARTLY', 'REFUSED', 'NOTHING'] as const;
export type RequestDecision = (typeof REQUEST_DECISIONS)[number];

/** How the person proved who he is. */
export const IDENTITY_PROOFS = ['PASSPORT_SEEN', 'CERTIFIED_COPY', 'E_SIGNATURE', 'ATTORNEY'] as const;
export type IdentityProof = (typeof IDENTITY_PROOFS)[number];

/** RECEIVER: the state that took the request; OWNER: the state that it was sent to. One state may be both. */
export type RequestSide = 'RECEIVER' | 'OWNER';

const STEPS: Readonly<
  Record<RequestVerb, { from: readonly RequestStatus[]; to: RequestStatus; by: RequestSide }>
> = {
  identify: { from: ['RECEIVED'], to: 'IDENTIFIED', by: 'RECEIVER' },
  'send-to-owner': { from: ['IDENTIFIED'], to: 'SENT_TO_OWNER', by: 'RECEIVER' },
  decide: { from: ['SENT_TO_OWNER', 'APPEALED'], to: 'DECIDED', by: 'OWNER' },
  appeal: { from: ['DECIDED'], to: 'APPEALED', by: 'RECEIVER' },
  // Who cannot prove who he is gets no answer about anybody.
  close: { from: ['RECEIVED', 'DECIDED'], to: 'CLOSED', by: 'RECEIVER' },
};

export interface RequestFacts {
  readonly status: RequestStatus;
  /** When the answer to the last decision may leave; null before there is one. */
  readonly releaseAt: Date | null;
}

/** Outside of the owner a decision does not exist before its answer may leave. */
export function statusSeenBy(sides: readonly RequestSide[], request: RequestFacts, now: Date): RequestStatus {
  if (sides.includes('OWNER') || request.status !== 'DECIDED') return request.status;
  return request.releaseAt !== null && now >= request.releaseAt ? 'DECIDED' : 'SENT_TO_OWNER';
}

/** @returns the steps that the sides may take now; on a decision only after its answer has left */
export function requestVerbs(
  sides: readonly RequestSide[],
  request: RequestFacts,
  now: Date,
): readonly RequestVerb[] {
  const isReleased = request.releaseAt !== null && now >= request.releaseAt;
  return REQUEST_VERBS.filter((verb) => {
    const { from, by } = STEPS[verb];
    if (!from.includes(request.status) || !sides.includes(by)) return false;
    return request.status !== 'DECIDED' || isReleased;
  });
}

export const requestStatusAfter = (verb: RequestVerb): RequestStatus => STEPS[verb].to;

/**
 * When an answer leaves: always so many whole periods after the request was sent, however soon it was decided. An owner
 * who finds nothing is quick; the time of the answer must not say so.
 * @param days of a period, at least 1
 */
export function releaseOf(sentAt: Date, decidedAt: Date, days: number): Date {
  const period = days * 86_400_000;
  const periods = Math.max(1, Math.ceil((decidedAt.getTime() - sentAt.getTime()) / period));
  return new Date(sentAt.getTime() + periods * period);
}

/**
 * What the person is told. Whether nothing is held, or what is held may not be communicated, is one answer.
 */
export const answerOf = (decision: RequestDecision): 'COMMUNICATED' | 'NOTHING_TO_COMMUNICATE' =>
  decision === 'GRANTED' || decision === 'PARTLY' ? 'COMMUNICATED' : 'NOTHING_TO_COMMUNICATE';
