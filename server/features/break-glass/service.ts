// Emergency access to one person: a reason, half an hour, notice to those concerned, and a review.
import { z } from 'zod';
import { type Actor, may } from '../../domain/access/actor.ts';
import { opensByBreakGlass } from '../../domain/access/break-glass.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import { whichPerson } from '../../platform/http/named-person.ts';
import { newId } from '../../platform/ids.ts';
import type {
  BreakGlassBody,
  BreakGlassPage,
  BreakGlassQuery,
  BreakGlassView,
  ReviewBody,
} from './contract.ts';
import {
  attemptsSince,
  createBreakGlassStore,
  findTarget,
  insertOpening,
  lockForReview,
  queueAttempts,
  saveReview,
  type Target,
} from './store.ts';

const MINUTE = 60_000;
const OPEN_FOR = 30 * MINUTE;
const REVIEW_WITHIN = 72 * 60 * MINUTE;

/** Openings and tries that found nothing, per officer: who does not know whom he looks for has no emergency. */
const ATTEMPTS = 5;
const ATTEMPTS_WINDOW = 60 * MINUTE;

export interface BreakGlassService {
  /**
   * Opens a person for half an hour.
   * @throws Problem `not-found` alike for no such person and for records that the policy never opens;
   * `too-many-requests` after five attempts in an hour
   */
  open(actor: Actor, body: BreakGlassBody): Promise<BreakGlassView>;
  /** Accesses by officers of the actor's state, and to data of the actor's state. */
  list(actor: Actor, query: BreakGlassQuery): Promise<BreakGlassPage>;
  /** @throws Problem `own-work` for one's own access, `conflict` when it was reviewed before */
  review(actor: Actor, id: string, version: number, body: ReviewBody): Promise<BreakGlassView>;
  /** @returns ids of the persons that are open to the actor at the instant `now` */
  openFor(actor: Actor, now: Date): Promise<string[]>;
}

const place = z.tuple([z.iso.datetime(), z.uuid()]);

function placeOf(cursor: string | undefined): readonly [string, string] | null {
  if (cursor === undefined) return null;
  const [at, id] = decodeCursor(cursor, place);
  return [at, id];
}

/** @returns states whose data the access opens; none when the policy does not open the record at all */
function ownersOf(target: Target, state: string, now: Date): string[] {
  const open = target.alerts.filter((alert) => opensByBreakGlass(alert, state, now));
  const own = target.sourceState === state && target.alerts.length === 0;
  if (open.length === 0 && !own) return [];
  return [...new Set([target.sourceState, ...open.map(({ ownerState }) => ownerState)])].sort();
}

export function createBreakGlassService({
  database,
  clock,
}: {
  database: Database;
  clock: Clock;
}): BreakGlassService {
  const store = createBreakGlassStore(database.pool);

  const stateOf = (actor: Actor): string => {
    if (actor.state === null) throw notFound();
    return actor.state;
  };

  const refusal = (code: 'not-found' | 'too-many-requests', body: BreakGlassBody) =>
    ({
      type: 'access.refused',
      outcome: 'REFUSED',
      data: { route: 'openBreakGlass', code },
      secret: JSON.stringify(body),
    }) as const;

  /** @throws Problem `too-many-requests` with the seconds to wait */
  async function demandFreeAttempt(tx: Tx, actor: Actor): Promise<void> {
    await queueAttempts(tx, actor.id);
    const attempts = await attemptsSince(tx, actor.id, new Date(tx.now.getTime() - ATTEMPTS_WINDOW));
    const freeAt = attempts.at(-ATTEMPTS);
    if (!freeAt) return;
    const wait = freeAt.getTime() + ATTEMPTS_WINDOW - tx.now.getTime();
    throw new Problem('too-many-requests', [], { retryAfter: Math.max(1, Math.ceil(wait / 1000)) });
  }

  return {
    async open(actor, body) {
      const { state, agencyId } = actor;
      if (state === null || agencyId === null || actor.kind !== 'user') throw new Problem('forbidden');
      const where = whichPerson(body, '/registryNumber');
      const attempt = database.transaction(actor, async (tx): Promise<{ opened: BreakGlassView | null }> => {
        await demandFreeAttempt(tx, actor);
        const target = await findTarget(tx, where);
        const ownerStates = target ? ownersOf(target, state, tx.now) : [];
        if (!target || ownerStates.length === 0) {
          // Committed, not thrown: the next attempt has to find the trace of this one.
          tx.audit(refusal('not-found', body));
          return { opened: null };
        }
        const opening = {
          id: newId(),
          personId: target.personId,
          actorId: actor.id,
          agencyId,
          state,
          reason: body.reason,
          openedAt: tx.now,
          endsAt: new Date(tx.now.getTime() + OPEN_FOR),
          reviewDueAt: new Date(tx.now.getTime() + REVIEW_WITHIN),
        };
        await insertOpening(tx, { ...opening, ownerStates });
        tx.audit({
          type: 'break-glass.opened',
          data: { breakGlassId: opening.id },
          subject: { type: 'person', id: target.personId },
          secret: body.reason,
        });
        const opened = {
          ...opening,
          registryNumber: target.registryNumber,
          openedAt: opening.openedAt.toISOString(),
          endsAt: opening.endsAt.toISOString(),
          reviewDueAt: opening.reviewDueAt.toISOString(),
          overdue: false,
          reviewedBy: null,
          reviewedAt: null,
          justified: null,
          reviewNote: null,
          version: 1,
        };
        return { opened };
      });
      const { opened } = await attempt.catch(async (error: unknown) => {
        if (error instanceof Problem && error.code === 'too-many-requests') {
          await database.record(actor, refusal('too-many-requests', body));
        }
        throw error;
      });
      if (!opened) throw notFound();
      return opened;
    },

    async list(actor, { reviewed, limit, cursor }) {
      const only = reviewed === undefined ? null : reviewed === 'true';
      const rows = await store.list(stateOf(actor), only, limit + 1, placeOf(cursor), clock.now());
      const page = toPage(rows, limit, ({ openedAt, id }) => [openedAt, id]);
      await database.record(actor, { type: 'break-glass.listed', data: { count: page.items.length } });
      return page;
    },

    review: (actor, id, version, body) =>
      database.transaction(actor, async (tx) => {
        const access = await lockForReview(tx, stateOf(actor), id);
        if (!access) throw notFound();
        if (access.actorId === actor.id) throw new Problem('own-work');
        if (access.version !== version) throw new Problem('version-mismatch');
        if (access.reviewedAt !== null) throw new Problem('conflict');
        const late = access.overdue;
        tx.audit({
          type: 'break-glass.reviewed',
          data: { breakGlassId: id, justified: body.justified, late },
          subject: { type: 'person', id: access.personId },
          secret: body.note,
        });
        return saveReview(tx, access, actor.id, body);
      }),

    async openFor(actor, now) {
      const { state } = actor;
      if (state === null || actor.kind !== 'user' || !may(actor, 'break-glass.open')) return [];
      const targets = await store.openTargets(actor.id, now);
      // An alert that was withdrawn in the meantime closes the door at once.
      return targets
        .filter((target) => ownersOf(target, state, now).length > 0)
        .map(({ personId }) => personId);
    },
  };
}
