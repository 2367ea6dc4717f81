// The board in SQL: per stage the most urgent cases from the top of an index, and counts from the index alone. One window over all
// cases of a state sorted twenty thousand rows to show a few hundred.
import type pg from 'pg';
import type { CaseReader } from '../../domain/cases/reader.ts';
import { asProblem } from '../../platform/database/problems.ts';
import type { BoardQuery } from './list-contract.ts';
import { CASE_COLUMNS, conditions, type EntryRow, filtered } from './list-store.ts';

export type BoardRow = EntryRow & { readonly count: number; readonly overdue: number };

/** An index begins with one of the two states of a case, so each direction is read by itself. */
const directionsOf = (reader: CaseReader, { direction }: BoardQuery) => {
  // Investigators see what their agency asks for.
  if (reader.agencyId !== null) return ['REQUESTING'] as const;
  return direction ? [direction] : (['REQUESTING', 'REQUESTED'] as const);
};

/** @returns the first `each` cases of every stage, most urgent first, with the numbers of the stage */
export async function readBoard(
  pool: pg.Pool,
  reader: CaseReader,
  query: BoardQuery,
  userId: string,
  now: Date,
  each: number,
): Promise<BoardRow[]> {
  const values: unknown[] = [];
  const { value } = conditions(values);
  const [at, most] = [value(now), value(each)];
  const sides = directionsOf(reader, query).map((direction) =>
    filtered(reader, { ...query, direction }, userId, now, values).text(),
  );
  const ofEachSide = (one: (side: string) => string) => sides.map(one).join(' union all ');
  const text = `
    with stages as (
      select state, sum(count)::int as count, sum(overdue)::int as overdue from (${ofEachSide(
        (side) =>
          `select c.state, count(*) as count, count(*) filter (where c.next_due_at <= ${at}) as overdue
           from extradition_case c where ${side} group by c.state`,
      )}) as of_sides group by state)
    select ${CASE_COLUMNS}, s.count, s.overdue
    from stages s
    cross join lateral (
      select id from (${ofEachSide(
        (side) =>
          `(select c.id, c.next_due_at from extradition_case c where ${side} and c.state = s.state
            order by c.next_due_at, c.id desc limit ${most})`,
      )}) as of_sides order by next_due_at, id desc limit ${most}) as shown
    join extradition_case c on c.id = shown.id
    join person p on p.id = c.person_id
    order by c.state, c.next_due_at, c.id desc`;
  try {
    return (await pool.query<BoardRow>(text, values)).rows;
  } catch (error) {
    throw asProblem(error);
  }
}
