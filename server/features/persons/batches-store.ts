// Many persons in one statement, and their numbers in one step of the series.

import type { PersonSearchRow } from '../../domain/persons/search-row.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { insertMany } from '../../platform/database/many-rows.ts';

export type NewPerson = Prisma.PersonCreateManyInput;

export async function insertPersons(tx: Tx, data: NewPerson[]): Promise<void> {
  await insertMany(tx, 'person', data);
}

export async function insertSearchRows(tx: Tx, rows: readonly PersonSearchRow[]): Promise<void> {
  await insertMany(tx, 'person_search', rows);
}

/** @returns the first of `count` numbers that follow each other */
export async function takeNumbers({ db }: Tx, name: string, count: number): Promise<number> {
  const [row] = await db.$queryRaw<{ next: bigint }[]>`
    insert into number_series (name, next) values (${name}, 1 + ${count}::bigint)
    on conflict (name) do update set next = number_series.next + ${count}::bigint
    returning next`;
  if (!row) throw new Error('a number series gave no number');
  return Number(row.next) - count;
}
