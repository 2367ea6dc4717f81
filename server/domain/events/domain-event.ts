// What other systems and other abilities may want to hear of, as ids and codes, with who may know of it.
import { overlap } from '../access/audience.ts';
import type { AlertStatus, AlertType } from '../alerts/vocabulary.ts';

/** What a webhook may subscribe to. */
export const EVENT_TYPES = [
  'alert.activated',
  'alert.changed',
  'alert.withdrawn',
  'hit.opened',
  'hit.acknowledged',
  'hit.decided',
  'hit.owner-asked',
  'hit.owner-answered',
  'hit.changed',
  'hit.closed',
  'case.opened',
  'case.stage-changed',
  'case.changed',
  'case.message',
  'case.clock-warning',
  'case.overdue',
  'subject.matched',
  'person.erased',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Ids and codes only: nothing that is sent out or kept here may name a person. */
export type EventData = Readonly<Record<string, string | number | boolean | null>>;

interface Told {
  /** Tokens of those who may know of it (`domain/access/audience.ts`); whoever holds none hears nothing. */
  readonly audience: readonly string[];
  /** Nobody is told before this instant; at once when left out. */
  readonly notBefore?: Date | null;
}

/**
 * An alert began or ceased to work, or changed. What it is to a reader follows from whether he saw it before and sees it
 * now: to one state it may be withdrawn while it stays in force for another.
 */
export interface AlertEvent extends Told {
  readonly kind: 'alert';
  readonly alertId: string;
  readonly personId: string;
  /** Tokens of those for whom it worked until now; empty for an alert that did not. */
  readonly audienceBefore: readonly string[];
  readonly data: {
    readonly alertNumber: string;
    readonly alertType: AlertType;
    readonly ownerState: string;
    /** As written now. */
    readonly status: AlertStatus;
  };
}

export type HitEventType = Extract<EventType, `hit.${string}`>;

export interface HitEvent extends Told {
  readonly kind: 'hit';
  readonly type: HitEventType;
  readonly hitId: string;
  readonly data: EventData;
}

export type CaseEventType = Extract<EventType, `case.${string}`>;

export interface CaseEvent extends Told {
  readonly kind: 'case';
  readonly type: CaseEventType;
  readonly caseId: string;
  readonly data: EventData;
}

/** A newly activated or changed alert fits somebody's saved subject. */
export interface SubjectEvent extends Told {
  readonly kind: 'subject';
  readonly type: 'subject.matched';
  readonly subjectId: string;
  readonly data: EventData;
}

/** Nothing of a person is left here: whoever was shown him has to let go of him too. */
export interface PersonEvent extends Told {
  readonly kind: 'person';
  readonly type: 'person.erased';
  readonly data: EventData;
}

export type DomainEvent = AlertEvent | HitEvent | CaseEvent | SubjectEvent | PersonEvent;

/** @returns what the event is to a reader who holds the tokens; null when it is nothing to him */
export function seenAs(event: DomainEvent, tokens: readonly string[]): EventType | null {
  const sees = overlap(event.audience, tokens);
  if (event.kind !== 'alert') return sees ? event.type : null;
  const saw = overlap(event.audienceBefore, tokens);
  if (saw) return sees ? 'alert.changed' : 'alert.withdrawn';
  return sees ? 'alert.activated' : null;
}

/** @returns what the reader is told: no status of an alert that he may not see any more */
export function toldData(event: DomainEvent, type: EventType): EventData {
  if (event.kind !== 'alert') return event.data;
  const { status, ...data } = event.data;
  const told = { alertId: event.alertId, personId: event.personId, ...data };
  return type === 'alert.withdrawn' ? told : { ...told, status };
}

/** Tokens of alerts whose very existence is secret carry a letter after the hash. */
const SECRET_TOKEN = /#[dxDX]$/;

/** @returns whether only readers who may know of secret work may know of the event */
export const isSecretEvent = (event: DomainEvent): boolean => {
  const tokens = [...event.audience, ...(event.kind === 'alert' ? event.audienceBefore : [])];
  return tokens.length > 0 && tokens.every((token) => SECRET_TOKEN.test(token));
};
