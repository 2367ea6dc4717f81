// The six tables of parts, all with the same source columns.
import type { Tx } from '../../../platform/database/database.ts';
import { insertMany } from '../../../platform/database/many-rows.ts';
import type { PartRow } from './part-kind.ts';
import type { PartMember } from './part-kinds.ts';

/** What the tables have in common; their own columns are the business of each kind. */
interface PartTable {
  create(args: { data: object }): Promise<PartRow>;
  update(args: { where: { id: string }; data: object }): Promise<PartRow>;
  delete(args: { where: { id: string } }): Promise<unknown>;
}

const TABLES = {
  names: 'personName',
  birthDates: 'birthDate',
  nationalities: 'nationality',
  documents: 'identityDocument',
  nationalIds: 'nationalId',
  marks: 'mark',
} as const satisfies Record<PartMember, keyof Tx['db']>;

/** The same tables by their own names. */
const ROWS = {
  names: 'person_name',
  birthDates: 'birth_date',
  nationalities: 'nationality',
  documents: 'identity_document',
  nationalIds: 'national_id',
  marks: 'mark',
} as const satisfies Record<PartMember, string>;

const tableOf = ({ db }: Tx, member: PartMember): PartTable => db[TABLES[member]] as unknown as PartTable;

export const insertPart = (tx: Tx, member: PartMember, data: object): Promise<PartRow> =>
  tableOf(tx, member).create({ data });

export async function insertParts(tx: Tx, member: PartMember, data: object[]): Promise<void> {
  await insertMany(tx, ROWS[member], data);
}

export const updatePart = (tx: Tx, member: PartMember, id: string, data: object): Promise<PartRow> =>
  tableOf(tx, member).update({ where: { id }, data });

export async function deletePart(tx: Tx, member: PartMember, id: string): Promise<void> {
  await tableOf(tx, member).delete({ where: { id } });
}
