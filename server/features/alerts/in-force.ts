// Which alerts on these persons work now for this reader: the statement, also as a part of another one, and what its rows mean.
import { sortDangerFlags } from '../../domain/alerts/danger-flags.ts';
import { compareAlerts } from '../../domain/alerts/priority.ts';
import type { ActionCode, AlertType, DangerFlag } from '../../domain/alerts/vocabulary.ts';
import type { CheckAlert } from '../../domain/checks/outcome.ts';

/** An alert that is in force and visible; the shape that decides the outcome of a check, and what a screen shows. */
export interface InForceAlert extends CheckAlert {
  readonly personId: string;
  readonly alertNumber: string;
  readonly status: 'ACTIVE' | 'LOCATED';
  /** ISO 3166 alpha-3. */
  readonly ownerState: string;
  readonly ownerAgencyId: string;
  readonly startsAt: Date;
  /** Exclusive. */
  readonly endsAt: Date;
  /** Duty contact: the alert's own, or else its agency's. */
  readonly contact24x7: string | null;
}

export interface InForceRow {
  readonly id: string;
  readonly person_id: string;
  readonly alert_number: string;
  readonly type: AlertType;
  readonly status: 'ACTIVE' | 'LOCATED';
  readonly actions_on_hit: ActionCode[];
  readonly danger_flags: DangerFlag[] | null;
  readonly owner_state: string;
  readonly owner_agency_id: string;
  readonly priority: 1 | 2 | 3;
  readonly issued_on: string;
  /** A text where the row came as JSON. */
  readonly starts_at: Date | string;
  readonly ends_at: Date | string;
  readonly contact: string | null;
}

/**
 * Status and clock are compared here although `audience` is empty out of force: two locks on the worst fault there is.
 * A list that was never written is null in its column. Outer joins, because a missing row must never hide an alert.
 * @param ids parameter or column with the persons; @param tokens with what the reader holds; @param now with the instant
 */
export const inForceSql = (ids: string, tokens: string, now: string): string => `
  select a.id, a.person_id, a.alert_number, a.type, a.status, coalesce(a.actions_on_hit, '{}') as actions_on_hit,
         a.owner_state, a.owner_agency_id, a.priority,
         to_char(coalesce(a.issued_on, a.valid_from), 'YYYY-MM-DD') as issued_on,
         a.starts_at, a.ends_at, coalesce(a.contact_24x7, g.contact_24x7) as contact,
         (select array_agg(f.flag) from alert_danger_flag f
          where f.alert_id = a.id
            and f.expires_on >= (${now}::timestamptz at time zone coalesce(c.time_zone, 'UTC'))::date) as danger_flags
  from alert a
  left join agency g on g.id = a.owner_agency_id
  left join country c on c.alpha3 = a.owner_state
  where a.person_id = any(${ids}::uuid[])
    and a.status in ('ACTIVE', 'LOCATED')
    and a.starts_at <= ${now}::timestamptz and ${now}::timestamptz < a.ends_at
    and (a.audience && ${tokens}::text[] or a.owner_audience && ${tokens}::text[])`;

/** @returns by person the alerts, the deciding one first; persons without any are left out */
export function inForceByPerson(rows: readonly InForceRow[]): Map<string, InForceAlert[]> {
  const byPerson = new Map<string, InForceAlert[]>();
  for (const alert of rows.map(alertOf).sort(compareAlerts)) {
    const others = byPerson.get(alert.personId);
    if (others) others.push(alert);
    else byPerson.set(alert.personId, [alert]);
  }
  return byPerson;
}

const alertOf = (row: InForceRow): InForceAlert => ({
  id: row.id,
  personId: row.person_id,
  alertNumber: row.alert_number,
  type: row.type,
  status: row.status,
  isLocated: row.status === 'LOCATED',
  actionsOnHit: row.actions_on_hit,
  dangerFlags: sortDangerFlags(row.danger_flags ?? []),
  ownerState: row.owner_state,
  ownerAgencyId: row.owner_agency_id,
  priority: row.priority,
  issuedOn: row.issued_on,
  startsAt: new Date(row.starts_at),
  endsAt: new Date(row.ends_at),
  contact24x7: row.contact,
});
