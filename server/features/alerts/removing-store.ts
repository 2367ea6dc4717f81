// Takes drafts away that nobody has worked on.
import type { Tx } from '../../platform/database/database.ts';

/** Drafts in their first version, without papers. @returns those that were taken away with all that belongs to them */
export async function deleteUntouched(
  db: Tx['db'],
  ids: readonly string[],
): Promise<{ id: string; personId: string }[]> {
  const found = await db.alert.findMany({
    where: { id: { in: [...ids] }, status: 'DRAFT', version: 1, warrants: { none: {} } },
    select: { id: true, personId: true },
    orderBy: { personId: 'asc' },
  });
  const where = { alertId: { in: found.map(({ id }) => id) } };
  await db.alertOffence.deleteMany({ where });
  await db.alertDangerFlag.deleteMany({ where });
  await db.alertTransition.deleteMany({ where });
  await db.alert.deleteMany({ where: { id: where.alertId } });
  return found;
}
