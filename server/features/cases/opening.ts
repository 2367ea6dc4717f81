// The beginning of a case as a draft of the requesting side.
import type { Actor } from '../../domain/access/actor.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import { owns } from '../../domain/access/ownership.ts';
import { isLive } from '../../domain/alerts/effective-status.ts';
import type { AlertStatus } from '../../domain/alerts/vocabulary.ts';
import type { CaseState } from '../../domain/cases/vocabulary.ts';
import { notFound } from '../../domain/errors.ts';
import type { CaseDraft } from './contract.ts';
import { fault, insertNewCase, isArrest, onlyUncac } from './new-case.ts';
import type { CaseDeps } from './parts.ts';
import { findOpenCases, readAlert } from './store.ts';

export function createCaseOpening(deps: CaseDeps) {
  return {
    async createCase(
      actor: Actor,
      draft: CaseDraft,
    ): Promise<{ id: string; caseNumber: string; version: number; state: CaseState }> {
      return deps.database.transaction(actor, async (tx) => {
        const alert = await readAlert(tx.db, draft.alertId);
        const mine = alert && owns(actor, { state: alert.ownerState, agencyId: alert.ownerAgencyId });
        if (!alert || !mine || readerTokens(actor).length === 0) throw notFound();
        if (!isArrest(alert)) throw fault('/alertId', 'not-an-arrest-alert');
        if (!isLive({ ...alert, status: alert.status as AlertStatus }, tx.now))
          throw fault('/alertId', 'alert-not-in-force');
        if (draft.requestedState === alert.ownerState) throw fault('/requestedState', 'own-state');
        const offences = alert.offences.filter(({ id }) => draft.offenceIds.includes(id));
        if (offences.length !== new Set(draft.offenceIds).size)
          throw fault('/offenceIds', 'not-of-this-alert');
        if ((await findOpenCases(tx.db, alert.id, draft.requestedState)).length > 0)
          throw fault('/alertId', 'case-open-already');
        const pair = {
          requesting: alert.ownerState,
          requested: draft.requestedState,
          onlyUncacOffences: onlyUncac(offences),
        };
        const law = await deps.treaties.lawOfPair(tx.db, pair, tx.now, draft.treaty?.code ?? null);
        const custody = draft.located ? 'LOCATED' : 'AT_LARGE';
        const file = await insertNewCase(tx, actor, alert, offences, draft, law, {
          custody,
          hitId: null,
          shared: false,
        });
        return { id: file.id, caseNumber: file.caseNumber, version: file.version, state: 'DRAFT' as const };
      });
    },
  };
}
