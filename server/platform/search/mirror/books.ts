// The mirror's own books in PostgreSQL: its indexes, the outbox, the gap, proofs of deletion.
import type { Pool, PoolClient } from 'pg';

export type IndexRole = 'LIVE' | 'NEXT' | 'PREVIOUS';

export interface IndexRow {
  readonly uid: string;
  readonly name: string;
  readonly role: IndexRole;
  readonly schemaVersion: number;
  readonly mapperVersion: number;
  readonly settingsHash: string;
  readonly engineCreatedAt: string | null;
  readonly loadedTo: string | null;
  readonly loaded: number;
  readonly loadedAt: Date | null;
  readonly startedAt: Date;
  readonly problem: string | null;
}

export interface Waiting {
  /** Rows of the outbox, counted up to a limit. */
  readonly rows: number;
  readonly oldestAt: Date | null;
}

const INDEX_COLUMNS = `uid, name, role, schema_version as "schemaVersion", mapper_version as "mapperVersion",
  settings_hash as "settingsHash", engine_created_at as "engineCreatedAt", loaded_to as "loadedTo", loaded,
  loaded_at as "loadedAt", started_at as "startedAt", problem`;

/** Beyond this many the count only says "many". */
const COUNTED = 100_000;

export interface Claimed {
  readonly id: string;
  readonly notes: string[];
}

export interface Confirmation {
  readonly name: string;
  readonly notes: readonly string[];
  /** Rows that the index holds wholly, or that are gone. */
  readonly whole: readonly string[];
  /** Rows for which PostgreSQL has to answer; `held`: the index has a document of it, which does not tell everything. */
  readonly partial: readonly { readonly id: string; readonly held: boolean }[];
  readonly quarantined: readonly { readonly id: string; readonly problem: string }[];
  readonly deletions: readonly { readonly uid: string; readonly id: string; readonly task: number }[];
  readonly engineVersion: string;
  readonly at: Date;
}

export type MirrorBooks = ReturnType<typeof createMirrorBooks>;

export function createMirrorBooks(pool: Pool) {
  const run = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await pool.query<T>(text, values)).rows;

  async function together(work: (client: PoolClient) => Promise<void>): Promise<void> {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await work(client);
      await client.query('commit');
      client.release();
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
  }

  return {
    indexes: (name: string): Promise<IndexRow[]> =>
      run(`select ${INDEX_COLUMNS} from mirror_index where name = $1`, [name]),

    /** From its commit on triggers note changes; the loading waits for transactions that began before. */
    async addIndex(
      row: Pick<
        IndexRow,
        'uid' | 'name' | 'role' | 'schemaVersion' | 'mapperVersion' | 'settingsHash' | 'engineCreatedAt'
      >,
    ) {
      await run(
        `insert into mirror_index (uid, name, role, schema_version, mapper_version, settings_hash, engine_created_at, made_by)
         values ($1, $2, $3, $4, $5, $6, $7, pg_current_xact_id()::text::bigint)`,
        [
          row.uid,
          row.name,
          row.role,
          row.schemaVersion,
          row.mapperVersion,
          row.settingsHash,
          row.engineCreatedAt,
        ],
      );
    },
    /** @returns whether every change that the triggers did not see is over */
    async mayLoad(uid: string): Promise<boolean> {
      const [row] = await run<{ may: boolean }>(
        `select pg_snapshot_xmin(pg_current_snapshot())::text::bigint > made_by as may from mirror_index where uid = $1`,
        [uid],
      );
      return row?.may ?? false;
    },
    dropIndex: (uid: string) => run(`delete from mirror_index where uid = $1`, [uid]),
    progress: (uid: string, loadedTo: string, loaded: number) =>
      run(
        `update mirror_index set loaded_to = greatest(loaded_to, $2::uuid), loaded = loaded + $3 where uid = $1`,
        [uid, loadedTo, loaded],
      ),
    allLoaded: (uid: string, at: Date) =>
      run(`update mirror_index set loaded_at = $2 where uid = $1`, [uid, at]),
    setProblem: (uid: string, problem: string | null) =>
      run(`update mirror_index set problem = $2 where uid = $1 and problem is distinct from $2`, [
        uid,
        problem,
      ]),
    setSettings: (uid: string, schemaVersion: number, settingsHash: string) =>
      run(`update mirror_index set schema_version = $2, settings_hash = $3 where uid = $1`, [
        uid,
        schemaVersion,
        settingsHash,
      ]),
    /** What was NEXT answers, what was LIVE is kept: the engine has exchanged the two under their names. */
    swapped: (live: string, next: string) =>
      run(
        `with before as (select * from mirror_index where uid in ($1, $2))
         update mirror_index m set schema_version = o.schema_version, mapper_version = o.mapper_version,
           settings_hash = o.settings_hash, engine_created_at = o.engine_created_at, made_by = o.made_by,
           loaded_to = o.loaded_to, loaded = o.loaded, loaded_at = o.loaded_at, problem = o.problem,
           started_at = case m.uid when $1 then o.started_at else now() end,
           role = case m.uid when $1 then 'LIVE' else 'PREVIOUS' end
         from before o where m.uid in ($1, $2) and o.uid in ($1, $2) and o.uid <> m.uid`,
        [live, next],
      ),

    /** @returns the oldest rows, each once with its notes; a later note about the same row is not among them and stays */
    claim: (name: string, most: number): Promise<Claimed[]> =>
      run(
        `select entity_id as id, array_agg(id) as notes
         from (select id, entity_id from mirror_outbox where index_name = $1 order by id limit $2) as oldest
         group by entity_id order by min(id)`,
        [name, most],
      ),
    async waiting(name: string): Promise<Waiting> {
      const [row] = await run<{ rows: number; oldestAt: Date | null }>(
        `select (select count(*)::int from (select from mirror_outbox where index_name = $1 limit ${COUNTED}) as noted) as rows,
           (select at from mirror_outbox where index_name = $1 order by id limit 1) as "oldestAt"`,
        [name],
      );
      return row ?? { rows: 0, oldestAt: null };
    },
    note: (name: string, ids: readonly string[]) =>
      run(`insert into mirror_outbox (index_name, entity_id) select $1, unnest($2::uuid[])`, [name, ids]),

    /** What is confirmed leaves the outbox and enters or leaves the gap in one transaction: no moment without an answer. */
    confirm({ name, notes, whole, partial, quarantined, deletions, engineVersion, at }: Confirmation) {
      const gap = [
        ...partial.map((row) => ({ ...row, problem: null })),
        ...quarantined.map((row) => ({ ...row, held: false })),
      ];
      return together(async (client) => {
        if (gap.length > 0)
          await client.query(
            `insert into mirror_gap (index_name, entity_id, held, problem, at)
             select $1, id, held, problem, $5 from unnest($2::uuid[], $3::boolean[], $4::text[]) as p (id, held, problem)
             on conflict (index_name, entity_id) do update set held = excluded.held, problem = excluded.problem, at = excluded.at`,
            [
              name,
              gap.map(({ id }) => id),
              gap.map(({ held }) => held),
              gap.map(({ problem }) => problem),
              at,
            ],
          );
        if (whole.length > 0)
          await client.query('delete from mirror_gap where index_name = $1 and entity_id = any($2::uuid[])', [
            name,
            whole,
          ]);
        if (deletions.length > 0)
          await client.query(
            `insert into mirror_deletion (uid, entity_id, task_uid, engine_version, verified_at)
             select u, e, t, $4, $5 from unnest($1::text[], $2::uuid[], $3::int[]) as d (u, e, t)
             on conflict (uid, entity_id) do update set task_uid = excluded.task_uid,
               engine_version = excluded.engine_version, verified_at = excluded.verified_at`,
            [
              deletions.map(({ uid }) => uid),
              deletions.map(({ id }) => id),
              deletions.map(({ task }) => task),
              engineVersion,
              at,
            ],
          );
        if (notes.length > 0)
          await client.query('delete from mirror_outbox where id = any($1::bigint[])', [notes]);
      });
    },
    quarantined: (name: string) =>
      run<{ id: string; problem: string; at: Date }>(
        `select entity_id as id, problem, at from mirror_gap where index_name = $1 and problem is not null order by at`,
        [name],
      ),
    async gapSizes(name: string): Promise<GapSizes> {
      const [row] = await run<GapSizes>(
        `select count(*)::int as rows, (count(*) filter (where held))::int as held, count(problem)::int as quarantined
         from mirror_gap where index_name = $1`,
        [name],
      );
      return row ?? { rows: 0, held: 0, quarantined: 0 };
    },
    /** @returns those of the rows that the gap names, and those of which a change is not confirmed */
    async known(name: string, ids: readonly string[]): Promise<{ gap: Set<string>; waiting: Set<string> }> {
      const rows = await run<{ id: string; gap: boolean }>(
        `select entity_id as id, true as gap from mirror_gap where index_name = $1 and entity_id = any($2::uuid[])
         union all select entity_id, false from mirror_outbox where index_name = $1 and entity_id = any($2::uuid[])`,
        [name, ids],
      );
      const of = (gap: boolean) => new Set(rows.filter((row) => row.gap === gap).map(({ id }) => id));
      return { gap: of(true), waiting: of(false) };
    },
    /** NEXT answers under the name of the index, and nothing is kept of an earlier one. */
    promoted: (live: string, next: string) =>
      together(async (client) => {
        await client.query('delete from mirror_index where uid = $1', [live]);
        await client.query(`update mirror_index set uid = $1, role = 'LIVE' where uid = $2`, [live, next]);
      }),

    async recordSweep(name: string, sweep: SweepRecord) {
      await run(
        `insert into mirror_sweep (index_name, at, rows, missing, stale, orphaned, repaired) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (index_name) do update set at = excluded.at, rows = excluded.rows, missing = excluded.missing,
           stale = excluded.stale, orphaned = excluded.orphaned, repaired = excluded.repaired`,
        [name, sweep.at, sweep.rows, sweep.missing, sweep.stale, sweep.orphaned, sweep.repaired],
      );
    },
    async lastSweep(name: string): Promise<SweepRecord | null> {
      const [row] = await run<SweepRecord>(
        `select at, rows, missing, stale, orphaned, repaired from mirror_sweep where index_name = $1`,
        [name],
      );
      return row ?? null;
    },
    /** Switches the mirror off: nothing is noted any more, the next index is built from the beginning. */
    async forget(name: string): Promise<void> {
      await run(`delete from mirror_index where name = $1`, [name]);
      await run(`delete from mirror_outbox where index_name = $1`, [name]);
      await run(`delete from mirror_gap where index_name = $1`, [name]);
    },
  };
}

export interface GapSizes {
  readonly rows: number;
  /** Of these, rows of which the index has a document that does not tell everything. */
  readonly held: number;
  readonly quarantined: number;
}

export interface SweepRecord {
  readonly at: Date;
  readonly rows: number;
  readonly missing: number;
  readonly stale: number;
  readonly orphaned: number;
  /** False when so much differed that somebody has to say what happens. */
  readonly repaired: boolean;
}
