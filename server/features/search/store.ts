// The re-read of the truth: which of the persons found may really be shown now.
import type { Pool } from 'pg';

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

export interface SearchStore {
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
});
