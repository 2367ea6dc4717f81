// What facets, filters and orders need of alerts: those that the reader may see, read from the tables with the clock.
import type { Pool } from 'pg';
import { type EffectiveStatus, effectiveStatus } from '../../domain/alerts/effective-status.ts';
import type { AlertStatus, AlertType } from '../../domain/alerts/vocabulary.ts';

export interface AlertFact {
  readonly id: string;
  readonly alertNumber: string;
  readonly type: AlertType;
  /** As the clock has it. */
  readonly status: EffectiveStatus;
  readonly ownerState: string;
  readonly uncacArticles: readonly number[];
  /** When it came into force, or was to; milliseconds since 1970. */
  readonly since: number | null;
}

interface Row {
  personId: string;
  id: string;
  alertNumber: string;
  type: AlertType;
  status: AlertStatus;
  ownerState: string;
  startsAt: Date | null;
  endsAt: Date | null;
  activatedAt: Date | null;
  uncacArticles: number[];
}

const FACTS = `
  select a.person_id as "personId", a.id, a.alert_number as "alertNumber", a.type, a.status,
    a.owner_state as "ownerState", a.starts_at as "startsAt", a.ends_at as "endsAt", a.activated_at as "activatedAt",
    array(select distinct u from alert_offence o join offence_code c on c.id = o.offence_code_id,
      unnest(c.uncac_articles) as u where o.alert_id = a.id order by u) as "uncacArticles"
  from alert a
  where a.person_id = any($1::uuid[])
    and (a.owner_audience && $2::text[] or (a.audience && $2::text[] and a.starts_at <= $3 and $3 < a.ends_at))
  order by a.priority, a.id`;

export async function readAlertFacts(
  pool: Pool,
  personIds: readonly string[],
  tokens: readonly string[],
  now: Date,
): Promise<Map<string, AlertFact[]>> {
  const byPerson = new Map<string, AlertFact[]>();
  if (personIds.length === 0) return byPerson;
  const { rows } = await pool.query<Row>({
    name: 'search-alert-facts',
    text: FACTS,
    values: [personIds, tokens, now],
  });
  for (const { personId, startsAt, endsAt, activatedAt, status, ...rest } of rows) {
    const fact = {
      ...rest,
      status: effectiveStatus({ status, startsAt, endsAt }, now),
      since: (activatedAt ?? startsAt)?.getTime() ?? null,
    };
    const others = byPerson.get(personId);
    if (others) others.push(fact);
    else byPerson.set(personId, [fact]);
  }
  return byPerson;
}
