// Compares rows of law and practice with their tables and writes what is missing; safe to repeat and to run twice at once.
import type { Database, Tx } from '../../platform/database/database.ts';

export interface ReferenceTable {
  readonly name: string;
  readonly key: readonly string[];
  /** Column → SQL type, the key included. */
  readonly columns: Readonly<Record<string, string>>;
  /** Columns that a later load brings up to date; a version that is published keeps its content for ever. */
  readonly refreshed: readonly string[];
  /** Columns that are the installation's own once the row is there. */
  readonly local: readonly string[];
}

export type ReferenceRow = Readonly<Record<string, unknown>>;

export interface TableDifference {
  /** Rows to insert, and rows of which a refreshed column differs. */
  readonly toWrite: number;
  /** Keys of rows that differ in a column that is never refreshed. */
  readonly kept: readonly string[];
}

const recordset = ({ columns }: ReferenceTable): string =>
  `jsonb_to_recordset($1::jsonb) as given (${Object.entries(columns)
    .map(([column, type]) => `"${column}" ${type}`)
    .join(', ')})`;

const tuple = (alias: string, columns: readonly string[]): string =>
  `row(${columns.map((column) => `${alias}."${column}"`).join(', ')})`;

const differs = (columns: readonly string[]): string =>
  columns.length === 0 ? 'false' : `${tuple('held', columns)} is distinct from ${tuple('given', columns)}`;

/** @returns how the table differs from the rows; reads only */
export async function compareTable(
  { pool }: Pick<Database, 'pool'>,
  table: ReferenceTable,
  rows: readonly ReferenceRow[],
): Promise<TableDifference> {
  const fixed = Object.keys(table.columns).filter(
    (column) => ![...table.key, ...table.refreshed, ...table.local].includes(column),
  );
  const { rows: found } = await pool.query<{ missing: boolean; outdated: boolean; kept: string | null }>(
    `select held."${table.key[0]}" is null as missing, ${differs(table.refreshed)} as outdated,
            case when held."${table.key[0]}" is not null and ${differs(fixed)}
                 then concat_ws(' ', ${table.key.map((column) => `given."${column}"`).join(', ')}) end as kept
     from ${recordset(table)}
     left join "${table.name}" held on ${table.key.map((column) => `held."${column}" = given."${column}"`).join(' and ')}`,
    [JSON.stringify(rows)],
  );
  return {
    toWrite: found.filter(({ missing, outdated }) => missing || outdated).length,
    kept: found.flatMap(({ kept }) => (kept === null ? [] : [`${table.name} ${kept}`])),
  };
}

/** @returns how many rows were written */
export async function writeTable(
  { db }: Tx,
  table: ReferenceTable,
  rows: readonly ReferenceRow[],
): Promise<number> {
  const columns = Object.keys(table.columns).map((column) => `"${column}"`);
  const assignments = table.refreshed.map((column) => `"${column}" = excluded."${column}"`);
  const conflict =
    assignments.length === 0
      ? 'do nothing'
      : `do update set ${assignments.join(', ')}
         where ${tuple('held', table.refreshed)} is distinct from ${tuple('excluded', table.refreshed)}`;
  return db.$executeRawUnsafe(
    `insert into "${table.name}" as held (${columns.join(', ')})
     select ${columns.join(', ')} from ${recordset(table)}
     on conflict (${table.key.map((column) => `"${column}"`).join(', ')}) ${conflict}`,
    JSON.stringify(rows),
  );
}
