// What the database says about the installation: each look is bounded, however much it holds.
import type pg from 'pg';

type Pool = Pick<pg.Pool, 'query'>;

/** Beyond this many the count only says "many". */
const COUNTED = 10_000;

/** @returns how many of the named migrations are applied; 0 on a database without any */
export async function countApplied(pool: Pool, names: readonly string[]): Promise<number> {
  const { rows } = await pool.query<{ known: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as known`,
  );
  if (!rows[0]?.known) return 0;
  const applied = await pool.query<{ count: number }>(
    `select count(distinct migration_name)::int as count from _prisma_migrations
     where finished_at is not null and rolled_back_at is null and migration_name = any($1)`,
    [names],
  );
  return applied.rows[0]?.count ?? 0;
}

export interface AuditFigures {
  unsealed: number;
  oldestAt: Date | null;
  lastSealedAt: Date | null;
}

/** Below the settled id of the last seal the log is complete, so that only its end has to be looked at. */
export async function readAuditFigures(pool: Pool): Promise<AuditFigures> {
  const { rows } = await pool.query<AuditFigures>(
    `with tip as (select settled_id, sealed_at from audit_seal order by no desc limit 1),
       bound as (select coalesce((select settled_id from tip), 0) as id),
       waiting as (
         select e.at from audit_event e, bound
         where e.id > bound.id
           and not exists (select 1 from audit_sealed s where s.event_id = e.id and s.event_id > bound.id)
         limit $1)
     select count(*)::int as unsealed, min(at) as "oldestAt", (select sealed_at from tip) as "lastSealedAt"
     from waiting`,
    [COUNTED],
  );
  return rows[0] ?? { unsealed: 0, oldestAt: null, lastSealedAt: null };
}

/** @returns the lowest and highest version of keys among the search rows */
export async function readKeyVersions(pool: Pool): Promise<{ from: number | null; to: number | null }> {
  const { rows } = await pool.query<{ from: number | null; to: number | null }>(
    'select min(key_version)::int as "from", max(key_version)::int as "to" from person_search',
  );
  return rows[0] ?? { from: null, to: null };
}

/** @returns when the newest scheduled job began; null when no worker ever ran */
export async function readLastRun(pool: Pool): Promise<Date | null> {
  const known = await pool.query<{ known: boolean }>(
    `select to_regclass('graphile_worker._private_known_crontabs') is not null as known`,
  );
  if (!known.rows[0]?.known) return null;
  const { rows } = await pool.query<{ at: Date | null }>(
    'select max(last_execution) as at from graphile_worker._private_known_crontabs',
  );
  return rows[0]?.at ?? null;
}

export async function ping(pool: Pool): Promise<void> {
  await pool.query('select 1');
}

/** @returns the open links to other installations, with when each was last heard of */
export async function readLinks(pool: Pool): Promise<{ states: string[]; heardAt: Date | null }[]> {
  const { rows } = await pool.query<{ states: string[]; heardAt: Date | null }>(
    `select states, heard_at as "heardAt" from exchange_peer where status = 'ACTIVE' order by id`,
  );
  return rows;
}
