// How many rows were made by an older version of the name keys: checks answer `degraded` while they are many.
import type { Pool } from 'pg';
import { Gauge, type Registry } from 'prom-client';

/** Counted under the index of versions: nothing is read where no such row is left. */
export async function countOlderRows(pool: Pick<Pool, 'query'>, keyVersion: number): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'select count(*)::int as count from person_search where key_version < $1',
    [keyVersion],
  );
  return rows[0]?.count ?? 0;
}

/** Adds the figure; it is read from the database when a collector asks. */
export function watchOlderRows(registry: Registry, pool: Pick<Pool, 'query'>, keyVersion: number): void {
  new Gauge({
    name: 'izdoo_search_rows_older',
    help: 'Search rows with keys of an older version, which the worker makes anew',
    registers: [registry],
    async collect() {
      // The database being away is no reason to show none of the other figures.
      const count = await countOlderRows(pool, keyVersion).catch(() => null);
      if (count === null) this.remove();
      else this.set(count);
    },
  });
}
