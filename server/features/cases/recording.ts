// Answers beside the steps: grounds of refusal, assurances, transit, agreements, references.
import type { Actor } from '../../domain/access/actor.ts';
import { GROUND_CODES, type GroundCode, type GroundForce, USUAL_FORCE } from '../../domain/cases/grounds.ts';
import type { CaseVerb } from '../../domain/cases/procedure.ts';
import type { CaseState, MatterKind, Visibility } from '../../domain/cases/vocabulary.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { CaseLaw } from '../../domain/treaties/profile.ts';
import type { Tx } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { CaseChange, GroundsBody, TransitBody } from './contract.ts';
import { type CaseDeps, sharedVisibility, sideOf, stateOfSide } from './parts.ts';
import { changer, receipt } from './receipts.ts';
import { addEvents, addMatter, type CaseFile, putChecks, updateCase, updateMatter } from './store.ts';
import { addTasks } from './tasks-store.ts';

/** The force of a ground in this case: the treaty's word, else the usual one. */
export const forceOf = ({ treaty }: CaseLaw, code: GroundCode): GroundForce =>
  treaty.grounds[code] ?? USUAL_FORCE[code];

const DECIDING: readonly CaseState[] = [
  'REQUEST_RECEIVED',
  'INFO_REQUESTED',
  'UNDER_REVIEW',
  'CONSENT_TRACK',
  'COURT_REVIEW',
  'APPEAL',
  'ON_HOLD',
  'GRANTED',
  'POSTPONED',
  'SURRENDER_SCHEDULED',
];

export function createCaseRecording(deps: CaseDeps) {
  const change = changer(deps);

  async function matter(
    tx: Tx,
    actor: Actor,
    file: CaseFile,
    kind: MatterKind,
    status: string,
    visibleTo: Visibility,
    data: object,
  ) {
    const matterId = newId();
    await addMatter(tx.db, {
      id: matterId,
      caseId: file.id,
      kind,
      status,
      side: sideOf(actor, file),
      visibleTo,
      data: { ...data },
      openedAt: tx.now,
      openedBy: actor.id,
    });
    await updateCase(tx.db, file, { updatedAt: tx.now });
    await addEvents(tx, file.id, [
      {
        kind,
        side: sideOf(actor, file),
        visibleTo,
        actorId: actor.id,
        role: actor.roles[0] ?? null,
        data: { matterId, status, ...data },
      },
    ]);
    tx.audit({
      type: 'case.matter',
      data: { kind, matterId, status },
      subject: { type: 'case', id: file.id },
    });
  }

  return {
    /** The requested side's work, which the other does not see. */
    answerGrounds: (actor: Actor, id: string, version: number, { checks }: GroundsBody) =>
      change(actor, id, version, async (tx, file) => {
        if (sideOf(actor, file) !== 'RD') throw new Problem('forbidden');
        if (!DECIDING.includes(file.state))
          throw new Problem('transition-not-allowed', [], { status: file.state });
        const law = await deps.treaties.lawOf(tx.db, file);
        await putChecks(
          tx.db,
          id,
          checks.map(({ code, answer, note }) => ({
            caseId: id,
            code,
            answer,
            note,
            force: forceOf(law, code),
            answeredBy: actor.id,
            answeredAt: tx.now,
          })),
        );
        await updateCase(tx.db, file, { updatedAt: tx.now });
        const codes = GROUND_CODES.filter((code) => checks.some((check) => check.code === code));
        await addEvents(tx, id, [
          {
            kind: 'GROUNDS',
            side: 'RD',
            visibleTo: 'RD',
            actorId: actor.id,
            role: actor.roles[0] ?? null,
            data: { answers: checks.map(({ code, answer }) => ({ code, answer })) },
          },
        ]);
        tx.audit({ type: 'case.grounds-answered', data: { codes }, subject: { type: 'case', id } });
        return receipt(file);
      }),

    askAssurance: (actor: Actor, id: string, version: number, body: { code: string; text: string }) =>
      change(actor, id, version, async (tx, file) => {
        if (sideOf(actor, file) !== 'RD') throw new Problem('forbidden');
        await matter(tx, actor, file, 'ASSURANCE', 'ASKED', 'BOTH', body);
        return receipt(file);
      }),

    askTransit: (actor: Actor, id: string, version: number, body: TransitBody) =>
      change(actor, id, version, async (tx, file) => {
        if (sideOf(actor, file) !== 'RQ') throw new Problem('forbidden');
        await matter(tx, actor, file, 'TRANSIT', 'ASKED', sharedVisibility(file), {
          ...body,
          from: body.from.toISOString(),
          until: body.until.toISOString(),
        });
        return receipt(file);
      }),

    /** An assurance is given by the requesting side, which also records what a transit state answered. */
    answerMatter: (
      actor: Actor,
      id: string,
      matterId: string,
      version: number,
      body: { status: string; text?: string | undefined },
    ) =>
      change(actor, id, version, async (tx, file) => {
        const row = file.matters.find(
          (candidate) =>
            candidate.id === matterId && (candidate.kind === 'ASSURANCE' || candidate.kind === 'TRANSIT'),
        );
        if (!row) throw notFound();
        if (body.status === 'WITHDRAWN' ? row.side !== sideOf(actor, file) : sideOf(actor, file) !== 'RQ')
          throw new Problem('forbidden');
        const possible =
          row.kind === 'ASSURANCE' ? ['GIVEN', 'REFUSED', 'WITHDRAWN'] : ['GRANTED', 'REFUSED', 'WITHDRAWN'];
        if (!possible.includes(body.status) || row.closedAt !== null)
          throw new Problem('transition-not-allowed', [], {
            status: row.status,
            allowed: row.closedAt === null ? possible : [],
          });
        await updateMatter(tx.db, matterId, {
          status: body.status,
          closedAt: tx.now,
          closedBy: actor.id,
          data: { ...(row.data as object), answer: body.text ?? null },
        });
        await updateCase(tx.db, file, { updatedAt: tx.now });
        await addEvents(tx, id, [
          {
            kind: row.kind,
            side: sideOf(actor, file),
            visibleTo: row.visibleTo as Visibility,
            actorId: actor.id,
            role: actor.roles[0] ?? null,
            data: { matterId, status: body.status },
          },
        ]);
        tx.audit({
          type: 'case.matter',
          data: { kind: row.kind, matterId, status: body.status },
          subject: { type: 'case', id },
        });
        return receipt(file);
      }),

    /** Half of what both sides do together; the other half is the step itself. */
    agree: (
      actor: Actor,
      id: string,
      version: number,
      { verb, note }: { verb: CaseVerb; note?: string | undefined },
    ) =>
      change(actor, id, version, async (tx, file) => {
        await matter(tx, actor, file, 'AGREEMENT', 'OPEN', verb === 'reopen' ? sideOf(actor, file) : 'BOTH', {
          verb,
          note: note ?? null,
        });
        const side = verb === 'reopen' ? sideOf(actor, file) : sideOf(actor, file) === 'RQ' ? 'RD' : 'RQ';
        await addTasks(
          tx.db,
          [
            {
              caseId: id,
              side,
              state: stateOfSide(file, side),
              kind: 'AGREEMENT_WAITS',
              key: `AGREEMENT:${verb}:${file.version}`,
              params: { verb },
            },
          ],
          tx.now,
        );
        tx.audit({ type: 'case.agreed', data: { verb }, subject: { type: 'case', id } });
        return receipt(file);
      }),

    changeCase: (actor: Actor, id: string, version: number, body: CaseChange) =>
      change(actor, id, version, async (tx, file) => {
        const side = sideOf(actor, file);
        const { ownReference, ...own } = body;
        if (Object.keys(own).length > 0 && side !== 'RQ') throw new Problem('forbidden');
        await updateCase(tx.db, file, {
          ...(ownReference !== undefined &&
            (side === 'RQ' ? { rqReference: ownReference } : { rdReference: ownReference })),
          ...(own.channel !== undefined && { channel: own.channel }),
          ...(own.language !== undefined && { language: own.language }),
          ...(own.confidentiality !== undefined && { confidentiality: own.confidentiality }),
          updatedAt: tx.now,
        });
        tx.audit({
          type: 'case.changed',
          data: { changed: Object.keys(body) },
          subject: { type: 'case', id },
        });
        return receipt(file);
      }),
  };
}
