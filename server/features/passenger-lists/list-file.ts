// Reads an uploaded list in whatever it came: workbook, EDIFACT, JSON or a table of text, told apart by its first bytes.
import { readTable } from '../../domain/passengers/columns.ts';
import { decodeEdifact } from '../../domain/passengers/edifact.ts';
import { readPaxlst } from '../../domain/passengers/paxlst.ts';
import type { ListReading } from '../../domain/passengers/traveller.ts';
import { readCsv, readXlsx, type TableRow } from '../../platform/spreadsheet/table-file.ts';
import { MAX_LINES } from './contract.ts';

export type FileFormat = 'CSV' | 'XLSX' | 'JSON' | 'PAXLST';

function formatOf(bytes: Buffer): FileFormat {
  if (bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) return 'XLSX';
  const start = bytes
    .subarray(0, 100)
    .toString('latin1')
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart();
  if (/^UN[AB]./.test(start) || /^UNH\+/.test(start)) return 'PAXLST';
  return /^[[{]/.test(start) ? 'JSON' : 'CSV';
}

/** Members of an object as a row: what stands in an inner object is called `outer.inner`. */
function flatten(value: object, path = ''): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]): [string, string][] => {
    const name = path === '' ? key : `${path}.${key}`;
    if (inner !== null && typeof inner === 'object' && !Array.isArray(inner) && path === '')
      return flatten(inner, name);
    return inner === null || typeof inner === 'object' ? [] : [[name, String(inner)]];
  });
}

/** JSON as a table: an array of objects, or an object with one in `travellers` or `passengers`. */
function jsonRows(text: string): TableRow[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const inner = value as { travellers?: unknown; passengers?: unknown } | null;
  const list = Array.isArray(value) ? value : (inner?.travellers ?? inner?.passengers);
  if (!Array.isArray(list)) return null;
  const objects = list.slice(0, MAX_LINES + 1).map((item) => new Map(flatten(Object(item) as object)));
  const names = [...new Set(objects.flatMap((object) => [...object.keys()]))];
  return [
    { line: 0, cells: names },
    ...objects.map((object, index) => ({
      line: index + 1,
      cells: names.map((name) => object.get(name) ?? ''),
    })),
  ];
}

/**
 * @param year of today, for dates with two-digit years
 * @throws UnreadableTable when it is not what it looks like
 */
export async function readListFile(
  bytes: Buffer,
  year: number,
): Promise<{ format: FileFormat; reading: ListReading }> {
  const format = formatOf(bytes);
  if (format === 'PAXLST') {
    const { travellers, faults, flight } = readPaxlst(decodeEdifact(bytes), year);
    const beyond = travellers[MAX_LINES];
    const cut = beyond ? [{ line: beyond.line, code: 'too-many-lines' as const }] : [];
    return {
      format,
      reading: { flight, travellers: travellers.slice(0, MAX_LINES), faults: [...faults, ...cut] },
    };
  }
  if (format === 'JSON') {
    const rows = jsonRows(bytes.toString('utf8'));
    const table = rows
      ? readTable(rows, MAX_LINES)
      : { travellers: [], faults: [{ line: 0, code: 'bad-json' as const }] };
    return { format, reading: { flight: {}, ...table } };
  }
  const rows = format === 'XLSX' ? await readXlsx(bytes) : readCsv(bytes);
  return { format, reading: { flight: {}, ...readTable(rows, MAX_LINES) } };
}
