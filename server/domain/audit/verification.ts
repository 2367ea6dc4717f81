// What a check of the audit log can find, and how its result reads.

/**
 * - `row-edited`, `row-deleted`: a sealed row differs from what was sealed, or is gone
 * - `row-inserted`: a row was slipped in where the log was already complete, or a copy of a sealed row stands beside it
 * - `marks-differ`: the list of sealed rows is not what the seals say
 * - `seal-missing`, `seal-edited`, `chain-broken`: a link is gone, changed, or does not follow the one before it
 * - `signature-wrong`, `key-unknown`: a link was not made by this installation
 * - `note-false`: a month is said to be gone for its age, and this installation did not sign that
 * - `head-differs`: an exported head names another link: the chain was rewritten
 * - `tail-missing`: an exported head names a link that the chain no longer reaches
 */
export const AUDIT_FAULTS = [
  'row-edited',
  'row-deleted',
  'row-inserted',
  'marks-differ',
  'seal-missing',
  'seal-edited',
  'chain-broken',
  'signature-wrong',
  'key-unknown',
  'note-false',
  'head-differs',
  'tail-missing',
] as const;
export type AuditFaultKind = (typeof AUDIT_FAULTS)[number];

export interface AuditFault {
  readonly kind: AuditFaultKind;
  /** Number of the seal concerned; null where no seal is. */
  readonly seal: number | null;
  /** Id of the row of the log concerned (a decimal number); null where the seal itself is. */
  readonly row: string | null;
}

export interface AuditVerification {
  /** No fault was found. Rows that wait for their seal are not a fault. */
  readonly sound: boolean;
  readonly seals: number;
  /** Rows that a seal names. */
  readonly sealed: number;
  readonly unsealed: number;
  /** Instant of the oldest row that waits for its seal. */
  readonly oldestUnsealedAt: string | null;
  readonly heads: {
    /** Without the exported heads a chain that was cut short cannot be told from a short one. */
    readonly found: boolean;
    readonly compared: number;
    /** Lines that are no head of this installation. */
    readonly unreadable: number;
  };
  /** Months that were taken away when their legal time was over; the seals still name their rows. */
  readonly gone: {
    readonly months: readonly { readonly month: string; readonly rows: number }[];
    /** Rows that are missing for this reason. */
    readonly rows: number;
  };
  readonly faultCount: number;
  /** The first of them. */
  readonly faults: readonly AuditFault[];
}
