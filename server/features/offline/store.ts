// The search rows of everybody under an arrest alert that works for a border, in pages.
import type { Pool } from 'pg';
import type { SearchRow } from '../../platform/search/port.ts';

export interface WantedRow extends SearchRow {
  /** When the last of the alerts ends. */
  readonly endsAt: Date;
}

const PAGE = `
  select s.person_id as "personId", s.person_version as "personVersion", s.names, s.births, s.sex, s.nationalities,
    s.documents, s.national_ids as "nationalIds", s.scopes, wanted.ends_at as "endsAt"
  from (
    select a.person_id, max(a.ends_at) as ends_at from alert a
    where a.type in ('ARREST_PROSECUTION', 'ARREST_SENTENCE') and a.status in ('ACTIVE', 'LOCATED')
      and a.starts_at <= $2 and $2 < a.ends_at and a.audience && $1::text[] and a.person_id > $3::uuid
    group by a.person_id order by a.person_id limit $4) as wanted
  join person_search s on s.person_id = wanted.person_id
  order by s.person_id`;

const FIRST = '00000000-0000-0000-0000-000000000000';

export async function* wantedRows(
  pool: Pool,
  tokens: readonly string[],
  now: Date,
  atOnce: number,
): AsyncGenerator<readonly WantedRow[]> {
  for (let after = FIRST; ; ) {
    const { rows } = await pool.query<WantedRow>(PAGE, [tokens, now, after, atOnce]);
    if (rows.length > 0) yield rows;
    if (rows.length < atOnce) return;
    after = rows.at(-1)?.personId ?? after;
  }
}
