// How hits come into being: rows that are written in the same statement as the check that found them.
import type { SilentReport } from '../../domain/checks/outcome.ts';
import { hitOpened } from '../../domain/events/hit-events.ts';
import type { Evidence } from '../../domain/matching/match.ts';
import { DISPATCH_EVENT } from '../../platform/database/domain-events.ts';
import { newId } from '../../platform/ids.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { InForceAlert } from '../alerts/service.ts';

export const HIT_TRAVELLER = 'hit.traveller';
export const HIT_REASONS = 'hit.reasons';

/** A hit as it is opened; JSON, so that it can wait in an encrypted column. */
export interface HitOpening {
  readonly id: string;
  readonly kind: 'MATCH' | 'SILENT';
  readonly personId: string;
  readonly alertId: string;
  readonly alertType: string;
  readonly ownerState: string;
  readonly ownerAgencyId: string;
  readonly actions: readonly string[];
  readonly band: string;
  readonly score: number;
  readonly colour: string;
  readonly forSecondLine: boolean;
  readonly reasons: readonly Evidence[];
}

/** The check that found it. */
export interface OpeningCheck {
  readonly id: string;
  readonly at: Date;
  readonly reference: string;
  readonly state: string;
  readonly agencyId: string;
  readonly checkpoint?: string | undefined;
  readonly lane?: string | undefined;
  readonly direction?: string | undefined;
  readonly transport?: string | undefined;
  readonly travellerKey: Buffer | null;
  /** Of a check that nobody could answer in time: what the first line would have been told. */
  readonly replayed?: string | undefined;
  /** The question, as it is kept. */
  readonly asked: object;
}

interface Found {
  readonly personId: string;
  readonly band: string;
  readonly colour: string;
  readonly score: number;
  readonly reasons: readonly Evidence[];
  readonly alert: InForceAlert;
}

const opening = (kind: HitOpening['kind'], found: Found, forSecondLine: boolean): HitOpening => ({
  id: newId(),
  kind,
  personId: found.personId,
  alertId: found.alert.id,
  alertType: found.alert.type,
  ownerState: found.alert.ownerState,
  ownerAgencyId: found.alert.ownerAgencyId,
  actions: found.alert.actionsOnHit,
  band: found.band,
  score: found.score,
  colour: found.colour,
  forSecondLine,
  reasons: found.reasons,
});

export const openMatch = (found: Found): HitOpening => opening('MATCH', found, true);

/** Of an alert that only its owner is to be told of, second line hears nothing either. */
export const openSilent = (found: Found, report: SilentReport): HitOpening =>
  opening('SILENT', found, found.alert.type === 'DISCREET_CHECK' || report.actions.includes('D1'));

/** Reads $a (hits), $b (events) and $c (events for other systems); `written` must give the check when, and only when, it was new. */
export const hitCtes = (a: number, b: number, c: number): string => `
  opened as (
    insert into hit (id, check_id, kind, status, at, reference, state, agency_id, checkpoint, lane, direction, transport,
      person_id, alert_id, alert_type, owner_state, owner_agency_id, actions, band, score, colour, for_second_line,
      traveller_key, traveller, reasons, identifiers, escalated)
    select id, check_id, kind, status, at, reference, state, agency_id, checkpoint, lane, direction, transport,
      person_id, alert_id, alert_type, owner_state, owner_agency_id, actions, band, score, colour, for_second_line,
      decode(traveller_key, 'base64'), decode(traveller, 'base64'), decode(reasons, 'base64'), '{}', '{}'
    from jsonb_to_recordset($${a}::jsonb) as row (
      id uuid, check_id uuid, kind text, status text, at timestamptz, reference text, state char(3), agency_id uuid,
      checkpoint text, lane text, direction text, transport text, person_id uuid, alert_id uuid, alert_type text,
      owner_state char(3), owner_agency_id uuid, actions text[], band text, score real, colour text,
      for_second_line boolean, traveller_key text, traveller text, reasons text)
    where exists (select from written)),
  announced as (
    insert into border_event (at, type, hit_id, check_id, state, data)
    select at, type, hit_id, check_id, state, data
    from jsonb_to_recordset($${b}::jsonb) as row (
      at timestamptz, type text, hit_id uuid, check_id uuid, state char(3), data jsonb)
    where exists (select from written)),
  passed_on as (
    insert into domain_event (id, at, kind, content)
    select id, at, 'hit', content from jsonb_to_recordset($${c}::jsonb) as row (id uuid, at timestamptz, content jsonb)
    where exists (select from written)
    returning graphile_worker.add_job('${DISPATCH_EVENT}', json_build_object('eventId', id)))`;

/** @returns the three parameters of hitCtes */
export function hitParameters(
  check: OpeningCheck,
  openings: readonly HitOpening[],
  vault: Vault,
): [hits: string, events: string, passedOn: string] {
  const traveller =
    openings.length === 0 ? '' : vault.encrypt(HIT_TRAVELLER, JSON.stringify(check.asked)).toString('base64');
  const rows = openings.map(({ reasons, ...hit }) => ({
    id: hit.id,
    check_id: check.id,
    kind: hit.kind,
    status: hit.kind === 'MATCH' ? 'MATCHED' : 'REPORTED',
    at: check.at.toISOString(),
    reference: check.reference,
    state: check.state,
    agency_id: check.agencyId,
    checkpoint: check.checkpoint ?? null,
    lane: check.lane ?? null,
    direction: check.direction ?? null,
    transport: check.transport ?? null,
    person_id: hit.personId,
    alert_id: hit.alertId,
    alert_type: hit.alertType,
    owner_state: hit.ownerState,
    owner_agency_id: hit.ownerAgencyId,
    actions: hit.actions,
    band: hit.band,
    score: hit.score,
    colour: hit.colour,
    for_second_line: hit.forSecondLine,
    traveller_key: check.travellerKey?.toString('base64') ?? null,
    traveller,
    reasons: vault.encrypt(HIT_REASONS, JSON.stringify(reasons)).toString('base64'),
  }));
  const opened = openings.map((hit) => ({
    at: check.at.toISOString(),
    type: hit.kind === 'MATCH' ? 'hit.opened' : 'hit.silent',
    hit_id: hit.id,
    check_id: check.id,
    state: check.state,
    data: { reference: check.reference, band: hit.band, colour: hit.colour },
  }));
  // What was found late is told by its hits; that a check was made up for, and how it would have been answered, by this.
  const made = check.replayed
    ? [
        {
          at: check.at.toISOString(),
          type: 'check.replayed',
          hit_id: null,
          check_id: check.id,
          state: check.state,
          data: { reference: check.reference, checkpoint: check.checkpoint ?? null, outcome: check.replayed },
        },
      ]
    : [];
  const passedOn = openings.map((hit) => ({
    id: newId(check.at.getTime()),
    at: check.at.toISOString(),
    content: hitOpened(
      { ...hit, hitId: hit.id, state: check.state, reference: check.reference },
      hit.forSecondLine,
    ),
  }));
  return [JSON.stringify(rows), JSON.stringify([...opened, ...made]), JSON.stringify(passedOn)];
}
