// The kept file of an import: what it is, told by its content, and its records one after another.
import type { Readable } from 'node:stream';
import { Problem } from '../../domain/errors.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import {
  columnNames,
  csvRecords,
  type FileRecord,
  isHeader,
  jsonLines,
  jsonRecords,
  rowUnder,
} from '../../platform/spreadsheet/record-stream.ts';
import { readXlsx, UnreadableTable } from '../../platform/spreadsheet/table-file.ts';
import { UnreadableXml, xmlElements } from '../../platform/xml/elements.ts';
import { type FileFormat, type ImportSource, MAX_RECORDS, MAX_WHOLE_BYTES } from './contract.ts';

export type ImportFiles = Pick<FileStore, 'put' | 'open' | 'read' | 'remove'>;

export interface FileKind {
  readonly format: FileFormat;
  readonly source: ImportSource;
}

export interface FileFacts extends FileKind {
  readonly columns: readonly string[];
  readonly records: number;
}

const HEAD_BYTES = 65_536;
/** Columns of records without a fixed list of them are gathered from the first ones. */
const LOOKED_AT = 200;
const MOST_COLUMNS = 200;

const ELEMENTS = { OFAC: ['sdnEntry'], UN: ['INDIVIDUAL'] } as const;

async function headOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= HEAD_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function formatOf(head: Buffer): FileFormat {
  if (head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) return 'XLSX';
  const start = head
    .toString('utf8')
    .replace(/^\uFEFF/u, '')
    .trimStart();
  if (start.startsWith('<')) return 'XML';
  if (!/^[[{]/u.test(start)) return 'CSV';
  const [first = '', second = ''] = start.split(/\r?\n/u);
  return isJson(first) && second.startsWith('{') ? 'JSONL' : 'JSON';
}

/** @throws UnreadableXml for a list that is not known here */
function xmlSource(head: Buffer): 'OFAC' | 'UN' {
  const text = head.toString('utf8');
  if (/<(?:\w+:)?sdnList[\s>]/u.test(text)) return 'OFAC';
  if (/<(?:\w+:)?CONSOLIDATED_LIST[\s>]/u.test(text)) return 'UN';
  throw new UnreadableXml('not a list that is known');
}

function jsonSource(value: unknown): ImportSource {
  const record = Object(value) as Record<string, unknown>;
  if ('schema' in record && 'properties' in record) return 'FTM';
  if ('entity_id' in record && ('forename' in record || 'name' in record)) return 'INTERPOL';
  if (
    'uid' in record &&
    ('dates_of_birth_used' in record || 'poster_classification' in record || 'aliases' in record)
  )
    return 'FBI';
  return Array.isArray(record['names']) ? 'NATIVE' : 'TABLE';
}

/** Members of an object as cells: what stands in an inner object is called `outer.inner`, lists are joined. */
function cellsOf(value: unknown, path = ''): [string, string][] {
  return Object.entries(Object(value) as object).flatMap(([key, inner]): [string, string][] => {
    const name = path === '' ? key : `${path}.${key}`;
    if (inner === null || inner === undefined) return [];
    if (Array.isArray(inner)) return [[name, inner.filter((one) => typeof one !== 'object').join('; ')]];
    if (typeof inner === 'object') return path === '' ? cellsOf(inner, name) : [];
    return [[name, String(inner)]];
  });
}

async function* xlsxRecords(content: Buffer): AsyncGenerator<FileRecord> {
  const rows = await readXlsx(content);
  const top = rows.findIndex(({ cells }) => isHeader(cells));
  const columns = columnNames(rows[top]?.cells ?? []);
  for (const { line, cells } of top < 0 ? [] : rows.slice(top + 1))
    if (cells.some((cell) => cell.trim() !== '')) yield { line, value: rowUnder(columns, cells) };
}

async function* xmlRecords(stream: Readable, source: 'OFAC' | 'UN'): AsyncGenerator<FileRecord> {
  let line = 0;
  for await (const value of xmlElements(stream, ELEMENTS[source])) {
    line += 1;
    yield { line, value };
  }
}

async function* rawRecords(files: ImportFiles, sha256: string, format: FileFormat, head: Buffer) {
  switch (format) {
    case 'CSV':
      yield* csvRecords(await files.open(sha256), head);
      return;
    case 'JSONL':
      yield* jsonLines(await files.open(sha256));
      return;
    case 'XML':
      yield* xmlRecords(await files.open(sha256), xmlSource(head));
      return;
    case 'XLSX':
      yield* xlsxRecords(await files.read(sha256));
      return;
    case 'JSON':
      yield* jsonRecords(await files.read(sha256));
  }
}

/** Rows of tables come as column → text, whatever the file. @throws UnreadableTable, UnreadableXml, MissingFile */
export async function* openRecords(
  files: ImportFiles,
  sha256: string,
  kind: FileKind,
): AsyncGenerator<FileRecord> {
  const head = await headOf(await files.open(sha256));
  const flat = kind.source === 'TABLE' && (kind.format === 'JSON' || kind.format === 'JSONL');
  for await (const record of rawRecords(files, sha256, kind.format, head))
    yield flat ? { line: record.line, value: Object.fromEntries(cellsOf(record.value)) } : record;
}

export const isUnreadable = (error: unknown): boolean =>
  error instanceof UnreadableTable ||
  error instanceof UnreadableXml ||
  (error as { name?: string } | null)?.name === 'MissingFile';

const unreadable = (code: string): Problem => new Problem('unreadable-file', [{ at: '/file', code }]);

/**
 * Reads the file once from end to end: what is broken is said before anything is recorded.
 * @throws Problem `unreadable-file`, `too-large`
 */
export async function recognise(files: ImportFiles, sha256: string, bytes: number): Promise<FileFacts> {
  const head = await headOf(await files.open(sha256));
  const format = formatOf(head);
  if ((format === 'JSON' || format === 'XLSX') && bytes > MAX_WHOLE_BYTES) throw new Problem('too-large');
  try {
    let source: ImportSource | null = format === 'XML' ? xmlSource(head) : null;
    const columns = new Set<string>();
    let records = 0;
    for await (const { value } of rawRecords(files, sha256, format, head)) {
      records += 1;
      if (records > MAX_RECORDS) throw new Problem('too-large');
      source ??= format === 'JSON' || format === 'JSONL' ? jsonSource(value) : 'TABLE';
      if (source === 'TABLE' && records <= LOOKED_AT)
        for (const [name] of cellsOf(value)) if (columns.size < MOST_COLUMNS) columns.add(name.slice(0, 120));
    }
    if (source === null || records === 0) throw unreadable('import-empty');
    return { format, source, columns: [...columns], records };
  } catch (error) {
    throw isUnreadable(error) ? unreadable('not-an-import') : error;
  }
}
