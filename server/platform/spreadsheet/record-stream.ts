// Records out of large files, one after another: rows of CSV under their columns, lines of JSON.
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { separatorOf, UnreadableTable } from './table-file.ts';

export interface FileRecord {
  /** Line of the file, from 1; of a JSON document the number of the record. */
  readonly line: number;
  readonly value: unknown;
}

export type Bytes = AsyncIterable<Uint8Array>;

const LONGEST_LINE = 1_000_000;
const MOST_COLUMNS = 200;

/** UTF-8 where the first bytes are, else the alphabet in which Russian Excel saves. A cut letter at the end is no fault. */
export function encodingOf(head: Uint8Array): 'utf-8' | 'windows-1251' {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1251';
  }
}

async function* decoded(bytes: Bytes, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
}

/** Columns without a word, or with that of another, get one of their own. */
export function columnNames(cells: readonly string[]): string[] {
  const seen = new Set<string>();
  return cells.slice(0, MOST_COLUMNS).map((cell, index) => {
    const word = cell.trim().slice(0, 100) || `column ${index + 1}`;
    const name = seen.has(word) ? `${word} (${index + 1})` : word;
    seen.add(name);
    return name;
  });
}

export const rowUnder = (columns: readonly string[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));

/** Above the words of the columns there may be titles: rows with one cell. */
export const isHeader = (cells: readonly string[]): boolean =>
  cells.filter((cell) => cell.trim() !== '').length >= 2;

/**
 * Rows as objects of column and text; the first row with two words or more names the columns.
 * @param head the first bytes of the same file
 * @throws UnreadableTable
 */
export async function* csvRecords(bytes: Bytes, head: Uint8Array): AsyncGenerator<FileRecord> {
  const encoding = encodingOf(head);
  const delimiter = separatorOf(new TextDecoder(encoding).decode(head));
  const parser = Readable.from(decoded(bytes, encoding)).pipe(
    parse({
      bom: true,
      delimiter,
      info: true,
      max_record_size: LONGEST_LINE,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }),
  );
  let columns: string[] | null = null;
  try {
    for await (const row of parser as AsyncIterable<{ info: { lines: number }; record: string[] }>) {
      const { info, record } = row;
      if (columns) {
        if (record.some((cell) => cell.trim() !== ''))
          yield { line: info.lines, value: rowUnder(columns, record) };
      } else if (isHeader(record)) columns = columnNames(record);
    }
  } catch (error) {
    throw (error as { code?: string }).code?.startsWith('CSV_') ? new UnreadableTable('not a table') : error;
  }
}

/** @throws UnreadableTable for a line beyond all measure; a line that is no JSON is given as null */
export async function* jsonLines(bytes: Bytes): AsyncGenerator<FileRecord> {
  let line = 0;
  for await (const text of createInterface({
    input: Readable.from(bytes),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    line += 1;
    if (text.length > LONGEST_LINE) throw new UnreadableTable('a line is too long');
    if (text.trim() === '') continue;
    yield { line, value: parsed(text) };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return null;
  }
}

/** Where lists stand in documents of known publishers. */
const LISTS = ['items', 'persons', 'notices', 'results', 'entities', 'records', 'data'];

/** @throws UnreadableTable for what is no JSON */
export function jsonRecords(content: Buffer): FileRecord[] {
  const document = parsed(content.toString('utf8'));
  if (document === null || typeof document !== 'object') throw new UnreadableTable('not JSON');
  const holder = document as Record<string, unknown>;
  const embedded = Object(holder['_embedded']) as Record<string, unknown>;
  const lists = [document, ...LISTS.map((name) => holder[name]), ...LISTS.map((name) => embedded[name])];
  const list = lists.find((one) => Array.isArray(one)) as unknown[] | undefined;
  return (list ?? [document]).map((value, index) => ({ line: index + 1, value }));
}
