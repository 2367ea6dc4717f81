// Traces of accountability reports: who read, froze, published and compared which.

export interface ReportEvents {
  'report.listed': { count: number };
  'report.viewed': {
    code: string;
    period: string;
    state: string;
    format: string;
    /** null: the numbers as they are now. */
    version: number | null;
  };
  'report.frozen': { code: string; period: string; version: number; sha256: string; differences: number };
  'report.published': { code: string; period: string; version: number; states: string[] };
  'report.compared': { firstId: string; secondId: string; differing: number };
  /** A day's sums of checks and traces, made by the clock. */
  'report.days-closed': { days: number };
}
