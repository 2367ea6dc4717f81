// Very many rows in one statement each kind: Prisma plans every value of a createMany, which took a third of an import's time.
import type { Tx } from './database.ts';

/** Columns are named like members, in the words of the schema: `sourceState` → `source_state`. */
const columnOf = (member: string): string => member.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const plain = (value: unknown): unknown =>
  value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value;

/**
 * Inserts rows with their triggers and the defaults of members that they leave out.
 * @param table and members of rows: names of the schema, never what somebody typed
 */
export async function insertMany(
  { db }: Pick<Tx, 'db'>,
  table: string,
  rows: readonly object[],
): Promise<void> {
  // A member that a row leaves out gets its default: rows with the same members go together.
  const groups = new Map<string, [member: string, value: unknown][][]>();
  for (const row of rows) {
    const given = Object.entries(row).filter(([, value]) => value !== undefined);
    const key = given.map(([member]) => `"${columnOf(member)}"`).join(', ');
    const group = groups.get(key);
    if (group) group.push(given);
    else groups.set(key, [given]);
  }
  for (const [columns, group] of groups) {
    const records = group.map((given) =>
      Object.fromEntries(given.map(([member, value]) => [columnOf(member), plain(value)])),
    );
    await db.$executeRawUnsafe(
      `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
      JSON.stringify(records),
    );
  }
}
