// Work that of all processes on a database only one does at a time; the others wait until it is done.
import type { Pool } from 'pg';

/**
 * @param name of the work: different works do not wait for one another
 * @returns what `work` returns; it needs a second connection of the pool for itself
 */
export async function alone<T>(
  pool: Pick<Pool, 'connect'>,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`izdoo:${name}`]);
    return await work();
  } finally {
    // The lock ends with its connection, whatever happened to it.
    client.release(true);
  }
}
