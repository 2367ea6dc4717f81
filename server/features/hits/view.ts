// Rows of hits as readers get them; times and states by the clock of the request.
import type { Actor } from '../../domain/access/actor.ts';
import { sortDangerFlags } from '../../domain/alerts/danger-flags.ts';
import type { ActionCode, DangerFlag } from '../../domain/alerts/vocabulary.ts';
import { displayPartialDate } from '../../domain/dates/partial-date.ts';
import { isSilent } from '../../domain/exchange/link.ts';
import { type HitClocks, holdLeftMinutes, overdueClocks, runningClocks } from '../../domain/hits/clocks.ts';
import { effectiveHitStatus } from '../../domain/hits/life-cycle.ts';
import type { HitTaskKind } from '../../domain/hits/vocabulary.ts';
import { dayOf } from '../../platform/database/calendar-day.ts';
import { hitText } from '../../platform/i18n/hits.ts';
import { toBirthDate } from '../persons/parts/birth-dates.ts';
import type { OpenPerson } from '../persons/service.ts';
import type { OfficerCards } from '../reference/service.ts';
import type { AlertSideRow } from './alert-side-store.ts';
import type { HitEntry, HitView } from './contract.ts';
import type { HitRow } from './store.ts';

export const instantOf = (date: Date | null): string | null => date?.toISOString() ?? null;

/** The hit as the clock sees it. */
export const asOf = (hit: HitRow, now: Date): HitRow => ({ ...hit, status: effectiveHitStatus(hit, now) });

export function entryOf(hit: HitRow, clocks: HitClocks, now: Date): HitEntry {
  const current = asOf(hit, now);
  return {
    id: hit.id,
    version: hit.version,
    kind: hit.kind,
    status: current.status,
    at: hit.at.toISOString(),
    reference: hit.reference,
    state: hit.state,
    checkpoint: hit.checkpoint,
    lane: hit.lane,
    direction: hit.direction,
    transport: hit.transport,
    alert: { id: hit.alertId, type: hit.alertType, ownerState: hit.ownerState, inForce: hit.alertInForce },
    band: hit.band,
    colour: hit.colour,
    clocks: hit.closedAt === null ? clockViews(current, clocks) : [],
    overdue: hit.closedAt === null ? [...overdueClocks(current, clocks, now)] : [],
    closedAt: instantOf(hit.closedAt),
  };
}

export function recordSideOf(person: OpenPerson): NonNullable<HitView['record']> {
  return {
    personId: person.row.id,
    registryNumber: person.row.registryNumber,
    sex: person.row.sex,
    identityStatus: person.described ? person.row.identityStatus : null,
    names: person.names.map(({ type, full, script, validFrom, validTo }) => ({
      type,
      full,
      script,
      validFrom: dayOf(validFrom),
      validTo: dayOf(validTo),
    })),
    births: person.birthDates.map((row) => ({
      date: displayPartialDate(toBirthDate(row)),
      status: row.status,
    })),
    nationalities: person.nationalities.map(({ country, status }) => ({ country, status })),
    documents: person.documents.map(({ type, number, issuingState, status }) => ({
      type,
      number,
      issuingState,
      status,
    })),
    marks: person.marks.map(({ kind, bodyPart, description }) => ({ kind, bodyPart, description })),
    photos: person.photos.map(({ id, takenOn, isPrimary }) => ({ id, takenOn: dayOf(takenOn), isPrimary })),
  };
}

export async function alertSideOf(
  actor: Actor,
  row: AlertSideRow,
  inForce: boolean,
  cards: OfficerCards,
  now: Date,
): Promise<HitView['alertSide']> {
  const { victims: _, actions, dangerFlags, heardAt, keptElsewhere, ...alert } = row;
  return {
    ...alert,
    inForce,
    endsAt: instantOf(row.endsAt),
    verifiedAt: instantOf(row.verifiedAt),
    line: keptElsewhere ? { heardAt: instantOf(heardAt), silent: isSilent(heardAt, now) } : null,
    warrants: [...row.warrants],
    actions: await Promise.all(
      actions.map(async (code) => ({ code, text: await cards.text(code as ActionCode, actor.locale) })),
    ),
    dangerFlags: sortDangerFlags(dangerFlags.map(({ flag }) => flag as DangerFlag)).flatMap((flag) =>
      dangerFlags.filter((entry) => entry.flag === flag),
    ),
  };
}

export const decisionOf = (hit: HitRow): HitView['decision'] =>
  hit.decision === null
    ? null
    : {
        outcome: hit.decision,
        reason: hit.decisionReason,
        identifiers: [...hit.identifiers],
        by: hit.decidedBy,
        at: instantOf(hit.decidedAt),
        supervised: hit.supervisedBy !== null,
      };

export const questionOf = (hit: HitRow): HitView['question'] =>
  hit.urgency === null
    ? null
    : {
        urgency: hit.urgency,
        askedAt: instantOf(hit.askedAt),
        dueAt: instantOf(hit.answerDueAt),
        answer: hit.answer,
        answeredAt: instantOf(hit.answeredAt),
      };

export const actionViewOf = (hit: HitRow): HitView['action'] =>
  hit.action === null
    ? null
    : {
        kind: hit.action,
        at: instantOf(hit.actionAt),
        place: hit.actionPlace,
        officer: hit.actionOfficer,
        custodyFacility: hit.custodyFacility,
      };

const clockViews = (hit: HitRow, clocks: HitClocks): HitView['clocks'] =>
  [...runningClocks(hit, clocks)].map(([clock, end]) => ({ clock, endsAt: end.toISOString() }));

export const holdLeft = (hit: HitRow, clocks: HitClocks, now: Date): number | null =>
  hit.kind === 'MATCH' && hit.closedAt === null ? holdLeftMinutes(hit, clocks, now) : null;

export const taskView = (
  actor: Actor,
  task: { kind: string; state: string; side: string; openedAt: Date; doneAt: Date | null },
): HitView['tasks'][number] => ({
  kind: task.kind as HitTaskKind,
  text: hitText(actor.locale, task.kind as HitTaskKind),
  state: task.state,
  side: task.side as 'SECOND_LINE' | 'OWNER',
  openedAt: task.openedAt.toISOString(),
  doneAt: instantOf(task.doneAt),
});
