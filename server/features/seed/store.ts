// Writes seeded rows: each batch is one transaction of COPYs with its trace, so a killed seed leaves whole batches.
import type { Actor } from '../../domain/access/actor.ts';
import { auditInsert } from '../../platform/database/audit-writer.ts';
import { copyText } from '../../platform/database/copy.ts';
import type { Database } from '../../platform/database/database.ts';
import { withoutText } from '../../platform/database/query-keys.ts';
import type { SeedOffence } from './record.ts';
import { SEED_TABLES, type SeedTable, type SeedTexts } from './rows.ts';

const INDEXES = {
  person_search_keys_idx: 'gin (keys) with (fastupdate = off)',
  person_search_exact_idx: 'gin (exact) with (fastupdate = off)',
  person_search_tags_idx: 'gin (tags) with (fastupdate = off)',
  person_search_beginnings_idx: 'gin (beginnings) with (fastupdate = off)',
};

export interface SeedStore {
  countPersons(): Promise<number>;
  /** Takes `count` numbers of a series; @returns the first */
  takeNumbers(series: string, count: number): Promise<number>;
  write(actor: Actor, texts: SeedTexts, persons: number, now: Date): Promise<void>;
  /** An index is built far faster over full tables than row by row; only worth it while nobody searches yet. */
  dropSearchIndexes(): Promise<void>;
  /** Builds what is missing, also after a seed that was killed. @returns names of the indexes that were */
  ensureSearchIndexes(): Promise<string[]>;
  tidy(): Promise<void>;
  offenceCodes(): Promise<SeedOffence[]>;
  zones(): Promise<Map<string, string>>;
  agencyIds(): Promise<Map<string, string>>;
  userIds(): Promise<Map<string, string>>;
}

export function createSeedStore({ pool }: Pick<Database, 'pool'>): SeedStore {
  const pairs = async (sql: string) => {
    const { rows } = await pool.query<{ key: string; value: string }>(sql);
    return new Map(rows.map(({ key, value }) => [key, value]));
  };
  return {
    async countPersons() {
      const { rows } = await pool.query<{ count: string }>('select count(*) from person');
      return Number(rows[0]?.count ?? 0);
    },
    async takeNumbers(series, count) {
      const { rows } = await pool.query<{ next: string }>(
        `insert into number_series (name, next) values ($1, 1 + $2::bigint)
         on conflict (name) do update set next = number_series.next + $2::bigint returning next`,
        [series, count],
      );
      return Number(rows[0]?.next) - count;
    },
    async write(actor, texts, persons, now) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        for (const [table, columns] of Object.entries(SEED_TABLES)) {
          await copyText(client, table, columns, texts[table as SeedTable]);
        }
        await client.query(
          auditInsert(
            actor,
            [{ type: 'seed.run', subject: { type: 'system', id: 'seed' }, data: { persons } }],
            now,
            withoutText,
          ),
        );
        await client.query('commit');
        client.release();
      } catch (error) {
        client.release(error as Error);
        throw error;
      }
    },
    async dropSearchIndexes() {
      for (const name of Object.keys(INDEXES)) await pool.query(`drop index if exists ${name}`);
    },
    async ensureSearchIndexes() {
      const { rows } = await pool.query<{ name: string }>(
        'select name from unnest($1::text[]) as name where to_regclass(name) is null',
        [Object.keys(INDEXES)],
      );
      if (rows.length === 0) return [];
      const client = await pool.connect();
      try {
        await client.query(`set maintenance_work_mem = '1GB'`);
        for (const [name, definition] of Object.entries(INDEXES)) {
          await client.query(`create index if not exists ${name} on person_search using ${definition}`);
        }
        await client.query('reset maintenance_work_mem');
      } finally {
        client.release();
      }
      return rows.map(({ name }) => name);
    },
    async tidy() {
      for (const table of Object.keys(SEED_TABLES)) await pool.query(`vacuum (analyze) ${table}`);
    },
    async offenceCodes() {
      return (
        await pool.query<SeedOffence>(
          'select id, state, uncac_articles as "uncacArticles" from offence_code order by state, article',
        )
      ).rows;
    },
    zones: () => pairs(`select alpha3 as key, time_zone as value from country where time_zone is not null`),
    agencyIds: () => pairs('select code as key, id::text as value from agency'),
    userIds: () => pairs('select login as key, id::text as value from app_user'),
  };
}
