// The rows of asset cases, assets, claims and measures, read only as far as the reader may see.
import type { Actor } from '../../domain/access/actor.ts';
import { actsForState } from '../../domain/access/ownership.ts';
import { Problem } from '../../domain/errors.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';

export type Db = Tx['db'];

export interface After {
  readonly limit: number;
  readonly after: string | undefined;
}

/** The own side's rows: of the whole state for its authorities, of the agency for an investigator. */
const ownSide = (actor: Actor): { ownerState: string; ownerAgencyId?: string } => ({
  ownerState: actor.state ?? '',
  ...(!actsForState(actor) && { ownerAgencyId: actor.agencyId ?? '' }),
});

const UNSHARED = ['SUSPECTED', 'TRACED'];

/** Own assets, secret ones of the own agency alone until they are shared; and what other states ask to act on. */
export const visibleAssets = (actor: Actor): Prisma.AssetWhereInput => {
  const shared: Prisma.AssetWhereInput = { executingState: { not: null }, state: { notIn: UNSHARED } };
  return {
    OR: [
      {
        ...ownSide(actor),
        OR: [{ sensitivity: { not: 'SECRET' } }, { ownerAgencyId: actor.agencyId ?? '' }, shared],
      },
      ...(actsForState(actor) && actor.state !== null
        ? [{ executingState: actor.state, state: { notIn: UNSHARED } }]
        : []),
    ],
  };
};

export type AssetCaseRow = Prisma.AssetCaseGetPayload<object>;

export const findCase = (db: Db, actor: Actor, id: string): Promise<AssetCaseRow | null> =>
  db.assetCase.findFirst({ where: { id, ...ownSide(actor) } });

export const listCases = (
  db: Db,
  actor: Actor,
  filter: { personId?: string | undefined; extraditionCaseId?: string | undefined },
  { limit, after }: After,
): Promise<AssetCaseRow[]> =>
  db.assetCase.findMany({
    where: {
      ...ownSide(actor),
      ...(filter.personId !== undefined && { personId: filter.personId }),
      ...(filter.extraditionCaseId !== undefined && { extraditionCaseId: filter.extraditionCaseId }),
      ...(after !== undefined && { id: { lt: after } }),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
  });

export async function insertCase(db: Db, data: Prisma.AssetCaseUncheckedCreateInput): Promise<AssetCaseRow> {
  return db.assetCase.create({ data });
}

/** @throws Problem `version-mismatch` when somebody else changed it since that version */
export async function updateCase(
  db: Db,
  { id, version }: { id: string; version: number },
  data: Prisma.AssetCaseUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await db.assetCase.updateMany({
    where: { id, version },
    data: { ...data, version: version + 1 },
  });
  if (count === 0) throw new Problem('version-mismatch');
}

const PARTS = {
  claims: {
    include: { assetCase: { select: { caseNumber: true, route: true } } },
    orderBy: { assetCaseId: 'asc' },
  },
  measures: { orderBy: { no: 'asc' } },
} satisfies Prisma.AssetInclude;

export type AssetRow = Prisma.AssetGetPayload<{ include: typeof PARTS }>;
export type AssetLineRow = Prisma.AssetGetPayload<object>;

export const findAsset = (db: Db, actor: Actor, id: string): Promise<AssetRow | null> =>
  db.asset.findFirst({ where: { id, ...visibleAssets(actor) }, include: PARTS });

export const listAssets = (
  db: Db,
  actor: Actor,
  filter: { assetCaseId?: string | undefined; state?: string | undefined; lapsesBefore?: Date | undefined },
  { limit, after }: After,
): Promise<AssetLineRow[]> =>
  db.asset.findMany({
    where: {
      AND: [
        visibleAssets(actor),
        filter.assetCaseId === undefined
          ? {}
          : { claims: { some: { assetCaseId: filter.assetCaseId, assetCase: ownSide(actor) } } },
        filter.state === undefined ? {} : { state: filter.state },
        filter.lapsesBefore === undefined ? {} : { lapsesAt: { lte: filter.lapsesBefore } },
        after === undefined ? {} : { id: { lt: after } },
      ],
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
  });

/** Other assets of the reader's side that carry one of the hashes. */
export async function findSame(
  db: Db,
  actor: Actor,
  { id, hashes }: { id: string; hashes: readonly string[] },
): Promise<string[]> {
  if (hashes.length === 0) return [];
  const rows = await db.asset.findMany({
    where: {
      AND: [ownSide(actor), visibleAssets(actor)],
      id: { not: id },
      identifierHashes: { hasSome: [...hashes] },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: 20,
  });
  return rows.map((row) => row.id);
}

export async function insertAsset(db: Db, data: Prisma.AssetUncheckedCreateInput): Promise<void> {
  await db.asset.create({ data });
}

/** @throws Problem `version-mismatch` */
export async function updateAsset(
  db: Db,
  { id, version }: { id: string; version: number },
  data: Prisma.AssetUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await db.asset.updateMany({
    where: { id, version },
    data: { ...data, version: version + 1 },
  });
  if (count === 0) throw new Problem('version-mismatch');
}

export async function replaceClaims(
  db: Db,
  assetId: string,
  claims: readonly { assetCaseId: string; share: string }[],
): Promise<void> {
  await db.assetClaim.deleteMany({ where: { assetId } });
  await db.assetClaim.createMany({ data: claims.map((claim) => ({ ...claim, assetId })) });
}

export async function insertMeasure(db: Db, data: Prisma.AssetMeasureUncheckedCreateInput): Promise<void> {
  await db.assetMeasure.create({ data });
}

/** Everything that totals are made of: the own side's assets, or those that one case claims. */
export const readForTotals = (db: Db, actor: Actor, assetCaseId: string | undefined): Promise<AssetRow[]> =>
  db.asset.findMany({
    where: {
      AND: [
        ownSide(actor),
        visibleAssets(actor),
        assetCaseId === undefined ? {} : { claims: { some: { assetCaseId } } },
      ],
    },
    include: PARTS,
  });
