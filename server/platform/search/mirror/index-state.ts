// Whether an index may be asked, and what it does not know yet: read before the engine is asked, so that a change confirmed in between
// is then in one of the two, never in neither.
import type { Pool } from 'pg';
import type { Clock } from '../../clock.ts';

/** More unconfirmed changes than these are not laid over the index's answer any more. */
const OVERLAY_MOST = 4_000;
/** From this age of the oldest unconfirmed change on the answer says that it is degraded. */
const LAGGING_MS = 60_000;
/** From this age on the index is not asked. */
const LOST_MS = 15 * 60_000;

const STATE = `
  SELECT m.uid, (SELECT at FROM mirror_outbox WHERE index_name = $2 ORDER BY id LIMIT 1) AS "oldestAt",
    ARRAY(SELECT entity_id::text FROM mirror_outbox WHERE index_name = $2 LIMIT ${OVERLAY_MOST + 1}) AS waiting
  FROM mirror_index m
  WHERE m.name = $2 AND m.role = 'LIVE' AND m.loaded_at IS NOT NULL AND m.problem IS NULL AND m.mapper_version = $1`;

interface StateRow {
  readonly uid: string;
  readonly oldestAt: Date | null;
  readonly waiting: readonly string[];
}

export interface IndexState {
  readonly uid: string;
  /** Rows of which a change is not confirmed. */
  readonly waiting: readonly string[];
  /** The oldest of these changes is so old that the answer has to say it. */
  readonly lagging: boolean;
}

export interface IndexStateParts {
  readonly pool: Pool;
  readonly clock: Clock;
  /** Of the index, and of the documents that this program makes for it. */
  readonly name: string;
  readonly mapperVersion: number;
}

/** @returns the state of an index that may be asked, or null */
export async function indexState({
  pool,
  clock,
  name,
  mapperVersion,
}: IndexStateParts): Promise<IndexState | null> {
  const { rows } = await pool.query<StateRow>({
    name: 'mirror-state',
    text: STATE,
    values: [mapperVersion, name],
  });
  const state = rows[0];
  if (!state || state.waiting.length > OVERLAY_MOST) return null;
  const behind = state.oldestAt ? clock.now().getTime() - state.oldestAt.getTime() : 0;
  if (behind > LOST_MS) return null;
  return { uid: state.uid, waiting: state.waiting, lagging: behind > LAGGING_MS };
}
