// A confirmed hit opens a case or is linked to the one that is open; an arrest starts the clocks at its own instant.
import type { Actor } from '../../domain/access/actor.ts';
import { custodyEvents, isHeld } from '../../domain/cases/custody.ts';
import type { CaseState, CustodyState } from '../../domain/cases/vocabulary.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { Tx } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { ring } from './clockwork.ts';
import { gather } from './facts.ts';
import { fault, insertNewCase, isArrest, onlyUncac } from './new-case.ts';
import type { CaseDeps } from './parts.ts';
import {
  addCustody,
  addEvents,
  type CaseFile,
  findOpenCases,
  lockCase,
  readAlert,
  readFile,
  updateCase,
} from './store.ts';
import { addTasks } from './tasks-store.ts';

/** What the border knows when a hit is confirmed. */
export interface ConfirmedHit {
  readonly hitId: string;
  readonly alertId: string;
  /** The state in which the person was found. */
  readonly requestedState: string;
  /** Null: found, but not arrested. */
  readonly arrest: { readonly at: Date; readonly actedBy: string; readonly facility: string | null } | null;
}

export interface OpenedCase {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly state: CaseState;
  /** False: the hit was linked to a case that was there. */
  readonly created: boolean;
}

/** An arrest is a fact before its papers are written: they are owed, and the review does not open without them. */
const OWED_AFTER_ARREST = ['D03', 'D04', 'D05'];
const ARRESTED_AT: Partial<Record<CaseState, CaseState>> = {
  DRAFT: 'PROV_ARRESTED',
  PA_REQUESTED: 'PROV_ARRESTED',
  LAPSED: 'PROV_ARRESTED',
};

export function createHitOpening(deps: CaseDeps) {
  async function arrestFromHit(
    tx: Tx,
    actor: Actor,
    file: CaseFile,
    { hitId, arrest }: ConfirmedHit,
  ): Promise<CaseState> {
    const to = arrest ? (ARRESTED_AT[file.state] ?? file.state) : file.state;
    const custody: CustodyState = arrest
      ? 'DETAINED_SHORT'
      : file.custody === 'AT_LARGE'
        ? 'LOCATED'
        : (file.custody as CustodyState);
    const at = arrest?.at ?? tx.now;
    const gathered = await gather(deps, tx.db, file, tx.now);
    const isNewArrest = arrest !== null && !isHeld(file.custody as CustodyState);
    await updateCase(tx.db, file, {
      hitId,
      state: to,
      ...(to !== file.state && { stateSince: at, returnStates: [] }),
      sharedAt: file.sharedAt ?? tx.now,
      ...((isNewArrest || !arrest) && { custody }),
      ...(isNewArrest && { owedDocuments: OWED_AFTER_ARREST }),
      updatedAt: tx.now,
    });
    const actedBy = arrest?.actedBy ?? 'border';
    if (isNewArrest || custody !== file.custody)
      await addCustody(tx.db, {
        id: newId(),
        caseId: file.id,
        from: file.custody,
        to: custody,
        at,
        facility: arrest?.facility ?? null,
        actedBy,
        side: 'RD',
        recordedBy: actor.kind === 'user' ? actor.id : null,
        recordedAt: tx.now,
        basis: `hit ${hitId}`,
      });
    if (isNewArrest) {
      const names = custodyEvents(file.custody as CustodyState, custody, gathered.facts.requestReceived);
      await ring(
        deps,
        tx,
        file,
        gathered,
        { names, at, reason: null },
        actor.kind === 'user' ? actor.id : null,
      );
    }
    await addEvents(tx, file.id, [
      {
        kind: 'HIT',
        verb: arrest ? 'record-arrest' : null,
        side: 'RD',
        visibleTo: 'BOTH',
        from: file.state,
        to,
        occurredAt: at,
        actorId: actor.kind === 'user' ? actor.id : null,
        role: actor.roles[0] ?? null,
        actedBy,
        data: { hitId, owed: isNewArrest ? OWED_AFTER_ARREST : [] },
      },
    ]);
    const key = `HIT:${hitId}`;
    const params = { hitId };
    await addTasks(
      tx.db,
      [
        {
          caseId: file.id,
          side: 'RQ',
          state: file.requestingState,
          kind: arrest ? 'PERSON_ARRESTED' : 'PERSON_FOUND',
          key,
          params,
          urgent: true,
        },
        ...(isNewArrest
          ? ([
              {
                caseId: file.id,
                side: 'RD',
                state: file.requestedState,
                kind: 'PAPERS_OWED',
                key,
                params: { documents: OWED_AFTER_ARREST },
                urgent: true,
              },
            ] as const)
          : []),
      ],
      tx.now,
    );
    await deps.alerts.followCase(tx, actor, file.alertId, 'locate', `case ${file.caseNumber}`);
    return to;
  }

  /**
   * Opens a case for a confirmed hit, or links it to the one that is open between the two states; an arrest puts it
   * into PROV_ARRESTED, and the clocks start at the instant of the arrest. To be called in the transaction of the hit.
   */
  async function openFromHit(tx: Tx, actor: Actor, hit: ConfirmedHit): Promise<OpenedCase> {
    const alert = await readAlert(tx.db, hit.alertId);
    if (!alert || !isArrest(alert)) throw fault('/alertId', 'not-an-arrest-alert');
    if (hit.requestedState === alert.ownerState) throw fault('/requestedState', 'own-state');
    const [open] = await findOpenCases(tx.db, alert.id, hit.requestedState);
    if (open) await lockCase(tx.db, open.id);
    const found = open && (await readFile(tx.db, open.id));
    const pair = {
      requesting: alert.ownerState,
      requested: hit.requestedState,
      onlyUncacOffences: onlyUncac(alert.offences),
    };
    const file =
      found ??
      (await insertNewCase(
        tx,
        actor,
        alert,
        alert.offences,
        {
          requestedState: hit.requestedState,
          purpose: alert.type === 'ARREST_SENTENCE' ? 'SENTENCE' : 'PROSECUTION',
          inAbsentia: false,
          language: 'ru',
        },
        await deps.treaties.lawOfPair(tx.db, pair, hit.arrest?.at ?? tx.now),
        { custody: 'AT_LARGE', hitId: hit.hitId, shared: true },
      ));
    const state = await arrestFromHit(tx, actor, file, hit);
    tx.audit({
      type: 'case.hit-linked',
      data: { hitId: hit.hitId, state },
      subject: { type: 'case', id: file.id },
    });
    return {
      caseId: file.id,
      caseNumber: file.caseNumber,
      state,
      created: found === undefined || found === null,
    };
  }

  return {
    openFromHit,

    /** One step from the hit to its case, for the state in which the person was found. */
    async openHitCase(actor: Actor, hitId: string): Promise<OpenedCase> {
      return deps.database.transaction(actor, async (tx) => {
        const hit = await deps.hits.confirmedFacts(tx, hitId);
        if (!hit || hit.requestedState !== actor.state) throw notFound();
        if (hit.caseId !== null) throw new Problem('conflict', [{ at: '/hitId', code: 'case-open-already' }]);
        const { arrestedAt, place, custodyFacility } = hit;
        const arrest = arrestedAt && {
          at: arrestedAt,
          actedBy: place ?? hit.requestedState,
          facility: custodyFacility,
        };
        const opened = await openFromHit(tx, actor, { ...hit, arrest });
        await deps.hits.linkCase(tx, hitId, opened.caseId);
        return opened;
      });
    },
  };
}
