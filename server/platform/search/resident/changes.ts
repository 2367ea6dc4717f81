// Whose names or dates changed since a position, as PostgreSQL tells it in the same snapshot as everything else of a statement.
//
// A position is the snapshot that a register stands at, and the life of the database that it was taken in: `<snapshot>@<life>`. What
// the snapshot does not see are the changes by transactions from its end on, and by those that were open then. So a transaction that
// stays open for hours holds nothing back, and one that began before another and ends after it is not passed over.
import type { Pool } from 'pg';
import type { PersonSearchRow } from '../../../domain/persons/search-row.ts';
import { deleteInBatches } from '../../database/housekeeping.ts';

/** With more changes than that a question is answered without the register: to read them would take longer. */
export const MOST_CHANGED = 200;

/** Persons a page: some milliseconds of this process, so that no check waits longer for its turn. */
const PAGE = 200;
/** Before every id. */
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Numbers of transactions are given again when a database goes back to an earlier state: after a restored backup or disk, on a replica
 * that takes the place of the primary, after an end without a flush to the disk. PostgreSQL starts in all of these cases. A dump that
 * is read back makes the table anew.
 */
const LIFE = `extract(epoch FROM pg_postmaster_start_time()) || '/' || 'person_search'::regclass::oid`;
const NOW = 'pg_current_snapshot()';
const HERE = `${NOW} || '@' || (${LIFE})`;

const numberOf = (xid: string): string => `(${xid})::text::bigint`;
const snapshotOf = (position: number): string => `split_part($${position}::text, '@', 1)::pg_snapshot`;

/**
 * In sub-selects, so that one plan serves every position; the limits keep the planner from reading whole tables for them.
 * @param after numbers of the parameters with the last change of the page before
 */
function noted(
  position: number,
  limit: number,
  after?: { readonly by: number; readonly id: number },
): string {
  const snapshot = snapshotOf(position);
  const end = numberOf(`pg_snapshot_xmax(${snapshot})`);
  const open = `changed_by = ANY (ARRAY(SELECT ${numberOf(`pg_snapshot_xip(${snapshot})`)}))`;
  const where = (condition: string) => `
    (SELECT changed_by, person_id FROM person_change WHERE ${condition} ORDER BY changed_by, person_id LIMIT ${limit})`;
  if (!after) return `${where(`changed_by >= (SELECT ${end})`)} UNION ALL ${where(open)}`;
  const [by, id] = [`$${after.by}::bigint`, `$${after.id}::uuid`];
  // One condition: with two the index would be read from the beginning.
  const later = `(SELECT greatest(${end}, ${by})), (SELECT CASE WHEN ${by} >= ${end} THEN ${id} ELSE '${FIRST}' END)`;
  return `${where(`(changed_by, person_id) > (${later})`)}
    UNION ALL ${where(`${open} AND (changed_by, person_id) > ((SELECT ${by}), (SELECT ${id}))`)}`;
}

/** The floor is raised before rows go, so whoever sees them gone sees it raised. */
const holds = (position: number): string => `
  coalesce((SELECT purged_below <= ${numberOf(`pg_snapshot_xmin(${snapshotOf(position)})`)}
      AND pg_snapshot_xmax(${snapshotOf(position)}) <= pg_snapshot_xmax(${NOW})
      AND split_part($${position}::text, '@', 2) = ${LIFE}
    FROM person_change_floor), false)`;

/**
 * Parts of a WITH: `changed (person_id)`, who has to be read beside what a register at the position says, and `register (holds)`, one row:
 * false where it says nothing any more, or too much has changed, and the question is to be answered without it.
 * @param position number of the parameter with the position
 */
export const sincePosition = (position: number): string => `
  noted AS MATERIALIZED (${noted(position, MOST_CHANGED + 1)}),
  changed AS MATERIALIZED (SELECT DISTINCT person_id FROM noted),
  register AS MATERIALIZED (SELECT ${holds(position)} AND (SELECT count(*) FROM noted) <= ${MOST_CHANGED} AS holds)`;

const LOADED = `SELECT person_id AS id, key_version AS "keyVersion", names, births FROM person_search
  WHERE person_id > $1::uuid ORDER BY person_id LIMIT ${PAGE}`;

const CHANGED = `
  SELECT here.position, here.holds, next.changed_by::text AS by, next.person_id AS id, stored.key_version AS "keyVersion",
    stored.names, stored.births
  FROM (SELECT ${HERE} AS position, ${holds(1)} AS holds) AS here
  LEFT JOIN LATERAL (
    SELECT * FROM (${noted(1, PAGE, { by: 2, id: 3 })}) AS noted
    ORDER BY changed_by, person_id LIMIT ${PAGE}) AS next ON true
  LEFT JOIN person_search AS stored ON stored.person_id = next.person_id
  ORDER BY next.changed_by, next.person_id`;

/** @property keyVersion null: the row is gone */
export type RegisterRow = { readonly id: string } & (
  | ({ readonly keyVersion: number } & Pick<PersonSearchRow, 'names' | 'births'>)
  | { readonly keyVersion: null }
);

type ChangedRow = { position: string; holds: boolean } & (
  | ({ by: string } & RegisterRow)
  | { by: null; id: null }
);

/** @returns where a register stands that is filled from now on */
export async function beginPosition(pool: Pool): Promise<string> {
  // Of another life are those that a dump brought along: no transaction of this one has reached their numbers.
  const ahead = numberOf(`pg_snapshot_xmax(${NOW})`);
  await pool.query(`DELETE FROM person_change WHERE changed_by >= ${ahead}`);
  await pool.query(`UPDATE person_change_floor SET purged_below = 0, next_below = 0
    WHERE greatest(purged_below, next_below) > ${ahead}`);
  const { rows } = await pool.query<{ position: string }>(`SELECT ${HERE} AS position`);
  return rows[0]?.position ?? '';
}

/** All rows, a page at a time. */
export async function* allRows(pool: Pool): AsyncGenerator<readonly RegisterRow[], void, undefined> {
  let after = FIRST;
  for (;;) {
    const { rows } = await pool.query<RegisterRow>({
      name: 'register-load',
      text: LOADED,
      values: [after],
    });
    yield rows;
    after = rows.at(-1)?.id ?? after;
    if (rows.length < PAGE) return;
  }
}

/**
 * Rows that changed since the position, a page at a time; each page is read later than the one before, none is older than the first.
 * @returns the position that a register stands at when it has taken all of them; null when it cannot be brought there
 */
export async function* changedRows(
  pool: Pool,
  position: string,
): AsyncGenerator<readonly RegisterRow[], string | null, undefined> {
  let reached: string | undefined;
  let [by, after] = ['0', FIRST];
  for (;;) {
    const { rows } = await pool.query<ChangedRow>({
      name: 'register-changes',
      text: CHANGED,
      values: [position, by, after],
    });
    const [first] = rows;
    if (!first?.holds) return null;
    reached ??= first.position;
    const changed = rows.filter((row) => row.by !== null);
    yield changed;
    const last = changed.at(-1);
    if (!last || changed.length < PAGE) return reached;
    [by, after] = [last.by, last.id];
  }
}

/**
 * Takes away changes that nobody needs: those by transactions that were over when the purge before this one ran, an hour ago. Registers
 * take changes every second; one that did not for so long stands before the floor, learns it from the statement that asks, and is
 * filled anew. No clock of a process has to be trusted: a wrong one of the database costs a filling.
 */
export async function purgeChanges(pool: Pool): Promise<number> {
  await pool.query(`UPDATE person_change_floor
    SET purged_below = next_below, next_below = ${numberOf(`pg_snapshot_xmin(${NOW})`)}, next_at = now()
    WHERE next_at <= now() - interval '50 minutes'`);
  return deleteInBatches(
    pool,
    `DELETE FROM person_change WHERE (changed_by, person_id) IN (SELECT changed_by, person_id FROM person_change
       WHERE changed_by < (SELECT purged_below FROM person_change_floor) ORDER BY changed_by, person_id LIMIT $1)`,
    [],
  );
}
