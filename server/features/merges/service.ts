// Two records of one human being become one by the decision of two persons, and two again when it was a mistake.
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { actsForState, owns } from '../../domain/access/ownership.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { mergeRefusals, planMerge, planUnmerge, type UnmergeConflict } from '../../domain/persons/merge.ts';
import type { Sex } from '../../domain/persons/vocabulary.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import { personText } from '../../platform/i18n/persons.ts';
import { newId } from '../../platform/ids.ts';
import type { PersonAccess } from '../persons/service.ts';
import type { MergeBody, MergePage, MergeQuery, MergeReason, MergeView, UndoneAnswer } from './contract.ts';
import {
  changeNameTypes,
  findMerge,
  insertMerge,
  isKnownDifferent,
  isProposed,
  listMerges,
  lockMerge,
  lockPersons,
  type MergeRow,
  moveRows,
  ownerAudienceOf,
  readBoundRows,
  readMergedState,
  readMergeRecord,
  updateMerge,
} from './store.ts';

export interface MergeService {
  /** @throws Problem `not-found` for records that the actor may not see, `forbidden` where his side owns neither */
  propose(actor: Actor, body: MergeBody): Promise<MergeView>;
  /** @throws Problem `own-work` for the proposer, `forbidden` unless both owner states are on board */
  approve(actor: Actor, mergeId: string, version: number): Promise<MergeView>;
  reject(actor: Actor, mergeId: string, version: number, body: MergeReason): Promise<MergeView>;
  undo(actor: Actor, mergeId: string, version: number, body: MergeReason): Promise<UndoneAnswer>;
  getMerge(actor: Actor, mergeId: string): Promise<MergeView>;
  listMerges(actor: Actor, query: MergeQuery): Promise<MergePage>;
}

export interface MergeDeps {
  readonly database: Database;
  readonly persons: PersonAccess;
}

const position = z.tuple([z.uuid()]);

const sides = (merge: MergeRow) => [
  { state: merge.survivorState, agencyId: merge.survivorAgencyId },
  { state: merge.absorbedState, agencyId: merge.absorbedAgencyId },
];

const ownsOne = (actor: Actor, merge: MergeRow): boolean => sides(merge).some((side) => owns(actor, side));

function viewOf(merge: MergeRow, actor: Actor): MergeView {
  return {
    id: merge.id,
    version: merge.version,
    status: merge.status,
    survivor: {
      personId: merge.survivorId,
      registryNumber: merge.survivorNumber,
      sourceState: merge.survivorState,
    },
    absorbed: {
      personId: merge.absorbedId,
      registryNumber: merge.absorbedNumber,
      sourceState: merge.absorbedState,
    },
    reason: merge.reason,
    proposedByState: merge.proposedByState,
    proposedBy: merge.proposedByState === actor.state ? merge.proposedBy : null,
    proposedAt: merge.proposedAt.toISOString(),
    decidedAt: merge.decidedAt?.toISOString() ?? null,
    undoneAt: merge.undoneAt?.toISOString() ?? null,
  };
}

function leftOf(conflict: UnmergeConflict, actor: Actor): UndoneAnswer['left'][number] {
  const text = personText(actor.locale, conflict.code);
  if (conflict.code === 'FIELD_CHANGED')
    return { code: conflict.code, text, kind: 'person', id: conflict.field };
  const kind = conflict.code === 'NAME_TYPE_CHANGED' ? 'name' : conflict.kind;
  return { code: conflict.code, text, kind, id: conflict.id };
}

export function createMergeService({ database, persons }: MergeDeps): MergeService {
  /** A merge that is done has only the survivor left to be seen. */
  const personsOf = (merge: MergeRow): string[] =>
    merge.status === 'DONE' ? [merge.survivorId] : [merge.survivorId, merge.absorbedId];

  /** Whose record it is and who can see what it is about: for anybody else there is no merge. */
  async function seen(actor: Actor, merges: readonly MergeRow[]): Promise<MergeRow[]> {
    const own = merges.filter((merge) => ownsOne(actor, merge));
    const opened = await persons.openMany(actor, [...new Set(own.flatMap(personsOf))]);
    return own.filter((merge) => personsOf(merge).every((id) => opened.has(id)));
  }

  /** The merge and its two persons, held to the end of the transaction. */
  async function open(tx: Tx, actor: Actor, mergeId: string, version: number): Promise<MergeRow> {
    const merge = await lockMerge(tx, mergeId);
    if (!merge || !ownsOne(actor, merge)) throw notFound();
    await lockPersons(tx, [merge.survivorId, merge.absorbedId]);
    if (merge.version !== version) throw new Problem('version-mismatch');
    return merge;
  }

  function demandStatus(merge: MergeRow, status: MergeRow['status']): void {
    if (merge.status !== status) throw new Problem('transition-not-allowed', [], { status: merge.status });
  }

  const refuse = (codes: readonly string[]): void => {
    if (codes.length > 0)
      throw new Problem(
        'conflict',
        codes.map((code) => ({ at: '', code })),
      );
  };

  const reread = async (tx: Tx, actor: Actor, mergeId: string): Promise<MergeView> => {
    const merge = await lockMerge(tx, mergeId);
    if (!merge) throw new Error('a merge vanished while it was held');
    return viewOf(merge, actor);
  };

  async function carryOut(tx: Tx, actor: Actor, merge: MergeRow): Promise<void> {
    const { survivorId, absorbedId } = merge;
    const [survivor, absorbed] = [
      await readMergeRecord(tx, survivorId),
      await readMergeRecord(tx, absorbedId),
    ];
    refuse(
      mergeRefusals(survivor, absorbed, {
        proposedBy: merge.proposedBy,
        approvedBy: actor.id,
        knownDifferent: await isKnownDifferent(tx, survivorId, absorbedId),
      }),
    );
    const plan = planMerge(survivor, absorbed);
    await moveRows(tx, plan.moves, survivorId);
    await changeNameTypes(tx, plan.nameChanges);
    const sex = plan.personChanges.find(({ field }) => field === 'sex')?.to as Sex | undefined;
    await persons.close(tx, absorbedId, { mergedIntoId: survivorId });
    await persons.close(tx, survivorId, {
      ownerAudience: await ownerAudienceOf(tx, survivorId),
      ...(sex && { sex }),
    });
    await updateMerge(tx, merge.id, { status: 'DONE', plan, decidedBy: actor.id, decidedAt: tx.now });
  }

  async function takeApart(tx: Tx, actor: Actor, merge: MergeRow): Promise<readonly UnmergeConflict[]> {
    const { survivorId, absorbedId, plan } = merge;
    if (!plan) throw new Error('a merge that was carried out has its plan');
    const state = await readMergedState(tx, plan);
    if (state.persons.some(({ id, mergedIntoId }) => id === survivorId && mergedIntoId !== null))
      refuse(['MERGED_ON']);
    const { moves, nameChanges, personChanges, conflicts } = planUnmerge(plan, state);
    const alertIds = moves.filter(({ kind }) => kind === 'alert').map(({ id }) => id);
    // What was bound to an alert after the merge would be out of everybody's reach without it.
    await moveRows(tx, [...moves, ...(await readBoundRows(tx, survivorId, alertIds))], absorbedId);
    await changeNameTypes(tx, nameChanges);
    const sex = personChanges.find(({ field }) => field === 'sex')?.to as Sex | undefined;
    await persons.close(tx, absorbedId, { mergedIntoId: null });
    await persons.close(tx, survivorId, {
      ownerAudience: await ownerAudienceOf(tx, survivorId),
      ...(sex && { sex }),
    });
    await updateMerge(tx, merge.id, { status: 'UNDONE', undoneBy: actor.id, undoneAt: tx.now });
    return conflicts;
  }

  return {
    propose: (actor, { survivorId, absorbedId, reason }) =>
      database.transaction(actor, async (tx) => {
        if (survivorId === absorbedId)
          throw new Problem('validation-failed', [{ at: '/absorbedId', code: 'SAME_RECORD' }]);
        await lockPersons(tx, [survivorId, absorbedId]);
        const survivor = await persons.openForChange(tx, actor, survivorId, null);
        const absorbed = await persons.openForChange(tx, actor, absorbedId, null);
        if (!survivor.own && !absorbed.own) throw new Problem('forbidden');
        const refusals = mergeRefusals(
          await readMergeRecord(tx, survivorId),
          await readMergeRecord(tx, absorbedId),
          {
            proposedBy: actor.id,
            approvedBy: '',
            knownDifferent: await isKnownDifferent(tx, survivorId, absorbedId),
          },
        );
        refuse([...refusals, ...((await isProposed(tx, survivorId, absorbedId)) ? ['MERGE_PENDING'] : [])]);
        const id = newId(tx.now.getTime());
        await insertMerge(tx, {
          id,
          survivorId,
          absorbedId,
          status: 'PROPOSED',
          reason,
          proposedBy: actor.id,
          proposedAt: tx.now,
        });
        tx.audit({
          type: 'merge.proposed',
          data: { mergeId: id, absorbedId },
          subject: { type: 'person', id: survivorId },
          secret: reason,
        });
        return reread(tx, actor, id);
      }),

    approve: (actor, mergeId, version) =>
      database.transaction(actor, async (tx) => {
        const merge = await open(tx, actor, mergeId, version);
        const { survivorId, absorbedId } = merge;
        await persons.openForChange(tx, actor, survivorId, null);
        if (merge.status === 'PROPOSED') await persons.openForChange(tx, actor, absorbedId, null);
        demandStatus(merge, 'PROPOSED');
        if (merge.proposedBy === actor.id) throw new Problem('own-work');
        // The proposer spoke for his state; each other owner has to be the one who approves.
        const others = sides(merge).filter(({ state }) => state !== merge.proposedByState);
        if (!others.every((side) => owns(actor, side))) throw new Problem('forbidden');
        await carryOut(tx, actor, merge);
        tx.audit({
          type: 'merge.decided',
          data: { mergeId, absorbedId, approved: true },
          subject: { type: 'person', id: survivorId },
        });
        return reread(tx, actor, mergeId);
      }),

    reject: (actor, mergeId, version, { reason }) =>
      database.transaction(actor, async (tx) => {
        const merge = await open(tx, actor, mergeId, version);
        demandStatus(merge, 'PROPOSED');
        if (merge.proposedBy === actor.id) throw new Problem('own-work');
        await updateMerge(tx, mergeId, { status: 'REJECTED', decidedBy: actor.id, decidedAt: tx.now });
        tx.audit({
          type: 'merge.decided',
          data: { mergeId, absorbedId: merge.absorbedId, approved: false },
          subject: { type: 'person', id: merge.survivorId },
          secret: reason,
        });
        return reread(tx, actor, mergeId);
      }),

    undo: (actor, mergeId, version, { reason }) =>
      database.transaction(actor, async (tx) => {
        const merge = await open(tx, actor, mergeId, version);
        demandStatus(merge, 'DONE');
        const conflicts = await takeApart(tx, actor, merge);
        tx.audit({
          type: 'merge.undone',
          data: { mergeId, absorbedId: merge.absorbedId },
          subject: { type: 'person', id: merge.survivorId },
          secret: reason,
        });
        const left = conflicts.map((conflict) => leftOf(conflict, actor));
        return { ...(await reread(tx, actor, mergeId)), left };
      }),

    async getMerge(actor, mergeId) {
      const merge = await findMerge(database, mergeId);
      const [visible] = merge ? await seen(actor, [merge]) : [];
      if (!visible) throw notFound();
      await database.record(actor, {
        type: 'merge.viewed',
        data: {},
        subject: { type: 'merge', id: mergeId },
      });
      return viewOf(visible, actor);
    },

    async listMerges(actor, { limit, cursor, status, personId }) {
      const rows = await listMerges(database, {
        status: status ?? null,
        personId: personId ?? null,
        after: cursor === undefined ? null : decodeCursor(cursor, position)[0],
        state: actor.state ?? '',
        agencyId: actsForState(actor) ? null : actor.agencyId,
        limit: limit + 1,
      });
      const page = toPage(rows, limit, ({ id }) => [id]);
      const items = (await seen(actor, page.items)).map((merge) => viewOf(merge, actor));
      await database.record(actor, { type: 'merge.listed', data: { count: items.length } });
      return { items, nextCursor: page.nextCursor };
    },
  };
}
