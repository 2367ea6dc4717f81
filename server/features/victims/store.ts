// The table of victims of misused identity.
import type { Database, Tx } from '../../platform/database/database.ts';

export interface VictimRow {
  readonly id: string;
  readonly alertId: string;
  readonly details: Uint8Array;
  readonly code: Uint8Array;
  readonly consentOn: Date;
  readonly recordedAt: Date;
}

type Db = Pick<Tx['db'], 'victimOfMisuse'>;

export const insertVictim = (db: Db, row: VictimRow & { readonly recordedBy: string }) =>
  db.victimOfMisuse.create({
    data: { ...row, details: new Uint8Array(row.details), code: new Uint8Array(row.code) },
  });

export const victimsOf = (db: Db, alertId: string): Promise<VictimRow[]> =>
  db.victimOfMisuse.findMany({ where: { alertId }, orderBy: { id: 'asc' } });

/** @returns whether there was one */
export async function deleteVictim(db: Db, alertId: string, id: string): Promise<boolean> {
  return (await db.victimOfMisuse.deleteMany({ where: { id, alertId } })).count === 1;
}

/** Their consent was given for the alert: with it they go. */
export async function deleteWithoutAlert({ pool }: Pick<Database, 'pool'>): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from victim_of_misuse v using alert a
     where a.id = v.alert_id and a.status in ('EXECUTED', 'WITHDRAWN', 'EXPIRED', 'ARCHIVED', 'ERASED')`,
  );
  return rowCount ?? 0;
}
