// Emergency access: which alerts it can open. It widens the circle of readers of work in hand, never of secret work.
import type { AlertStatus, AlertType } from '../alerts/vocabulary.ts';
import { IN_FORCE } from './audience.ts';

/** Whoever is watched or traced in secret must not be found by trying the emergency door (domain brief 2.9). */
const SECRET: readonly AlertType[] = ['DISCREET_CHECK', 'ASSET_TRACE'];

const CLOSED: readonly AlertStatus[] = ['ARCHIVED', 'ERASED'];

export interface BreakGlassFacts {
  readonly type: AlertType;
  readonly status: AlertStatus;
  readonly ownerState: string;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

/**
 * @returns whether emergency access by an officer of `state` (ISO 3166 alpha-3) opens the alert at the instant `now`:
 * alerts of the own state that are not archived; of other states those in force by the clock that are not secret
 */
export function opensByBreakGlass(alert: BreakGlassFacts, state: string, now: Date): boolean {
  if (CLOSED.includes(alert.status)) return false;
  if (alert.ownerState === state) return true;
  if (SECRET.includes(alert.type) || !IN_FORCE.includes(alert.status)) return false;
  return alert.startsAt !== null && alert.endsAt !== null && alert.startsAt <= now && now < alert.endsAt;
}
