// Who worked with the registry: accounts by role, those of them that did anything, those that searched; and what auditors look at.

import type { Fact } from '../../domain/reports/cells.ts';
import { quarterOf } from '../../domain/reports/period.ts';
import type { Reader } from '../../platform/database/replica.ts';
import type { Span } from './count-store.ts';
import { OPEN } from './day-store.ts';

export interface UseRow {
  readonly role: string;
  readonly accounts: number;
  readonly active: number;
  readonly searched: number;
  readonly searches: number;
}

/** An officer of two roles stands in both rows. */
const USE = `
  with d as (
    select user_id, searches from user_day where state = $3 and utc_day >= $1::date and utc_day < $2::date
    union all
    select e.actor_id::uuid, (e.type like 'search.%')::int from audit_event e
    where e.${OPEN} and e.at >= $1::date and e.at < $2::date and e.state = $3 and e.actor_kind = 'user' and e.actor_id is not null),
  per as (select user_id, sum(searches)::int as searches from d group by 1)
  select role::text as role, count(*) filter (where u.active)::int as accounts, count(per.user_id)::int as active,
         count(*) filter (where per.searches > 0)::int as searched, coalesce(sum(per.searches), 0)::int as searches
  from app_user u join agency a on a.id = u.agency_id and a.state = $3
  cross join lateral unnest(u.roles) as role
  left join per on per.user_id = u.id
  where u.created_at < $2::date + 1 group by 1`;

const FOUND = `
  select 'flagged.' || f.kind as family, to_char(f.at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*)::int as count
  from flagged_search f join agency a on a.id = f.agency_id and a.state = $3
  where f.at >= $1::date and f.at < $2::date group by 1, 2
  union all
  select 'break-glass.unjustified', to_char(b.reviewed_at at time zone 'UTC', 'YYYY-MM-DD'), count(*)::int
  from break_glass b where b.state = $3 and b.justified = false and b.reviewed_at >= $1::date and b.reviewed_at < $2::date
  group by 1, 2
  union all
  select 'break-glass.late', to_char(b.review_due_at at time zone 'UTC', 'YYYY-MM-DD'), count(*)::int
  from break_glass b where b.state = $3 and b.review_due_at >= $1::date and b.review_due_at < least($2::date, $4::timestamptz)
    and coalesce(b.reviewed_at, $4::timestamptz) > b.review_due_at
  group by 1, 2`;

export function createUserStore(pool: Reader) {
  return {
    async use({ from, until }: Span, state: string): Promise<UseRow[]> {
      return (await pool.query<UseRow>(USE, [from, until, state])).rows;
    },
    async findings({ from, until }: Span, state: string, now: Date): Promise<Fact[]> {
      const { rows } = await pool.query<{ family: string; day: string; count: number }>(FOUND, [
        ...[from, until, state, now],
      ]);
      return rows.map(({ family, day, count }) => ({
        ...{ family, count, rq: '', rd: state, group: '' },
        quarter: quarterOf(day),
      }));
    },
  };
}
