// What the clock makes of the stored state of an alert: every reader asks here, so no dead worker keeps one alive.
import type { AlertStatus } from './vocabulary.ts';

/**
 * Instants in the owner state's zone: `startsAt` is 00:00 of the first valid day (startOfDay), inclusive; `endsAt` 24:00 of the
 * last one (endOfDay), exclusive. Only a draft may lack them.
 */
export interface AlertClock {
  readonly status: AlertStatus;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

/** NOT_YET_VALID: approved, but its first day has not begun. */
export type EffectiveStatus = AlertStatus | 'NOT_YET_VALID';

/**
 * An approved alert (ACTIVE, LOCATED, SUSPENDED) whose end has passed is EXPIRED whatever is stored; before `startsAt`
 * an ACTIVE or LOCATED one is NOT_YET_VALID. Without an end it counts as ended: what nobody bounded alarms nobody.
 */
export function effectiveStatus({ status, startsAt, endsAt }: AlertClock, now: Date): EffectiveStatus {
  if (status !== 'ACTIVE' && status !== 'LOCATED' && status !== 'SUSPENDED') return status;
  if (endsAt === null || now.getTime() >= endsAt.getTime()) return 'EXPIRED';
  if (status !== 'SUSPENDED' && (startsAt === null || now.getTime() < startsAt.getTime()))
    return 'NOT_YET_VALID';
  return status;
}

/** The alert produces hits now. In SQL: status in (ACTIVE, LOCATED), starts_at <= now, now < ends_at. */
export function isLive(alert: AlertClock, now: Date): boolean {
  const status = effectiveStatus(alert, now);
  return status === 'ACTIVE' || status === 'LOCATED';
}

const DAY_MS = 86_400_000;

/** A suspension has lasted its longest time and goes to a higher authority. @param maxDays reference data, in days of 24 h. */
export function isSuspensionOverdue(
  alert: AlertClock & { readonly suspendedAt: Date | null },
  now: Date,
  maxDays: number,
): boolean {
  if (effectiveStatus(alert, now) !== 'SUSPENDED' || alert.suspendedAt === null) return false;
  return now.getTime() - alert.suspendedAt.getTime() > maxDays * DAY_MS;
}
