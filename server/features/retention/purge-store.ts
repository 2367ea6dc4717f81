// Rows that go by their age alone, a few at a time: query texts, hits that became no case, memories, disclosures.
import type { Pool } from 'pg';
import { addMonths, type MonthPeriod, type RetentionBook } from '../../domain/retention/periods.ts';
import type { RetentionRule } from '../../domain/retention/rules.ts';
import type { Tx } from '../../platform/database/database.ts';

export interface Purge {
  readonly rule: RetentionRule;
  /** Null: the row carries its own end. */
  readonly period: MonthPeriod | null;
  /** What is due, as a from-where of rows `r`; the cutoff of a state is `CUTOFF`, the instant of now `$4`. */
  readonly due: string;
  readonly state: string;
  /** Statements over the ids that are taken away now (`$1`). */
  readonly erase: readonly string[];
}

// $1 states with periods of their own, $2 their cutoffs, $3 the cutoff of all others, $4 now.
const CUTOFF = (state: string) =>
  `coalesce((select o.cutoff from unnest($1::text[], $2::timestamptz[]) as o (state, cutoff)
             where o.state = ${state}), $3::timestamptz)`;
const NOT_HELD = (ids: string) =>
  `not exists (select 1 from legal_hold l where l.released_at is null and l.subject_id in (${ids}))`;

export const PURGES: readonly Purge[] = [
  {
    rule: 'HIT_OVER',
    period: 'hitMonths',
    state: 'r.owner_state',
    due: `from hit r where r.case_id is null and r.closed_at <= ${CUTOFF('r.owner_state')}
      and ${NOT_HELD('r.person_id, r.alert_id')}`,
    erase: [
      'delete from hit_step where hit_id = any($1::uuid[])',
      'delete from hit_task where hit_id = any($1::uuid[])',
      'delete from border_event where hit_id = any($1::uuid[])',
      'delete from hit where id = any($1::uuid[])',
    ],
  },
  {
    rule: 'CHECK_QUERY',
    period: 'queryMonths',
    state: 'r.state',
    // What a report is still to be written from, and what an open hit goes back to, stays.
    due: `from border_check r where (r.query is not null or r.found is not null) and not r.follow_up
      and r.at <= ${CUTOFF('r.state')}
      and not exists (select 1 from hit h where h.check_id = r.id and (h.closed_at is null or not
        ${NOT_HELD('h.person_id, h.alert_id')}))`,
    erase: ['update border_check set query = null, found = null where id = any($1::uuid[])'],
  },
  {
    rule: 'NOT_SAME_OVER',
    period: null,
    state: 'r.state',
    due: `from non_identity_pair r where (r.ends_at <= $4::timestamptz or r.revoked_at <= $4::timestamptz)
      and ${NOT_HELD('r.person_id')}`,
    erase: ['delete from non_identity_pair where id = any($1::uuid[])'],
  },
  {
    rule: 'REQUEST_OVER',
    period: 'auditMonths',
    state: 'r.received_state',
    due: `from subject_request r where r.closed_at <= ${CUTOFF('r.received_state')}`,
    erase: ['delete from subject_request where id = any($1::uuid[])'],
  },
  {
    rule: 'REQUEST_OVER',
    period: 'auditMonths',
    state: 'r.recipient_state',
    due: `from recipient_notice r where r.at <= ${CUTOFF('r.recipient_state')} and r.confirmed_at is not null`,
    erase: ['delete from recipient_notice where id = any($1::uuid[])'],
  },
  {
    rule: 'DISCLOSURE_OVER',
    period: 'auditMonths',
    state: 'r.recipient_state',
    due: `from disclosure r where r.at <= ${CUTOFF('r.recipient_state')} and ${NOT_HELD('r.person_id')}`,
    erase: ['delete from disclosure where id = any($1::uuid[])'],
  },
  {
    rule: 'DISCLOSURE_OVER',
    period: 'auditMonths',
    state: 'r.state',
    due: `from export r where r.requested_at <= ${CUTOFF('r.state')} and not exists (
      select 1 from export_person p join legal_hold l on l.subject_id = p.person_id and l.released_at is null
      where p.export_id = r.id)`,
    // Its register, decisions and downloads go with it.
    erase: ['delete from export where id = any($1::uuid[])'],
  },
  {
    rule: 'DISCLOSURE_OVER',
    period: 'auditMonths',
    state: 'r.state',
    due: `from break_glass r where r.opened_at <= ${CUTOFF('r.state')} and r.reviewed_at is not null
      and ${NOT_HELD('r.person_id')}`,
    erase: ['delete from break_glass where id = any($1::uuid[])'],
  },
  {
    rule: 'DISCLOSURE_OVER',
    period: 'auditMonths',
    state: 'r.state',
    due: `from (select f.*, a.state from flagged_search f join agency a on a.id = f.agency_id) r
      where r.at <= ${CUTOFF('r.state')}`,
    erase: ['delete from flagged_search where id = any($1::uuid[])'],
  },
];

/** Unused parameters still need a type. */
const TYPED =
  '($1::text[] is not null and $2::timestamptz[] is not null and $3::timestamptz is not null and $4::timestamptz is not null)';

function cutoffs(book: RetentionBook, period: MonthPeriod | null, now: Date): unknown[] {
  if (period === null) return [[], [], now, now];
  const own = book.ownStates;
  return [
    own,
    own.map((state) => addMonths(now, -book.of(state)[period])),
    addMonths(now, -book.of('')[period]),
    now,
  ];
}

export function createPurgeStore(pool: Pool) {
  return {
    /** @param state only rows of this state; null: of all */
    async count({ due, period, state }: Purge, book: RetentionBook, now: Date, of: string | null) {
      const { rows } = await pool.query<{ count: number }>(
        `select count(*)::float8 as count ${due} and ${TYPED} and ($5::text is null or ${state} = $5)`,
        [...cutoffs(book, period, now), of],
      );
      return rows[0]?.count ?? 0;
    },
    async next({ due, period }: Purge, book: RetentionBook, now: Date, limit: number): Promise<string[]> {
      const { rows } = await pool.query<{ id: string }>(
        `select r.id::text as id ${due} and ${TYPED} limit $5`,
        [...cutoffs(book, period, now), limit],
      );
      return rows.map(({ id }) => id);
    },
  };
}

export type PurgeStore = ReturnType<typeof createPurgeStore>;

export async function purgeRows(tx: Tx, { erase }: Purge, ids: readonly string[]): Promise<void> {
  await tx.db.$executeRaw`select set_config('izdoo.erasing', 'on', true)`;
  for (const sql of erase) await tx.db.$executeRawUnsafe(sql, [...ids]);
}
