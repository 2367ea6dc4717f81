// From facts to printed tables: which sum stands in which cell, which of them may be read, and what stands beside a number.

import type { Steps } from '../steps.ts';
import { type Cell, DIMENSIONS, type Fact, type MarkedCell, sumOf } from './cells.ts';
import { protect } from './suppression.ts';
import type { CountingUnit, Mark, ReferenceDate } from './vocabulary.ts';

export const AXES = [
  'PARTNER',
  'QUARTER',
  'GROUND',
  'CLASS',
  'ARTICLE',
  'ALERT_TYPE',
  'STAGE',
  'ASSET_STAGE',
  'TREATY',
  'CLOCK',
  'ACT',
  'AGENCY',
  'SHIFT',
  'PURPOSE',
  'AREA',
  'RIGHT',
  'ERASED',
  'ROLE',
] as const;
/** What the rows of a table are. */
export type Axis = (typeof AXES)[number];

export type ColumnKind = 'COUNT' | 'DAYS' | 'MEAN' | 'PERCENT' | 'MONEY' | 'MILLISECONDS';

/** As which side of a case the own state is counted. OWN: what concerns it alone. */
export type TableSide = 'RQ' | 'RD' | 'OWN';

export interface ColumnSpec {
  /** The definition of the number. */
  readonly id: string;
  readonly kind: ColumnKind;
  /** For counts; left out where the row names the family. */
  readonly family?: string;
  readonly side?: TableSide;
  /** True: counted at the end of the period, so that its quarters do not add up to its year. */
  readonly isStock?: true;
  /** For everything else: the counts that it was made of; it is read where all of them are. */
  readonly beside?: readonly number[];
}

export interface TableSpec {
  readonly id: string;
  readonly unit: CountingUnit;
  readonly reference: ReferenceDate;
  readonly axis: Axis;
  readonly side: TableSide;
  readonly columns: readonly ColumnSpec[];
  readonly hasTotal: boolean;
  /** Column that is drawn. */
  readonly chart: number | null;
}

export interface PrintedCell {
  readonly mark: Mark;
  readonly value: number | null;
}

export const TOTAL = 'TOTAL';

export interface PrintedTable
  extends Pick<TableSpec, 'id' | 'unit' | 'reference' | 'axis' | 'side' | 'chart'> {
  readonly columns: readonly { readonly id: string; readonly kind: ColumnKind; readonly side: TableSide }[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly PrintedCell[] }[];
}

export interface Material {
  /** The state, or the mark of the agency, whose numbers these are. */
  readonly own: string;
  readonly quarters: readonly string[];
  readonly axes: Readonly<Partial<Record<Axis, readonly string[]>>>;
  readonly facts: readonly Fact[];
  /** Numbers that are no counts: days, shares, money. */
  readonly measure: (table: string, row: string, column: string) => number | null;
  /** Everything printed before that lies in the same time. */
  readonly earlier: readonly MarkedCell[];
  /** False for reports that never leave the state and are read by those who keep the records. */
  readonly isExchanged: boolean;
}

const GROUPED: readonly Axis[] = [
  'GROUND',
  'CLASS',
  'ARTICLE',
  'ALERT_TYPE',
  'STAGE',
  'ASSET_STAGE',
  'TREATY',
  'CLOCK',
  'AGENCY',
  'SHIFT',
  'PURPOSE',
  'AREA',
  'RIGHT',
  'ERASED',
  'ROLE',
];

function withinOf(
  spec: TableSpec,
  column: ColumnSpec,
  row: string,
  { own, quarters }: Pick<Material, 'own' | 'quarters'>,
): Cell['within'] {
  const side = column.side ?? spec.side;
  const ownDimension = side === 'RQ' ? 'rq' : 'rd';
  const isTotal = row === TOTAL;
  return {
    [ownDimension]: [own],
    quarter:
      spec.axis === 'QUARTER' && !isTotal ? [row] : column.isStock ? quarters.slice(-1) : [...quarters],
    ...(spec.axis === 'PARTNER' && !isTotal && { [side === 'RQ' ? 'rd' : 'rq']: [row] }),
    ...(GROUPED.includes(spec.axis) && !isTotal && { group: [row] }),
  };
}

interface Planned {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

const rowsOf = (spec: TableSpec, { axes }: Pick<Material, 'axes'>): string[] => [
  ...(axes[spec.axis] ?? []),
  ...(spec.hasTotal ? [TOTAL] : []),
];

const AT_A_STRETCH = 2_000;

/** Sums per place once, so that a cell does not walk over every fact. */
function* compact(facts: readonly Fact[]): Steps<Fact[]> {
  const sums = new Map<string, Fact>();
  for (const [at, fact] of facts.entries()) {
    if (at % AT_A_STRETCH === 0) yield;
    const key = `${fact.family}|${fact.rq}|${fact.rd}|${fact.quarter}|${fact.group}`;
    const found = sums.get(key);
    sums.set(key, found ? { ...found, count: found.count + fact.count } : fact);
  }
  return [...sums.values()];
}

function familiesOf(facts: readonly Fact[]): Map<string, Fact[]> {
  const families = new Map<string, Fact[]>();
  for (const fact of facts) {
    const own = families.get(fact.family);
    if (own) own.push(fact);
    else families.set(fact.family, [fact]);
  }
  return families;
}

function* plan(specs: readonly TableSpec[], material: Material, facts: readonly Fact[]): Steps<Planned[]> {
  const byFamily = familiesOf(facts);
  const planned: Planned[] = [];
  for (const [table, spec] of specs.entries())
    for (const [row, key] of rowsOf(spec, material).entries()) {
      yield;
      for (const [at, column] of spec.columns.entries()) {
        if (column.kind !== 'COUNT') continue;
        const family = column.family ?? key;
        const within = withinOf(spec, column, key, material);
        const value = sumOf(byFamily.get(family) ?? [], { family, within });
        planned.push({ table, row, column: at, cell: { family, within, value } });
      }
    }
  return planned;
}

/** Cells of single quarters that nobody prints but everybody could subtract. */
function impliedBy(cells: readonly Cell[], facts: readonly Fact[]): Cell[] {
  const byFamily = familiesOf(facts);
  return cells.flatMap(({ family, within }) =>
    (within.quarter?.length ?? 0) < 2
      ? []
      : (within.quarter ?? []).map((quarter) => {
          const part = { family, within: { ...within, quarter: [quarter] } };
          return { ...part, value: sumOf(byFamily.get(family) ?? [], part) };
        }),
  );
}

const overlap = (one: Cell, other: Cell): boolean =>
  one.family === other.family &&
  DIMENSIONS.every((dimension) => {
    const [left, right] = [one.within[dimension], other.within[dimension]];
    return left === undefined || right === undefined || left.some((value) => right.includes(value));
  });

export interface BuiltTables {
  readonly tables: readonly PrintedTable[];
  /** What was printed, for those that are printed later. */
  readonly cells: readonly MarkedCell[];
}

export function* buildTables(specs: readonly TableSpec[], material: Material): Steps<BuiltTables> {
  const facts = yield* compact(material.facts);
  const planned = yield* plan(specs, material, facts);
  const cells = planned.map(({ cell }) => cell);
  const earlier = material.earlier.filter((old) => cells.some((cell) => overlap(old, cell)));
  const marks = material.isExchanged
    ? yield* protect({ facts, cells, earlier, implied: impliedBy(cells, facts) })
    : cells.map(() => 'SHOWN' as const);
  const marked = cells.map((cell, at): MarkedCell => ({ ...cell, mark: marks[at] ?? 'CLOSED' }));
  const places = new Map(
    planned.map(({ table, row, column }, at) => [`${table} ${row} ${column}`, marked[at]] as const),
  );

  const tables = specs.map((spec, table): PrintedTable => {
    const { id, unit, reference, axis, side, chart } = spec;
    const rows = rowsOf(spec, material).map((key, row) => {
      const counts = spec.columns.map((_, at) => places.get(`${table} ${row} ${at}`));
      const printed = spec.columns.map((column, at): PrintedCell => {
        const count = counts[at];
        if (count) return { mark: count.mark, value: count.mark === 'SHOWN' ? count.value : null };
        // A median of one person, or a sum of one asset, would tell what the count beside it keeps back.
        if (!(column.beside ?? []).every((index) => counts[index]?.mark === 'SHOWN'))
          return { mark: 'CLOSED', value: null };
        const value = material.measure(id, key, column.id);
        return value === null ? { mark: 'NONE', value } : { mark: 'SHOWN', value };
      });
      return { key, cells: printed };
    });
    const columns = spec.columns.map((column) => ({
      id: column.id,
      kind: column.kind,
      side: column.side ?? side,
    }));
    return { id, unit, reference, axis, side, chart, columns, rows };
  });
  return { tables, cells: marked };
}
