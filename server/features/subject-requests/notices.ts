// Who was shown data that were corrected, restricted or erased is told, and confirms that his copy followed.
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import type { NoticePage, NoticeQuery, NoticeView } from './contract.ts';
import { confirmNotice, type createRequestStore, tellRecipients } from './store.ts';

export interface RecipientNotices {
  /** Tells every agency of another state that was shown the person, in the transaction of the change. @returns how many */
  tellRecipients(
    tx: Tx,
    kind: 'CORRECTED',
    personId: string,
    ownerState: string,
    dueAt: Date,
  ): Promise<number>;
  notices(actor: Actor, query: NoticeQuery): Promise<NoticePage>;
  confirm(actor: Actor, noticeId: string, version: number): Promise<NoticeView>;
}

const idPlace = z.tuple([z.uuid()]);

/** Where a page of a list goes on. */
export const placeOf = (cursor: string | undefined): string | null =>
  cursor === undefined ? null : decodeCursor(cursor, idPlace)[0];

/** Only states ask and answer. @throws Problem `not-found` */
export const stateOf = (actor: Actor): string => {
  if (actor.state === null) throw notFound();
  return actor.state;
};

export function createRecipientNotices(
  database: Database,
  clock: Clock,
  store: ReturnType<typeof createRequestStore>,
): RecipientNotices {
  return {
    tellRecipients: (tx, kind, personId, ownerState, dueAt) =>
      tellRecipients(tx, { kind, personId, ownerState, dueAt }),

    async notices(actor, { limit, cursor, side }) {
      const rows = await store.notices(side, stateOf(actor), clock.now(), placeOf(cursor), limit + 1);
      const page = toPage(rows, limit, ({ id }) => [id]);
      await database.record(actor, { type: 'notice.listed', data: { count: page.items.length } });
      return page;
    },

    async confirm(actor, noticeId, version) {
      const state = stateOf(actor);
      const found = await store.notice(noticeId, state, clock.now());
      if (!found) throw notFound();
      await database.transaction(actor, async (tx) => {
        if (!(await confirmNotice(tx, noticeId, version, actor.id))) throw new Problem('version-mismatch');
        tx.audit({
          type: 'notice.confirmed',
          data: { noticeId, kind: found.kind },
          subject: { type: 'person', id: found.personId },
        });
      });
      return (await store.notice(noticeId, state, clock.now())) ?? found;
    },
  };
}
