// Frozen versions and to whom they were published.

import type { Database } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';

export interface VersionPlace {
  readonly code: string;
  readonly state: string;
  readonly year: number;
  readonly quarter: number;
}

const WITHOUT_CELLS = {
  id: true,
  code: true,
  state: true,
  year: true,
  quarter: true,
  version: true,
  content: true,
  sha256: true,
  previousSha256: true,
  keyId: true,
  signature: true,
  reason: true,
  frozenBy: true,
  frozenAt: true,
} as const;

export type VersionRow = Prisma.ReportVersionGetPayload<{ select: typeof WITHOUT_CELLS }>;

type Db = Pick<Prisma.TransactionClient, 'reportVersion' | 'reportPublication'>;

export const insertVersion = async (db: Db, data: Prisma.ReportVersionCreateInput): Promise<void> =>
  void (await db.reportVersion.create({ data }));

export const lastVersion = (db: Db, place: VersionPlace): Promise<VersionRow | null> =>
  db.reportVersion.findFirst({ where: place, orderBy: { version: 'desc' }, select: WITHOUT_CELLS });

export const findVersion = (db: Db, id: string): Promise<VersionRow | null> =>
  db.reportVersion.findUnique({ where: { id }, select: WITHOUT_CELLS });

export const findVersionNo = (db: Db, place: VersionPlace, version: number): Promise<VersionRow | null> =>
  db.reportVersion.findUnique({
    where: { code_state_year_quarter_version: { ...place, version } },
    select: WITHOUT_CELLS,
  });

/** What was printed about a year by anybody: encrypted, because it holds the true numbers. */
export const printedCells = (db: Db, code: string, year: number) =>
  db.reportVersion.findMany({ where: { code, year }, select: { cells: true }, orderBy: { frozenAt: 'asc' } });

export const publicationsOf = (db: Db, versionIds: readonly string[]) =>
  db.reportPublication.findMany({
    where: { versionId: { in: [...versionIds] } },
    orderBy: { toState: 'asc' },
  });

/** Grows with every version of the year, whosever it is. */
export const countPrinted = (db: Db, code: string, year: number): Promise<number> =>
  db.reportVersion.count({ where: { code, year } });

/** Own versions, and those of others that were published to the state. */
export async function listVersions(
  { prisma }: Pick<Database, 'prisma'>,
  state: string,
  withOwn: boolean,
): Promise<VersionRow[]> {
  const received = await prisma.reportPublication.findMany({ where: { toState: state } });
  const ids = received.map(({ versionId }) => versionId);
  return prisma.reportVersion.findMany({
    where: { OR: [...(withOwn ? [{ state }] : []), { id: { in: ids } }] },
    orderBy: [{ year: 'desc' }, { quarter: 'desc' }, { state: 'asc' }, { version: 'desc' }],
    select: WITHOUT_CELLS,
    take: 200,
  });
}

export const publish = (
  db: Db,
  versionId: string,
  states: readonly string[],
  by: { publishedBy: string; publishedAt: Date },
) =>
  db.reportPublication.createMany({
    data: states.map((toState) => ({ versionId, toState, ...by })),
    skipDuplicates: true,
  });
