// Lists by filters alone and suggestions while typing, from the same table and in step with the persons.
import type { Pool } from 'pg';
import type { BrowseAnswer, BrowseQuery, BrowseSource, SearchRow, SuggestionRow } from '../port.ts';
import { rowFilterSql } from './row-filter.ts';

const ROW = `person_id as "personId", person_version as "personVersion", names, births, sex, nationalities, documents,
  national_ids as "nationalIds", scopes`;

// Not prepared: a plan for values in general reads the whole table for rare ones, or an index for half of it.
const browseSql = (filter: string) => `
  SELECT ${ROW} FROM person_search
  WHERE audience && $1 AND ($2::uuid IS NULL OR person_id < $2)${filter}
  ORDER BY person_id DESC LIMIT $3`;

// Answered from the two ends of the index.
const OF_ONE_VERSION = `
  SELECT coalesce(min(key_version) = $1 AND max(key_version) = $1, true) AS complete FROM person_search`;

const SUGGESTED = `
  SELECT person_id AS "personId", names, scopes FROM person_search
  WHERE beginnings @> $1 AND audience && $2 LIMIT $3`;

export function createPostgresBrowseSource(pool: Pool): BrowseSource {
  async function browse({ filter, keyVersion, audience, after, limit }: BrowseQuery): Promise<BrowseAnswer> {
    const asOf = new Date().toISOString();
    const { sql, values } = rowFilterSql(filter, 4);
    const [found, version] = await Promise.all([
      pool.query<SearchRow>(browseSql(sql), [audience, after, limit, ...values]),
      pool.query<{ complete: boolean }>({
        name: 'search-one-version',
        text: OF_ONE_VERSION,
        values: [keyVersion],
      }),
    ]);
    return { engine: 'postgres', asOf, rows: found.rows, complete: version.rows[0]?.complete ?? false };
  }

  return {
    browse,
    async suggest({ beginnings, audience, limit }) {
      const { rows } = await pool.query<SuggestionRow>(SUGGESTED, [beginnings, audience, limit]);
      return { engine: 'postgres', rows };
    },
  };
}
