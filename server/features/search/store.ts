// What search reads besides candidates: the truth of who may be shown now, a record's own row, decided pairs.
import type { Pool } from 'pg';
import type { SearchRow, StoredSearchRow } from '../../platform/search/port.ts';
import { type AlertFact, readAlertFacts } from './alert-facts-store.ts';

export type { AlertFact };

export interface ShownPerson {
  readonly id: string;
  readonly registryNumber: string;
}

// A person exists for a reader through an alert that he may see now, or because his side recorded it.
const VISIBLE = `
  select p.id, p.registry_number as "registryNumber"
  from person p
  where p.id = any($1::uuid[]) and p.merged_into_id is null
    and (p.owner_audience && $2::text[] or exists (
      select 1 from alert a
      where a.person_id = p.id
        and (a.owner_audience && $2::text[]
          or (a.audience && $2::text[] and a.starts_at <= $3 and $3 < a.ends_at))))`;

const ROW = `
  select person_id as "personId", person_version as "personVersion", names, births, sex, nationalities, documents,
    national_ids as "nationalIds", scopes
  from person_search where person_id = $1::uuid`;

const TRAITS = `
  select person_id as "personId", traits, scopes from person_search where person_id = any($1::uuid[])`;

const DECIDED = `
  select case when person_a_id = $1::uuid then person_b_id else person_a_id end as id
  from duplicate_decision
  where (person_a_id = $1::uuid and person_b_id = any($2::uuid[]))
     or (person_b_id = $1::uuid and person_a_id = any($2::uuid[]))`;

export type TraitRow = Pick<StoredSearchRow, 'personId' | 'traits' | 'scopes'>;

export interface SearchStore {
  /** The search row of one person, whoever may see it; null when he cannot be found at all. */
  row(personId: string): Promise<SearchRow | null>;
  /** The keys and exact numbers under which a person is found. */
  handles(personId: string): Promise<{ keys: number[]; exact: string[] } | null>;
  /** Those of `others` on whom a human decided whether they are the same as the person. */
  decidedPairs(personId: string, others: readonly string[]): Promise<Set<string>>;
  /** Birthplace and marks as tags, with who may use them. */
  traits(personIds: readonly string[]): Promise<Map<string, TraitRow>>;
  /** By person the alerts that the reader may see, in whatever state of life, straight from the tables. */
  alertFacts(
    personIds: readonly string[],
    tokens: readonly string[],
    now: Date,
  ): Promise<Map<string, AlertFact[]>>;
  visible(
    personIds: readonly string[],
    tokens: readonly string[],
    now: Date,
  ): Promise<Map<string, ShownPerson>>;
}

export const createSearchStore = (pool: Pool): SearchStore => ({
  async visible(personIds, tokens, now) {
    if (personIds.length === 0) return new Map();
    const { rows } = await pool.query<ShownPerson>({
      name: 'search-visible',
      text: VISIBLE,
      values: [personIds, tokens, now],
    });
    return new Map(rows.map((row) => [row.id, row]));
  },
  async traits(personIds) {
    if (personIds.length === 0) return new Map();
    const { rows } = await pool.query<TraitRow>({ name: 'search-traits', text: TRAITS, values: [personIds] });
    return new Map(rows.map((row) => [row.personId, row]));
  },
  alertFacts: (personIds, tokens, now) => readAlertFacts(pool, personIds, tokens, now),
  async row(personId) {
    const { rows } = await pool.query<SearchRow>(ROW, [personId]);
    return rows[0] ?? null;
  },
  async handles(personId) {
    const { rows } = await pool.query<{ keys: number[]; exact: string[] }>(
      'select keys, exact from person_search where person_id = $1::uuid',
      [personId],
    );
    return rows[0] ?? null;
  },
  async decidedPairs(personId, others) {
    if (others.length === 0) return new Set();
    const { rows } = await pool.query<{ id: string }>(DECIDED, [personId, others]);
    return new Set(rows.map(({ id }) => id));
  },
});
