// What the alert services are made of, and the few questions that all of them ask.
import type { Actor } from '../../domain/access/actor.ts';
import { may } from '../../domain/access/actor.ts';
import {
  type AudienceFacts,
  alertAudience,
  alertOwnerAudience,
  overlap,
  readerTokens,
} from '../../domain/access/audience.ts';
import { owns } from '../../domain/access/ownership.ts';
import type { AlertCapacity } from '../../domain/alerts/life-cycle.ts';
import type { CalendarDate } from '../../domain/dates/calendar-date.ts';
import { calendarDateIn, endOfDay, startOfDay, type ZoneName } from '../../domain/dates/zone.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { AlertPeriods, ReferenceService } from '../reference/service.ts';
import { type AlertRow, findVisible, lockPerson, readAlert } from './store.ts';

/** What was disclosed to whom, by person. */
interface Disclosed {
  readonly personId: string;
  readonly alertIds: readonly string[];
  readonly ownerStates: readonly string[];
}

export interface AlertDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly reference: Pick<ReferenceService, 'alertPeriods' | 'zoneOf'>;
  readonly persons: {
    /** Writes the persons' search rows anew in this transaction. */
    refreshSearch(tx: Tx, ...personIds: string[]): Promise<void>;
  };
  readonly duplicates: {
    /** Ids of likely duplicates of the person that the actor may see and on which nobody has decided. */
    unresolved(actor: Actor, personId: string): Promise<readonly string[]>;
  };
  readonly disclosures: {
    note(actor: Actor, via: 'SEARCH' | 'DETAIL' | 'FILE', items: readonly Disclosed[]): Promise<void>;
  };
}

/** The days and periods of one state. */
export interface Calendar {
  readonly zone: ZoneName;
  readonly periods: AlertPeriods;
}

/** An alert in the calendar of its owner at the instant of the request. */
export interface OpenAlert extends Calendar {
  readonly row: AlertRow;
  readonly now: Date;
  /** The day in the owner state. */
  readonly today: CalendarDate;
}

/**
 * To be read before a transaction begins: who waits for a second connection while he holds one may wait for others
 * who do the same.
 */
export async function calendarOf(
  { reference }: Pick<AlertDeps, 'reference'>,
  state: string,
): Promise<Calendar> {
  const [zone, periods] = await Promise.all([reference.zoneOf(state), reference.alertPeriods()]);
  return { zone, periods };
}

/** @throws Problem `forbidden` for an actor of no state */
export async function ownCalendarOf(deps: AlertDeps, { state }: Actor): Promise<Calendar> {
  if (state === null) throw new Problem('forbidden');
  return calendarOf(deps, state);
}

export const inCalendar = (calendar: Calendar, row: AlertRow, now: Date): OpenAlert => ({
  ...calendar,
  row,
  now,
  today: calendarDateIn(calendar.zone, now),
});

/** The reader is one of the owner's own people: he sees the work behind the alert, in every state of its life. */
export const isOwnSide = (actor: Actor, row: Pick<AlertRow, 'ownerAudience'>): boolean =>
  overlap(row.ownerAudience, readerTokens(actor));

/** Investigators write for their agency, case officers and prosecutors for their state. */
export const mayWrite = (actor: Actor, row: Pick<AlertRow, 'ownerState' | 'ownerAgencyId'>): boolean =>
  may(actor, 'alert.write') && owns(actor, { state: row.ownerState, agencyId: row.ownerAgencyId });

/** Who wrote any part of what an approver judges. */
export const isAuthor = (actor: Actor, row: AlertRow): boolean =>
  row.authorId === actor.id ||
  row.transitions.some(({ verb, actorId }) => actorId === actor.id && (verb === 'create' || verb === 'edit'));

/** In what quality the actor deals with this alert. */
export function capacitiesOf(actor: Actor, row: AlertRow): AlertCapacity[] {
  if (actor.kind === 'system') return ['SYSTEM'];
  if (actor.state !== row.ownerState) return [];
  const capacities: AlertCapacity[] = [];
  if (isAuthor(actor, row) && mayWrite(actor, row)) capacities.push('AUTHOR');
  if (may(actor, 'alert.decide')) capacities.push('APPROVER', 'OWNER', 'CASE_OFFICER');
  if (may(actor, 'alert.suspend') && actor.roles.includes('DPO')) capacities.push('DATA_PROTECTION');
  return capacities;
}

/**
 * Opens a visible alert for a change: the person is locked, so that nothing about the alert or the person's other
 * alerts moves until the end of the transaction.
 * @param calendar of the actor's own state, which is the owner of everything that he may change
 * @throws Problem `not-found` for what the actor may not see, `forbidden` for what is not his side's,
 * `version-mismatch` when it is not the version that he saw
 */
export async function openForChange(
  tx: Tx,
  actor: Actor,
  calendar: Calendar,
  id: string,
  version: number,
): Promise<OpenAlert> {
  const seen = await findVisible(tx.db, id, readerTokens(actor), tx.now);
  if (!seen) throw notFound();
  await lockPerson(tx.db, seen.personId);
  const row = await readAlert(tx.db, id);
  if (!row || !isOwnSide(actor, row)) throw new Problem('forbidden');
  // Its keeper is another installation: what is written here would be gone with its next word.
  if (row.peerId !== null) throw new Problem('conflict', [{ at: '', code: 'kept-elsewhere' }]);
  // A merge moved the alert while the lock was awaited, or somebody changed it since it was read.
  if (row.personId !== seen.personId || row.version !== version) throw new Problem('version-mismatch');
  return inCalendar(calendar, row, tx.now);
}

/** Everything that follows from status, sharing and the two days; written with every change. */
export function derived(
  facts: AudienceFacts & { readonly validFrom: CalendarDate | null; readonly expiresOn: CalendarDate | null },
  zone: ZoneName,
) {
  return {
    audience: alertAudience(facts),
    ownerAudience: alertOwnerAudience(facts),
    startsAt: facts.validFrom === null ? null : startOfDay(facts.validFrom, zone),
    endsAt: facts.expiresOn === null ? null : endOfDay(facts.expiresOn, zone),
  };
}
