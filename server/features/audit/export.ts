// Writes rows of the log as CSV or JSON, page by page, so that an export of any size needs little memory.
import { CSV_START, csvText } from '../../platform/spreadsheet/csv.ts';
import type { AuditRow } from './contract.ts';

const COLUMNS = [
  'id',
  'at',
  'type',
  'outcome',
  'actorKind',
  'actorId',
  'sessionId',
  'agencyId',
  'state',
  'requestId',
  'ip',
  'purposeCode',
  'purposeReference',
  'subjectType',
  'subjectId',
  'data',
  'hasSecret',
  'sealNo',
] as const satisfies readonly (keyof AuditRow)[];

const cell = (value: AuditRow[keyof AuditRow]): string =>
  value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);

export async function* asCsv(pages: AsyncIterable<readonly AuditRow[]>): AsyncGenerator<string> {
  yield CSV_START + csvText([COLUMNS]);
  for await (const rows of pages) yield csvText(rows.map((row) => COLUMNS.map((name) => cell(row[name]))));
}

/** One array, one row per line. */
export async function* asJson(pages: AsyncIterable<readonly AuditRow[]>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const rows of pages) {
    if (rows.length === 0) continue;
    yield before + rows.map((row) => JSON.stringify(row)).join(',\n');
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
