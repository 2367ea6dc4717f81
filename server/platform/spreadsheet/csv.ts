// Tables as CSV that spreadsheet programs open as text: a cell that begins like a formula is disarmed.
import { stringify } from 'csv-stringify/sync';

/** For the start of a file: without it spreadsheet programs misread letters beyond ASCII. */
export const CSV_START = '\uFEFF';

/** @returns the rows as RFC 4180 text, each ended by CRLF */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true, record_delimiter: 'windows' },
  );
