// Counts that the database adds up by itself: alerts, hits, clocks, assets, quality of records. Silent alerts are in no report.

import type { Fact } from '../../domain/reports/cells.ts';
import { quarterOf } from '../../domain/reports/period.ts';
import type { Reader } from '../../platform/database/replica.ts';

export interface Span {
  /** First day, and the day after the last. */
  readonly from: string;
  readonly until: string;
  /** For counts at the end of the period. */
  readonly lastQuarter: string;
}

interface CountRow {
  readonly family: string;
  readonly state: string;
  readonly other: string;
  readonly day: string | null;
  readonly group: string;
  readonly count: number;
}

const SILENT = `('DISCREET_CHECK', 'ASSET_TRACE')`;

/** As requesting side: an alert is of its owner alone. */
const ALERTS = `
  select 'alert-' || case t.verb when 'approve' then 'issued' when 'withdraw' then 'withdrawn'
                                 when 'expire' then 'expired' else 'executed' end as family,
         a.owner_state as state, '' as other, to_char(date_trunc('quarter', t.at at time zone coalesce(z.time_zone, 'UTC')), 'YYYY-MM-DD') as day,
         a.type::text as "group", count(*)::int as count
  from alert_transition t join alert a on a.id = t.alert_id left join country z on z.alpha3 = a.owner_state
  where t.verb in ('approve', 'withdraw', 'expire', 'execute') and a.type not in ${SILENT}
    and (t.at at time zone coalesce(z.time_zone, 'UTC'))::date >= $1::date
    and (t.at at time zone coalesce(z.time_zone, 'UTC'))::date < $2::date
    and ($3::uuid is null or a.owner_agency_id = $3)
  group by 1, 2, 4, 5
  union all
  select 'alert-active', a.owner_state, '', null, a.type::text, count(*)::int
  from alert a
  where a.activated_at < $2::date and (a.ended_at is null or a.ended_at >= $2::date) and a.ends_at >= $2::date
    and a.type not in ${SILENT} and ($3::uuid is null or a.owner_agency_id = $3)
  group by 2, 5`;

/** Where the traveller stood. `group`: post and shift. */
const HITS = `
  with h as (
    select hit.*, hit.at at time zone coalesce(z.time_zone, 'UTC') as local
    from hit left join country z on z.alpha3 = hit.state
    where hit.kind = 'MATCH' and hit.at >= $1::date - 1 and hit.at < $2::date + 1 and ($3::uuid is null or hit.agency_id = $3))
  select f.family, h.state, '' as other, to_char(h.local, 'YYYY-MM-DD') as day,
         coalesce(h.checkpoint, '–') || ' · ' || floor(extract(hour from h.local) / 8)::int as "group", count(*)::int as count
  from h, lateral (
    select 'hit' as family
    union all select 'hit-confirmed' where h.decision = 'CONFIRMED'
    union all select 'hit-not-same' where h.decision = 'NOT_SAME'
    union all select 'hit-stale' where exists (select 1 from hit_task t where t.hit_id = h.id and t.kind = 'STALE_ALERT')
  ) f
  where h.local::date >= $1::date and h.local::date < $2::date
  group by 1, 2, 4, 5`;

/**
 * A clock whose end fell into the period, for each side that may see it, as things stood when the period ended; and what was
 * overdue then, however long before it had run out. $3: now, for a period that is not over.
 */
const CLOCKS = `
  with d as (
    select d.key as "group", s.state, d.due_at, (d.due_at at time zone d.zone)::date as due_day,
           case when d.stopped_at <= $3 and (d.stopped_at at time zone d.zone)::date < $2::date then d.stopped_at end as stopped_at,
           (d.stopped_at at time zone d.zone)::date - (d.due_at at time zone d.zone)::date as days_late
    from case_deadline d join extradition_case c on c.id = d.case_id and c.shared_at is not null,
         lateral (values ('RQ', c.requesting_state), ('RD', c.requested_state)) as s(side, state)
    where d.visible_to in ('BOTH', s.side) and d.due_at <= $3 and (d.due_at at time zone d.zone)::date < $2::date)
  select case when d.stopped_at <= d.due_at then 'clock-met' when d.stopped_at is not null then 'clock-late' else 'clock-overdue' end as family,
         d.state, '' as other, to_char(d.due_day, 'YYYY-MM-DD') as day, d."group", count(*)::int as count, '{}'::int[] as days
  from d where d.due_day >= $1::date
  group by 1, 2, 4, 5
  union all
  select 'clock-standing', d.state, '', null, d."group", count(*)::int, '{}'
  from d where d.stopped_at is null
  group by 2, 5
  union all
  select 'clock-days', d.state, '', null, d."group", 0, array_agg(d.days_late order by d.days_late)
  from d where d.stopped_at > d.due_at and d.due_day >= $1::date
  group by 2, 5`;

const WAIVERS = `
  select 'waiver-granted' as family, c.requesting_state as state, c.requested_state as other,
         to_char(m.closed_at at time zone coalesce(z.time_zone, 'UTC'), 'YYYY-MM-DD') as day, '' as "group", count(*)::int as count
  from case_matter m join extradition_case c on c.id = m.case_id and c.shared_at is not null
  left join country z on z.alpha3 = c.requested_state
  where m.kind = 'WAIVER' and m.status = 'GRANTED' and m.closed_at >= $1::date - 1 and m.closed_at < $2::date + 1
    and ($3::uuid is null or c.rq_agency_id = $3)
  group by 2, 3, 4`;

const QUALITY = `
  select f.family, p.source_state as state, '' as other, null as day, g.code as "group", count(*)::int as count
  from person p join agency g on g.id = p.source_agency_id, lateral (
    select 'person' as family
    union all select 'no-birth-date' where not exists (select 1 from birth_date b where b.person_id = p.id)
    union all select 'no-document' where not exists (select 1 from identity_document d where d.person_id = p.id)
    union all select 'no-photo' where not exists (select 1 from photo f where f.person_id = p.id)
    union all select 'unconfirmed' where p.identity_status = 'UNCONFIRMED'
  ) f
  where p.merged_into_id is null and p.source_state = $1 and ($2::uuid is null or p.source_agency_id = $2)
  group by 1, 2, 5
  union all
  select 'quality-task', h.owner_state, '', null, g.code, count(*)::int
  from hit_task t join hit h on h.id = t.hit_id join agency g on g.id = h.owner_agency_id
  where t.kind = 'RECORD_QUALITY' and t.done_at is null and h.owner_state = $1 and ($2::uuid is null or h.owner_agency_id = $2)
  group by 2, 5`;

/** `side`: as which dimension the state stands in the fact. */
const factOf =
  (side: 'rq' | 'rd', lastQuarter: string) =>
  ({ family, state, other, day, group, count }: CountRow): Fact => ({
    ...{ family, group, count },
    ...(side === 'rq' ? { rq: state, rd: other } : { rq: other, rd: state }),
    quarter: day === null ? lastQuarter : quarterOf(day),
  });

export function createCountStore(pool: Reader) {
  const read = async (text: string, values: readonly unknown[]) =>
    (await pool.query<CountRow>(text, [...values])).rows;
  return {
    alerts: async ({ from, until, lastQuarter }: Span, agencyId: string | null): Promise<Fact[]> =>
      (await read(ALERTS, [from, until, agencyId])).map(factOf('rq', lastQuarter)),
    hits: async ({ from, until, lastQuarter }: Span, agencyId: string | null): Promise<Fact[]> =>
      (await read(HITS, [from, until, agencyId])).map(factOf('rd', lastQuarter)),
    async clocks({ from, until, lastQuarter }: Span, now: Date) {
      const { rows } = await pool.query<CountRow & { days: number[] }>(CLOCKS, [from, until, now]);
      return {
        facts: rows.filter(({ family }) => family !== 'clock-days').map(factOf('rd', lastQuarter)),
        late: rows.filter(({ family }) => family === 'clock-days'),
      };
    },
    waivers: async ({ from, until, lastQuarter }: Span, agencyId: string | null): Promise<Fact[]> =>
      (await read(WAIVERS, [from, until, agencyId])).map(factOf('rq', lastQuarter)),
    quality: async (state: string, agencyId: string | null, lastQuarter: string): Promise<Fact[]> =>
      (await read(QUALITY, [state, agencyId])).map(factOf('rd', lastQuarter)),
  };
}
