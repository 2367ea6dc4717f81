// Tells other systems what happened to a case: one event for each line of its history, to those who may read the line.
import { caseAudience, caseTold, type ToldCase, typeOfLine } from '../../domain/events/case-events.ts';
import type { CaseEvent } from '../../domain/events/domain-event.ts';
import type { Tx } from '../../platform/database/database.ts';
import { emit } from '../../platform/database/domain-events.ts';
import type { CaseEventLine } from './event-line.ts';

/** A case as far as its announcements name it. */
export interface AnnouncedCase {
  readonly id: string;
  readonly caseNumber: string;
  readonly requestingState: string;
  readonly requestedState: string;
  readonly rqAgencyId: string;
  readonly sharedAt: Date | null;
  readonly state: string;
}

const toldOf = ({ id, caseNumber, requestingState, requestedState, state }: AnnouncedCase): ToldCase => ({
  caseId: id,
  caseNumber,
  requestingState,
  requestedState,
  state,
});

async function agenciesOf({ db }: Tx, row: AnnouncedCase) {
  const rows = await db.agency.findMany({
    where: { kind: 'CENTRAL', active: true, state: { in: [row.requestingState, row.requestedState] } },
    select: { id: true, state: true },
  });
  const central = (state: string) => rows.filter((agency) => agency.state === state).map(({ id }) => id);
  return {
    RQ: [row.rqAgencyId, ...central(row.requestingState)],
    RD: row.sharedAt === null ? [] : central(row.requestedState),
  };
}

export async function announceLines(
  tx: Tx,
  row: AnnouncedCase,
  lines: readonly CaseEventLine[],
): Promise<void> {
  const agencies = await agenciesOf(tx, row);
  for (const { kind, visibleTo, verb = null, from = null, to = null, side } of lines) {
    const type = typeOfLine(kind, from, to);
    if (type === null) continue;
    const audience = caseAudience(agencies, visibleTo);
    await emit(tx, caseTold(type, toldOf(row), audience, { what: kind, verb, side, from, to }));
  }
}

/** A clock speaks; its last word, overdue, is a line of the history. */
export async function announceWarning(
  tx: Tx,
  row: AnnouncedCase,
  visibleTo: CaseEventLine['visibleTo'],
  data: CaseEvent['data'],
): Promise<void> {
  const audience = caseAudience(await agenciesOf(tx, row), visibleTo);
  await emit(tx, caseTold('case.clock-warning', toldOf(row), audience, data));
}
