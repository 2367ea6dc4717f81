// Deadlines in people's hands: extended or recomputed with a reason. Warnings are given by a job, overdue by the clock.
import type { Actor } from '../../domain/access/actor.ts';
import { systemActor } from '../../domain/access/actor.ts';
import type { Side, Visibility } from '../../domain/cases/vocabulary.ts';
import { extend } from '../../domain/deadlines/clock.ts';
import { addDaysTo, dueAt } from '../../domain/deadlines/due.ts';
import { isTerm } from '../../domain/deadlines/rule.ts';
import { type Warning, warningsDue } from '../../domain/deadlines/warnings.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { Tx } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { announceWarning } from './announcing.ts';
import { type ClockRow, clockOf, moveEnd, readClocks, refreshNextDue } from './clock-store.ts';
import { type CaseDeps, demandWorker, openForChange, sideOf, stateOfSide } from './parts.ts';
import { addEvents, updateCase } from './store.ts';
import { addTasks, type NewTask } from './tasks-store.ts';
import { lockWarning, markWarned, readDue } from './warning-store.ts';

const EXTENSION_FAULT = {
  NOT_EXTENSIBLE: 'not-extensible',
  BEYOND_MAXIMUM: 'beyond-maximum',
  NOT_RUNNING: 'clock-stopped',
} as const;

/** The sides that a clock concerns: those who may see it. */
const sidesOf = (visibleTo: string): readonly Side[] =>
  visibleTo === 'BOTH' ? ['RQ', 'RD'] : [visibleTo as Side];

function taskKindOf(row: ClockRow, warning: Warning): string {
  if (warning !== 'OVERDUE') return 'DEADLINE_WARNING';
  if (isTerm(clockOf(row).rule)) return 'TERM_ENDED';
  return row.scope === 'CUSTODY' ? 'RELEASE_OR_EXTENSION_REQUIRED' : 'DEADLINE_OVERDUE';
}

export interface Warned {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly key: string;
  readonly warning: string;
  readonly dueAt: Date;
  readonly states: readonly string[];
}

export function createCaseDeadlines(deps: CaseDeps) {
  async function move(
    actor: Actor,
    at: { readonly caseId: string; readonly deadlineId: string; readonly version: number },
    reason: string,
    how: (row: ClockRow) => {
      kind: 'EXTEND' | 'RECOMPUTE';
      dueAt: Date;
      extendedDays: number;
      startedAt?: Date;
    },
  ): Promise<{ id: string; version: number; dueAt: string }> {
    demandWorker(actor);
    return deps.database.transaction(actor, async (tx) => {
      const file = await openForChange(tx, actor, at.caseId, at.version);
      const side = sideOf(actor, file);
      const row = (await readClocks(tx.db, file.id)).find(({ id }) => id === at.deadlineId);
      if (!row || (row.visibleTo !== 'BOTH' && row.visibleTo !== side)) throw notFound();
      // Who holds the person answers for the time that he is held.
      if (row.scope === 'CUSTODY' && side !== 'RD') throw new Problem('forbidden');
      const { kind, ...change } = how(row);
      await moveEnd(tx, row, kind, change, { actorId: actor.id, reason });
      await refreshNextDue(tx.db, file.id);
      await updateCase(tx.db, file, { updatedAt: tx.now });
      await addEvents(tx, file.id, [
        {
          kind: 'DEADLINE',
          side,
          visibleTo: row.visibleTo as Visibility,
          actorId: actor.id,
          role: actor.roles[0] ?? null,
          reason,
          data: {
            key: row.key,
            change: kind,
            before: row.dueAt.toISOString(),
            after: change.dueAt.toISOString(),
          },
        },
      ]);
      tx.audit({
        type: 'case.deadline-moved',
        data: { deadlineId: row.id, key: row.key, kind },
        subject: { type: 'case', id: file.id },
        secret: reason,
      });
      return { id: file.id, version: file.version + 1, dueAt: change.dueAt.toISOString() };
    });
  }

  async function warnOne(deadlineId: string, now: Date): Promise<Warned | null> {
    return deps.database.transaction(systemActor('warn-of-deadlines', newId()), async (tx) => {
      const row = await lockWarning(tx.db, deadlineId);
      if (row?.status !== 'RUNNING' || row.nextWarningAt === null || row.nextWarningAt > now)
        throw new Problem('version-mismatch');
      const { tell, given, nextAt } = warningsDue(row, row.warned, now);
      await markWarned(tx.db, row.id, [...row.warned, ...given], nextAt);
      tx.audit({
        type: 'case.warned',
        data: { deadlineId: row.id, key: row.key, warning: tell ?? 'NONE' },
        subject: { type: 'case', id: row.caseId },
      });
      if (tell === null) return null;
      await tellSides(tx, row, tell);
      const { case: owner } = row;
      return {
        caseId: row.caseId,
        caseNumber: owner.caseNumber,
        key: row.key,
        warning: tell,
        dueAt: row.dueAt,
        states: sidesOf(row.visibleTo).map((side) => stateOfSide(owner, side)),
      };
    });
  }

  async function tellSides(
    tx: Tx,
    row: NonNullable<Awaited<ReturnType<typeof lockWarning>>>,
    warning: Warning,
  ): Promise<void> {
    const isOver = warning === 'OVERDUE';
    // A term that nobody used has simply ended; there is something to know, and nothing is late.
    const isEnd = isOver && isTerm(clockOf(row).rule);
    const tasks = sidesOf(row.visibleTo).flatMap((side): NewTask[] =>
      // A draft that the other side has not seen is no task of that side.
      side === 'RD' && row.case.sharedAt === null
        ? []
        : [
            {
              caseId: row.caseId,
              side,
              state: stateOfSide(row.case, side),
              kind: taskKindOf(row, warning),
              key: `DEADLINE:${row.id}:${warning}:${row.dueAt.toISOString()}`,
              params: { key: row.key, warning, dueAt: row.dueAt.toISOString() },
              urgent: !isEnd && (isOver || warning === 'ONE_DAY'),
              dueAt: row.dueAt,
            },
          ],
    );
    await addTasks(tx.db, tasks, tx.now);
    for (const { state, key } of tasks)
      await deps.mail.tellWorkers(tx, state, {
        caseId: row.caseId,
        kind: warning,
        key,
        clock: row.key,
      });
    if (!isOver)
      await announceWarning(tx, row.case, row.visibleTo as Visibility, {
        key: row.key,
        warning,
        dueAt: row.dueAt.toISOString(),
      });
    else
      await addEvents(tx, row.caseId, [
        {
          kind: isEnd ? 'ENDED' : 'OVERDUE',
          side: 'SYSTEM',
          visibleTo: row.visibleTo as Visibility,
          occurredAt: row.dueAt,
          data: { key: row.key, dueAt: row.dueAt.toISOString() },
        },
      ]);
  }

  return {
    extendDeadline: (
      actor: Actor,
      at: { caseId: string; deadlineId: string; version: number },
      body: { days: number; reason: string },
    ) =>
      move(actor, at, body.reason, (row) => {
        const result = extend(clockOf(row), body.days);
        if ('refusal' in result)
          throw new Problem('conflict', [{ at: '/days', code: EXTENSION_FAULT[result.refusal] }]);
        return { kind: 'EXTEND', ...result };
      }),

    /** The event turned out to be at another instant; the old value stays in the history. */
    recomputeDeadline: (
      actor: Actor,
      at: { caseId: string; deadlineId: string; version: number },
      body: { startedAt: Date; reason: string },
    ) =>
      move(actor, at, body.reason, (row) => {
        const { rule, zone, extendedDays } = clockOf(row);
        if (row.status === 'STOPPED')
          throw new Problem('conflict', [{ at: '/startedAt', code: 'clock-stopped' }]);
        if (rule.length === null)
          throw new Problem('conflict', [{ at: '/startedAt', code: 'not-extensible' }]);
        const due = dueAt({ ...rule, length: rule.length }, body.startedAt, zone);
        return {
          kind: 'RECOMPUTE',
          dueAt: addDaysTo(due, extendedDays, zone),
          extendedDays,
          startedAt: body.startedAt,
        };
      }),

    /**
     * Tells both sides of the warnings that are due.
     * @returns those that were given
     * @throws AggregateError after all others are done, with the errors of those that could not be given
     */
    async warnOfDeadlines(now: Date, batch: number): Promise<Warned[]> {
      const failures: unknown[] = [];
      const given: Warned[] = [];
      for (const id of await readDue(deps.database.prisma, now, batch)) {
        try {
          const warned = await warnOne(id, now);
          if (warned) given.push(warned);
        } catch (error) {
          if (!(error instanceof Problem && error.code === 'version-mismatch')) failures.push(error);
        }
      }
      if (failures.length > 0)
        throw new AggregateError(failures, `${failures.length} warnings could not be given`);
      return given;
    },
  };
}
