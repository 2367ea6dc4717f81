// What happens in a case as far as clocks are concerned: profiles name these events, steps and custody facts raise them.

export const CASE_EVENTS = [
  /** Taken into custody for this case before the request was received. */
  'PROV_ARREST',
  /** Taken into custody for this case, whenever. */
  'ARREST',
  /** A court or prosecutor ordered custody, house arrest or extradition custody. */
  'CUSTODY_ORDERED',
  /** No longer held for this case: released, on bail, escaped, dead, handed over, serving a local sentence. */
  'FREED',
  'REQUEST_RECEIVED',
  'INFO_ASKED',
  'INFO_ENDED',
  'REVIEW_OPENED',
  'CONSENT_GIVEN',
  'CONSENT_VOID',
  'COURT_REFERRED',
  'GRANTED',
  'REFUSED',
  /** Granted or refused. */
  'DECIDED',
  'APPEALED',
  /** The appeal is over, whatever its end. */
  'RULED',
  'APPEAL_WAIVED',
  'HELD',
  'HOLD_LIFTED',
  'POSTPONED',
  'TEMP_SURRENDERED',
  'RETURNED',
  /** At the agreed date of surrender, not at the agreement. */
  'SURRENDER_SET',
  'SURRENDERED',
  'TRANSFERRED',
  'STATUS_REPORTED',
  'WAIVER_ASKED',
  'WAIVER_ANSWERED',
  'JUDGMENT_FINAL',
  'OUTCOME_REPORTED',
] as const;
export type CaseEventName = (typeof CASE_EVENTS)[number];
