// Gives back the jobs of workers that are gone: each worker holds a lock on its name for as long as it lives, and whoever sees a name
// without a lock twice sets its jobs free. Killed, a worker would otherwise keep them for four hours.
import pg from 'pg';
import { againAndAgain, type Repeated } from '../again.ts';
import type { Logger } from '../logger.ts';

/** Longer than a living worker needs to take its lock, or to take it again after its connection broke. */
const LOOK_EVERY_MS = 60_000;
const AGAIN_AFTER_MS = 1_000;
const KEY = `hashtextextended('izdoo:worker:' || $1, 0)`;

/** Holds the name of a worker until it is told to stop, on a connection of its own: the lock ends with the process, however it ends. */
export function holdName(connectionString: string | undefined, name: string): Repeated {
  /** Resolves when the connection is gone. */
  async function hold(signal: AbortSignal): Promise<void> {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000, keepAlive: true });
    const gone = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    try {
      await client.connect();
      await client.query(`select pg_advisory_lock(${KEY})`, [name]);
      await gone;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  return againAndAgain(async (signal) => {
    await hold(signal).catch(() => undefined);
    return AGAIN_AFTER_MS;
  });
}

/** @returns names that hold jobs or queues now and whose lock nobody holds */
async function lockless(pool: Pick<pg.Pool, 'query'>): Promise<Set<string>> {
  const { rows } = await pool.query<{ name: string }>(
    `select locked_by as name from graphile_worker._private_jobs where locked_by is not null
     union select locked_by from graphile_worker._private_job_queues where locked_by is not null`,
  );
  const free = new Set<string>();
  for (const { name } of rows) {
    // Taken and given back in one statement: the transaction is over when it has been answered.
    const { rows: answer } = await pool.query<{ free: boolean }>(
      `select pg_try_advisory_xact_lock(${KEY}) as free`,
      [name],
    );
    if (answer[0]?.free) free.add(name);
  }
  return free;
}

/** Looks again and again whose jobs nobody does any more. A worker has its jobs for a moment before it has its lock: one look is no proof. */
export function watchGraves(
  pool: Pick<pg.Pool, 'query'>,
  logger: Pick<Logger, 'warn' | 'error'>,
  lookEveryMs = LOOK_EVERY_MS,
): Repeated {
  let before = new Set<string>();
  return againAndAgain(async () => {
    try {
      const now = await lockless(pool);
      const gone = [...now].filter((name) => before.has(name));
      if (gone.length > 0) {
        await pool.query('select graphile_worker.force_unlock_workers($1)', [gone]);
        logger.warn({ workers: gone.length }, 'jobs of workers that are gone were set free');
      }
      before = now;
    } catch (error) {
      before = new Set();
      logger.error({ err: error }, 'jobs of workers that are gone could not be looked for');
    }
    return lookEveryMs;
  });
}
