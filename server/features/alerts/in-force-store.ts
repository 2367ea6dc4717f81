// The re-read of the truth: which alerts on these persons work now for this reader. Never answered from a cache.
import { sortDangerFlags } from '../../domain/alerts/danger-flags.ts';
import { compareAlerts } from '../../domain/alerts/priority.ts';
import type { ActionCode, AlertType, DangerFlag } from '../../domain/alerts/vocabulary.ts';
import type { CheckAlert } from '../../domain/checks/outcome.ts';
import type { Database } from '../../platform/database/database.ts';

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

interface Row {
  id: string;
  person_id: string;
  alert_number: string;
  type: AlertType;
  status: 'ACTIVE' | 'LOCATED';
  actions_on_hit: ActionCode[];
  danger_flags: DangerFlag[] | null;
  owner_state: string;
  owner_agency_id: string;
  priority: 1 | 2 | 3;
  issued_on: string;
  starts_at: Date;
  ends_at: Date;
  contact: string | null;
}

// Status and clock are compared here although `audience` is empty out of force: two locks on the worst fault there is.
// A list that was never written is null in its column. Outer joins, because a missing row must never hide an alert.
const IN_FORCE = `
  select a.id, a.person_id, a.alert_number, a.type, a.status, coalesce(a.actions_on_hit, '{}') as actions_on_hit,
         a.owner_state, a.owner_agency_id, a.priority,
         to_char(coalesce(a.issued_on, a.valid_from), 'YYYY-MM-DD') as issued_on,
         a.starts_at, a.ends_at, coalesce(a.contact_24x7, g.contact_24x7) as contact,
         (select array_agg(f.flag) from alert_danger_flag f
          where f.alert_id = a.id
            and f.expires_on >= ($3::timestamptz at time zone coalesce(c.time_zone, 'UTC'))::date) as danger_flags
  from alert a
  left join agency g on g.id = a.owner_agency_id
  left join country c on c.alpha3 = a.owner_state
  where a.person_id = any($1::uuid[])
    and a.status in ('ACTIVE', 'LOCATED')
    and a.starts_at <= $3::timestamptz and $3::timestamptz < a.ends_at
    and (a.audience && $2::text[] or a.owner_audience && $2::text[])`;

/**
 * One prepared statement for all persons.
 * @param tokens what the reader holds (readerTokens, borderTokens)
 * @returns by person the visible alerts in force at `now`, the deciding one first; persons without any are left out
 */
export async function readInForce(
  { pool }: Pick<Database, 'pool'>,
  personIds: readonly string[],
  tokens: readonly string[],
  now: Date,
): Promise<Map<string, InForceAlert[]>> {
  const byPerson = new Map<string, InForceAlert[]>();
  if (personIds.length === 0 || tokens.length === 0) return byPerson;
  const { rows } = await pool.query<Row>({
    name: 'alerts-in-force',
    text: IN_FORCE,
    values: [personIds, tokens, now],
  });
  for (const alert of rows.map(alertOf).sort(compareAlerts)) {
    const others = byPerson.get(alert.personId);
    if (others) others.push(alert);
    else byPerson.set(alert.personId, [alert]);
  }
  return byPerson;
}

const alertOf = (row: Row): InForceAlert => ({
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
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  contact24x7: row.contact,
});
