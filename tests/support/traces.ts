// Looks for words in everything an installation keeps: every column of every table, sealed ones opened, and every file.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createVault } from '../../server/platform/security/vault.ts';
import { TEST_SECRET } from './people.ts';
import type { TestWorld } from './world.ts';

const vault = createVault(TEST_SECRET);

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** Every column that the database has, so that a table to come is looked into as well. */
async function columnsOf({ database }: TestWorld): Promise<Column[]> {
  const { rows } = await database.pool.query<Column>(
    `select format('%I.%I', c.table_schema, c.table_name) as table, c.column_name as column, c.data_type as type
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')`,
  );
  return rows;
}

async function opened({ database }: TestWorld, { table, column }: Column, sealed: Buffer): Promise<string> {
  const context = `${table.replace('public.', '')}.${column}`;
  if (context.startsWith('audit_event')) return database.queryKeys.open(sealed).catch(() => '');
  try {
    return vault.decrypt(context, sealed);
  } catch {
    // Not sealed, or bytes of another kind: they are looked at as they are.
    return `${sealed.toString('utf8')} ${sealed.toString('hex')}`;
  }
}

const holds = (text: string, words: readonly string[]): boolean => {
  const low = text.toLowerCase();
  return words.some((word) => low.includes(word.toLowerCase()));
};

/** @returns `table.column` of every place in the database that holds one of the words */
export async function placesHolding(world: TestWorld, words: readonly string[]): Promise<string[]> {
  const places = new Set<string>();
  for (const column of await columnsOf(world)) {
    const { rows } = await world.database.pool.query<{ value: string | Buffer }>(
      column.type === 'bytea'
        ? `select "${column.column}" as value from ${column.table} where "${column.column}" is not null`
        : `select "${column.column}"::text as value from ${column.table} where "${column.column}" is not null`,
    );
    for (const { value } of rows) {
      const text = typeof value === 'string' ? value : await opened(world, column, value);
      if (holds(text, words)) places.add(`${column.table.replace('public.', '')}.${column.column}`);
    }
  }
  return [...places].sort();
}

/** @returns paths below the data folder of files that hold one of the words, or are named by one */
export async function filesHolding(world: TestWorld, words: readonly string[]): Promise<string[]> {
  const folder = world.config.dataDir;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    if (holds(entry.name, words) || holds((await readFile(path)).toString('utf8'), words)) found.push(path);
  }
  return found.map((path) => path.slice(folder.length + 1)).sort();
}
