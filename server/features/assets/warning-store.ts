// Warnings of freezes that run out, one per side, order and threshold.
import type { Actor } from '../../domain/access/actor.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { newId } from '../../platform/ids.ts';
import { type After, type Db, visibleAssets } from './store.ts';

const HELD = ['FROZEN', 'SEIZED'];

export interface LapsingAsset {
  readonly id: string;
  readonly ownerState: string;
  readonly executingState: string | null;
  readonly expiresOn: Date | null;
}

/** Held assets whose order ends before the instant, soonest first. */
export const findLapsing = (
  db: Db,
  before: Date,
  after: string | undefined,
  limit: number,
): Promise<LapsingAsset[]> =>
  db.asset.findMany({
    where: {
      state: { in: HELD },
      lapsesAt: { lte: before },
      ...(after !== undefined && { id: { gt: after } }),
    },
    select: { id: true, ownerState: true, executingState: true, expiresOn: true },
    orderBy: { id: 'asc' },
    take: limit,
  });

/** @returns the states that were not yet warned at this threshold of this order */
export async function insertWarnings(
  db: Db,
  warning: { assetId: string; expiresOn: Date; days: number; states: readonly string[]; raisedAt: Date },
): Promise<string[]> {
  const { assetId, expiresOn, days, states, raisedAt } = warning;
  const rows = await db.assetWarning.createManyAndReturn({
    data: states.map((state) => ({
      id: newId(raisedAt.getTime()),
      assetId,
      state,
      expiresOn,
      days,
      raisedAt,
    })),
    skipDuplicates: true,
    select: { state: true },
  });
  return rows.map(({ state }) => state);
}

/** A measure answers what was warned of. */
export async function settleWarnings(db: Db, assetId: string, doneBy: string, doneAt: Date): Promise<void> {
  await db.assetWarning.updateMany({ where: { assetId, doneAt: null }, data: { doneAt, doneBy } });
}

const WITH_ASSET = { asset: true } satisfies Prisma.AssetWarningInclude;
export type WarningRow = Prisma.AssetWarningGetPayload<{ include: typeof WITH_ASSET }>;

const visible = (actor: Actor): Prisma.AssetWarningWhereInput => ({
  state: actor.state ?? '',
  asset: visibleAssets(actor),
});

export const listWarnings = (
  db: Db,
  actor: Actor,
  open: boolean,
  { limit, after }: After,
): Promise<WarningRow[]> =>
  db.assetWarning.findMany({
    where: {
      ...visible(actor),
      doneAt: open ? null : { not: null },
      ...(after !== undefined && { id: { lt: after } }),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
    include: WITH_ASSET,
  });

export const countWarnings = (db: Db, actor: Actor): Promise<number> =>
  db.assetWarning.count({ where: { ...visible(actor), doneAt: null } });

export const findWarning = (db: Db, actor: Actor, id: string): Promise<WarningRow | null> =>
  db.assetWarning.findFirst({ where: { id, ...visible(actor) }, include: WITH_ASSET });

/** @returns false when somebody else was quicker */
export async function markDone(
  db: Db,
  id: string,
  done: { at: Date; by: string; note: string },
): Promise<boolean> {
  const { count } = await db.assetWarning.updateMany({
    where: { id, doneAt: null },
    data: { doneAt: done.at, doneBy: done.by, note: done.note },
  });
  return count === 1;
}
