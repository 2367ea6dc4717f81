// What two installations say to one another: the kinds of messages, which of them overtake all others, and when one still counts.

export const MESSAGE_KINDS = [
  'alert.published',
  'alert.changed',
  'alert.withdrawn',
  'hit.reported',
  'hit.answered',
  'case.request',
  'case.answer',
  'person.erased',
  'void',
] as const;
/** `void`: stands where a message stood that a withdrawal overtook, so that the numbers have no gap and say nothing. */
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export const THINGS = ['ALERT', 'HIT', 'HIT_ANSWER', 'PERSON', 'LETTER'] as const;
/** What a message is about; HIT is told by the state of the border, HIT_ANSWER by the owner of the alert. */
export type Thing = (typeof THINGS)[number];

export const OUTCOMES = ['APPLIED', 'SUPERSEDED', 'NOT_APPLICABLE'] as const;
/** SUPERSEDED: something newer was known. NOT_APPLICABLE: understood, and there is nothing here that it could change. */
export type Outcome = (typeof OUTCOMES)[number];

export const PEER_STATUSES = ['PROPOSED', 'ACTIVE', 'PAUSED', 'CLOSED'] as const;
export type PeerStatus = (typeof PEER_STATUSES)[number];

/** Whoever must stop something is not kept waiting behind those who begin something. */
const URGENT: ReadonlySet<MessageKind> = new Set(['alert.withdrawn', 'person.erased', 'hit.answered']);

export const isUrgent = (kind: MessageKind): boolean => URGENT.has(kind);

/** How far two clocks may differ, and how long a message may be on the wire; in milliseconds. */
export const FRESH_MS = 5 * 60_000;

export interface Envelope {
  /** Name of the receiver's key. */
  readonly to: string;
  readonly sentAt: Date;
  readonly expiresAt: Date;
}

export type ArrivalFault =
  | 'message-not-for-us'
  | 'message-too-old'
  | 'message-from-future'
  | 'peer-not-active';

/** @returns why a message with a good signature is not taken; null when it is */
export function judgeArrival(
  { to, sentAt, expiresAt }: Envelope,
  us: string,
  peer: PeerStatus,
  now: Date,
): ArrivalFault | null {
  if (to !== us) return 'message-not-for-us';
  if (peer !== 'ACTIVE') return 'peer-not-active';
  if (now >= expiresAt || now.getTime() - sentAt.getTime() > FRESH_MS) return 'message-too-old';
  if (sentAt.getTime() - now.getTime() > FRESH_MS) return 'message-from-future';
  return null;
}

/**
 * Versions of a thing only go up, and a withdrawal is a version like any other: whatever comes later with a lower number stays
 * without effect, also when the higher one came first.
 */
export const isNews = (known: { readonly version: number } | null, version: number): boolean =>
  known === null || version > known.version;

/** What a thing is to the other side now, compared with what it was told last. */
export type Telling = 'alert.published' | 'alert.changed' | 'alert.withdrawn' | null;

export function tellingOf(
  told: { readonly live: boolean; readonly digest: string } | null,
  digest: string | null,
): Telling {
  const wasLive = told?.live ?? false;
  if (digest === null) return wasLive ? 'alert.withdrawn' : null;
  if (!wasLive) return 'alert.published';
  return told?.digest === digest ? null : 'alert.changed';
}
