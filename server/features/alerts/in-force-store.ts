// The re-read of the truth: which alerts on these persons work now for this reader. Never answered from a cache.
import type { Database } from '../../platform/database/database.ts';
import { type InForceAlert, type InForceRow, inForceByPerson, inForceSql } from './in-force.ts';

const IN_FORCE = inForceSql('$1', '$2', '$3');

/**
 * One prepared statement for all persons.
 * @param tokens what the reader holds (readerTokens, borderTokens)
 * @returns by person the visible alerts in force at `now`, the deciding one first; persons without any are left out
 */
export async function readInForce(
  { pool }: Pick<Database, 'pool'>,
  personIds: readonly string[],
  tokens: readonly string[],
  now: Date,
): Promise<Map<string, InForceAlert[]>> {
  if (personIds.length === 0 || tokens.length === 0) return new Map();
  const { rows } = await pool.query<InForceRow>({
    name: 'alerts-in-force',
    text: IN_FORCE,
    values: [personIds, tokens, now],
  });
  return inForceByPerson(rows);
}
