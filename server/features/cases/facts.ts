// Gathers what the rules ask of a case.
import { effectiveStatus } from '../../domain/alerts/effective-status.ts';
import type { AlertStatus } from '../../domain/alerts/vocabulary.ts';
import { isHeld } from '../../domain/cases/custody.ts';
import type { DocumentCode } from '../../domain/cases/documents.ts';
import type { CaseFacts } from '../../domain/cases/facts.ts';
import type { GroundCheck } from '../../domain/cases/grounds.ts';
import type { CaseVerb } from '../../domain/cases/procedure.ts';
import type { CaseState, CustodyState, Side } from '../../domain/cases/vocabulary.ts';
import { checklistOf } from '../../domain/treaties/checklist.ts';
import { type ClockRow, clockOf, readClocks } from './clock-store.ts';
import type { CaseDeps } from './parts.ts';
import { type CaseFile, type Db, findReceipt, readAlert } from './store.ts';

export interface Gathered {
  readonly facts: CaseFacts;
  readonly clocks: readonly ClockRow[];
}

export interface AgreementData {
  readonly verb: CaseVerb;
}

export async function gather(deps: CaseDeps, db: Db, file: CaseFile, now: Date): Promise<Gathered> {
  // One after the other: inside a transaction there is one connection.
  const alert = await readAlert(db, file.alertId);
  const clocks = await readClocks(db, file.id);
  const law = await deps.treaties.lawOf(db, file);
  const { documents, manifest } = await deps.caseFiles.factsOf(db, file.id);
  const received = await findReceipt(db, file.id);
  const status = alert && effectiveStatus({ ...alert, status: alert.status as AlertStatus }, now);
  const open = (kind: string) =>
    file.matters.filter((matter) => matter.kind === kind && matter.closedAt === null);
  const statuses = (kind: string) =>
    file.matters.filter((matter) => matter.kind === kind).map((matter) => matter.status);
  const purpose = file.purpose as Parameters<typeof checklistOf>[1]['purpose'];
  const facts: CaseFacts = {
    now,
    state: file.state,
    returnStates: file.returnStates as CaseState[],
    law,
    shared: file.sharedAt !== null,
    alertInForce: status === 'ACTIVE' || status === 'LOCATED',
    requestReceived: received !== null,
    custody: file.custody as CustodyState,
    wasArrested: file.custodyRecords.some(({ to }) => isHeld(to as CustodyState)),
    custodyDecided:
      received !== null &&
      file.custodyRecords.some(
        ({ side, at, to }) => side === 'RD' && (at >= received.occurredAt || isHeld(to as CustodyState)),
      ),
    deathConfirmed: file.custodyRecords.some(({ to, confirmedAt }) => to === 'DEAD' && confirmedAt !== null),
    checklist: checklistOf(law, { purpose, inAbsentia: file.inAbsentia }),
    documents,
    owed: file.owedDocuments as DocumentCode[],
    manifest,
    checks: file.refusalChecks as unknown as GroundCheck[],
    assurances: statuses('ASSURANCE'),
    transits: statuses('TRANSIT'),
    openImpediments: open('IMPEDIMENT').length,
    openWaivers: open('WAIVER').length,
    reschedules: file.reschedules,
    clocks: clocks.map(clockOf),
    agreements: open('AGREEMENT').map((matter) => ({
      verb: (matter.data as unknown as AgreementData).verb,
      side: matter.side as Side,
      by: matter.openedBy ?? '',
    })),
  };
  return { facts, clocks };
}
