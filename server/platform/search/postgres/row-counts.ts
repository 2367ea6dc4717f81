// How many rows a key is expected to bring: counted by PostgreSQL for the common ones, by the name tables for the others.
import type { Pool } from 'pg';
import type { WeightedKey } from '../../../domain/names/analysed-name.ts';

/** What is known of the table at a time. @returns the rows that a key is expected to bring */
export type RowCounts = (key: WeightedKey) => number;

// The shares of the elements are followed by the smallest of them; an empty or new table has no row here.
const STATISTICS = `
  SELECT greatest(reltuples, 1)::float8 AS size, most_common_elems::text::int4[] AS keys,
    most_common_elem_freqs AS shares
  FROM pg_class LEFT JOIN pg_stats
    ON schemaname = relnamespace::regnamespace::text AND tablename = relname AND attname = 'keys'
  WHERE oid = 'person_search'::regclass`;

interface StatisticsRow {
  readonly size: number;
  readonly keys: readonly number[] | null;
  readonly shares: readonly number[] | null;
}

/**
 * A registry repeats its own names, so what the tables of names at large expect of a common key may be wrong by a hundred times.
 * A key that PostgreSQL does not count among the common ones is no commoner than the rarest of those.
 */
export function rowCountsOf({ size, keys, shares }: StatisticsRow): RowCounts {
  const common = new Map((keys ?? []).map((key, index) => [key, size * (shares?.[index] ?? 0)]));
  const atMost = common.size > 0 ? size * (shares?.[common.size] ?? 1) : size;
  return ({ key, weight, within }) => {
    const among = within === undefined ? size : (common.get(within) ?? atMost);
    return common.get(key) ?? Math.min(among / 2 ** weight, atMost);
  };
}

const KEPT_MS = 60_000;

/** Asks PostgreSQL once a minute. */
export function createRowCounts(pool: Pool): () => Promise<RowCounts> {
  let counts: RowCounts = () => 1;
  let askedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = performance.now();
    if (now - askedAt > KEPT_MS) {
      const { rows } = await pool.query<StatisticsRow>(STATISTICS);
      counts = rowCountsOf(rows[0] ?? { size: 1, keys: null, shares: null });
      askedAt = now;
    }
    return counts;
  };
}
