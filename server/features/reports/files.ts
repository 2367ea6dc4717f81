// Reports as files: CSV and workbooks for those who calculate, PDF for those who sign and file.
import { buffer } from 'node:stream/consumers';
import { FileReply } from '../../platform/http/route.ts';
import { renderPdf } from '../../platform/pdf/render.ts';
import { markTraining } from '../../platform/pdf/training-mark.ts';
import { CSV_START, csvText } from '../../platform/spreadsheet/csv.ts';
import type { Sheet } from '../../platform/spreadsheet/workbook.ts';
import { workbookStream } from '../../platform/spreadsheet/workbook.ts';
import type { ReportView } from './contract.ts';
import { layOutReport, type Reader } from './layout.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Table = ReportView['tables'][number];

const headOf = ({ rowHead, columns }: Table): string[] => [rowHead, ...columns.map(({ title }) => title)];

/** Every table under another, each with its title and definitions. */
export function csvOf(view: ReportView): string {
  const rows: string[][] = [
    [view.title, view.stateName, view.quarter === null ? String(view.year) : `${view.year}-Q${view.quarter}`],
    ...(view.smallNote === null ? [] : [[view.smallNote]]),
    ...(view.frozen ? [[`v${view.frozen.version}`, view.frozen.sha256]] : []),
  ];
  for (const table of view.tables) {
    rows.push([], [table.title], [table.note], headOf(table));
    for (const { label, cells } of table.rows) rows.push([label, ...cells.map(({ text }) => text)]);
    for (const { name, rule } of table.definitions) rows.push([`${name}: ${rule}`]);
  }
  const width = Math.max(...rows.map(({ length }) => length));
  return CSV_START + csvText(rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]));
}

/** Numbers stay numbers; "<3" and signs are texts. */
const sheetOf = (table: Table): Sheet => ({
  name: table.title,
  rows: [
    headOf(table),
    ...table.rows.map(({ label, cells }) => [label, ...cells.map(({ value, text }) => value ?? text)]),
    [''],
    [table.note],
    ...table.definitions.map(({ name, rule }) => [`${name}: ${rule}`]),
  ],
});

export async function xlsxOf(view: ReportView, name: string): Promise<FileReply> {
  const bytes = await buffer(workbookStream(view.tables.map(sheetOf), new Date(view.madeAt)));
  return new FileReply(XLSX, bytes, name);
}

export function pdfOf(view: ReportView, name: string, reader: Reader, training: boolean): FileReply {
  const document = layOutReport(view, reader);
  return new FileReply('application/pdf', renderPdf(training ? markTraining(document) : document), name);
}
