// Lists, board and calendar of one reader's cases.
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import type { CaseState, CustodyState } from '../../domain/cases/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import { readBoard } from './board-store.ts';
import type { BoardQuery, CalendarQuery, CaseEntry, CaseQuery } from './list-contract.ts';
import { createCaseListStore, type EntryRow } from './list-store.ts';
import { readerOf } from './parts.ts';
import { daysInState } from './view.ts';

const PER_COLUMN = 20;
/** What falls due within a week counts as near. */
const SOON_MS = 7 * 86_400_000;

export const entryOf = (row: EntryRow, state: string, now: Date): CaseEntry => ({
  id: row.id,
  caseNumber: row.caseNumber,
  ownReference: row.requestingState === state ? row.rqReference : row.rdReference,
  personId: row.personId,
  registryNumber: row.registryNumber,
  direction: row.requestingState === state ? 'REQUESTING' : 'REQUESTED',
  requestingState: row.requestingState,
  requestedState: row.requestedState,
  purpose: row.purpose,
  state: row.state,
  stateSince: row.stateSince.toISOString(),
  daysInState: daysInState(row.stateSince, now),
  custody: row.custody as CustodyState,
  treaty: row.treaty,
  nextDueAt: row.nextDueAt?.toISOString() ?? null,
  overdue: row.nextDueAt !== null && row.nextDueAt <= now,
  demo: row.demo,
  version: row.version,
});

export function createCaseLists({ database, clock }: { readonly database: Database; readonly clock: Clock }) {
  const store = createCaseListStore(database.pool);
  const listed = (actor: Actor, list: string, count: number) =>
    database.record(actor, { type: 'case.listed', data: { list, count } });

  async function deadlinesOf(actor: Actor, { from, until, limit }: CalendarQuery) {
    const now = clock.now();
    const date = (text: string | undefined) => (text === undefined ? null : new Date(text));
    const rows = await store.calendar(readerOf(actor), now, date(from), date(until), limit);
    return rows.map((row) => ({ ...row, dueAt: row.dueAt.toISOString(), overdue: row.dueAt <= now }));
  }

  return {
    async listCases(actor: Actor, query: CaseQuery) {
      const reader = readerOf(actor);
      const now = clock.now();
      const before = query.cursor === undefined ? null : decodeCursor(query.cursor, z.tuple([z.uuid()]))[0];
      const rows = await store.page(reader, query, actor.id, now, before, query.limit + 1);
      const { items, nextCursor } = toPage(rows, query.limit, ({ id }) => [id]);
      await listed(actor, 'cases', items.length);
      return { items: items.map((row) => entryOf(row, reader.state, now)), nextCursor };
    },

    async showBoard(actor: Actor, query: BoardQuery) {
      const reader = readerOf(actor);
      const now = clock.now();
      const rows = await readBoard(database.pool, reader, query, actor.id, now, PER_COLUMN);
      await listed(actor, 'board', rows.length);
      const columns = new Map<
        CaseState,
        { state: CaseState; count: number; overdue: number; items: CaseEntry[] }
      >();
      for (const row of rows) {
        const column = columns.get(row.state) ?? {
          state: row.state,
          count: row.count,
          overdue: row.overdue,
          items: [],
        };
        column.items.push(entryOf(row, reader.state, now));
        columns.set(row.state, column);
      }
      return { columns: [...columns.values()] };
    },

    async listDeadlines(actor: Actor, query: CalendarQuery) {
      const items = await deadlinesOf(actor, query);
      await listed(actor, 'deadlines', items.length);
      return { items };
    },

    deadlinesOf,

    /** Numbers only, for the overview; the caller leaves the trace. */
    async tallyCases(actor: Actor) {
      const now = clock.now();
      const soon = new Date(now.getTime() + SOON_MS);
      return store.tally(readerOf(actor), now, soon);
    },
  };
}

export type CaseLists = ReturnType<typeof createCaseLists>;
