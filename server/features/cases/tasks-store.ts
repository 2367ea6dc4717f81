// The rows of tasks, comments and assignments.
import type { Side, Visibility } from '../../domain/cases/vocabulary.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { newId } from '../../platform/ids.ts';
import type { Db } from './store.ts';

export interface NewTask {
  readonly caseId: string;
  readonly side: Side;
  readonly state: string;
  readonly kind: string;
  /** One task for one reason. */
  readonly key: string;
  readonly params?: Prisma.InputJsonObject;
  readonly text?: string | null;
  readonly urgent?: boolean;
  readonly assigneeId?: string | null;
  readonly dueAt?: Date | null;
  readonly createdBy?: string | null;
}

/** A task that is there already stays as it is. @returns the ids of those that were added */
export async function addTasks(db: Db, tasks: readonly NewTask[], now: Date): Promise<string[]> {
  const rows = await db.caseTask.createManyAndReturn({
    data: tasks.map((task) => ({ ...task, id: newId(), createdAt: now })),
    skipDuplicates: true,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export const addComment = (
  db: Db,
  data: {
    id: string;
    caseId: string;
    visibleTo: Visibility;
    side: Side;
    authorId: string;
    text: string;
    mentions: string[];
    at: Date;
  },
): Promise<unknown> => db.caseComment.create({ data });

export const readComments = (db: Db, caseId: string, side: Side | null) =>
  db.caseComment.findMany({
    where: { caseId, visibleTo: { in: side === null ? ['BOTH'] : ['BOTH', side] } },
    orderBy: { at: 'asc' },
  });

/** Open tasks of a state's side that are this person's or nobody's. */
export const countTasks = (db: Db, state: string, userId: string): Promise<number> =>
  db.caseTask.count({
    where: { state, doneAt: null, OR: [{ assigneeId: userId }, { assigneeId: null }] },
  });

/** Everybody of the state who works on cases, with those who do not any more, so that old names are known. */
export const readColleagues = (db: Db, state: string) =>
  db.user.findMany({
    where: { roles: { hasSome: ['CO', 'PRO', 'INV'] }, agency: { state } },
    select: { id: true, displayName: true, roles: true, active: true, agency: { select: { name: true } } },
    orderBy: { displayName: 'asc' },
  });

/** Accounts in agencies of the state that work on cases. */
export const readWorkers = (db: Db, ids: readonly string[], state: string) =>
  db.user.findMany({
    where: {
      id: { in: [...ids] },
      active: true,
      roles: { hasSome: ['CO', 'PRO', 'INV'] },
      agency: { state },
    },
    select: { id: true },
  });

export async function assign(
  db: Db,
  row: { caseId: string; userId: string; side: Side; assignedBy: string; at: Date },
): Promise<void> {
  await db.caseAssignment.upsert({
    where: { caseId_userId: { caseId: row.caseId, userId: row.userId } },
    create: row,
    update: {},
  });
}

export const unassign = (db: Db, caseId: string, userId: string, side: Side) =>
  db.caseAssignment.deleteMany({ where: { caseId, userId, side } });

export const readAssignments = (db: Db, caseId: string, side: Side) =>
  db.caseAssignment.findMany({ where: { caseId, side }, orderBy: { at: 'asc' } });

export const readTasks = (
  db: Db,
  where: {
    readonly state: string;
    readonly caseId?: string | undefined;
    readonly assigneeId?: string | undefined;
    readonly open: boolean;
  },
  limit: number,
) =>
  db.caseTask.findMany({
    where: {
      state: where.state,
      ...(where.caseId !== undefined && { caseId: where.caseId }),
      ...(where.assigneeId !== undefined && { assigneeId: where.assigneeId }),
      ...(where.open && { doneAt: null }),
    },
    include: { case: { select: { caseNumber: true } } },
    orderBy: [{ urgent: 'desc' }, { dueAt: { sort: 'asc', nulls: 'last' } }, { createdAt: 'desc' }],
    take: limit,
  });

export const finishTask = (db: Db, caseId: string, id: string, state: string, by: string, at: Date) =>
  db.caseTask.updateMany({ where: { id, caseId, state, doneAt: null }, data: { doneAt: at, doneBy: by } });
