// What an alert asks of its owner: shown on the alert, and never done by the system itself.
import type { CalendarDate } from '../dates/calendar-date.ts';
import type { Deceased } from '../persons/vocabulary.ts';
import { type AlertClock, effectiveStatus, isSuspensionOverdue } from './effective-status.ts';
import { type AlertType, isArrest } from './vocabulary.ts';
import { isWarrantStanding, type WarrantFacts } from './warrant.ts';

export const OWNER_TASKS = [
  'NO_STANDING_WARRANT',
  'PERSON_DEAD',
  'REVIEW_DUE',
  'SUSPENSION_OVERDUE',
] as const;
/**
 * NO_STANDING_WARRANT: no warrant carries the request for arrest any more; REVIEW_DUE: the day of review has come;
 * PERSON_DEAD: the death is confirmed; SUSPENSION_OVERDUE: the longest suspension is over and a higher authority decides.
 */
export type OwnerTask = (typeof OWNER_TASKS)[number];

export interface TaskFacts extends AlertClock {
  readonly type: AlertType;
  readonly suspendedAt: Date | null;
  readonly reviewDueOn: CalendarDate | null;
  readonly warrants: readonly WarrantFacts[];
  readonly deceased: Deceased;
}

/**
 * The tasks of a published alert that has not ended; none before and after.
 * @param today the calendar day in the owner state's zone
 * @param suspensionMaxDays reference data, in days of 24 h
 */
export function ownerTasks(
  alert: TaskFacts,
  now: Date,
  today: CalendarDate,
  suspensionMaxDays: number,
): readonly OwnerTask[] {
  const status = effectiveStatus(alert, now);
  if (!['ACTIVE', 'LOCATED', 'NOT_YET_VALID', 'SUSPENDED'].includes(status)) return [];
  const tasks: OwnerTask[] = [];
  if (isArrest(alert.type) && !alert.warrants.some((warrant) => isWarrantStanding(warrant, today)))
    tasks.push('NO_STANDING_WARRANT');
  if (alert.deceased === 'CONFIRMED') tasks.push('PERSON_DEAD');
  if (alert.reviewDueOn !== null && alert.reviewDueOn <= today) tasks.push('REVIEW_DUE');
  if (isSuspensionOverdue(alert, now, suspensionMaxDays)) tasks.push('SUSPENSION_OVERDUE');
  return tasks;
}
