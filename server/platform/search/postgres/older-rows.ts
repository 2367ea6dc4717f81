// How many rows were made by an older version of the name keys: checks answer `degraded` while they are many.
import type { Pool } from 'pg';

/** Counted under the index of versions: nothing is read where no such row is left. */
export async function countOlderRows(pool: Pick<Pool, 'query'>, keyVersion: number): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'select count(*)::int as count from person_search where key_version < $1',
    [keyVersion],
  );
  return rows[0]?.count ?? 0;
}
