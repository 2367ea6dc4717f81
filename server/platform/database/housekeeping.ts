// Tidying that no answer depends on: rows that nobody asks for any more, and partitions for the months to come.
import type pg from 'pg';

const DAY = 24 * 60 * 60 * 1000;
const BATCH = 5_000;
const MONTHS_AHEAD = 3;

const before = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY);

/** Deletes in small transactions, so that nobody waits for a long one. @returns how many rows went */
export async function deleteInBatches(pool: pg.Pool, statement: string, values: unknown[]): Promise<number> {
  let total = 0;
  for (;;) {
    const { rowCount } = await pool.query(statement, [...values, BATCH]);
    total += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) return total;
  }
}

/** Answers to repeated requests are kept for a day. */
export const purgeIdempotencyKeys = (pool: pg.Pool, now: Date): Promise<number> =>
  deleteInBatches(
    pool,
    `delete from idempotency_key where ctid in (
       select ctid from idempotency_key where created_at < $1 limit $2)`,
    [before(now, 1)],
  );

/** Sessions are forgotten thirty days after their end; their refresh tokens go with them. */
export const purgeSessions = (pool: pg.Pool, now: Date): Promise<number> =>
  deleteInBatches(
    pool,
    'delete from session where id in (select id from session where expires_at < $1 limit $2)',
    [before(now, 30)],
  );

/**
 * Makes the partitions of this month and the next two. Making one stops writers for a moment: rather than queue
 * behind a long transaction and hold everybody up, it gives up and is tried again.
 */
export async function ensureAuditPartitions(pool: pg.Pool, now: Date): Promise<number> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query("begin; set local lock_timeout = '2s'");
    const { rows } = await client.query<{ made: number }>('select audit_ensure_partitions($1, $2) as made', [
      now,
      MONTHS_AHEAD,
    ]);
    await client.query('commit');
    broken = false;
    return rows[0]?.made ?? 0;
  } finally {
    client.release(broken);
  }
}
