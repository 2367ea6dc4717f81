// The clocks of a hit: when the owner has to answer and second line to act, and how much lawful hold is left.
import type { HitStatus, Urgency } from './vocabulary.ts';

/** Reference data: minutes of each clock, and the hours a state may hold somebody to establish who he is. */
export interface HitClocks {
  readonly ownerAnswerMinutes: Readonly<Record<Urgency, number>>;
  readonly claimMinutes: number;
  readonly decisionMinutes: number;
  readonly decisionLimitMinutes: number;
  /** ISO 3166 alpha-3 → hours. A state that is missing has no known limit: nobody is told a number. */
  readonly lawfulHoldHours: Readonly<Record<string, number>>;
  readonly notSameYears: number;
}

export const HIT_ALARMS = ['CLAIM', 'DECISION', 'DECISION_LIMIT', 'OWNER_ANSWER'] as const;
export type HitAlarm = (typeof HIT_ALARMS)[number];

export interface ClockedHit {
  readonly kind: string;
  readonly status: HitStatus;
  readonly at: Date;
  readonly claimedAt: Date | null;
  readonly answerDueAt: Date | null;
}

const MINUTE = 60_000;
const after = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * MINUTE);

const UNCLAIMED: readonly HitStatus[] = ['MATCHED', 'ACKNOWLEDGED', 'REFERRED'];

/** @returns when each clock that still runs ends */
export function runningClocks(hit: ClockedHit, clocks: HitClocks): ReadonlyMap<HitAlarm, Date> {
  const running = new Map<HitAlarm, Date>();
  if (hit.kind !== 'MATCH') return running;
  if (UNCLAIMED.includes(hit.status)) running.set('CLAIM', after(hit.at, clocks.claimMinutes));
  if (UNCLAIMED.includes(hit.status) || hit.status === 'IDENTITY_CHECK') {
    running.set('DECISION', after(hit.claimedAt ?? hit.at, clocks.decisionMinutes));
    running.set('DECISION_LIMIT', after(hit.at, clocks.decisionLimitMinutes));
  }
  if ((hit.status === 'OWNER_ASKED' || hit.status === 'OWNER_SILENT') && hit.answerDueAt)
    running.set('OWNER_ANSWER', hit.answerDueAt);
  return running;
}

/** @returns the clocks that have run out */
export const overdueClocks = (hit: ClockedHit, clocks: HitClocks, now: Date): readonly HitAlarm[] =>
  [...runningClocks(hit, clocks)].filter(([, end]) => end <= now).map(([alarm]) => alarm);

export const answerDueAt = (askedAt: Date, urgency: Urgency, clocks: HitClocks): Date =>
  after(askedAt, clocks.ownerAnswerMinutes[urgency]);

/**
 * What is left of the time for which the state may hold somebody, counted from the check.
 * @returns null when the law of the state is not recorded; never below zero
 */
export function holdLeftMinutes(hit: ClockedHit & { readonly state: string }, clocks: HitClocks, now: Date) {
  const hours = clocks.lawfulHoldHours[hit.state];
  if (hours === undefined) return null;
  return Math.max(0, Math.floor((after(hit.at, hours * 60).getTime() - now.getTime()) / MINUTE));
}
