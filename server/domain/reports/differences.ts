// Where two printed reports differ: two versions of one, or those of two states about the same cases.
import type { PrintedCell, PrintedTable } from './tables.ts';
import { MARK_TEXT } from './vocabulary.ts';

/** What a reader sees in a cell. */
export const textOf = ({ mark, value }: PrintedCell): string =>
  mark === 'SHOWN' ? String(value) : MARK_TEXT[mark];

export interface Difference {
  readonly table: string;
  readonly row: string;
  /** Place of the column in its table, and its definition. */
  readonly column: number;
  readonly definition: string;
  readonly before: PrintedCell;
  readonly after: PrintedCell;
}

const same = (left: PrintedCell, right: PrintedCell): boolean =>
  left.mark === right.mark && left.value === right.value;

const EMPTY: PrintedCell = { mark: 'NONE', value: null };

const cellAt = (tables: readonly PrintedTable[], id: string, row: string, column: number): PrintedCell =>
  tables.find((table) => table.id === id)?.rows.find(({ key }) => key === row)?.cells[column] ?? EMPTY;

/** Every cell that reads otherwise in the later version. What both keep back differs for nobody. */
export function differencesOf(before: readonly PrintedTable[], after: readonly PrintedTable[]): Difference[] {
  return after.flatMap((table) =>
    table.rows.flatMap(({ key, cells }) =>
      cells.flatMap((cell, column): Difference[] => {
        const old = cellAt(before, table.id, key, column);
        const definition = table.columns[column]?.id ?? '';
        return same(old, cell)
          ? []
          : [{ table: table.id, row: key, column, definition, before: old, after: cell }];
      }),
    ),
  );
}

export interface Disagreement {
  /** As which side the first state counts. */
  readonly side: 'RQ' | 'RD';
  readonly definition: string;
  /** What the other state calls the same: what one sent the other received. */
  readonly otherDefinition: string;
  readonly first: PrintedCell;
  readonly second: PrintedCell;
  readonly verdict: 'EQUAL' | 'DIFFERS' | 'NOT_COMPARABLE';
}

const PAIRS: readonly [table: string, otherTable: string, side: 'RQ' | 'RD'][] = [
  ['requesting', 'requested', 'RQ'],
  ['requested', 'requesting', 'RD'],
];

const COUNTERPART: Readonly<Record<string, string>> = { sent: 'received', received: 'sent' };

/** Numbers are compared as numbers; "<3" agrees with "<3"; what one of both keeps back says nothing. */
function verdictOf(first: PrintedCell, second: PrintedCell): Disagreement['verdict'] {
  if (first.mark === 'SHOWN' && second.mark === 'SHOWN')
    return first.value === second.value ? 'EQUAL' : 'DIFFERS';
  if (first.mark === 'SMALL' && second.mark === 'SMALL') return 'EQUAL';
  const isSmallBesideLarge = [first, second].some(({ mark }) => mark === 'SMALL');
  return isSmallBesideLarge && [first, second].some(({ mark }) => mark === 'SHOWN' || mark === 'WITHHELD')
    ? 'DIFFERS'
    : 'NOT_COMPARABLE';
}

/** The cells of two states' reports that are about the same cases, with those that disagree first. */
export function compareStates(
  first: { readonly state: string; readonly tables: readonly PrintedTable[] },
  second: { readonly state: string; readonly tables: readonly PrintedTable[] },
): Disagreement[] {
  const rows = PAIRS.flatMap(([mine, theirs, side]) => {
    const table = first.tables.find(({ id }) => id === mine);
    const other = second.tables.find(({ id }) => id === theirs);
    return (table?.columns ?? []).map(({ id }, column): Disagreement => {
      const otherDefinition = COUNTERPART[id] ?? id;
      const place = other?.columns.findIndex((one) => one.id === otherDefinition) ?? -1;
      const one = cellAt(first.tables, mine, second.state, column);
      const two = cellAt(second.tables, theirs, first.state, place);
      return { side, definition: id, otherDefinition, first: one, second: two, verdict: verdictOf(one, two) };
    });
  });
  const order = ['DIFFERS', 'NOT_COMPARABLE', 'EQUAL'];
  return rows.sort((left, right) => order.indexOf(left.verdict) - order.indexOf(right.verdict));
}
