// Traces of passenger lists and of kept questions.

export interface ListEvents {
  'list.received': { format: string; source: string; lines: number; faults: number };
  'list.listed': { count: number };
  'list.viewed': { lines: number };
  /** In the background, of the lines that one list had waiting; `again`: because an alert began, ended or changed. */
  'list.screened': { lines: number; findings: number; again: boolean };
  'list.line-reviewed': { lineId: string; decision: string };
  'list.step': { step: string; to: string };
  'list.exported': { lines: number };
  'list.purged': { lines: number };
  'subject.saved': Record<never, never>;
  'subject.listed': { count: number };
  'subject.removed': Record<never, never>;
  'subject.viewed': { shown: string[] };
  /** In the background: an alert began or changed, or the person's record did. */
  'subject.compared': { personId: string; told: boolean };
}
