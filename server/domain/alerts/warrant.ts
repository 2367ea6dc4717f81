// Whether the court or prosecutor paper under an alert still stands.
import type { CalendarDate } from '../dates/calendar-date.ts';

/** `validUntil` null: without limit. Days are days of the owner state's zone; the last day still counts. */
export interface WarrantFacts {
  readonly revokedOn: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
  readonly hasScannedFile: boolean;
}

export type WarrantFault = 'REVOKED' | 'EXPIRED' | 'NOT_SCANNED';

/** @param today the calendar day in the owner state's zone. */
export function warrantFaults(warrant: WarrantFacts, today: CalendarDate): readonly WarrantFault[] {
  const faults: WarrantFault[] = [];
  // A revocation counts from when it is known, even when it names a later day: a doubtful order arrests nobody.
  if (warrant.revokedOn !== null) faults.push('REVOKED');
  if (warrant.validUntil !== null && warrant.validUntil < today) faults.push('EXPIRED');
  if (!warrant.hasScannedFile) faults.push('NOT_SCANNED');
  return faults;
}

/** Not revoked, not expired, and there is a scanned file to show. */
export function isWarrantStanding(warrant: WarrantFacts, today: CalendarDate): boolean {
  return warrantFaults(warrant, today).length === 0;
}
