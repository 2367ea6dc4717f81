// Passenger lists as the passenger unit and the border use them: taken in, read, reviewed, sent to the post, arrived.
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { afterStep, type ListState, type ListStep, stepsFrom } from '../../domain/passengers/list-state.ts';
import { decodeCursor, encodeCursor, toPage } from '../../platform/http/cursor.ts';
import { FileReply, type UploadedFile } from '../../platform/http/route.ts';
import { CSV_START, csvText } from '../../platform/spreadsheet/csv.ts';
import {
  type LinePage,
  type LineQuery,
  type LineReview,
  type LineView,
  type ListBody,
  type ListDetail,
  type ListPage,
  type ListQuery,
  MAX_LINES,
  type UploadBody,
} from './contract.ts';
import { NOTE_CONTEXT } from './line-content.ts';
import { createListReading, type ReadingParts } from './reading.ts';
import { createListReceiving, type ReceivingParts } from './receiving.ts';
import { createListStore, type ListRow } from './store.ts';

export { createListScreening, type ListScreening } from './screening.ts';

export interface PassengerListService {
  /** @throws Problem `unreadable-file`; `validation-failed` where neither form nor file names the flight */
  upload(actor: Actor, file: UploadedFile | null, body: UploadBody): Promise<ListDetail>;
  create(actor: Actor, body: ListBody): Promise<ListDetail>;
  list(actor: Actor, query: ListQuery): Promise<ListPage>;
  get(actor: Actor, id: string): Promise<ListDetail>;
  lines(actor: Actor, id: string, query: LineQuery): Promise<LinePage>;
  /** @throws Problem `conflict` for a line that shows nothing to decide */
  reviewLine(actor: Actor, id: string, lineId: string, review: LineReview): Promise<LineView>;
  step(actor: Actor, id: string, version: number, step: ListStep): Promise<ListDetail>;
  exportCsv(actor: Actor, id: string): Promise<FileReply>;
}

export type ListParts = ReadingParts & Omit<ReceivingParts, 'store'>;

const place = z.tuple([z.uuid()]);
const position = z.tuple([z.number().int()]);
const subjectOf = (id: string) => ({ type: 'passenger-list' as const, id });

const STAMP = { review: 'reviewedAt', send: 'sentAt', arrive: 'arrivedAt' } as const;

const EXPORT_COLUMNS = [
  'line',
  'kind',
  'names',
  'birthDate',
  'sex',
  'nationality',
  'document',
  'booking',
  'seat',
  'result',
  'colour',
  'review',
] as const;

export function createPassengerListService(parts: ListParts): PassengerListService {
  const { database, vault } = parts;
  const store = createListStore(database);
  const receiving = createListReceiving({ ...parts, store });
  const reading = createListReading(parts);

  /** A list exists for the border of its own state. */
  async function own(actor: Actor, id: string): Promise<ListRow> {
    const row = actor.state === null ? null : await store.find(id, actor.state);
    if (!row) throw notFound();
    return row;
  }

  async function detail(actor: Actor, id: string): Promise<ListDetail> {
    const row = await own(actor, id);
    const view = await reading.viewOf(actor, row, (await store.counts([id])).get(id));
    return { ...view, faults: reading.faultsOf(actor, row) };
  }

  /** Of an ended list nothing is left to read, also not what is kept. */
  async function rowsOf(list: ListRow, query: { after: number; limit: number; onlyFound: boolean }) {
    return list.status === 'PURGED' ? [] : store.lines(list.id, query);
  }

  return {
    async upload(actor, file, body) {
      if (!file) throw new Problem('validation-failed', [{ at: '/file', code: 'required' }]);
      return detail(actor, await receiving.receiveFile(actor, file, body));
    },

    create: async (actor, body) => detail(actor, await receiving.receiveBody(actor, body)),

    async list(actor, { limit, cursor, ...filter }) {
      if (actor.state === null) throw new Problem('forbidden');
      const after = cursor === undefined ? undefined : decodeCursor(cursor, place)[0];
      const rows = await store.list(actor.state, filter, { limit, after });
      const page = toPage(rows, limit, ({ id }) => [id]);
      const counts = await store.counts(page.items.map(({ id }) => id));
      const items = await Promise.all(
        page.items.map((row) => reading.viewOf(actor, row, counts.get(row.id))),
      );
      await database.record(actor, { type: 'list.listed', data: { count: items.length } });
      return { items, nextCursor: page.nextCursor };
    },

    async get(actor, id) {
      const view = await detail(actor, id);
      await database.record(actor, { type: 'list.viewed', data: { lines: 0 }, subject: subjectOf(id) });
      return view;
    },

    async lines(actor, id, { limit, cursor, result }) {
      const list = await own(actor, id);
      const after = cursor === undefined ? 0 : decodeCursor(cursor, position)[0];
      const rows = await rowsOf(list, { after, limit: limit + 1, onlyFound: result !== undefined });
      const shown = rows.slice(0, limit);
      await database.record(actor, {
        type: 'list.viewed',
        data: { lines: shown.length },
        subject: subjectOf(id),
      });
      const views = await reading.linesOf(actor, list, shown);
      const last = shown.at(-1);
      return {
        items: result === undefined ? views : views.filter((line) => line.result === result),
        nextCursor: rows.length > limit && last ? encodeCursor([last.position]) : null,
      };
    },

    async reviewLine(actor, id, lineId, { decision, note }) {
      const list = await own(actor, id);
      const row = list.status === 'PURGED' ? null : await store.findLine(id, lineId);
      if (!row) throw notFound();
      const [line] = await reading.linesOf(actor, list, [row]);
      // A silent finding answers like a line without one.
      if (line?.result !== 'HIT' && line?.result !== 'POSSIBLE' && line?.review === null)
        throw new Problem('conflict', [{ at: '', code: 'nothing-to-review' }]);
      await database.transaction(actor, async (tx) => {
        await store.reviewLine(tx, lineId, {
          review: decision,
          reviewNote: new Uint8Array(vault.encrypt(NOTE_CONTEXT, note)),
          reviewedBy: actor.id,
          reviewedAt: tx.now,
          isNews: false,
        });
        tx.audit({
          type: 'list.line-reviewed',
          data: { lineId, decision },
          subject: subjectOf(id),
          secret: note,
        });
      });
      const after = await store.findLine(id, lineId);
      const [view] = after ? await reading.linesOf(actor, list, [after]) : [];
      if (!view) throw notFound();
      return view;
    },

    async step(actor, id, version, step) {
      const list = await own(actor, id);
      const to = afterStep(list.status as ListState, step);
      if (to === null) {
        const status = list.status as ListState;
        throw new Problem('transition-not-allowed', [], { status, allowed: stepsFrom(status) });
      }
      await database.transaction(actor, async (tx) => {
        const data = { status: to, [STAMP[step]]: tx.now };
        if (!(await store.change(tx, { id, version }, data))) throw new Problem('version-mismatch');
        if (step === 'review') await store.clearNews(tx, id);
        tx.audit({ type: 'list.step', data: { step, to }, subject: subjectOf(id) });
      });
      return detail(actor, id);
    },

    async exportCsv(actor, id) {
      const list = await own(actor, id);
      const rows = await rowsOf(list, { after: 0, limit: MAX_LINES, onlyFound: false });
      await database.record(actor, {
        type: 'list.exported',
        data: { lines: rows.length },
        subject: subjectOf(id),
      });
      const views = await reading.linesOf(actor, list, rows);
      const table = views.map((line) => EXPORT_COLUMNS.map((column) => String(line[column] ?? '')));
      const name = `${list.carrier}${list.number}-${list.flightDate.toISOString().slice(0, 10)}.csv`;
      return new FileReply(
        'text/csv',
        Buffer.from(CSV_START + csvText([[...EXPORT_COLUMNS], ...table])),
        name,
      );
    },
  };
}
