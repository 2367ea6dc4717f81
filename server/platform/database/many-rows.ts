// Very many rows in one statement each kind: Prisma plans every value of a createMany, which took a third of an import's time.
import type { Tx } from './database.ts';

const columns = new Map<string, string>();
/** Columns are named like members, in the words of the schema: `sourceState` → `source_state`. */
function columnOf(member: string): string {
  let column = columns.get(member);
  if (column === undefined) {
    column = member.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    columns.set(member, column);
  }
  return column;
}

/** Rows that were given the same members: one that a row leaves out gets its default. */
interface Group {
  readonly columns: readonly string[];
  readonly records: object[];
}

function addTo(groups: Map<string, Group>, row: object): void {
  const record: Record<string, unknown> = {};
  for (const [member, value] of Object.entries(row))
    if (value !== undefined)
      record[columnOf(member)] =
        value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value;
  const names = Object.keys(record);
  const key = names.join();
  const group = groups.get(key);
  if (group) group.records.push(record);
  else groups.set(key, { columns: names, records: [record] });
}

/**
 * Inserts rows with their triggers and the defaults of members that they leave out.
 * @param table and members of rows: names of the schema, never what somebody typed
 */
export async function insertMany(
  { db }: Pick<Tx, 'db'>,
  table: string,
  rows: readonly object[],
): Promise<void> {
  const groups = new Map<string, Group>();
  for (const row of rows) addTo(groups, row);
  for (const { columns: names, records } of groups.values()) {
    const list = names.map((name) => `"${name}"`).join(', ');
    await db.$executeRawUnsafe(
      `insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, $1::json)`,
      JSON.stringify(records),
    );
  }
}
