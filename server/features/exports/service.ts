// Exports: asked for with a reason, approved by two others where they are large, taken while they last, kept in a register.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Actor, may, systemActor } from '../../domain/access/actor.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import {
  approvalsNeeded,
  decisionFault,
  type ExportStatus,
  MOST_PERSONS,
  statusAfter,
} from '../../domain/exports/approval.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import { FileReply } from '../../platform/http/route.ts';
import { newId } from '../../platform/ids.ts';
import type { DisclosureLedger } from '../disclosures/service.ts';
import type { OpenPerson, PersonService } from '../persons/service.ts';
import { exportFile, type Mark } from './content.ts';
import type { DecisionBody, ExportBody, ExportPage, ExportQuery, ExportView, Selection } from './contract.ts';
import { createExportStore, type ExportRow } from './store.ts';

export interface ExportService {
  /** @throws Problem `validation-failed` when nobody is meant, or too many are */
  request(actor: Actor, body: ExportBody): Promise<ExportView>;
  list(actor: Actor, query: ExportQuery): Promise<ExportPage>;
  get(actor: Actor, id: string): Promise<ExportView>;
  /** @throws Problem `own-work` for who asked, `conflict` for who has decided */
  decide(actor: Actor, id: string, body: DecisionBody): Promise<ExportView>;
  /** @throws Problem `forbidden` for others than who asked, `transition-not-allowed` when it is not ready or over */
  take(actor: Actor, id: string): Promise<FileReply>;
  expire(): Promise<number>;
}

export interface ExportParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly persons: Pick<PersonService, 'openMany'>;
  readonly disclosures: Pick<DisclosureLedger, 'note'>;
}

const place = z.tuple([z.uuid()]);
const HOUR_MS = 3_600_000;
/** For those who approve. */
const WAITS_MS = 7 * 24 * HOUR_MS;
/** For who asked, from the moment on at which he may take it. */
const LASTS_MS = 72 * HOUR_MS;
const AT_ONCE = 200;

const subjectOf = (id: string) => ({ type: 'export' as const, id });

/** By the clock, whether the worker has written it or not. */
const statusOf = (row: ExportRow, now: Date): ExportStatus =>
  row.expiresAt <= now && (row.status === 'REQUESTED' || row.status === 'READY')
    ? 'EXPIRED'
    : (row.status as ExportStatus);

/** Ids are in a table of their own; here is what people chose by. */
const keptSelection = ({ personIds, ...rest }: Selection) => ({
  ...rest,
  persons: personIds?.length ?? null,
});

export function createExportService({ database, clock, persons, disclosures }: ExportParts): ExportService {
  const store = createExportStore(database);

  function stateOf({ state }: Actor): string {
    if (state === null) throw new Problem('forbidden');
    return state;
  }

  async function own(actor: Actor, id: string): Promise<ExportRow> {
    const row = await store.find(id, stateOf(actor));
    if (!row) throw notFound();
    return row;
  }

  async function viewsOf(actor: Actor, rows: readonly ExportRow[]): Promise<ExportView[]> {
    const now = clock.now();
    const names = await store.namesOf(
      rows.flatMap(({ requestedBy, decisions, downloads }) => [
        requestedBy,
        ...decisions.map(({ decidedBy }) => decidedBy),
        ...downloads.map(({ takenBy }) => takenBy),
      ]),
    );
    const nameOf = (id: string) => names.get(id) ?? id;
    return rows.map((row) => {
      const status = statusOf(row, now);
      const chosen = row.selection as Partial<ReturnType<typeof keptSelection>>;
      return {
        ...{
          id: row.id,
          number: row.number,
          status,
          reason: row.reason,
          count: row.count,
          version: row.version,
        },
        format: row.format as ExportView['format'],
        selection: {
          persons: chosen.persons ?? null,
          ownState: chosen.ownState ?? false,
          alertType: chosen.alertType ?? null,
          recordedFrom: chosen.recordedFrom ?? null,
          recordedTo: chosen.recordedTo ?? null,
        },
        purpose: { code: row.purposeCode, reference: row.purposeRef },
        approvals: { needed: row.needed, given: row.decisions.filter(({ approved }) => approved).length },
        requestedBy: nameOf(row.requestedBy),
        requestedAt: row.requestedAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
        decisions: row.decisions.map(({ approved, decidedBy, decidedAt, note }) => ({
          ...{ approved, note },
          by: nameOf(decidedBy),
          at: decidedAt.toISOString(),
        })),
        downloads: row.downloads.map(({ takenBy, takenAt, persons: count, sha256 }) => ({
          ...{ sha256, persons: count },
          by: nameOf(takenBy),
          at: takenAt.toISOString(),
        })),
        mayDecide:
          status === 'REQUESTED' &&
          may(actor, 'export.approve') &&
          decisionFault(actor.id, row.requestedBy, row.decisions) === null,
        mayTake: status === 'READY' && actor.id === row.requestedBy && may(actor, 'export.request'),
      };
    });
  }

  async function viewOf(actor: Actor, id: string): Promise<ExportView> {
    const [view] = await viewsOf(actor, [await own(actor, id)]);
    if (!view) throw notFound();
    return view;
  }

  /** Each of them is in the ledger before a byte is given out. */
  async function openAll(actor: Actor, ids: readonly string[]): Promise<OpenPerson[]> {
    const people: OpenPerson[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const opened = await persons.openMany(actor, ids.slice(from, from + AT_ONCE));
      const some = [...opened.values()].filter(({ row }) => row.mergedIntoId === null);
      await disclosures.note(
        actor,
        'FILE',
        some.map(({ row, alerts }) => ({
          personId: row.id,
          alertIds: alerts.map(({ id }) => id),
          ownerStates: [...new Set([row.sourceState, ...alerts.map(({ ownerState }) => ownerState)])],
        })),
      );
      people.push(...some);
    }
    return people;
  }

  return {
    async request(actor, { format, selection, reason }) {
      const { agencyId, purpose } = actor;
      const state = stateOf(actor);
      if (agencyId === null || purpose === null) throw new Problem('forbidden');
      const reader = { tokens: readerTokens(actor), state, now: clock.now() };
      const ids = await store.choose(selection, reader, MOST_PERSONS + 1);
      if (ids.length === 0)
        throw new Problem('validation-failed', [{ at: '/selection', code: 'export-empty' }]);
      if (ids.length > MOST_PERSONS)
        throw new Problem('validation-failed', [
          { at: '/selection', code: 'export-too-many', params: { maximum: MOST_PERSONS } },
        ]);
      const needed = approvalsNeeded(ids.length);
      const status = statusAfter(needed, []);
      // The result of a repeatable request is kept, and kept is only what says nothing.
      const { id } = await database.transaction(actor, async (tx) => {
        const newborn = newId(tx.now.getTime());
        const year = tx.now.getUTCFullYear();
        const sequence = await store.nextNumber(tx, `export:${state}:${year}`);
        const row = {
          ...{ id: newborn, agencyId, state, format, reason, needed, status, count: ids.length },
          number: `EXP-${state}-${year}-${String(sequence).padStart(6, '0')}`,
          selection: keptSelection(selection),
          purposeCode: purpose.code,
          purposeRef: purpose.reference,
          requestedBy: actor.id,
          requestedAt: tx.now,
          expiresAt: new Date(tx.now.getTime() + (status === 'READY' ? LASTS_MS : WAITS_MS)),
        };
        await store.insert(tx, row, ids);
        tx.audit({
          type: 'export.requested',
          data: { format, persons: ids.length, needed },
          subject: subjectOf(newborn),
          secret: reason,
        });
        return { id: newborn };
      });
      return viewOf(actor, id);
    },

    async list(actor, { limit, cursor, status, personId }) {
      const after = cursor === undefined ? undefined : decodeCursor(cursor, place)[0];
      const rows = await store.list(stateOf(actor), { status, personId, after, limit: limit + 1 });
      const page = toPage(rows, limit, ({ id }) => [id]);
      await database.record(actor, { type: 'export.listed', data: { count: page.items.length } });
      return { items: await viewsOf(actor, page.items), nextCursor: page.nextCursor };
    },

    async get(actor, id) {
      const view = await viewOf(actor, id);
      await database.record(actor, { type: 'export.viewed', data: {}, subject: subjectOf(id) });
      return view;
    },

    async decide(actor, id, { approved, note }) {
      await own(actor, id);
      await database.transaction(actor, async (tx) => {
        const row = await store.lock(tx, id);
        if (!row) throw notFound();
        const status = statusOf(row, tx.now);
        if (status !== 'REQUESTED') throw new Problem('transition-not-allowed', [], { status, allowed: [] });
        const fault = decisionFault(actor.id, row.requestedBy, row.decisions);
        if (fault === 'own-work') throw new Problem('own-work');
        if (fault) throw new Problem('conflict', [{ at: '', code: 'export-decided-already' }]);
        const decision = { approved, decidedBy: actor.id };
        await store.addDecision(tx, {
          ...{
            ...decision,
            id: newId(tx.now.getTime()),
            exportId: id,
            note: note ?? null,
            decidedAt: tx.now,
          },
        });
        const next = statusAfter(row.needed, [...row.decisions, decision]);
        await store.update(tx, id, {
          status: next,
          ...(next === 'READY' && { expiresAt: new Date(tx.now.getTime() + LASTS_MS) }),
        });
        tx.audit({
          type: 'export.decided',
          data: { approved, status: next },
          subject: subjectOf(id),
          ...(note !== undefined && { secret: note }),
        });
      });
      return viewOf(actor, id);
    },

    async take(actor, id) {
      const row = await own(actor, id);
      if (actor.id !== row.requestedBy) throw new Problem('forbidden');
      const now = clock.now();
      const status = statusOf(row, now);
      if (status !== 'READY') throw new Problem('transition-not-allowed', [], { status, allowed: [] });
      const people = await openAll(actor, await store.personsOf(id));
      const names = await store.namesOf([actor.id, ...row.decisions.map(({ decidedBy }) => decidedBy)]);
      const mark: Mark = {
        number: row.number,
        takenBy: names.get(actor.id) ?? actor.id,
        takenAt: now.toISOString(),
        purpose: `${row.purposeCode} ${row.purposeRef}`,
        reason: row.reason,
        approvedBy: row.decisions.map(({ decidedBy }) => names.get(decidedBy) ?? decidedBy),
      };
      const { mediaType, fileName, bytes } = await exportFile(row, people, actor, mark, now);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await database.transaction(actor, async (tx) => {
        await store.addDownload(tx, {
          ...{ id: newId(tx.now.getTime()), exportId: id, sha256, persons: people.length },
          ...{ takenBy: actor.id, takenAt: tx.now },
        });
        tx.audit({ type: 'export.taken', data: { persons: people.length, sha256 }, subject: subjectOf(id) });
      });
      return new FileReply(mediaType, bytes, fileName);
    },

    async expire() {
      const over = await store.over(clock.now());
      for (const { id } of over)
        await database.transaction(systemActor('worker:expire-exports', newId()), async (tx) => {
          await store.update(tx, id, { status: 'EXPIRED' });
          tx.audit({ type: 'export.expired', data: {}, subject: subjectOf(id) });
        });
      return over.length;
    },
  };
}
