// The rows of cases: reading them as far as a side may, changing them only in the version that was seen.
import type { CaseReader } from '../../domain/cases/reader.ts';
import type { Side } from '../../domain/cases/vocabulary.ts';
import { Problem } from '../../domain/errors.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { newId } from '../../platform/ids.ts';
import { announceLines } from './announcing.ts';
import type { CaseEventLine } from './event-line.ts';

export type Db = Tx['db'];

export type CaseRow = Prisma.ExtraditionCaseGetPayload<object>;

const FILE = {
  offences: { orderBy: { no: 'asc' } },
  custodyRecords: { orderBy: [{ at: 'asc' }, { recordedAt: 'asc' }] },
  refusalChecks: { orderBy: { code: 'asc' } },
  decisions: { orderBy: { decidedAt: 'asc' } },
  matters: { orderBy: { openedAt: 'asc' } },
} satisfies Prisma.ExtraditionCaseInclude;

/** A case with the rows that the rules look at. */
export type CaseFile = Prisma.ExtraditionCaseGetPayload<{ include: typeof FILE }>;

/** `sideSeenBy` of domain/cases/reader.ts as a condition. */
export const visibleTo = ({ state, agencyId, drafts }: CaseReader): Prisma.ExtraditionCaseWhereInput => {
  const kept = { erasedAt: null };
  if (agencyId !== null) return { requestingState: state, rqAgencyId: agencyId, ...kept };
  const shared = { sharedAt: { not: null } };
  return drafts
    ? { OR: [{ requestingState: state }, { requestedState: state, ...shared }], ...kept }
    : { OR: [{ requestingState: state }, { requestedState: state }], ...shared, ...kept };
};

export const findVisible = (db: Db, id: string, reader: CaseReader): Promise<CaseRow | null> =>
  db.extraditionCase.findFirst({ where: { id, ...visibleTo(reader) } });

/** Makes changes of one case wait for one another. @returns false when there is none */
export async function lockCase(db: Db, id: string): Promise<boolean> {
  const rows = await db.$queryRaw<
    unknown[]
  >`select 1 from extradition_case where id = ${id}::uuid for update`;
  return rows.length > 0;
}

export const readFile = (db: Db, id: string): Promise<CaseFile | null> =>
  db.extraditionCase.findUnique({ where: { id }, include: FILE });

export async function nextNumber(db: Db, series: string): Promise<number> {
  const [row] = await db.$queryRaw<{ number: bigint }[]>`
    insert into number_series (name, next) values (${series}, 2)
    on conflict (name) do update set next = number_series.next + 1
    returning next - 1 as number`;
  if (!row) throw new Error('a number series gave no number');
  return Number(row.number);
}

export const insertCase = (db: Db, data: Prisma.ExtraditionCaseUncheckedCreateInput): Promise<unknown> =>
  db.extraditionCase.create({ data });

export const insertOffences = (db: Db, rows: Prisma.CaseOffenceCreateManyInput[]): Promise<unknown> =>
  db.caseOffence.createMany({ data: rows });

/** @throws Problem `version-mismatch` when somebody else changed the case since that version */
export async function updateCase(
  db: Db,
  { id, version }: { readonly id: string; readonly version: number },
  data: Prisma.ExtraditionCaseUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await db.extraditionCase.updateMany({
    where: { id, version },
    data: { ...data, version: version + 1 },
  });
  if (count === 0) throw new Problem('version-mismatch');
}

const ANNOUNCED = {
  id: true,
  caseNumber: true,
  requestingState: true,
  requestedState: true,
  rqAgencyId: true,
  sharedAt: true,
  state: true,
} as const;

/** Adds lines to the history; each takes the next number of its case, and other systems hear of it. */
export async function addEvents(tx: Tx, caseId: string, lines: readonly CaseEventLine[]): Promise<void> {
  if (lines.length === 0) return;
  const { db, now } = tx;
  const { eventCount, ...row } = await db.extraditionCase.update({
    where: { id: caseId },
    data: { eventCount: { increment: lines.length } },
    select: { eventCount: true, ...ANNOUNCED },
  });
  await db.caseEvent.createMany({
    data: lines.map(({ documents = [], data = {}, occurredAt = now, ...line }, index) => ({
      ...line,
      id: newId(),
      caseId,
      seq: eventCount - lines.length + index + 1,
      at: now,
      occurredAt,
      documents: [...documents],
      data: data as Prisma.InputJsonObject,
    })),
  });
  await announceLines(tx, row, lines);
}

/**
 * The history as one side reads it. Its lines are counted anew for each reader: a gap would tell that the other side has lines
 * of its own.
 */
export async function readTimeline(
  db: Db,
  caseId: string,
  side: Side | null,
  after: number,
  limit: number,
): Promise<Prisma.CaseEventGetPayload<object>[]> {
  const rows = await db.caseEvent.findMany({
    where: { caseId, visibleTo: { in: side === null ? ['BOTH'] : ['BOTH', side] } },
    orderBy: { seq: 'asc' },
    skip: after,
    take: limit + 1,
  });
  return rows.map((row, index) => ({ ...row, seq: after + index + 1 }));
}

/** How many lines of the history the side may read. */
export const countLines = (db: Db, caseId: string, side: Side | null): Promise<number> =>
  db.caseEvent.count({
    where: { caseId, visibleTo: { in: side === null ? ['BOTH'] : ['BOTH', side] } },
  });

/** When the request was received; null: not yet. */
export const findReceipt = (db: Db, caseId: string): Promise<{ occurredAt: Date } | null> =>
  db.caseEvent.findFirst({
    where: { caseId, verb: 'acknowledge-receipt' },
    orderBy: { seq: 'desc' },
    select: { occurredAt: true },
  });

export const addCustody = (db: Db, data: Prisma.CustodyRecordUncheckedCreateInput): Promise<unknown> =>
  db.custodyRecord.create({ data });

export const confirmCustody = (db: Db, id: string, by: string, at: Date): Promise<unknown> =>
  db.custodyRecord.update({ where: { id }, data: { confirmedBy: by, confirmedAt: at } });

export async function putChecks(
  db: Db,
  caseId: string,
  rows: Prisma.RefusalCheckCreateManyInput[],
): Promise<void> {
  await db.refusalCheck.deleteMany({ where: { caseId, code: { in: rows.map(({ code }) => code) } } });
  await db.refusalCheck.createMany({ data: rows });
}

export const addDecision = (db: Db, data: Prisma.CaseDecisionUncheckedCreateInput): Promise<unknown> =>
  db.caseDecision.create({ data });

export async function setOffenceOutcomes(
  db: Db,
  outcomes: readonly { readonly id: string; readonly outcome: string; readonly grounds: readonly string[] }[],
): Promise<void> {
  for (const { id, outcome, grounds } of outcomes)
    await db.caseOffence.update({ where: { id }, data: { outcome, grounds: [...grounds] } });
}

export const addMatter = (db: Db, data: Prisma.CaseMatterUncheckedCreateInput): Promise<unknown> =>
  db.caseMatter.create({ data });

export const updateMatter = (
  db: Db,
  id: string,
  data: Prisma.CaseMatterUncheckedUpdateInput,
): Promise<unknown> => db.caseMatter.update({ where: { id }, data: { ...data, version: { increment: 1 } } });

export interface AlertForCase {
  readonly id: string;
  readonly personId: string;
  readonly type: string;
  readonly status: string;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly ownerState: string;
  readonly ownerAgencyId: string;
  readonly offences: Prisma.AlertOffenceGetPayload<{ include: { offenceCode: true } }>[];
  readonly maxPenaltyMonths: number | null;
}

/** The alert under a case, whoever may see it: the caller has asked before. */
export const readAlert = (db: Db, id: string): Promise<AlertForCase | null> =>
  db.alert.findUnique({
    where: { id },
    include: { offences: { include: { offenceCode: true }, orderBy: { id: 'asc' } } },
  });

/** Cases of the alert in that state which are not at their end, newest first. */
export const findOpenCases = (db: Db, alertId: string, requestedState: string): Promise<CaseRow[]> =>
  db.extraditionCase.findMany({
    where: {
      alertId,
      requestedState,
      state: { notIn: ['CLOSED', 'WITHDRAWN', 'REFUSED', 'PROSECUTION_TRANSFERRED', 'SURRENDERED'] },
    },
    orderBy: { createdAt: 'desc' },
  });

export async function readRegistryNumber(db: Db, personId: string): Promise<string> {
  const row = await db.person.findUnique({ where: { id: personId }, select: { registryNumber: true } });
  return row?.registryNumber ?? '';
}
