// The table of flagged searches, and the names of colleagues.
import type { Pool } from 'pg';
import type { Tx } from '../../platform/database/database.ts';
import type { FlaggedSearchView, FlagKind } from './contract.ts';

interface Colleague {
  readonly id: string;
  readonly displayName: string;
}

export interface NewFlag {
  readonly id: string;
  readonly at: Date;
  readonly actorId: string;
  readonly agencyId: string;
  readonly kind: FlagKind;
  readonly userId: string;
  readonly requestId: string;
}

export async function insertFlags(tx: Tx, flags: NewFlag[]): Promise<void> {
  await tx.db.flaggedSearch.createMany({ data: flags });
}

export interface FlaggedSearchStore {
  /** People of an agency; also those who left: their former colleagues still know them. */
  colleagues(agencyId: string): Promise<Colleague[]>;
  /** Of one state, newest first, after the place `[at, id]` when given. */
  list(state: string, limit: number, after: readonly [string, string] | null): Promise<FlaggedSearchView[]>;
}

export const createFlaggedSearchStore = (pool: Pool): FlaggedSearchStore => ({
  async colleagues(agencyId) {
    const { rows } = await pool.query<Colleague>(
      'select id, display_name as "displayName" from app_user where agency_id = $1::uuid',
      [agencyId],
    );
    return rows;
  },
  async list(state, limit, after) {
    const { rows } = await pool.query<FlaggedSearchView>(
      `select f.id, to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, f.actor_id as "actorId",
              f.agency_id as "agencyId", f.kind, f.user_id as "userId", f.request_id as "requestId"
       from flagged_search f join agency g on g.id = f.agency_id
       where g.state = $1 and ($3::timestamptz is null or (f.at, f.id) < ($3::timestamptz, $4::uuid))
       order by f.at desc, f.id desc limit $2`,
      [state, limit, after?.[0] ?? null, after?.[1] ?? null],
    );
    return rows;
  },
});
