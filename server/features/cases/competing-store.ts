// The rows of competing requests: several states want one person from one state.
import { newId } from '../../platform/ids.ts';
import type { Db } from './store.ts';

const OVER = ['CLOSED', 'WITHDRAWN', 'LAPSED'] as const;

/** Puts a case into a group as soon as another state asks for the same person; alone it has none. */
export async function joinCompeting(
  db: Db,
  one: { readonly id: string; readonly personId: string; readonly requestedState: string },
  now: Date,
): Promise<void> {
  const { personId, requestedState } = one;
  const others = await db.extraditionCase.findMany({
    where: { personId, requestedState, id: { not: one.id }, state: { notIn: [...OVER] } },
    select: { id: true },
  });
  if (others.length === 0) return;
  const group = await db.competingGroup.upsert({
    where: { personId_requestedState: { personId, requestedState } },
    create: { id: newId(), personId, requestedState, createdAt: now },
    update: {},
  });
  await db.extraditionCase.updateMany({
    where: { id: { in: [one.id, ...others.map(({ id }) => id)] } },
    data: { competingGroupId: group.id },
  });
}

export const readGroup = (db: Db, id: string) =>
  db.competingGroup.findUnique({
    where: { id },
    include: { cases: { where: { sharedAt: { not: null } }, orderBy: { createdAt: 'asc' } } },
  });

export const updateGroup = (
  db: Db,
  id: string,
  data: {
    criteria?: object[];
    preferredCaseId?: string;
    decidedBy?: string;
    decidedAt?: Date;
    releasedAt?: Date;
  },
): Promise<unknown> =>
  db.competingGroup.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
