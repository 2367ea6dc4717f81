// Daily sums of checks and traces: closed days from their own tables, what is not closed from the rows themselves.
import type { Pool } from 'pg';
import type { Fact } from '../../domain/reports/cells.ts';
import { quarterOf } from '../../domain/reports/period.ts';
import type { Reader } from '../../platform/database/replica.ts';
import type { Span } from './count-store.ts';

/** Above this a traveller notices (domain brief 2.4). */
const SLOW_MS = 1_000;

/** One UTC day of checks by the local day and shift of the state where they were made. */
const checksOf = (condition: string) => `
  select (c.at at time zone 'UTC')::date as utc_day, l.local::date as day, floor(extract(hour from l.local) / 8)::smallint as shift,
         c.state, c.agency_id, coalesce(c.checkpoint, '–') as checkpoint, count(*)::int as checks,
         (count(*) filter (where cardinality(c.corrected) > 0))::int as corrected, (count(*) filter (where c.degraded))::int as degraded,
         (count(*) filter (where c.elapsed_ms > ${SLOW_MS}))::int as slow, sum(c.elapsed_ms)::float8 as elapsed_ms
  from border_check c left join country z on z.alpha3 = c.state,
       lateral (select c.at at time zone coalesce(z.time_zone, 'UTC') as local) l
  where c.origin in ('BOOTH', 'REPLAY') and ${condition}
  group by 1, 2, 3, 4, 5, 6`;

const tracesOf = (condition: string) => `
  select (e.at at time zone 'UTC')::date as utc_day, e.state, coalesce(e.agency_id::text, '') as agency_id, e.type, e.outcome,
         coalesce(e.purpose_code, '') as purpose, count(*)::int as count
  from audit_event e where e.state is not null and ${condition}
  group by 1, 2, 3, 4, 5, 6`;

/** The days that have no sums yet; never more than one pass over the rows of each. */
export const OPEN = `at >= coalesce((select max(utc_day) + 1 from closed_day), '-infinity'::date)::timestamp at time zone 'UTC'`;

export interface ShiftSums {
  readonly group: string;
  readonly checks: number;
  readonly elapsedMs: number;
}

interface ShiftRow {
  readonly state: string;
  readonly quarter: string;
  readonly group: string;
  readonly checks: number;
  readonly corrected: number;
  readonly degraded: number;
  readonly slow: number;
  readonly elapsedMs: number;
}

export function createDayStore(reader: Reader) {
  return {
    /** Facts of checks by post and shift, and how long they took. */
    async checks({ from, until }: Span, state: string, agencyId: string | null): Promise<ShiftRow[]> {
      const { rows } = await reader.query<ShiftRow>(
        `with d as (
           select utc_day, day, shift, state, agency_id, checkpoint, checks, corrected, degraded, slow, elapsed_ms from check_day
           where state = $3 and day >= $1::date and day < $2::date
           union all
           select * from (${checksOf(`c.${OPEN} and c.at >= $1::date - 1 and c.at < $2::date + 1 and c.state = $3`)}) t
           where t.day >= $1::date and t.day < $2::date)
         select state, to_char(date_trunc('quarter', day::timestamp), 'YYYY-MM-DD') as quarter, checkpoint || ' · ' || shift as "group",
                sum(checks)::int as checks, sum(corrected)::int as corrected, sum(degraded)::int as degraded,
                sum(slow)::int as slow, sum(elapsed_ms)::float8 as "elapsedMs"
         from d where $4::uuid is null or agency_id = $4 group by 1, 2, 3`,
        [from, until, state, agencyId],
      );
      return rows.map((row) => ({ ...row, quarter: quarterOf(row.quarter) }));
    },
    async traces(
      { from, until }: Span,
      state: string,
    ): Promise<(Fact & { outcome: string; purpose: string })[]> {
      const { rows } = await reader.query<{
        type: string;
        outcome: string;
        purpose: string;
        quarter: string;
        count: number;
      }>(
        `with d as (
           select utc_day, state, agency_id, type, outcome, purpose, count from audit_day
           where state = $3 and utc_day >= $1::date and utc_day < $2::date
           union all
           ${tracesOf(`e.${OPEN} and e.at >= $1::date and e.at < $2::date and e.state = $3`)})
         select type, outcome, purpose, to_char(date_trunc('quarter', utc_day::timestamp), 'YYYY-MM-DD') as quarter, sum(count)::int as count
         from d group by 1, 2, 3, 4`,
        [from, until, state],
      );
      return rows.map(({ type, quarter, ...row }) => ({
        ...row,
        ...{ family: type, rq: '', rd: state, group: '' },
        quarter: quarterOf(quarter),
      }));
    },
    /** Days that are over and have no sums, or into which a check came late; oldest first. */
    async daysToClose(today: string, limit: number): Promise<string[]> {
      const { rows } = await reader.query<{ day: string }>(
        `with first as (
           select least((select (min(at) at time zone 'UTC')::date from border_check), (select (min(at) at time zone 'UTC')::date from audit_event)) as day),
         last as (select max(utc_day) as day, max(closed_at) as at from closed_day)
         select to_char(d, 'YYYY-MM-DD') as day from (
           select generate_series(coalesce(last.day + 1, first.day), $1::date - 1, '1 day')::date as d from first, last
           union
           select (c.at at time zone 'UTC')::date from border_check c, last
           where c.replayed_at >= last.at - interval '1 hour' and (c.at at time zone 'UTC')::date <= last.day
         ) days where d is not null order by 1 limit $2`,
        [today, limit],
      );
      return rows.map(({ day }) => day);
    },
  };
}

/** Sums one day anew: whoever reads sees the sums of before or of after. */
export async function closeDay(pool: Pool, day: string, now: Date): Promise<void> {
  const client = await pool.connect();
  const bounds = (alias: string) =>
    `${alias}.at >= $1::date::timestamp at time zone 'UTC' and ${alias}.at < ($1::date + 1)::timestamp at time zone 'UTC'`;
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(4991207)');
    await client.query('delete from check_day where utc_day = $1::date', [day]);
    await client.query('delete from audit_day where utc_day = $1::date', [day]);
    await client.query('delete from user_day where utc_day = $1::date', [day]);
    await client.query(
      `insert into check_day (utc_day, day, shift, state, agency_id, checkpoint, checks, corrected, degraded, slow, elapsed_ms) ${checksOf(bounds('c'))}`,
      [day],
    );
    await client.query(
      `insert into audit_day (utc_day, state, agency_id, type, outcome, purpose, count) ${tracesOf(bounds('e'))}`,
      [day],
    );
    await client.query(
      `insert into user_day (utc_day, state, user_id, traces, searches)
       select $1::date, e.state, e.actor_id::uuid, count(*), count(*) filter (where e.type like 'search.%')
       from audit_event e where e.state is not null and e.actor_kind = 'user' and e.actor_id is not null and ${bounds('e')} group by 2, 3`,
      [day],
    );
    await client.query(
      'insert into closed_day (utc_day, closed_at) values ($1::date, $2) on conflict (utc_day) do update set closed_at = $2',
      [day, now],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
