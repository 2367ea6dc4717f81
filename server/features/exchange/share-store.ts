// Reads a person with all alerts for the channel, under the lock that every change of either takes.
import type { Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';

type Db = Tx['db'];

const BY_ID = { orderBy: { id: 'asc' } } as const;

const FILE = {
  names: BY_ID,
  birthDates: BY_ID,
  nationalities: BY_ID,
  documents: BY_ID,
  nationalIds: BY_ID,
  marks: BY_ID,
  alerts: {
    orderBy: { id: 'asc' },
    include: {
      warrants: BY_ID,
      dangerFlags: { orderBy: { flag: 'asc' } },
      offences: { include: { offenceCode: true }, ...BY_ID },
    },
  },
} satisfies Prisma.PersonInclude;

export type SharedFile = Prisma.PersonGetPayload<{ include: typeof FILE }>;
export type SharedAlertRow = SharedFile['alerts'][number];
export type AgencyRow = Prisma.AgencyGetPayload<Record<never, never>>;

/** @returns null when the person does not exist any more */
export async function lockFile(db: Db, personId: string): Promise<SharedFile | null> {
  await db.$queryRaw`select 1 from person where id = ${personId}::uuid for no key update`;
  return db.person.findUnique({ where: { id: personId }, include: FILE });
}

export const agenciesOf = (db: Db, ids: readonly string[]): Promise<AgencyRow[]> =>
  db.agency.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' } });

/** @returns ids of the agencies of these states that are known here */
export async function agencyIdsOf(db: Db, states: readonly string[]): Promise<string[]> {
  const rows = await db.agency.findMany({ where: { state: { in: [...states] } }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** @returns where each of the alerts is now; what was erased is left out or says so */
export async function standingOf(
  db: Db,
  alertIds: readonly string[],
): Promise<Map<string, { readonly personId: string; readonly status: string }>> {
  const rows = await db.alert.findMany({
    where: { id: { in: [...alertIds] } },
    select: { id: true, personId: true, status: true },
  });
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}

/** @returns the installation that keeps the alert; null when it is ours */
export async function foreignAlertOf(db: Db, alertId: string): Promise<string | null> {
  const found = await db.alert.findUnique({ where: { id: alertId }, select: { peerId: true } });
  return found?.peerId ?? null;
}

/** @returns who keeps the alert of a hit at our own border */
export async function ownerOfHit(
  db: Db,
  id: string,
): Promise<{ peerId: string | null; state: string } | null> {
  const hit = await db.hit.findFirst({
    where: { id, peerId: null },
    select: { alertId: true, ownerState: true },
  });
  return hit && { peerId: await foreignAlertOf(db, hit.alertId), state: hit.ownerState };
}
