// What became of an import: its rows, its faults to take home, its progress while somebody watches.
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts';
import { EventReply, FileReply, type ServerEvent } from '../../platform/http/route.ts';
import { faultText } from '../../platform/i18n/texts.ts';
import { CSV_START, csvText } from '../../platform/spreadsheet/csv.ts';
import type { RowPage, RowQuery } from './contract.ts';
import type { RowFault } from './drafting.ts';
import type { Likely } from './likely-duplicates.ts';
import { type ImportParts, subjectOf } from './parts.ts';
import type { ImportFileRow, RecordRow } from './store.ts';
import { importViewOf, rowViewOf } from './views.ts';

export interface ImportResults {
  rows(actor: Actor, id: string, query: RowQuery): Promise<RowPage>;
  faults(actor: Actor, id: string): Promise<FileReply>;
  follow(actor: Actor, id: string): Promise<EventReply>;
}

const rowPlace = z.tuple([z.number().int()]);
const MOST_FAULTS = 50_000;
const LOOK_EVERY_MS = 1_000;

export function createResults(
  { database, store, persons, disclosures }: ImportParts,
  own: (actor: Actor, id: string) => Promise<ImportFileRow>,
): ImportResults {
  async function rowsWithLikely(actor: Actor, row: ImportFileRow, rows: readonly RecordRow[]) {
    const ids = rows.flatMap(({ duplicates }) =>
      (duplicates as unknown as Likely[]).map(({ personId }) => personId),
    );
    const [opened, lines] = await Promise.all([persons.openMany(actor, ids), store.linesOf(row.id, ids)]);
    await disclosures.note(
      actor,
      'SEARCH',
      [...opened.values()].map(({ row: person, alerts }) => ({
        personId: person.id,
        alertIds: alerts.map(({ id }) => id),
        ownerStates: [...new Set([person.sourceState, ...alerts.map(({ ownerState }) => ownerState)])],
      })),
    );
    return { opened, lines };
  }

  async function* progress(actor: Actor, id: string, signal: AbortSignal): AsyncGenerator<ServerEvent> {
    let said = '';
    while (!signal.aborted) {
      const view = importViewOf(await own(actor, id));
      const text = JSON.stringify([view.status, view.progress]);
      if (text !== said) yield { id: `${view.version}-${view.progress.done}`, type: 'progress', data: view };
      said = text;
      if (view.status !== 'RUNNING' && view.status !== 'TAKING_BACK') return;
      await sleep(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  return {
    async rows(actor, id, { limit, cursor, show }) {
      const row = await own(actor, id);
      const after = cursor === undefined ? 0 : decodeCursor(cursor, rowPlace)[0];
      const rows = await store.rows(id, { after, limit: limit + 1, show });
      const shown = rows.slice(0, limit);
      const { opened, lines } = await rowsWithLikely(actor, row, shown);
      await database.record(actor, {
        type: 'import.rows-viewed',
        data: { rows: shown.length, shown: [...opened.keys()] },
        subject: subjectOf(id),
      });
      const last = shown.at(-1);
      return {
        items: shown.map((one) => rowViewOf(actor, one, opened, lines)),
        nextCursor: rows.length > limit && last ? encodeCursor([last.position]) : null,
      };
    },

    async faults(actor, id) {
      const row = await own(actor, id);
      const rows = await store.rows(id, { after: 0, limit: MOST_FAULTS, show: 'FAULTS' });
      await database.record(actor, {
        type: 'import.faults-taken',
        data: { rows: rows.length },
        subject: subjectOf(id),
      });
      const table = rows.flatMap(({ line, status, faults }) =>
        (faults as unknown as RowFault[]).map(({ field, code }) => [
          String(line),
          status,
          field,
          code,
          faultText(code, actor.locale),
        ]),
      );
      const text = csvText([['line', 'status', 'field', 'code', 'text'], ...table]);
      return new FileReply('text/csv', Buffer.from(CSV_START + text), `${row.fileName}-faults.csv`);
    },

    async follow(actor, id) {
      await own(actor, id);
      await database.record(actor, { type: 'import.followed', data: {}, subject: subjectOf(id) });
      return new EventReply((signal) => progress(actor, id, signal));
    },
  };
}
