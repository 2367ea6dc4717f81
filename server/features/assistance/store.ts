// The rows of requests for assistance, read only as far as the reader may see.
import type { Actor } from '../../domain/access/actor.ts';
import { actsForState } from '../../domain/access/ownership.ts';
import { Problem } from '../../domain/errors.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';

export type Db = Tx['db'];

const PARTS = { steps: { orderBy: { no: 'asc' } } } satisfies Prisma.AssistanceRequestInclude;
export type AssistanceRow = Prisma.AssistanceRequestGetPayload<{ include: typeof PARTS }>;
export type AssistanceLineRow = Prisma.AssistanceRequestGetPayload<object>;

/** The own side; the asked side's authorities from sending on. */
function visible(actor: Actor, direction?: 'OUTGOING' | 'INCOMING'): Prisma.AssistanceRequestWhereInput {
  const state = actor.state ?? '';
  const outgoing: Prisma.AssistanceRequestWhereInput = actsForState(actor)
    ? { ownerState: state }
    : { ownerState: state, ownerAgencyId: actor.agencyId ?? '', confidentiality: 'NORMAL' };
  const incoming: Prisma.AssistanceRequestWhereInput[] = actsForState(actor)
    ? [{ requestedState: state, sentAt: { not: null } }]
    : [];
  if (direction === 'OUTGOING') return outgoing;
  return { OR: direction === 'INCOMING' ? incoming : [outgoing, ...incoming] };
}

export const findRequest = (db: Db, actor: Actor, id: string): Promise<AssistanceRow | null> =>
  db.assistanceRequest.findFirst({ where: { id, ...visible(actor) }, include: PARTS });

const OPEN = ['SENT', 'RECEIVED', 'IN_EXECUTION', 'NEED_INFO'];

export interface Filter {
  readonly state?: string | undefined;
  readonly assetCaseId?: string | undefined;
  readonly extraditionCaseId?: string | undefined;
  readonly direction?: 'OUTGOING' | 'INCOMING' | undefined;
  readonly overdueAt?: Date | undefined;
}

export const listRequests = (
  db: Db,
  actor: Actor,
  { state, assetCaseId, extraditionCaseId, direction, overdueAt }: Filter,
  { limit, after }: { limit: number; after: string | undefined },
): Promise<AssistanceLineRow[]> =>
  db.assistanceRequest.findMany({
    where: {
      AND: [
        visible(actor, direction),
        state === undefined ? {} : { state },
        // Which cases it belongs to is the own side's knowledge.
        assetCaseId === undefined ? {} : { assetCaseId, ownerState: actor.state ?? '' },
        extraditionCaseId === undefined ? {} : { extraditionCaseId, ownerState: actor.state ?? '' },
        overdueAt === undefined ? {} : { state: { in: OPEN }, dueAt: { lte: overdueAt } },
        after === undefined ? {} : { id: { lt: after } },
      ],
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
  });

export async function insertRequest(
  db: Db,
  data: Prisma.AssistanceRequestUncheckedCreateInput,
): Promise<void> {
  await db.assistanceRequest.create({ data });
}

/** @throws Problem `version-mismatch` */
export async function updateRequest(
  db: Db,
  { id, version }: { id: string; version: number },
  data: Prisma.AssistanceRequestUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await db.assistanceRequest.updateMany({
    where: { id, version },
    data: { ...data, version: version + 1 },
  });
  if (count === 0) throw new Problem('version-mismatch');
}

export async function insertStep(db: Db, data: Prisma.AssistanceStepUncheckedCreateInput): Promise<void> {
  await db.assistanceStep.create({ data });
}
