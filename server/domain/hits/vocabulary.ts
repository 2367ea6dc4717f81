// The closed lists of a hit: its states, the steps that people take, and what they may write into them.

export const HIT_STATUSES = [
  'MATCHED',
  'ACKNOWLEDGED',
  'REFERRED',
  'IDENTITY_CHECK',
  'CONFIRMED',
  'NOT_SAME',
  'INCONCLUSIVE',
  'OWNER_ASKED',
  'OWNER_CONFIRMED',
  'OWNER_WITHDREW',
  'OWNER_SILENT',
  'ACTION_TAKEN',
  'CLOSED',
  'REPORTED',
] as const;
/** REPORTED is the state of a silent report until its owner has taken note of it. */
export type HitStatus = (typeof HIT_STATUSES)[number];

export const HIT_KINDS = ['MATCH', 'SILENT'] as const;
export type HitKind = (typeof HIT_KINDS)[number];

export const HIT_VERBS = [
  'acknowledge',
  'refer',
  'check-identity',
  'confirm',
  'not-same',
  'cannot-decide',
  'supervise',
  'ask-owner',
  'owner-confirm',
  'owner-withdraw',
  'act',
  'take-note',
  'close',
] as const;
export type HitVerb = (typeof HIT_VERBS)[number];

/** What a human compared. A fingerprint is enough by itself; of the others two of different groups are needed. */
export const IDENTIFIERS = [
  'DOCUMENT',
  'NATIONAL_ID',
  'BIRTH_DATE',
  'FACE',
  'FINGERPRINT',
  'MARKS',
  'PARENTS',
  'STATEMENT',
] as const;
export type Identifier = (typeof IDENTIFIERS)[number];

export const NOT_SAME_REASONS = [
  'BIRTH_DATE',
  'FACE',
  'FINGERPRINT',
  'DOCUMENT',
  'PARENTS',
  'MISUSED_IDENTITY',
  'OTHER',
] as const;
export type NotSameReason = (typeof NOT_SAME_REASONS)[number];

export const URGENCIES = ['URGENT', 'ROUTINE', 'INTERNATIONAL'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const HIT_ACTIONS = [
  'ARRESTED',
  'LOCATED',
  'REPORTED',
  'SEARCHED',
  'REFUSED_ENTRY',
  'LET_GO',
  'ESCAPED',
] as const;
export type HitAction = (typeof HIT_ACTIONS)[number];

export const HIT_TASKS = ['RELEASE', 'STALE_ALERT', 'RECORD_QUALITY', 'OWNER_SILENT'] as const;
export type HitTaskKind = (typeof HIT_TASKS)[number];
/** What the owner does after the traveller has gone; the others end with the hit. */
export const OWNER_TASKS = ['STALE_ALERT', 'RECORD_QUALITY'] as const satisfies readonly HitTaskKind[];
export type OwnerTask = (typeof OWNER_TASKS)[number];
export type HitSide = 'SECOND_LINE' | 'OWNER';
