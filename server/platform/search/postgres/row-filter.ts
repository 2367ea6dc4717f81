// The filter of a query as SQL on person_search: one overlap per group, each answered by an index or a look at the row.
import type { RowFilter } from '../port.ts';

export interface RowFilterSql {
  /** Part of the prepared statement's name: statements of one shape are planned once. */
  readonly name: string;
  /** ' AND …' for a WHERE that already has a condition; empty without a filter. */
  readonly sql: string;
  readonly values: readonly (readonly string[])[];
}

/** @param first number of the first free parameter */
export function rowFilterSql(filter: RowFilter | undefined, first: number): RowFilterSql {
  const tags = filter?.tags ?? [];
  const exact = filter?.exact ?? [];
  const conditions = tags.map((_, place) => ` AND tags && $${first + place}`);
  if (exact.length > 0) conditions.push(` AND exact @> $${first + tags.length}`);
  return {
    name: conditions.length === 0 ? '' : `-${tags.length}-${exact.length > 0 ? 'exact' : 'any'}`,
    sql: conditions.join(''),
    values: [...tags, ...(exact.length > 0 ? [exact] : [])],
  };
}
