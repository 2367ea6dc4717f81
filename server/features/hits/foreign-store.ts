// Rows of hits on their way between two installations: without people, notes and keys.
import type { HitKind } from '../../domain/hits/vocabulary.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';

type Db = Tx['db'];

const TOLD = {
  id: true,
  checkId: true,
  kind: true,
  status: true,
  at: true,
  reference: true,
  state: true,
  agencyId: true,
  checkpoint: true,
  lane: true,
  direction: true,
  transport: true,
  personId: true,
  alertId: true,
  alertType: true,
  ownerState: true,
  ownerAgencyId: true,
  actions: true,
  band: true,
  score: true,
  colour: true,
  forSecondLine: true,
  acknowledgedAt: true,
  claimedAt: true,
  decision: true,
  decisionReason: true,
  identifiers: true,
  decidedAt: true,
  urgency: true,
  askedAt: true,
  answerDueAt: true,
  answer: true,
  answeredAt: true,
  action: true,
  actionAt: true,
  actionPlace: true,
  custodyFacility: true,
  closedAt: true,
} satisfies Prisma.HitSelect;

export type ForeignHitRow = Omit<Prisma.HitGetPayload<{ select: typeof TOLD }>, 'kind'> & {
  readonly kind: HitKind;
};

export interface ForeignStep {
  readonly id: string;
  readonly verb: string;
  readonly from: string;
  readonly to: string;
  readonly at: Date;
}

export async function readTold(
  db: Db,
  id: string,
): Promise<{ peerId: string | null; row: ForeignHitRow } | null> {
  const found = await db.hit.findUnique({ where: { id }, select: { ...TOLD, peerId: true } });
  if (!found) return null;
  const { peerId, ...row } = found;
  return { peerId, row: row as ForeignHitRow };
}

/** Locks the copy. */
export async function readForeign(db: Db, id: string) {
  await db.$queryRaw`select 1 from hit where id = ${id}::uuid for no key update`;
  return db.hit.findUnique({ where: { id }, select: { peerId: true, status: true, answeredAt: true } });
}

/** @returns the alert when this installation keeps it */
export const ownAlertOf = (db: Db, id: string) =>
  db.alert.findFirst({
    where: { id, peerId: null },
    select: { personId: true, ownerState: true, ownerAgencyId: true },
  });

export async function writeForeign(
  db: Db,
  isKnown: boolean,
  data: Prisma.HitUncheckedCreateInput,
): Promise<void> {
  if (!isKnown) await db.hit.create({ data });
  else await db.hit.update({ where: { id: data.id }, data: { ...data, version: { increment: 1 } } });
}

export async function addForeignSteps(
  db: Db,
  steps: readonly ForeignStep[],
  by: { hitId: string; actorId: string; state: string },
): Promise<void> {
  await db.hitStep.createMany({ data: steps.map((step) => ({ ...step, ...by })), skipDuplicates: true });
}
