// When a record has to go, and what keeps it: the table of periods applied to one record at one instant.
import type { AlertStatus, WithdrawalReason } from '../alerts/vocabulary.ts';
import { addDays, addMonths, type RetentionBook } from './periods.ts';

/** Every rule by which something is erased, restricted or masked, in the order of a night. */
export const RETENTION_RULES = [
  'ALERT_ARCHIVED',
  'CASE_OVER',
  'ASSET_CASE_OVER',
  'PERSON_OVER',
  'PERSON_CLEARED',
  'PERSON_WITHOUT_ALERT',
  'ALERT_OVER',
  'HIT_OVER',
  'CHECK_QUERY',
  'SEARCH_QUERY',
  'NOT_SAME_OVER',
  'DISCLOSURE_OVER',
  'REQUEST_OVER',
] as const;
export type RetentionRule = (typeof RETENTION_RULES)[number];

/** Why something stays although its time may be over. */
export const KEPT_REASONS = [
  'LEGAL_HOLD',
  'RESTRICTED',
  'OPEN_REQUEST',
  'LIVE_ALERT',
  'CASE',
  'ASSET_CASE',
  'OPEN_HIT',
  'NOT_YET',
] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

export type Verdict =
  | { readonly due: true; readonly rule: RetentionRule; readonly since: Date }
  | { readonly due: false; readonly because: KeptReason; readonly until: Date | null };

export interface EndedAlert {
  readonly status: AlertStatus;
  readonly ownerState: string;
  /** Null while it has not ended. */
  readonly endedAt: Date | null;
  readonly withdrawalReason: string | null;
}

const ENDED: readonly AlertStatus[] = ['EXECUTED', 'WITHDRAWN', 'EXPIRED', 'ARCHIVED'];

/** The alert works or may still be made to work. */
export const isLive = ({ status }: Pick<EndedAlert, 'status'>): boolean =>
  status !== 'ERASED' && !ENDED.includes(status);

/** Withdrawn for a reason after which the person must not be remembered as wanted. */
const isCleared = (alert: EndedAlert, book: RetentionBook): boolean =>
  alert.withdrawalReason !== null &&
  book.of(alert.ownerState).quickReasons.includes(alert.withdrawalReason as WithdrawalReason);

/** @returns when only the data-protection officer of the owner may see it any more; null for a live one */
export function archiveDue(alert: EndedAlert, book: RetentionBook): Date | null {
  if (alert.endedAt === null || !ENDED.includes(alert.status)) return null;
  return isCleared(alert, book)
    ? alert.endedAt
    : addDays(alert.endedAt, book.of(alert.ownerState).archiveAfterDays);
}

/** @returns when its content has to go; null for a live one and for one that is erased */
export function alertErasureDue(alert: EndedAlert, book: RetentionBook): Date | null {
  const archived = archiveDue(alert, book);
  if (archived === null) return null;
  const { quickDays, archivedMonths } = book.of(alert.ownerState);
  return isCleared(alert, book) ? addDays(archived, quickDays) : addMonths(archived, archivedMonths);
}

/** What holds any record, whatever its age. */
export interface Holds {
  readonly isHeld: boolean;
  readonly isRestricted: boolean;
  readonly hasOpenRequest: boolean;
}

const held = ({ isHeld, isRestricted, hasOpenRequest }: Holds): KeptReason | null => {
  if (isHeld) return 'LEGAL_HOLD';
  if (isRestricted) return 'RESTRICTED';
  return hasOpenRequest ? 'OPEN_REQUEST' : null;
};

const kept = (because: KeptReason, until: Date | null = null): Verdict => ({ due: false, because, until });

const judged = (rule: RetentionRule, since: Date, now: Date): Verdict =>
  now >= since ? { due: true, rule, since } : kept('NOT_YET', since);

export interface PersonFacts extends Holds {
  readonly sourceState: string;
  readonly changedAt: Date;
  readonly alerts: readonly EndedAlert[];
  readonly hasCase: boolean;
  readonly hasAssetCase: boolean;
  readonly hasOpenHit: boolean;
}

/** A person stays as long as the last thing that needs him, and goes when the last of his alerts has to go. */
export function personVerdict(person: PersonFacts, book: RetentionBook, now: Date): Verdict {
  const hold = held(person);
  if (hold) return kept(hold);
  if (person.alerts.some(isLive)) return kept('LIVE_ALERT');
  if (person.hasCase) return kept('CASE');
  if (person.hasAssetCase) return kept('ASSET_CASE');
  if (person.hasOpenHit) return kept('OPEN_HIT');
  const ended = person.alerts
    .map((alert) => ({ alert, due: alertErasureDue(alert, book) }))
    .filter((one): one is { alert: EndedAlert; due: Date } => one.due !== null)
    .sort((left, right) => right.due.getTime() - left.due.getTime());
  const [last] = ended;
  if (!last) {
    const months = book.of(person.sourceState).personWithoutAlertMonths;
    return judged('PERSON_WITHOUT_ALERT', addMonths(person.changedAt, months), now);
  }
  return judged(isCleared(last.alert, book) ? 'PERSON_CLEARED' : 'PERSON_OVER', last.due, now);
}

/** An alert of somebody who is kept for another reason: its own content goes at its own time. */
export function alertVerdict(
  alert: EndedAlert & Holds & { readonly hasCase: boolean; readonly hasOpenHit: boolean },
  book: RetentionBook,
  now: Date,
): Verdict {
  const hold = held(alert);
  if (hold) return kept(hold);
  const due = alertErasureDue(alert, book);
  if (due === null) return kept('LIVE_ALERT');
  if (alert.hasCase) return kept('CASE');
  if (alert.hasOpenHit) return kept('OPEN_HIT');
  return judged('ALERT_OVER', due, now);
}

export interface CaseFacts extends Holds {
  /** Both states of the case; the longer period counts. */
  readonly states: readonly string[];
  /** Null while it is open. */
  readonly closedAt: Date | null;
}

const latest = (dates: readonly Date[]): Date => new Date(Math.max(...dates.map((date) => date.getTime())));

export function caseVerdict(
  facts: CaseFacts,
  kind: 'case' | 'asset-case',
  book: RetentionBook,
  now: Date,
): Verdict {
  const hold = held(facts);
  if (hold) return kept(hold);
  const { closedAt } = facts;
  if (closedAt === null) return kept(kind === 'case' ? 'CASE' : 'ASSET_CASE');
  const period = kind === 'case' ? 'caseMonths' : 'assetCaseMonths';
  const due = latest(facts.states.map((state) => addMonths(closedAt, book.of(state)[period])));
  return judged(kind === 'case' ? 'CASE_OVER' : 'ASSET_CASE_OVER', due, now);
}
