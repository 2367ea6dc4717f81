// Which clocks have something to say, and that they have said it.
import type { Db } from './store.ts';

export async function readDue(db: Pick<Db, 'caseDeadline'>, now: Date, batch: number): Promise<string[]> {
  const rows = await db.caseDeadline.findMany({
    where: { status: 'RUNNING', nextWarningAt: { lte: now } },
    orderBy: { nextWarningAt: 'asc' },
    take: batch,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Locks the clock, so that two workers do not say the same twice. */
export async function lockWarning(db: Db, id: string) {
  await db.$queryRaw`select 1 from case_deadline where id = ${id}::uuid for update`;
  return db.caseDeadline.findUnique({
    where: { id },
    include: {
      case: {
        select: {
          id: true,
          caseNumber: true,
          requestingState: true,
          requestedState: true,
          rqAgencyId: true,
          sharedAt: true,
          state: true,
        },
      },
    },
  });
}

export const markWarned = (
  db: Db,
  id: string,
  warned: readonly string[],
  nextWarningAt: Date | null,
): Promise<unknown> =>
  db.caseDeadline.update({ where: { id }, data: { warned: [...warned], nextWarningAt } });
