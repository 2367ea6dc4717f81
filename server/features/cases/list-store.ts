// Lists of cases in SQL: one state, its two directions, under indexes that begin with the state.
import type pg from 'pg';
import type { CaseReader } from '../../domain/cases/reader.ts';
import type { CaseState } from '../../domain/cases/vocabulary.ts';
import { asProblem } from '../../platform/database/problems.ts';
import type { BoardQuery } from './list-contract.ts';

export interface EntryRow {
  readonly id: string;
  readonly caseNumber: string;
  readonly rqReference: string | null;
  readonly rdReference: string | null;
  readonly personId: string;
  readonly registryNumber: string;
  readonly requestingState: string;
  readonly requestedState: string;
  readonly purpose: string;
  readonly state: CaseState;
  readonly stateSince: Date;
  readonly custody: string;
  readonly treaty: string;
  readonly nextDueAt: Date | null;
  readonly demo: boolean;
  readonly version: number;
}

export const CASE_COLUMNS = `
  c.id, c.case_number as "caseNumber", c.rq_reference as "rqReference", c.rd_reference as "rdReference",
  c.person_id as "personId", p.registry_number as "registryNumber", c.requesting_state as "requestingState",
  c.requested_state as "requestedState", c.purpose, c.state::text as state, c.state_since as "stateSince", c.custody,
  c.treaty_code as treaty, c.next_due_at as "nextDueAt", c.demo, c.version`;

/** Collects conditions with their values; several may number the same values. */
export function conditions(values: unknown[] = []) {
  const texts: string[] = [];
  return {
    values,
    value: (given: unknown): string => {
      values.push(given);
      return `$${values.length}`;
    },
    add: (text: string) => void texts.push(text),
    text: () => texts.join(' and '),
  };
}

/** Patterns for a part of a reference, and of a case number: these are capitals, and comparing them as such takes a fifth of the time. */
export function partOf(where: ReturnType<typeof conditions>, text: string) {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return { like: where.value(pattern), likeNumber: where.value(pattern.toUpperCase()) };
}

/** `sideSeenBy` of domain/cases/reader.ts in SQL. */
export function visibleSql(
  where: ReturnType<typeof conditions>,
  reader: CaseReader,
  state: string,
  direction?: 'REQUESTING' | 'REQUESTED',
): string {
  if (reader.agencyId !== null)
    return `c.requesting_state = ${state} and c.rq_agency_id = ${where.value(reader.agencyId)}::uuid`;
  const shared = 'c.shared_at is not null';
  const asking = reader.drafts
    ? `c.requesting_state = ${state}`
    : `(c.requesting_state = ${state} and ${shared})`;
  const asked = `(c.requested_state = ${state} and ${shared})`;
  if (direction === undefined) return `(${asking} or ${asked})`;
  return direction === 'REQUESTING' ? asking : asked;
}

/** What a list shows, as conditions on `c`. */
export function filtered(
  reader: CaseReader,
  query: BoardQuery,
  userId: string,
  now: Date,
  values: unknown[] = [],
) {
  const where = conditions(values);
  const state = where.value(reader.state);
  where.add(visibleSql(where, reader, state, query.direction));
  where.add('c.erased_at is null');
  if (query.state !== undefined) where.add(`c.state = ${where.value(query.state)}::case_state`);
  if (query.otherState !== undefined) {
    const other = where.value(query.otherState);
    where.add(
      `(case when c.requesting_state = ${state} then c.requested_state else c.requesting_state end) = ${other}`,
    );
  }
  if (query.custody !== undefined) where.add(`c.custody = ${where.value(query.custody)}`);
  if (query.overdue !== undefined) {
    const over = `c.next_due_at <= ${where.value(now)}`;
    where.add(query.overdue === 'true' ? over : `(c.next_due_at is null or not ${over})`);
  }
  if (query.dueBefore !== undefined)
    where.add(`c.next_due_at < ${where.value(query.dueBefore)}::timestamptz`);
  if (query.treaty !== undefined) where.add(`c.treaty_code = ${where.value(query.treaty)}`);
  if (query.personId !== undefined) where.add(`c.person_id = ${where.value(query.personId)}::uuid`);
  if (query.mine === 'true')
    where.add(
      `exists (select 1 from case_assignment a where a.case_id = c.id and a.user_id = ${where.value(userId)}::uuid)`,
    );
  if (query.q !== undefined) {
    const { like, likeNumber } = partOf(where, query.q);
    // The other side's reference is not searched: a hit on it would tell that it is there before it is shared.
    where.add(
      `(c.case_number like ${likeNumber} or (case when c.requesting_state = ${state} then c.rq_reference else c.rd_reference end) ilike ${like})`,
    );
  }
  return where;
}

export function createCaseListStore(pool: pg.Pool) {
  const run = async <T extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<T[]> => {
    try {
      return (await pool.query<T>(text, values)).rows;
    } catch (error) {
      throw asProblem(error);
    }
  };
  return {
    /** Newest first; ids are ordered by the time of creation. */
    page(
      reader: CaseReader,
      query: BoardQuery,
      userId: string,
      now: Date,
      before: string | null,
      limit: number,
    ): Promise<EntryRow[]> {
      const where = filtered(reader, query, userId, now);
      if (before !== null) where.add(`c.id < ${where.value(before)}::uuid`);
      return run(
        `select ${CASE_COLUMNS} from extradition_case c join person p on p.id = c.person_id
         where ${where.text()} order by c.id desc limit ${where.value(limit)}`,
        where.values,
      );
    },

    /** How many cases stand where, between which states, and how many clocks run out. */
    tally(reader: CaseReader, now: Date, soon: Date) {
      const where = filtered(reader, {}, '', now);
      const [at, until] = [where.value(now), where.value(soon)];
      return run<{
        state: CaseState;
        requesting: string;
        requested: string;
        count: number;
        overdue: number;
        due: number;
      }>(
        `select c.state::text as state, c.requesting_state as requesting, c.requested_state as requested,
                count(*)::int as count, (count(*) filter (where c.next_due_at <= ${at}))::int as overdue,
                (count(*) filter (where c.next_due_at > ${at} and c.next_due_at <= ${until}))::int as due
         from extradition_case c where ${where.text()} group by 1, 2, 3 order by 1, 2, 3`,
        where.values,
      );
    },

    /** Running clocks that the reader's side may see, earliest end first; of a term that has ended nothing is left to do. */
    calendar(reader: CaseReader, now: Date, from: Date | null, until: Date | null, limit: number) {
      const where = filtered(reader, {}, '', now);
      const isTerm = `(d.key = 'APPEAL' or d.rule->>'onExpiry' = 'MAY_RELEASE')`;
      where.add(`not (${isTerm} and d.due_at <= ${where.value(now)})`);
      const state = '$1';
      if (from !== null) where.add(`d.due_at >= ${where.value(from)}`);
      if (until !== null) where.add(`d.due_at < ${where.value(until)}`);
      const side = `case when c.requesting_state = ${state} then 'RQ' else 'RD' end`;
      where.add(reader.drafts ? `d.visible_to in ('BOTH', ${side})` : `d.visible_to = 'BOTH'`);
      return run<{
        caseId: string;
        caseNumber: string;
        key: string;
        type: 'HARD' | 'SOFT';
        dueAt: Date;
        state: CaseState;
        profile: string;
        deadlineId: string;
      }>(
        `select c.id as "caseId", c.case_number as "caseNumber", d.id as "deadlineId", d.key, d.type, d.due_at as "dueAt",
                c.state::text as state, d.profile_code as profile
         from case_deadline d join extradition_case c on c.id = d.case_id
         where d.status = 'RUNNING' and ${where.text()} order by d.due_at, d.id limit ${where.value(limit)}`,
        where.values,
      );
    },
  };
}

export type CaseListStore = ReturnType<typeof createCaseListStore>;
