// Where the person is, as facts beside the steps: recorded by the side that has him, death confirmed by the other.
import type { Actor } from '../../domain/access/actor.ts';
import { creditDays, custodyEvents, mayRecord } from '../../domain/cases/custody.ts';
import type { CustodyState } from '../../domain/cases/vocabulary.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { newId } from '../../platform/ids.ts';
import { ring } from './clockwork.ts';
import type { CustodyBody } from './contract.ts';
import { gather } from './facts.ts';
import { type CaseDeps, sharedVisibility, sideOf } from './parts.ts';
import { changer, receipt } from './receipts.ts';
import { addCustody, addEvents, type CaseFile, confirmCustody, updateCase } from './store.ts';

export function createCustodyFacts(deps: CaseDeps) {
  const change = changer(deps);
  return {
    /** Custody as it was when it changed; clocks start and stop at that instant. */
    recordCustody: (actor: Actor, id: string, version: number, body: CustodyBody) =>
      change(actor, id, version, async (tx, file) => {
        if (body.at > tx.now) throw new Problem('validation-failed', [{ at: '/at', code: 'day-in-future' }]);
        const last = file.custodyRecords.at(-1);
        if (last && body.at < last.at)
          throw new Problem('validation-failed', [{ at: '/at', code: 'before-last-step' }]);
        const gathered = await gather(deps, tx.db, file, tx.now);
        const [from, side] = [file.custody as CustodyState, sideOf(actor, file)];
        const { requestReceived } = gathered.facts;
        if (!mayRecord({ state: file.state, requestReceived, side, from, to: body.to }))
          throw new Problem('transition-not-allowed', [{ at: '/to', code: 'custody-not-possible' }], {
            status: file.state,
          });
        // Death counts when both sides have said so; until then it is a report.
        const custody = body.to === 'DEAD' ? from : body.to;
        await updateCase(tx.db, file, { custody, updatedAt: tx.now });
        await addCustody(tx.db, {
          id: newId(),
          caseId: id,
          from,
          to: body.to,
          at: body.at,
          facility: body.facility ?? null,
          legalAct: body.legalAct ?? null,
          basis: body.basis ?? null,
          actedBy: body.actedBy,
          side,
          recordedBy: actor.id,
          recordedAt: tx.now,
        });
        if (custody !== from || body.to === from)
          await ring(
            deps,
            tx,
            file,
            gathered,
            { names: custodyEvents(from, custody, requestReceived), at: body.at, reason: body.basis ?? null },
            actor.id,
          );
        await addEvents(tx, id, [
          {
            kind: 'CUSTODY',
            side,
            visibleTo: sharedVisibility(file),
            occurredAt: body.at,
            actorId: actor.id,
            role: actor.roles[0] ?? null,
            actedBy: body.actedBy,
            legalRef: body.legalAct ?? null,
            data: { from, to: body.to, facility: body.facility ?? null },
          },
        ]);
        if (body.to === 'ESCAPED')
          await deps.alerts.followCase(
            tx,
            actor,
            file.alertId,
            'relocate',
            `escaped, case ${file.caseNumber}`,
          );
        tx.audit({ type: 'case.custody', data: { from, to: body.to }, subject: { type: 'case', id } });
        return receipt(file, custody);
      }),

    confirmDeath: (actor: Actor, id: string, recordId: string, version: number) =>
      change(actor, id, version, async (tx, file) => {
        const record = file.custodyRecords.find((row) => row.id === recordId && row.to === 'DEAD');
        if (!record) throw notFound();
        if (record.side === sideOf(actor, file)) throw new Problem('own-work');
        const gathered = await gather(deps, tx.db, file, tx.now);
        await confirmCustody(tx.db, recordId, actor.id, tx.now);
        await updateCase(tx.db, file, { custody: 'DEAD', updatedAt: tx.now });
        const names = custodyEvents(file.custody as CustodyState, 'DEAD', gathered.facts.requestReceived);
        await ring(deps, tx, file, gathered, { names, at: record.at }, actor.id);
        await addEvents(tx, id, [
          {
            kind: 'DEATH_CONFIRMED',
            side: sideOf(actor, file),
            visibleTo: 'BOTH',
            occurredAt: record.at,
            actorId: actor.id,
            role: actor.roles[0] ?? null,
          },
        ]);
        tx.audit({ type: 'case.death-confirmed', data: { recordId }, subject: { type: 'case', id } });
        return receipt(file, 'DEAD');
      }),
  };
}

/** Days that count towards a sentence, so far. */
export const creditOf = (file: Pick<CaseFile, 'custodyRecords'>, now: Date, zone: string): number =>
  creditDays(
    file.custodyRecords
      .filter(({ to, confirmedAt }) => to !== 'DEAD' || confirmedAt !== null)
      .map(({ to, at }) => ({ to: to as CustodyState, at })),
    now,
    zone,
  );
