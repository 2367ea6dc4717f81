// Traces of files that were taken in and given out, and of other systems that ask.

export interface InterchangeEvents {
  'import.received': { source: string; format: string; records: number };
  'import.listed': { count: number };
  'import.viewed': Record<never, never>;
  'import.mapped': { columns: number; remembered: boolean };
  'import.previewed': { shown: string[] };
  'import.started': { duplicates: string };
  /** By the worker, in the transaction that recorded the persons. */
  'import.applied': {
    imported: number;
    faulty: number;
    skipped: number;
    repeated: number;
    duplicates: number;
  };
  'import.ended': { status: string };
  'import.rows-viewed': { rows: number; shown: string[] };
  'import.faults-taken': { rows: number };
  'import.followed': Record<never, never>;
  'import.take-back': { from: string };
  'import.taken-back': { removed: number; left: number };
  'import.file-removed': Record<never, never>;
  'export.requested': { format: string; persons: number; needed: number };
  'export.listed': { count: number };
  'export.viewed': Record<never, never>;
  'export.decided': { approved: boolean; status: string };
  'export.taken': { persons: number; sha256: string };
  'export.expired': Record<never, never>;
  'interop.asked': { door: string; queries: number; shown: string[] };
}
