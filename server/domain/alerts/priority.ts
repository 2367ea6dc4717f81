// Which of several alerts on one person decides what the officer does.
import type { CalendarDate } from '../dates/calendar-date.ts';
import type { AlertType } from './vocabulary.ts';

export interface RankedAlert {
  readonly id: string;
  readonly type: AlertType;
  /** 1 (first) to 3, set by the owner; it ranks alerts of one kind only. */
  readonly priority: number;
  readonly issuedOn: CalendarDate | null;
}

const RANK: Readonly<Record<AlertType, number>> = {
  ARREST_PROSECUTION: 0,
  ARREST_SENTENCE: 0,
  SPECIFIC_CHECK: 1,
  DISCREET_CHECK: 2,
  LOCATE_ACCUSED: 3,
  LOCATE_WITNESS: 3,
  LOCATE_DEBTOR: 3,
  MISSING: 4,
  ASSET_TRACE: 5,
  INFORMATION: 6,
};

/**
 * Comparator, deciding alert first: arrest, specific check, discreet check, locate, missing, asset trace, information;
 * then the owner's priority, then the newer one, then the id, so that the order is always the same.
 */
export function compareAlerts(a: RankedAlert, b: RankedAlert): number {
  return (
    RANK[a.type] - RANK[b.type] ||
    a.priority - b.priority ||
    compareText(b.issuedOn ?? '', a.issuedOn ?? '') ||
    compareText(a.id, b.id)
  );
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
