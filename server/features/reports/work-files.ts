// Lists of work as files: tables under one another as CSV, a sheet each in a workbook, pages with the reader's mark as PDF.
import { buffer } from 'node:stream/consumers';
import type { Locale } from '../../domain/access/actor.ts';
import { FileReply } from '../../platform/http/route.ts';
import type { Block, PrintedDocument, Section } from '../../platform/pdf/printed-document.ts';
import { renderPdf } from '../../platform/pdf/render.ts';
import { markTraining } from '../../platform/pdf/training-mark.ts';
import { CSV_START, csvText } from '../../platform/spreadsheet/csv.ts';
import { workbookStream } from '../../platform/spreadsheet/workbook.ts';
import { say } from './words.ts';
import { workTexts } from './work-texts.ts';
import { localTime, type WorkTable } from './work-view.ts';

export interface WorkPaper {
  readonly code: 'R-2' | 'R-3';
  readonly state: string;
  readonly stateName: string;
  readonly locale: Locale;
  readonly now: Date;
  readonly zone: string;
  /** Who takes it. */
  readonly viewer: string;
  readonly tables: readonly WorkTable[];
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function csvOf({ code, locale, stateName, tables }: WorkPaper): string {
  const rows: string[][] = [[say(`report.${code}`, locale), stateName]];
  for (const table of tables)
    rows.push(
      ...[[], [table.title], [table.note]],
      table.columns.map((column) => column.title),
      ...table.rows.map((row) => row.map(String)),
    );
  const width = Math.max(...rows.map(({ length }) => length));
  return CSV_START + csvText(rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]));
}

function barsOf({ chart, rows, title, columns }: WorkTable): Block[] {
  if (chart === null) return [];
  // The last row is the sum of those above.
  const bars = rows.slice(0, -1).map((row) => ({
    label: String(row[0]),
    value: Number(row[chart]),
    text: String(row[chart]),
  }));
  return bars.some(({ value }) => value > 0)
    ? [{ kind: 'bars', bars, alt: `${title}: ${columns[chart]?.title ?? ''}` }]
    : [];
}

function sectionOf(table: WorkTable, nothing: string): Section {
  const printed = table.columns.flatMap(({ title, share }, at) =>
    share === null ? [] : [{ title, share, at }],
  );
  const list: Block =
    table.rows.length === 0
      ? { kind: 'paragraph', text: nothing }
      : {
          kind: 'table',
          columns: printed.map(({ title, share }) => ({ title, share })),
          rows: table.rows.map((row) => ({ cells: printed.map(({ at }) => String(row[at])) })),
        };
  return { title: table.title, blocks: [{ kind: 'note', text: table.note }, ...barsOf(table), list] };
}

function documentOf({ code, locale, stateName, now, zone, tables, viewer }: WorkPaper): PrintedDocument {
  const title = say(`report.${code}`, locale);
  const nothing = workTexts.none[locale];
  return {
    language: locale,
    form: 'SHEET',
    title: `${title}: ${stateName}`,
    author: stateName,
    createdAt: now,
    cover: { above: `Izdoo · ${code}`, headline: [title], below: stateName, facts: [], warnings: [] },
    indexTitle: say('report.contents', locale),
    sections: tables.map((table) => sectionOf(table, nothing)),
    running: `${title}: ${stateName}`,
    watermark: say('report.watermark', locale, { viewer, time: `${localTime(now, zone)} (${zone})` }),
  };
}

export async function workFile(
  paper: WorkPaper,
  format: 'csv' | 'xlsx' | 'pdf',
  training: boolean,
): Promise<FileReply> {
  const day = localTime(paper.now, paper.zone).slice(0, 10);
  const fileName = `${paper.code}-${paper.state}-${day}.${format}`;
  if (format === 'csv') return new FileReply('text/csv; charset=utf-8', Buffer.from(csvOf(paper)), fileName);
  if (format === 'xlsx') {
    const sheets = paper.tables.map(({ title, note, columns, rows }) => ({
      name: title,
      rows: [columns.map((column) => column.title), ...rows, [''], [note]],
    }));
    return new FileReply(XLSX, await buffer(workbookStream(sheets, paper.now)), fileName);
  }
  const document = documentOf(paper);
  return new FileReply('application/pdf', renderPdf(training ? markTraining(document) : document), fileName);
}
