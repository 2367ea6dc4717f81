// What screening reads and writes of lists: lines that wait, lines that a person may mean, what is over.
import type { Pool } from 'pg';
import type { ListSource } from '../../domain/passengers/list-outcome.ts';
import { LIVE_STATES } from '../../domain/passengers/list-state.ts';

export interface WaitingLine {
  readonly id: string;
  readonly listId: string;
  readonly agencyId: string;
  readonly state: string;
  readonly source: ListSource;
  readonly traveller: Uint8Array;
  readonly foundIds: readonly string[];
  readonly outcome: string | null;
  readonly direction: 'ENTRY' | 'EXIT' | 'TRANSIT';
  readonly carrier: string;
  readonly number: string;
  readonly checkpoint: string | null;
  readonly createdBy: string;
}

export interface ScreenedLine {
  readonly id: string;
  readonly outcome: string;
  readonly found: Uint8Array | null;
  readonly foundIds: readonly string[];
  /** It says more than before. */
  readonly isNews: boolean;
}

const COLUMNS = `
  l.id, l.list_id as "listId", p.agency_id as "agencyId", p.state, p.source, l.traveller,
  l.found_ids as "foundIds", l.outcome, p.direction, p.carrier, p.number, p.checkpoint, p.created_by as "createdBy"
  from passenger_line l join passenger_list p on p.id = l.list_id`;

const WAITING = `select ${COLUMNS}
  where l.list_id = $1 and l.position > $2 and l.position <= $3 and l.screened_at is null order by l.position`;

// Three index scans beat one condition for which the planner reads the whole table.
const MEANT = `
  with hit as (
    select id from passenger_line where keys && $1::int4[]
    union select id from passenger_line where exact && $2::text[]
    union select id from passenger_line where found_ids @> array[$3::uuid])
  select ${COLUMNS} join hit on hit.id = l.id
  where p.status = any($4::text[]) and l.screened_at is not null`;

const SAVE = `
  update passenger_line l set outcome = n.outcome, found = decode(n.found, 'base64'), screened_at = $2,
    found_ids = array(select jsonb_array_elements_text(n.found_ids))::uuid[],
    is_news = case when n.is_news then true else l.is_news end,
    review = case when n.is_news then null else l.review end
  from jsonb_to_recordset($1::jsonb) as n (id uuid, outcome text, found text, found_ids jsonb, is_news boolean)
  where l.id = n.id`;

const FINISH = `
  update passenger_list set status = 'SCREENED', screened_at = $2, version = version + 1
  where id = $1 and status = 'PARSED'
    and not exists (select 1 from passenger_line where list_id = $1 and screened_at is null)`;

// A finding that nobody has looked at yet asks for another review.
const REOPEN = `
  update passenger_list set status = 'SCREENED', version = version + 1
  where id = any($1::uuid[]) and status = 'REVIEWED'`;

const OVER = `
  select id from passenger_list
  where status <> 'PURGED' and coalesce(arrived_at, due_at) < $1 order by id limit $2`;

// Travellers whom somebody found to be another person are no hits.
const DROP_LINES = `
  delete from passenger_line
  where list_id = $1 and (outcome is null or outcome = 'CLEAR' or review = 'NOT_SAME')`;

export function createScreeningStore(pool: Pool) {
  return {
    waiting: async (listId: string, after: number, to: number): Promise<WaitingLine[]> =>
      (await pool.query<WaitingLine>(WAITING, [listId, after, to])).rows,

    meant: async (
      personId: string,
      { keys, exact }: { keys: readonly number[]; exact: readonly string[] },
    ): Promise<WaitingLine[]> =>
      (await pool.query<WaitingLine>(MEANT, [keys, exact, personId, LIVE_STATES])).rows,

    async save(lines: readonly ScreenedLine[], now: Date): Promise<void> {
      const rows = lines.map(({ id, outcome, found, foundIds, isNews }) => ({
        id,
        outcome,
        found: found && Buffer.from(found).toString('base64'),
        found_ids: foundIds,
        is_news: isNews,
      }));
      await pool.query(SAVE, [JSON.stringify(rows), now]);
    },

    /** @returns whether this call found the list screened to its end */
    finish: async (listId: string, now: Date): Promise<boolean> =>
      (await pool.query(FINISH, [listId, now])).rowCount === 1,

    async reopen(listIds: readonly string[]): Promise<void> {
      await pool.query(REOPEN, [listIds]);
    },

    over: async (before: Date, limit: number): Promise<string[]> =>
      (await pool.query<{ id: string }>(OVER, [before, limit])).rows.map(({ id }) => id),

    /** @returns how many lines are gone */
    async purge(listId: string, now: Date): Promise<number> {
      const { rowCount } = await pool.query(DROP_LINES, [listId]);
      await pool.query(
        `update passenger_list set status = 'PURGED', purged_at = $2, faults = '[]', version = version + 1 where id = $1`,
        [listId, now],
      );
      return rowCount ?? 0;
    },

    /** Findings kept for their longest. @returns how many lists are gone */
    dropFindings: async (before: Date): Promise<number> =>
      (await pool.query(`delete from passenger_list where status = 'PURGED' and due_at < $1`, [before]))
        .rowCount ?? 0,
  };
}
