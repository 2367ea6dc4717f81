// Requests for legal assistance from one state to another, each side taking its own steps.
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { formatAlertNumber } from '../../domain/alerts/alert-number.ts';
import { type AssistanceState, possibleSteps } from '../../domain/assistance/life-cycle.ts';
import { calendarDateIn, endOfDay } from '../../domain/dates/zone.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import { dateOf } from '../../platform/database/calendar-day.ts';
import type { Database } from '../../platform/database/database.ts';
import { nextNumber } from '../../platform/database/number-series.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import { newId } from '../../platform/ids.ts';
import type { ReferenceService } from '../reference/service.ts';
import type {
  AssistanceChange,
  AssistancePage,
  AssistanceQuery,
  AssistanceStep,
  AssistanceView,
  NewAssistance,
} from './contract.ts';
import {
  type AssistanceRow,
  type Db,
  findRequest,
  insertRequest,
  insertStep,
  listRequests,
  updateRequest,
} from './store.ts';
import { lineOf, sidesOf, viewOf } from './view.ts';

export interface AssistanceService {
  create(actor: Actor, body: NewAssistance): Promise<AssistanceView>;
  /** @throws Problem `transition-not-allowed` once it is sent: what the other side has read is not rewritten */
  change(actor: Actor, id: string, version: number, change: AssistanceChange): Promise<AssistanceView>;
  /** @throws Problem `transition-not-allowed` with the steps that are possible, `validation-failed` for what it lacks */
  takeStep(actor: Actor, id: string, version: number, step: AssistanceStep): Promise<AssistanceView>;
  view(actor: Actor, id: string): Promise<AssistanceView>;
  list(actor: Actor, query: AssistanceQuery): Promise<AssistancePage>;
  /** Whether the actor may know of the request. */
  exists(actor: Actor, id: string): Promise<boolean>;
}

export interface AssistanceDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly reference: Pick<ReferenceService, 'zoneOf' | 'countries'>;
  /** Whether the actor may link an asset case. */
  readonly assetCaseExists: (actor: Actor, id: string) => Promise<boolean>;
  /** Whether the actor may know of an extradition case. */
  readonly caseExists: (actor: Actor, id: string) => Promise<boolean>;
}

export function createAssistanceService(deps: AssistanceDeps): AssistanceService {
  const { database, clock, reference, assetCaseExists, caseExists } = deps;
  const reading = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error) => Promise.reject(asProblem(error)));

  async function countryOf(state: string) {
    const { items } = await reference.countries();
    return items.find(({ alpha3 }) => alpha3 === state);
  }

  async function open(db: Db, actor: Actor, id: string): Promise<AssistanceRow> {
    const row = await findRequest(db, actor, id);
    if (!row) throw notFound();
    return row;
  }

  async function shown(db: Db, actor: Actor, id: string, now: Date): Promise<AssistanceView> {
    const row = await open(db, actor, id);
    return viewOf(row, actor, now, (await countryOf(row.requestedState))?.member ?? false);
  }

  /** A day ends where it is counted: in the asked state, else in the own one. */
  async function dueColumns(ownerState: string, requestedState: string, dueOn: string | null | undefined) {
    if (dueOn === undefined) return {};
    const zone = (await countryOf(requestedState))?.timeZone ?? (await reference.zoneOf(ownerState));
    return { dueOn: dateOf(dueOn), dueAt: dueOn === null ? null : endOfDay(dueOn, zone) };
  }

  async function demandLinks(
    actor: Actor,
    { assetCaseId, extraditionCaseId }: AssistanceChange,
  ): Promise<void> {
    if (assetCaseId && !(await assetCaseExists(actor, assetCaseId)))
      throw new Problem('validation-failed', [{ at: '/assetCaseId', code: 'unknown-asset-case' }]);
    if (extraditionCaseId && !(await caseExists(actor, extraditionCaseId)))
      throw new Problem('validation-failed', [
        { at: '/extraditionCaseId', code: 'unknown-extradition-case' },
      ]);
  }

  return {
    async create(actor, { dueOn, ...body }) {
      const { state, agencyId } = actor;
      if (state === null || agencyId === null) throw new Problem('forbidden');
      if (body.requestedState === state || !(await countryOf(body.requestedState)))
        throw new Problem('validation-failed', [{ at: '/requestedState', code: 'unknown-state' }]);
      await demandLinks(actor, body);
      const due = await dueColumns(state, body.requestedState, dueOn);
      const year = Number(calendarDateIn(await reference.zoneOf(state), clock.now()).slice(0, 4));
      return database.transaction(actor, async (tx) => {
        const sequence = await nextNumber(tx, `assistance:${state}:${year}`);
        const requestNumber = `MLA-${formatAlertNumber({ state, year, sequence })}`;
        const id = newId(tx.now.getTime());
        await insertRequest(tx.db, {
          ...body,
          ...due,
          id,
          requestNumber,
          ownerState: state,
          ownerAgencyId: agencyId,
          state: 'DRAFT',
          createdBy: actor.id,
          createdAt: tx.now,
          updatedAt: tx.now,
        });
        tx.audit({
          type: 'assistance.created',
          subject: { type: 'assistance', id },
          data: { requestNumber },
        });
        return shown(tx.db, actor, id, tx.now);
      });
    },

    async change(actor, id, version, { dueOn, ...change }) {
      await demandLinks(actor, change);
      return database.transaction(actor, async (tx) => {
        const row = await open(tx.db, actor, id);
        if (row.ownerState !== actor.state) throw new Problem('forbidden');
        if (row.version !== version) throw new Problem('version-mismatch');
        if (row.state !== 'DRAFT') throw new Problem('transition-not-allowed', [], { status: row.state });
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
        const due = await dueColumns(row.ownerState, row.requestedState, dueOn);
        await updateRequest(tx.db, row, { ...given, ...due, updatedAt: tx.now });
        const changed = [...Object.keys(given), ...(dueOn === undefined ? [] : ['dueOn'])];
        tx.audit({ type: 'assistance.changed', subject: { type: 'assistance', id }, data: { changed } });
        return shown(tx.db, actor, id, tx.now);
      });
    },

    takeStep: (actor, id, version, { verb, reference: number, reason }) =>
      database.transaction(actor, async (tx) => {
        const row = await open(tx.db, actor, id);
        if (row.version !== version) throw new Problem('version-mismatch');
        const from = row.state as AssistanceState;
        const isMember = (await countryOf(row.requestedState))?.member ?? false;
        const possible = possibleSteps(from, { sides: sidesOf(actor, row, isMember) });
        const step = possible.find((candidate) => candidate.verb === verb);
        if (!step)
          throw new Problem('transition-not-allowed', [], {
            status: from,
            allowed: possible.map((candidate) => candidate.verb),
          });
        const given = { reference: number, reason };
        const lacking = step.needs.filter((need) => given[need] === undefined);
        if (lacking.length > 0)
          throw new Problem(
            'validation-failed',
            lacking.map((need) => ({ at: `/${need}`, code: 'required' })),
          );
        await updateRequest(tx.db, row, {
          state: step.to,
          ...(verb === 'send' && { sentAt: tx.now }),
          updatedAt: tx.now,
        });
        await insertStep(tx.db, {
          id: newId(tx.now.getTime()),
          requestId: id,
          no: row.version,
          verb,
          from,
          to: step.to,
          reference: number ?? null,
          reason: reason ?? null,
          actorId: actor.id,
          actorState: actor.state ?? '',
          at: tx.now,
        });
        tx.audit({
          type: 'assistance.step',
          subject: { type: 'assistance', id },
          data: { verb, from, to: step.to },
          ...(reason !== undefined && { secret: reason }),
        });
        return shown(tx.db, actor, id, tx.now);
      }),

    async view(actor, id) {
      const view = await reading(shown(database.prisma, actor, id, clock.now()));
      await database.record(actor, {
        type: 'assistance.viewed',
        subject: { type: 'assistance', id },
        data: {},
      });
      return view;
    },

    async list(actor, { limit, cursor, overdue, ...filter }) {
      const now = clock.now();
      const after = cursor === undefined ? undefined : decodeCursor(cursor, z.tuple([z.uuid()]))[0];
      const overdueAt = overdue ? now : undefined;
      const rows = await reading(
        listRequests(database.prisma, actor, { ...filter, overdueAt }, { limit, after }),
      );
      const { items, nextCursor } = toPage(rows, limit, ({ id }) => [id]);
      await database.record(actor, { type: 'assistance.listed', data: { count: items.length } });
      return { items: items.map((row) => lineOf(row, actor, now)), nextCursor };
    },

    exists: async (actor, id) => (await reading(findRequest(database.prisma, actor, id))) !== null,
  };
}
