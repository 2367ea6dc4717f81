// Words, tasks and people on a case: each side has its own, comments to both are the exchange between the authorities.
import type { Actor } from '../../domain/access/actor.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { CommentBody, TaskBody, TaskQuery } from './list-contract.ts';
import {
  type CaseDeps,
  demandWorker,
  openForChange,
  openForReading,
  privateSideOf,
  readerOf,
  sharedVisibility,
  sideOf,
  stateOfSide,
} from './parts.ts';
import { addEvents } from './store.ts';
import {
  addComment,
  addTasks,
  assign,
  countTasks,
  finishTask,
  readAssignments,
  readColleagues,
  readComments,
  readTasks,
  readWorkers,
  unassign,
} from './tasks-store.ts';

export function createCaseTalk(deps: CaseDeps) {
  const { database } = deps;

  return {
    async comment(actor: Actor, id: string, body: CommentBody): Promise<{ id: string }> {
      return database.transaction(actor, async (tx) => {
        const file = await openForChange(tx, actor, id, null);
        const side = privateSideOf(actor, file);
        if (side === null) throw new Problem('forbidden');
        if (body.shared) demandWorker(actor);
        const visibleTo = body.shared ? sharedVisibility(file) : side;
        const state = stateOfSide(file, side);
        const mentioned = await readWorkers(tx.db, body.mentions, state);
        if (mentioned.length !== new Set(body.mentions).size)
          throw new Problem('validation-failed', [{ at: '/mentions', code: 'unknown-user' }]);
        const commentId = newId();
        await addComment(tx.db, {
          id: commentId,
          caseId: id,
          visibleTo,
          side,
          authorId: actor.id,
          text: body.text,
          mentions: [...body.mentions],
          at: tx.now,
        });
        const tasks = mentioned.map((user) => ({
          caseId: id,
          side,
          state,
          kind: 'MENTION',
          key: `MENTION:${commentId}:${user.id}`,
          assigneeId: user.id,
          createdBy: actor.id,
        }));
        await addTasks(tx.db, tasks, tx.now);
        await deps.mail.tellUsers(
          tx,
          mentioned.map((user) => user.id),
          { caseId: id, kind: 'MENTIONED', key: `MENTION:${commentId}` },
        );
        if (body.shared)
          await addEvents(tx, id, [
            {
              kind: 'MESSAGE',
              side,
              visibleTo,
              actorId: actor.id,
              role: actor.roles[0] ?? null,
              data: { commentId },
            },
          ]);
        tx.audit({
          type: 'case.commented',
          data: { commentId, visibleTo, mentions: mentioned.length },
          subject: { type: 'case', id },
          secret: body.text,
        });
        return { id: commentId };
      });
    },

    async readComments(actor: Actor, id: string) {
      const file = await openForReading(database.prisma, actor, id);
      const rows = await readComments(database.prisma, id, privateSideOf(actor, file));
      await database.record(actor, {
        type: 'case.viewed',
        data: { part: 'comments' },
        subject: { type: 'case', id },
      });
      return {
        items: rows.map((row) => ({
          id: row.id,
          side: row.side as 'RQ' | 'RD',
          shared: row.visibleTo === 'BOTH',
          authorId: row.authorId,
          text: row.text,
          mentions: row.mentions,
          at: row.at.toISOString(),
        })),
      };
    },

    async setAssignment(
      actor: Actor,
      id: string,
      userId: string,
      assigned: boolean,
    ): Promise<{ items: { userId: string; at: string }[] }> {
      demandWorker(actor);
      return database.transaction(actor, async (tx) => {
        const file = await openForChange(tx, actor, id, null);
        const side = sideOf(actor, file);
        if (assigned) {
          if ((await readWorkers(tx.db, [userId], stateOfSide(file, side))).length === 0)
            throw new Problem('validation-failed', [{ at: 'path/userId', code: 'unknown-user' }]);
          await assign(tx.db, { caseId: id, userId, side, assignedBy: actor.id, at: tx.now });
          const key = `ASSIGNED:${id}:${tx.now.toISOString()}`;
          if (userId !== actor.id)
            await deps.mail.tellUsers(tx, [userId], { caseId: id, kind: 'ASSIGNED', key });
        } else await unassign(tx.db, id, userId, side);
        tx.audit({ type: 'case.assigned', data: { userId, assigned }, subject: { type: 'case', id } });
        return {
          items: (await readAssignments(tx.db, id, side)).map((row) => ({
            userId: row.userId,
            at: row.at.toISOString(),
          })),
        };
      });
    },

    /** The people of the own side: names for what they wrote, who is assigned, and who can be. */
    async showTeam(actor: Actor, id: string) {
      const file = await openForReading(database.prisma, actor, id);
      const side = privateSideOf(actor, file);
      if (side === null) throw notFound();
      const [people, assigned] = await Promise.all([
        readColleagues(database.prisma, stateOfSide(file, side)),
        readAssignments(database.prisma, id, side),
      ]);
      await database.record(actor, {
        type: 'case.viewed',
        data: { part: 'team' },
        subject: { type: 'case', id },
      });
      const since = new Map(assigned.map(({ userId, at }) => [userId, at.toISOString()]));
      return {
        items: people.map(({ id: userId, displayName, roles, active, agency }) => ({
          userId,
          displayName,
          roles,
          agency: agency.name,
          active,
          assignedAt: since.get(userId) ?? null,
        })),
      };
    },

    /** Open tasks that are the actor's or nobody's; the caller leaves the trace. */
    async tallyTasks(actor: Actor): Promise<number> {
      return countTasks(database.prisma, readerOf(actor).state, actor.id);
    },

    async addTask(actor: Actor, id: string, body: TaskBody): Promise<{ id: string }> {
      return database.transaction(actor, async (tx) => {
        const file = await openForChange(tx, actor, id, null);
        const side = privateSideOf(actor, file);
        if (side === null) throw new Problem('forbidden');
        const state = stateOfSide(file, side);
        if (
          body.assigneeId !== undefined &&
          (await readWorkers(tx.db, [body.assigneeId], state)).length === 0
        )
          throw new Problem('validation-failed', [{ at: '/assigneeId', code: 'unknown-user' }]);
        const own = {
          caseId: id,
          side,
          state,
          kind: 'OWN',
          key: newId(),
          text: body.text,
          assigneeId: body.assigneeId ?? null,
        };
        const [taskId = ''] = await addTasks(
          tx.db,
          [{ ...own, dueAt: body.dueAt ?? null, urgent: body.urgent, createdBy: actor.id }],
          tx.now,
        );
        tx.audit({
          type: 'case.task',
          data: { taskId, done: false },
          subject: { type: 'case', id },
          secret: body.text,
        });
        return { id: taskId };
      });
    },

    async finishTask(actor: Actor, id: string, taskId: string): Promise<{ id: string }> {
      return database.transaction(actor, async (tx) => {
        const file = await openForChange(tx, actor, id, null);
        const side = privateSideOf(actor, file);
        if (side === null) throw new Problem('forbidden');
        const { count } = await finishTask(tx.db, id, taskId, stateOfSide(file, side), actor.id, tx.now);
        if (count === 0) throw notFound();
        tx.audit({ type: 'case.task', data: { taskId, done: true }, subject: { type: 'case', id } });
        return { id: taskId };
      });
    },

    async listTasks(actor: Actor, query: TaskQuery) {
      const reader = readerOf(actor);
      demandWorker(actor);
      const rows = await readTasks(
        database.prisma,
        {
          state: reader.state,
          caseId: query.caseId,
          assigneeId: query.mine === 'true' ? actor.id : undefined,
          open: query.open === 'true',
        },
        query.limit,
      );
      await database.record(actor, { type: 'case.listed', data: { list: 'tasks', count: rows.length } });
      return {
        items: rows.map((row) => ({
          id: row.id,
          caseId: row.caseId,
          caseNumber: row.case.caseNumber,
          kind: row.kind,
          params: row.params as Record<string, unknown>,
          text: row.text,
          urgent: row.urgent,
          assigneeId: row.assigneeId,
          dueAt: row.dueAt?.toISOString() ?? null,
          createdAt: row.createdAt.toISOString(),
          doneAt: row.doneAt?.toISOString() ?? null,
        })),
      };
    },
  };
}
