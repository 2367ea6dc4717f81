// Tables that people send: CSV in the usual separators and alphabets, XLSX as Excel writes it. Texts come out, nothing runs.
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { demandHonestZip } from './zip-guard.ts';

export interface TableRow {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export class UnreadableTable extends Error {
  override readonly name = 'UnreadableTable';
}

const SEPARATORS = [';', '\t', ',', '|'];

/** UTF-8 where the bytes are; else the alphabet in which Russian Excel saves. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

/** The separator that stands most often in the first lines, outside quotes. */
export function separatorOf(text: string): string {
  const start = text.slice(0, 4_000).replace(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((separator) => start.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** @throws UnreadableTable */
export function readCsv(bytes: Uint8Array): TableRow[] {
  const text = textOf(bytes);
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return rows.map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch {
    throw new UnreadableTable('the text cannot be cut into rows');
  }
}

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  // Excel keeps days as numbers and the library gives midnight in UTC.
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell);
};

/**
 * The first sheet.
 * @throws UnreadableTable for what is no such file, or unpacks to far more than it is
 */
export async function readXlsx(bytes: Buffer): Promise<TableRow[]> {
  try {
    demandHonestZip(bytes);
    const rows = await readSheet(bytes);
    return rows.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }));
  } catch {
    throw new UnreadableTable('not a workbook');
  }
}

export const readUpload = (path: string): Promise<Buffer> => readFile(path);
