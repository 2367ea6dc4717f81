// Gives printed tables their words: codes are kept, names are looked up when somebody reads.
import type { Locale } from '../../domain/access/actor.ts';
import { definitionOf } from '../../domain/reports/definitions.ts';
import { textOf } from '../../domain/reports/differences.ts';
import type { Axis, ColumnKind, PrintedCell, PrintedTable } from '../../domain/reports/tables.ts';
import type { ReportView } from './contract.ts';
import { reportLawTexts } from './law-texts.ts';
import { reportRowTexts } from './row-texts.ts';
import { type ReportWord, reportTexts } from './texts.ts';

export interface Names {
  readonly state: (alpha3: string) => string;
}

const ROWS = { ...reportRowTexts, ...reportLawTexts } as Readonly<
  Record<string, Readonly<Record<Locale, string>>>
>;

export function say(word: ReportWord, locale: Locale, values: Readonly<Record<string, string>> = {}): string {
  return reportTexts[word][locale].replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}

export function rowLabel(axis: Axis, key: string, locale: Locale, names: Names): string {
  if (axis === 'PARTNER' && key.length === 3) return names.state(key);
  const word = ROWS[`report-row.${key}`]?.[locale] ?? key;
  return axis === 'GROUND' && word !== key ? `${key} ${word}` : word;
}

const UNITS: Readonly<Record<Exclude<ColumnKind, 'COUNT' | 'DAYS' | 'MEAN'>, Intl.NumberFormatOptions>> = {
  PERCENT: { style: 'percent', maximumFractionDigits: 1 },
  MONEY: { maximumFractionDigits: 0 },
  MILLISECONDS: { maximumFractionDigits: 1 },
};

export function cellText(cell: PrintedCell, kind: ColumnKind, locale: Locale): string {
  if (cell.value === null) return textOf(cell);
  const options =
    kind === 'COUNT' || kind === 'DAYS' || kind === 'MEAN' ? { maximumFractionDigits: 1 } : UNITS[kind];
  return new Intl.NumberFormat(locale, options).format(cell.value);
}

export function columnTitle({ columns }: PrintedTable, at: number, locale: Locale): string {
  const column = columns[at];
  if (!column) return '';
  const name = definitionOf(column.id).name[locale];
  const isTwice = columns.filter(({ id }) => id === column.id).length > 1;
  return isTwice && column.side !== 'OWN' ? `${name}, ${say(`report-side.${column.side}`, locale)}` : name;
}

const wordOf = (text: string): ReportWord => text as ReportWord;

export function describeTable(
  table: PrintedTable,
  locale: Locale,
  names: Names,
): ReportView['tables'][number] {
  const { id, unit, reference, axis, chart, columns, rows } = table;
  return {
    ...{ id, unit, reference, chart },
    title: say(wordOf(`report-table.${id}`), locale),
    note: say('report.unit-line', locale, {
      unit: say(`report-unit.${unit}`, locale),
      date: say(`report-date.${reference}`, locale),
    }),
    rowHead: say(wordOf(`report-axis.${axis}`), locale),
    columns: columns.map(({ id: column, kind }, at) => ({
      id: column,
      kind,
      title: columnTitle(table, at, locale),
    })),
    definitions: [...new Set(columns.map((column) => column.id))].map((column) => {
      const { name, rule } = definitionOf(column);
      return { name: name[locale], rule: rule[locale] };
    }),
    rows: rows.map(({ key, cells }) => ({
      key,
      label: rowLabel(axis, key, locale, names),
      cells: cells.map((cell, at) => ({
        ...cell,
        text: cellText(cell, columns[at]?.kind ?? 'COUNT', locale),
      })),
    })),
  };
}
