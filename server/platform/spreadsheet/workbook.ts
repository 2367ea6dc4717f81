// A workbook with several sheets as Excel opens it. Texts are written as texts: a cell that begins like a formula is never one.
import type { Readable } from 'node:stream';
import { zipStream } from '../files/zip.ts';

export type SheetCell = string | number;

export interface Sheet {
  readonly name: string;
  /** The first row is a head. */
  readonly rows: readonly (readonly SheetCell[])[];
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML knows as a letter; the rest is left out. */
const isLetter = (sign: string): boolean => sign >= ' ' || sign === '\t' || sign === '\n' || sign === '\r';

const escaped = (text: string): string =>
  [...text]
    .filter(isLetter)
    .map((sign) => ENTITIES[sign] ?? sign)
    .join('');

const part = (body: string): Buffer =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`);

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function cellXml(cell: SheetCell, place: string, style: number): string {
  if (typeof cell === 'number') return `<c r="${place}" s="${style}"><v>${cell}</v></c>`;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

function sheetXml({ rows }: Sheet): Buffer {
  const lines = rows.map((cells, row) => {
    const style = row === 0 ? 1 : 0;
    const inner = cells.map((cell, at) => cellXml(cell, `${columnName(at)}${row + 1}`, style)).join('');
    return `<row r="${row + 1}">${inner}</row>`;
  });
  return part(
    `<worksheet xmlns="${MAIN}"><cols><col min="1" max="1" width="42" customWidth="1"/><col min="2" max="26" width="18" customWidth="1"/></cols><sheetData>${lines.join('')}</sheetData></worksheet>`,
  );
}

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const relations = (all: readonly string[]): Buffer =>
  part(`<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`);
const override = (name: string, type: string): string =>
  `<Override PartName="${name}" ContentType="${TYPES}.${type}+xml"/>`;

const STYLES = part(
  `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf fontId="0"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
);

/** A name that Excel takes, once in the workbook. */
function sheetNames(sheets: readonly Sheet[]): string[] {
  const names: string[] = [];
  for (const [at, { name }] of sheets.entries()) {
    const plain =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .slice(0, 28)
        .trim() || `${at + 1}`;
    names.push(names.includes(plain) ? `${plain.slice(0, 25)} ${at + 1}` : plain);
  }
  return names;
}

/** @returns the bytes of an XLSX file */
export function workbookStream(sheets: readonly Sheet[], modifiedAt: Date): Readable {
  const names = sheetNames(sheets);
  const entries = sheets.map(
    (_, at) => `<sheet name="${escaped(names[at] ?? '')}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const files: Record<string, Buffer> = {
    '[Content_Types].xml': part(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/styles.xml', 'styles')}${sheets.map((_, at) => override(`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet')).join('')}</Types>`,
    ),
    '_rels/.rels': relations([relation(1, 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': part(
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${entries.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at) => relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
      relation(sheets.length + 1, 'styles', 'styles.xml'),
    ]),
    'xl/styles.xml': STYLES,
  };
  sheets.forEach((sheet, at) => {
    files[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet);
  });
  return zipStream(Object.entries(files).map(([path, content]) => ({ path, content, modifiedAt })));
}
