// Looking at hits: every look is kept before it is answered.
import type { Actor } from '../../domain/access/actor.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { allowedHitSteps } from '../../domain/hits/life-cycle.ts';
import type { Evidence } from '../../domain/matching/match.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { toPage } from '../../platform/http/cursor.ts';
import { reasonText } from '../../platform/i18n/match-reasons.ts';
import type { DisclosureLedger } from '../disclosures/service.ts';
import type { PersonAccess } from '../persons/service.ts';
import type { OfficerCards } from '../reference/service.ts';
import { readAlertSide } from './alert-side-store.ts';
import type { HitPage, HitQuery, HitView } from './contract.ts';
import { placeOf } from './memory.ts';
import { HIT_REASONS, HIT_TRAVELLER } from './opening.ts';
import { hitReaderOf, isSecondLineOf } from './reader.ts';
import { factsOf, HIT_NOTE, type HitDeps } from './steps.ts';
import { findHit, type HitRow, listHits, openElsewhere, stepsOf, tasksOf } from './store.ts';
import {
  actionViewOf,
  alertSideOf,
  decisionOf,
  entryOf,
  holdLeft,
  questionOf,
  recordSideOf,
  taskView,
} from './view.ts';

export interface HitReadingDeps extends HitDeps {
  readonly persons: Pick<PersonAccess, 'openForReading'>;
  readonly cards: OfficerCards;
  readonly disclosures: Pick<DisclosureLedger, 'note'>;
}

export function createHitReading(deps: HitReadingDeps) {
  const { database, clock, vault, reference, persons, cards, disclosures } = deps;
  const { prisma } = database;

  /** The record as this reader may see it; a silent watch opens no record to second line. */
  async function recordOf(actor: Actor, hit: HitRow) {
    try {
      return recordSideOf(await persons.openForReading(actor, hit.personId));
    } catch (error) {
      if (error instanceof Problem && error.code === 'not-found') return null;
      throw error;
    }
  }

  function reasonsOf(actor: Actor, hit: HitRow): HitView['reasons'] {
    const lines = JSON.parse(vault.decrypt(HIT_REASONS, hit.reasons)) as Evidence[];
    return lines.map(({ code, params, queryValue, recordValue, contribution }) => ({
      code,
      text: reasonText(actor.locale, code, params),
      queryValue,
      recordValue,
      contribution,
    }));
  }

  async function stepViews(actor: Actor, hit: HitRow): Promise<HitView['steps']> {
    const steps = await stepsOf(prisma, hit.id);
    return steps.map(({ verb, from, to, at, actorId, state, note }) => ({
      verb,
      from,
      to,
      at: at.toISOString(),
      state,
      by: state === actor.state ? actorId : null,
      // What the colleagues of one state write to themselves is not the other's business.
      note: note !== null && state === actor.state ? vault.decrypt(HIT_NOTE, note) : null,
    }));
  }

  async function compose(actor: Actor, hit: HitRow, now: Date): Promise<HitView> {
    const clocks = await reference.hitClocks();
    const secondLine = isSecondLineOf(actor, hit);
    const [record, alert, elsewhere, tasks, steps] = await Promise.all([
      recordOf(actor, hit),
      readAlertSide(prisma, hit.alertId, now),
      secondLine && hit.kind === 'MATCH' ? openElsewhere(prisma, hit) : [],
      tasksOf(prisma, [hit.id]),
      stepViews(actor, hit),
    ]);
    if (!alert) throw notFound();
    const byOwnState = hit.state === actor.state;
    return {
      ...entryOf(hit, clocks, now),
      traveller: JSON.parse(vault.decrypt(HIT_TRAVELLER, hit.traveller)) as Record<string, unknown>,
      score: hit.score,
      // Reasons quote the record: who may not see it gets none.
      reasons: record === null ? [] : reasonsOf(actor, hit),
      record,
      alertSide: await alertSideOf(actor, alert, hit.alertInForce, cards, now),
      decision: byOwnState ? decisionOf(hit) : withoutNames(decisionOf(hit)),
      question: questionOf(hit),
      action: actionViewOf(hit),
      holdLeftMinutes: holdLeft(hit, clocks, now),
      openElsewhere: elsewhere.map(({ at, state, checkpoint }) => ({
        since: at.toISOString(),
        state,
        checkpoint,
      })),
      victims: alert.victims,
      tasks: tasks.map((task) => taskView(actor, task)),
      steps,
      allowed: [...allowedHitSteps(hit, factsOf(actor, hit, now))],
      caseId: hit.caseId,
    };
  }

  async function view(actor: Actor, id: string): Promise<HitView> {
    const now = clock.now();
    try {
      const hit = await findHit(prisma, id, hitReaderOf(actor), now);
      if (!hit) throw notFound();
      const page = await compose(actor, hit, now);
      await database.record(actor, {
        type: 'hit.viewed',
        data: { personId: hit.personId, alertId: hit.alertId },
        subject: { type: 'hit', id },
      });
      if (page.record)
        await disclosures.note(actor, 'DETAIL', [
          { personId: hit.personId, alertIds: [hit.alertId], ownerStates: [hit.ownerState] },
        ]);
      return page;
    } catch (error) {
      throw asProblem(error);
    }
  }

  async function list(actor: Actor, { kind, open, limit, cursor }: HitQuery): Promise<HitPage> {
    const now = clock.now();
    const clocks = await reference.hitClocks();
    const rows = await listHits(prisma, hitReaderOf(actor), now, {
      kind,
      open: open === undefined ? undefined : open === 'true',
      after: placeOf(cursor),
      limit: limit + 1,
    }).catch((error) => Promise.reject(asProblem(error)));
    const page = toPage(rows, limit, ({ at, id }) => [at.toISOString(), id]);
    await database.record(actor, { type: 'hit.listed', data: { count: page.items.length } });
    return { ...page, items: page.items.map((hit) => entryOf(hit, clocks, now)) };
  }

  /** @returns the alert of a hit that the actor works on as second line; @throws Problem `not-found` otherwise */
  async function alertOfOpenHit(actor: Actor, id: string): Promise<string> {
    const hit = await findHit(prisma, id, hitReaderOf(actor), clock.now()).catch((error) =>
      Promise.reject(asProblem(error)),
    );
    if (hit?.kind !== 'MATCH' || hit.closedAt !== null || !isSecondLineOf(actor, hit)) throw notFound();
    return hit.alertId;
  }

  return { view, list, alertOfOpenHit };
}

const withoutNames = (decision: HitView['decision']): HitView['decision'] =>
  decision && { ...decision, by: null };
