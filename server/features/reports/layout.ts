// Lays a report out for print: cover with hash and signature, each table with its picture, and its definitions beside it.
import type { Block, PrintedDocument, Section } from '../../platform/pdf/printed-document.ts';
import type { ReportView } from './contract.ts';
import { say } from './words.ts';

export interface Reader {
  readonly viewer: string;
  readonly zone: string;
  readonly now: Date;
}

type Table = ReportView['tables'][number];

const inLines = (text: string, length: number): string =>
  text.match(new RegExp(`.{1,${length}}`, 'gu'))?.join('\n') ?? '';

function chartOf({ title, chart, columns, rows }: Table): Block[] {
  if (chart === null) return [];
  const bars = rows
    .filter(({ key }) => key !== 'TOTAL')
    .map(({ label, cells }) => ({
      label,
      value: cells[chart]?.value ?? null,
      text: cells[chart]?.text ?? '',
    }));
  // Bars of nothing say nothing.
  if (!bars.some(({ value }) => (value ?? 0) > 0)) return [];
  const head = columns[chart]?.title ?? '';
  return [
    { kind: 'heading', text: head },
    { kind: 'bars', bars, alt: `${title}: ${head}` },
  ];
}

function sectionOf(table: Table): Section {
  const { title, note, rowHead, columns, rows, definitions } = table;
  const first = columns.length > 5 ? 0.17 : columns.length > 3 ? 0.26 : 0.36;
  const share = (1 - first) / columns.length;
  return {
    title,
    blocks: [
      { kind: 'note', text: note },
      ...chartOf(table),
      {
        kind: 'table',
        columns: [
          { title: rowHead, share: first },
          ...columns.map((column) => ({ title: column.title, share })),
        ],
        rows: rows.map(({ label, cells }) => ({ cells: [label, ...cells.map(({ text }) => text)] })),
      },
      ...definitions.map(({ name, rule }): Block => ({ kind: 'note', text: `${name} — ${rule}.` })),
    ],
  };
}

export function layOutReport(view: ReportView, { viewer, zone, now }: Reader): PrintedDocument {
  const { language: locale, frozen, differences } = view;
  const time = (instant: Date) =>
    `${new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone }).format(instant)} (${zone})`;
  const period = view.quarter === null ? `${view.year}` : `${view.year}, Q${view.quarter}`;
  const title = `${view.title}: ${view.stateName}, ${period}`;
  const changes: Section[] =
    differences.length === 0
      ? []
      : [
          {
            title: say('report.changes', locale),
            blocks: [
              {
                kind: 'table',
                columns: [0.3, 0.24, 0.22, 0.12, 0.12].map((share, at) => ({
                  share,
                  title: (['table', 'row', 'column', 'before', 'after'] as const).map((word) =>
                    say(`report.change-${word}`, locale),
                  )[at] as string,
                })),
                rows: differences.map(({ table, row, column, before, after }) => ({
                  cells: [
                    view.tables.find(({ id }) => id === table)?.title ?? table,
                    row,
                    column,
                    before,
                    after,
                  ],
                })),
              },
            ],
          },
        ];
  return {
    language: locale,
    title,
    author: view.stateName,
    createdAt: new Date(view.madeAt),
    cover: {
      above: 'Izdoo',
      headline: [view.title, view.stateName],
      below: period,
      facts: [
        { label: say('report.state', locale), value: view.stateName },
        { label: say('report.period', locale), value: period },
        { label: say('report.definitions', locale), value: view.definitionsVersion },
        ...(frozen
          ? [
              { label: say('report.version', locale), value: String(frozen.version) },
              { label: say('report.frozen-at', locale), value: time(new Date(frozen.frozenAt)) },
              { label: say('report.hash', locale), value: inLines(frozen.sha256, 32) },
              {
                label: say('report.signature', locale),
                value: `${inLines(frozen.signature, 44)}\n${frozen.keyId}`,
              },
              ...(frozen.reason === null
                ? []
                : [{ label: say('report.reason', locale), value: frozen.reason }]),
            ]
          : []),
      ],
      warnings: [
        ...(frozen === null ? [say('report.draft', locale)] : []),
        ...(view.smallNote === null ? [] : [view.smallNote]),
      ],
    },
    indexTitle: say('report.contents', locale),
    sections: [...changes, ...view.tables.map(sectionOf)],
    running: title,
    watermark: say('report.watermark', locale, { viewer, time: time(now) }),
  };
}
