// The rows of clocks: read as the rules see them, every change written with its reason.
import type { CaseClock, ClockEntry } from '../../domain/cases/case-clocks.ts';
import type { ClockStatus } from '../../domain/deadlines/clock.ts';
import type { DeadlineRule } from '../../domain/deadlines/rule.ts';
import { warningsDue } from '../../domain/deadlines/warnings.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { newId } from '../../platform/ids.ts';
import type { Db } from './store.ts';

export type ClockRow = Prisma.CaseDeadlineGetPayload<object>;

export const clockOf = (row: ClockRow): CaseClock => ({
  id: row.id,
  rule: row.rule as unknown as DeadlineRule,
  zone: row.zone,
  startedAt: row.startedAt,
  dueAt: row.dueAt,
  status: row.status as ClockStatus,
  pausedAt: row.pausedAt,
  extendedDays: row.extendedDays,
});

export const readClocks = (db: Db, caseId: string): Promise<ClockRow[]> =>
  db.caseDeadline.findMany({ where: { caseId }, orderBy: [{ startedAt: 'asc' }, { id: 'asc' }] });

const basisOf = ({ rule, zone, startedAt }: CaseClock, event: string): string =>
  [
    event,
    startedAt.toISOString(),
    rule.length === null ? 'agreed end' : `${rule.length} ${rule.unit}`,
    rule.unit === 'HOURS' ? 'exact' : rule.countFirstDay ? 'first day counts' : 'first day does not count',
    zone,
    rule.legalRef ?? '',
  ].join('; ');

/** Writes what happened to the clocks. Warnings of a new or moved end are counted anew, except those already given. */
export async function writeClocks(
  { db, now }: Tx,
  caseId: string,
  log: readonly ClockEntry[],
  before: readonly ClockRow[],
  by: { readonly actorId: string | null; readonly reason: string | null },
): Promise<void> {
  const note = (
    deadlineId: string,
    kind: string,
    event: string | null,
    dueBefore: Date | null,
    dueAfter: Date | null,
  ) =>
    db.caseDeadlineChange.create({
      data: { id: newId(), deadlineId, at: now, kind, event, dueBefore, dueAfter, ...by },
    });
  for (const entry of log) {
    if (entry.kind === 'START') {
      const { clock, profile } = entry;
      const earlier = before.findLast(({ key }) => key === clock.rule.key);
      await db.caseDeadline.create({
        data: {
          id: clock.id,
          caseId,
          key: clock.rule.key,
          type: clock.rule.type,
          scope: clock.rule.scope,
          visibleTo: clock.rule.visibleTo,
          rule: clock.rule as unknown as Prisma.InputJsonObject,
          profileCode: profile.code,
          profileVersion: profile.version,
          zone: clock.zone,
          startedAt: clock.startedAt,
          dueAt: clock.dueAt,
          basis: basisOf(clock, entry.event),
          status: 'RUNNING',
          followsId: earlier?.id ?? null,
          nextWarningAt: warningsDue(clock, [], clock.startedAt).nextAt,
        },
      });
      await note(clock.id, 'START', entry.event, null, clock.dueAt);
      continue;
    }
    const row = await db.caseDeadline.findUniqueOrThrow({ where: { id: entry.id } });
    if (entry.kind === 'STOP')
      await db.caseDeadline.update({
        where: { id: row.id },
        data: { status: 'STOPPED', stoppedAt: entry.at, stoppedBy: entry.event, nextWarningAt: null },
      });
    else if (entry.kind === 'PAUSE')
      await db.caseDeadline.update({
        where: { id: row.id },
        data: { status: 'PAUSED', pausedAt: entry.at, nextWarningAt: null },
      });
    else
      await db.caseDeadline.update({
        where: { id: row.id },
        data: {
          status: 'RUNNING',
          pausedAt: null,
          dueAt: entry.dueAt,
          nextWarningAt:
            warningsDue({ startedAt: row.startedAt, dueAt: entry.dueAt }, row.warned, now).nextAt ?? now,
        },
      });
    await note(row.id, entry.kind, entry.event, row.dueAt, entry.kind === 'RESUME' ? entry.dueAt : row.dueAt);
  }
}

/** A new end given by people, with their reason; the old value stays in the history. */
export async function moveEnd(
  { db, now }: Tx,
  row: ClockRow,
  kind: 'EXTEND' | 'RECOMPUTE',
  change: { readonly dueAt: Date; readonly extendedDays: number; readonly startedAt?: Date },
  by: { readonly actorId: string; readonly reason: string },
): Promise<void> {
  const startedAt = change.startedAt ?? row.startedAt;
  // Warnings of the old end that lie before the new ones are due again.
  const stillGiven = row.warned.filter((warning) => warning === 'HALF' && change.dueAt <= row.dueAt);
  await db.caseDeadline.update({
    where: { id: row.id },
    data: {
      dueAt: change.dueAt,
      startedAt,
      extendedDays: change.extendedDays,
      warned: stillGiven,
      ...(row.status === 'RUNNING' && {
        nextWarningAt: warningsDue({ startedAt, dueAt: change.dueAt }, stillGiven, now).nextAt ?? now,
      }),
    },
  });
  await db.caseDeadlineChange.create({
    data: {
      id: newId(),
      deadlineId: row.id,
      at: now,
      kind,
      dueBefore: row.dueAt,
      dueAfter: change.dueAt,
      ...by,
    },
  });
}

/** The earliest end of running clocks that somebody can miss, kept on the case for lists; `isTerm` in SQL. */
export async function refreshNextDue(db: Db, caseId: string): Promise<void> {
  await db.$executeRaw`
    update extradition_case set next_due_at = (
      select min(due_at) from case_deadline where case_id = ${caseId}::uuid and status = 'RUNNING'
        and key <> 'APPEAL' and rule->>'onExpiry' <> 'MAY_RELEASE')
    where id = ${caseId}::uuid`;
}

export const readChanges = (db: Db, deadlineIds: readonly string[]) =>
  db.caseDeadlineChange.findMany({
    where: { deadlineId: { in: [...deadlineIds] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
