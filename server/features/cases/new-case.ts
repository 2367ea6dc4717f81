// Writes a new case with its law, its offences and its first line of history.
import type { Actor } from '../../domain/access/actor.ts';
import type { CustodyState } from '../../domain/cases/vocabulary.ts';
import { calendarDateIn } from '../../domain/dates/zone.ts';
import { Problem } from '../../domain/errors.ts';
import { formatRegistryNumber } from '../../domain/persons/registry-number.ts';
import type { Tx } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { LawOfPair } from '../treaties/service.ts';
import { joinCompeting } from './competing-store.ts';
import type { CaseDraft } from './contract.ts';
import {
  type AlertForCase,
  addEvents,
  type CaseFile,
  insertCase,
  insertOffences,
  nextNumber,
  readFile,
} from './store.ts';

export const fault = (at: string, code: string): Problem => new Problem('validation-failed', [{ at, code }]);

export const onlyUncac = (offences: AlertForCase['offences']): boolean =>
  offences.length > 0 && offences.every(({ offenceCode }) => offenceCode.uncacArticles.length > 0);

export const isArrest = ({ type }: AlertForCase): boolean => type.startsWith('ARREST');

export async function insertNewCase(
  tx: Tx,
  actor: Actor,
  alert: AlertForCase,
  offences: AlertForCase['offences'],
  draft: Pick<CaseDraft, 'requestedState' | 'purpose' | 'inAbsentia' | 'language'> &
    Partial<Pick<CaseDraft, 'treaty' | 'ownReference'>>,
  lawOfPair: LawOfPair,
  extra: { custody: CustodyState; hitId: string | null; shared: boolean },
): Promise<CaseFile> {
  const { law, chain, zone } = lawOfPair;
  const { db, now } = tx;
  const id = newId();
  const year = Number(calendarDateIn(zone, now).slice(0, 4));
  const sequence = await nextNumber(db, `case:${year}`);
  const caseNumber = formatRegistryNumber({ state: 'EX', year, sequence });
  await insertCase(db, {
    id,
    caseNumber,
    rqReference: draft.ownReference ?? null,
    personId: alert.personId,
    alertId: alert.id,
    hitId: extra.hitId,
    requestingState: alert.ownerState,
    requestedState: draft.requestedState,
    rqAgencyId: alert.ownerAgencyId,
    purpose: draft.purpose,
    inAbsentia: draft.inAbsentia,
    language: draft.language,
    treatyCode: law.treaty.code,
    treatyVersion: law.treaty.version,
    nationalCode: law.national?.code ?? null,
    nationalVersion: law.national?.version ?? null,
    defaultsVersion: law.defaults.version,
    treatyChain: chain.map((link) => ({ ...link })),
    treatyOverride: draft.treaty?.reason ?? null,
    state: 'DRAFT',
    stateSince: now,
    returnStates: [],
    sharedAt: extra.shared ? now : null,
    custody: extra.custody,
    owedDocuments: [],
    createdBy: actor.id,
    createdAt: now,
    updatedAt: now,
  });
  await insertOffences(
    db,
    offences.map((offence, index) => ({
      id: newId(),
      caseId: id,
      alertOffenceId: offence.id,
      no: index + 1,
      state: offence.offenceCode.state,
      codeName: offence.offenceCode.codeName,
      article: offence.offenceCode.article,
      part: offence.offenceCode.part,
      titleOrig: offence.offenceCode.titleOrig,
      titleRu: offence.offenceCode.titleRu,
      titleEn: offence.offenceCode.titleEn,
      uncacArticles: offence.offenceCode.uncacArticles,
      maxPenaltyMonths: offence.offenceCode.maxPenaltyMonths ?? alert.maxPenaltyMonths,
      articleText: offence.articleText,
      grounds: [],
    })),
  );
  await addEvents(tx, id, [
    {
      kind: 'OPENED',
      side: actor.state === alert.ownerState ? 'RQ' : 'RD',
      visibleTo: extra.shared ? 'BOTH' : 'RQ',
      to: 'DRAFT',
      actorId: actor.kind === 'user' ? actor.id : null,
      role: actor.roles[0] ?? null,
      reason: draft.treaty?.reason ?? null,
      data: { treaty: law.treaty.code, treatyVersion: law.treaty.version },
    },
  ]);
  await joinCompeting(db, { id, personId: alert.personId, requestedState: draft.requestedState }, now);
  tx.audit({
    type: 'case.opened',
    data: { caseNumber, alertId: alert.id, treaty: law.treaty.code, fromHit: extra.hitId !== null },
    subject: { type: 'case', id },
  });
  const file = await readFile(db, id);
  if (!file) throw new Error('a new case is gone');
  return file;
}
