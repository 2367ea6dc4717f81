// What persons asked about themselves, what other states proposed to correct, what was erased: counts, and how long answers took.

import type { Fact } from '../../domain/reports/cells.ts';
import { quarterOf } from '../../domain/reports/period.ts';
import type { Reader } from '../../platform/database/replica.ts';
import type { Span } from './count-store.ts';

interface AnswerRow {
  readonly group: string;
  readonly state: string;
  readonly day: string;
  readonly days: number;
  readonly isLate: boolean;
}

interface CountRow {
  readonly family: string;
  readonly group: string;
  readonly state: string;
  readonly day: string | null;
  readonly count: number;
}

const DAY = (instant: string, state: string) =>
  `(${instant} at time zone coalesce((select z.time_zone from country z where z.alpha3 = ${state}), 'UTC'))::date`;

/** What the state has to answer, from wherever it came. An answer counts when it leaves: before that nobody outside knows of it. */
const ASKED = `
  select r.type as "group", r.owner_state as state, r.sent_at as asked_at, r.received_at as begun_at, r.due_at,
         case when r.release_at <= $3 then r.release_at end as answered_at
  from subject_request r where r.owner_state is not null and r.sent_at is not null
  union all
  select 'PROPOSAL', p.owner_state, p.proposed_at, p.proposed_at, null, p.decided_at from correction_proposal p`;

const ANSWERS = `
  select a."group", a.state, to_char(a.day, 'YYYY-MM-DD') as day, a.days, a.late as "isLate" from (
    select q."group", q.state, ${DAY('q.answered_at', 'q.state')} as day,
           ${DAY('q.answered_at', 'q.state')} - ${DAY('q.begun_at', 'q.state')} as days,
           coalesce(q.answered_at > q.due_at, false) as late
    from (${ASKED}) q where q.answered_at is not null) a
  where a.day >= $1::date and a.day < $2::date`;

const COUNTS = `
  select 'right-asked' as family, q."group", q.state, to_char(${DAY('q.asked_at', 'q.state')}, 'YYYY-MM-DD') as day, count(*)::int as count
  from (${ASKED}) q where ${DAY('q.asked_at', 'q.state')} >= $1::date and ${DAY('q.asked_at', 'q.state')} < $2::date
  group by 2, 3, 4
  union all
  select 'right-open', q."group", q.state, null, count(*)::int
  from (${ASKED}) q where ${DAY('q.asked_at', 'q.state')} < $2::date
    and (q.answered_at is null or ${DAY('q.answered_at', 'q.state')} >= $2::date)
  group by 2, 3
  union all
  select f.family, e.kind, e.state, to_char(${DAY('e.at', 'e.state')}, 'YYYY-MM-DD'), count(*)::int
  from erasure e, lateral (
    select 'erased' as family
    union all select 'erased-on-request' where e.rule = 'SUBJECT_REQUEST'
    union all select 'erased-proved' where e.proven_at is not null
  ) f
  where ${DAY('e.at', 'e.state')} >= $1::date and ${DAY('e.at', 'e.state')} < $2::date and $3::timestamptz is not null
  group by 1, 2, 3, 4`;

export function createRightsStore(pool: Reader) {
  return {
    /** Of all states: what one keeps back depends on what the others print. `days`: from the arrival to the answer, of each answer. */
    async rights(
      { from, until, lastQuarter }: Span,
      now: Date,
    ): Promise<{ facts: Fact[]; days: { state: string; group: string; days: number }[] }> {
      const answers = (await pool.query<AnswerRow>(ANSWERS, [from, until, now])).rows;
      const counts = (await pool.query<CountRow>(COUNTS, [from, until, now])).rows;
      const at = (family: string, group: string, state: string, day: string | null, count: number): Fact => ({
        ...{ family, group, count, rq: '', rd: state },
        quarter: day === null ? lastQuarter : quarterOf(day),
      });
      return {
        facts: [
          ...counts.map(({ family, group, state, day, count }) => at(family, group, state, day, count)),
          ...answers.flatMap(({ group, state, day, isLate }) => [
            at('right-answered', group, state, day, 1),
            ...(isLate ? [at('right-late', group, state, day, 1)] : []),
          ]),
        ],
        days: answers,
      };
    },
  };
}
