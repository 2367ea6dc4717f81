// Words looked for in the cases of one reader: only in what his side may read, under full-text indexes.
import type pg from 'pg';
import type { CaseReader } from '../../domain/cases/reader.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { CASE_COLUMNS, conditions, type EntryRow, partOf, visibleSql } from './list-store.ts';

export interface CaseWords {
  readonly text: string;
  /** Persons whose name is like the words. */
  readonly personIds: readonly string[];
  /** Reads what his side keeps to itself; a liaison officer does not. */
  readonly isPrivate: boolean;
}

export type FoundRow = EntryRow & { readonly foundIn: string[] };

/** As the index spells it. */
const OFFENCE_WORDS = `o.article || ' ' || o.title_orig || ' ' || o.title_ru || ' ' || o.title_en`;

export async function findCases(
  pool: pg.Pool,
  reader: CaseReader,
  words: CaseWords,
  before: string | null,
  limit: number,
): Promise<FoundRow[]> {
  const where = conditions();
  const state = where.value(reader.state);
  where.add(visibleSql(where, reader, state));
  if (before !== null) where.add(`c.id < ${where.value(before)}::uuid`);
  const { like, likeNumber } = partOf(where, words.text);
  const query = `websearch_to_tsquery('simple', ${where.value(words.text)})`;
  const persons = where.value(words.personIds);
  const side = `case when c.requesting_state = ${state} then 'RQ' else 'RD' end`;
  const open = (of: string) =>
    words.isPrivate ? `${of}.visible_to in ('BOTH', ${side})` : `${of}.visible_to = 'BOTH'`;
  const own = words.isPrivate ? `t.state = ${state}` : 'false';
  const most = where.value(limit);
  const said = (column: string) => `to_tsvector('simple', ${column}) @@ ${query}`;
  try {
    const { rows } = await pool.query<FoundRow>(
      `with found as (
         select c.id, 'NUMBER' as what from extradition_case c
           where c.case_number like ${likeNumber}
              or (case when c.requesting_state = ${state} then c.rq_reference else c.rd_reference end) ilike ${like}
         union all select c.id, 'PERSON' from extradition_case c where c.person_id = any (${persons}::uuid[])
         union all select o.case_id, 'OFFENCE' from case_offence o where ${said(OFFENCE_WORDS)}
         union all select m.case_id, 'COMMENT' from case_comment m join extradition_case c on c.id = m.case_id
           where ${said('m.text')} and ${open('m')}
         union all select t.case_id, 'TASK' from case_task t where ${said(`coalesce(t.text, '')`)} and ${own}
         union all select e.case_id, 'HISTORY' from case_event e join extradition_case c on c.id = e.case_id
           where ${said(`coalesce(e.reason, '')`)} and ${open('e')}
         union all select d.case_id, 'DECISION' from case_decision d where ${said('d.reasoning')}),
       places as (select id, array_agg(distinct what) as "foundIn" from found group by id)
       select ${CASE_COLUMNS}, f."foundIn"
       from places f join extradition_case c on c.id = f.id join person p on p.id = c.person_id
       where ${where.text()} order by f.id desc limit ${most}`,
      where.values,
    );
    return rows;
  } catch (error) {
    throw asProblem(error);
  }
}
