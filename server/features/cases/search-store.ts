// Words looked for in the cases of one reader: only in what his side may read, under full-text indexes.
import type pg from 'pg';
import type { CaseReader } from '../../domain/cases/reader.ts';
import { asProblem } from '../../platform/database/problems.ts';
import type { CaseAnswer } from '../../platform/search/port.ts';
import { CASE_COLUMNS, conditions, type EntryRow, partOf, visibleSql } from './list-store.ts';

export interface CaseWords {
  readonly text: string;
  /** Persons whose name is like the words. */
  readonly personIds: readonly string[];
  /** Reads what his side keeps to itself; a liaison officer does not. */
  readonly isPrivate: boolean;
}

export interface PageOfCases {
  /** Only older cases than this one. */
  readonly before: string | null;
  readonly limit: number;
}

export type FoundRow = EntryRow & { readonly foundIn: string[] };

/** As the index spells it. */
const OFFENCE_WORDS = `o.article || ' ' || o.title_orig || ' ' || o.title_ru || ' ' || o.title_en`;

async function run<T extends pg.QueryResultRow>(
  pool: pg.Pool,
  text: string,
  values: unknown[],
): Promise<T[]> {
  try {
    return (await pool.query<T>(text, values)).rows;
  } catch (error) {
    throw asProblem(error);
  }
}

/** The newest cases that the reader sees among those that `found` (id, what) names. */
function shown(
  pool: pg.Pool,
  reader: CaseReader,
  { before, limit }: PageOfCases,
  found: (where: ReturnType<typeof conditions>, state: string) => string,
): Promise<FoundRow[]> {
  const where = conditions();
  const state = where.value(reader.state);
  where.add(visibleSql(where, reader, state));
  where.add('c.erased_at is null');
  if (before !== null) where.add(`c.id < ${where.value(before)}::uuid`);
  const places = `select id, array_agg(distinct what) as "foundIn" from (${found(where, state)}) as found group by id`;
  // In the order of the groups: the rows of the page are read and no others.
  return run(
    pool,
    `select ${CASE_COLUMNS}, f."foundIn"
     from (${places}) as f join extradition_case c on c.id = f.id join person p on p.id = c.person_id
     where ${where.text()} order by f.id desc limit ${where.value(limit)}`,
    where.values,
  );
}

export function findCases(
  pool: pg.Pool,
  reader: CaseReader,
  words: CaseWords,
  place: PageOfCases,
): Promise<FoundRow[]> {
  return shown(pool, reader, place, (where, state) => {
    const { like, likeNumber } = partOf(where, words.text);
    const query = `websearch_to_tsquery('simple', ${where.value(words.text)})`;
    const persons = where.value(words.personIds);
    const side = `case when c.requesting_state = ${state} then 'RQ' else 'RD' end`;
    const open = (of: string) =>
      words.isPrivate ? `${of}.visible_to in ('BOTH', ${side})` : `${of}.visible_to = 'BOTH'`;
    const own = words.isPrivate ? `t.state = ${state}` : 'false';
    const said = (column: string) => `to_tsvector('simple', ${column}) @@ ${query}`;
    return `
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
      union all select d.case_id, 'DECISION' from case_decision d where ${said('d.reasoning')}`;
  });
}

/** What an engine offers, as far as the reader sees it. */
export async function findOffered(
  pool: pg.Pool,
  reader: CaseReader,
  offered: CaseAnswer['worded'],
  place: PageOfCases,
): Promise<FoundRow[]> {
  if (offered.length === 0) return [];
  return shown(pool, reader, place, (where) => {
    const ids = where.value(offered.map(({ id }) => id));
    return `select * from unnest(${ids}::uuid[], ${where.value(offered.map((one) => one.where))}::text[]) as o (id, what)`;
  });
}

/** Persons of offered cases, and of those of the unknown ones that a key says may be meant; as far as the reader sees the case. */
export async function personsToCompare(
  pool: pg.Pool,
  reader: CaseReader,
  { named, unknown }: Pick<CaseAnswer, 'named' | 'unknown'>,
  keys: readonly number[],
): Promise<string[]> {
  if (named.length === 0 && unknown.length === 0) return [];
  const where = conditions();
  const seen = visibleSql(where, reader, where.value(reader.state));
  const [offered, others, asked] = [where.value(named), where.value(unknown), where.value(keys)];
  const rows = await run<{ id: string }>(
    pool,
    `select c.person_id as id from extradition_case c where c.id = any(${offered}::uuid[]) and ${seen}
     union select c.person_id from extradition_case c join person_search s on s.person_id = c.person_id
     where c.id = any(${others}::uuid[]) and ${seen} and s.keys && ${asked}::int4[]`,
    where.values,
  );
  return rows.map(({ id }) => id);
}
