// Events that exist only if the change they tell of was committed: kept as a row, passed on by a job a moment later.
import type pg from 'pg';
import type { DomainEvent } from '../../domain/events/domain-event.ts';
import { newId } from '../ids.ts';
import type { Tx } from './database.ts';

/** The job that passes an event on to all who listen. */
export const DISPATCH_EVENT = 'dispatch-event';

/** The job that looks again at what was screened before, after a person's record changed: new names, numbers, a merge. */
export const PERSON_CHANGED = 'person-changed';

/** Changes of one person that come close together are looked at once. */
export const notePersonChanged = (tx: Tx, personId: string): Promise<void> =>
  tx.enqueue(PERSON_CHANGED, { personId }, { key: `${PERSON_CHANGED}:${personId}` });

export interface KeptEvent {
  readonly id: string;
  readonly at: Date;
  readonly event: DomainEvent;
}

/** Tells everybody who listens, once the transaction has been committed. To be called in the change itself. */
export async function emit(tx: Tx, event: DomainEvent): Promise<void> {
  const { notBefore, ...content } = event;
  const id = newId(tx.now.getTime());
  await tx.db.$executeRaw`
    insert into domain_event (id, at, kind, content)
    values (${id}::uuid, ${tx.now}, ${event.kind}, ${JSON.stringify(content)}::jsonb)`;
  const later = notBefore && notBefore > tx.now ? { runAt: notBefore } : {};
  await tx.enqueue(DISPATCH_EVENT, { eventId: id }, later);
}

/** The same of many at once, which one job passes on in their order. */
export async function emitAll(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({
    id: newId(tx.now.getTime()),
    kind: event.kind,
    content: event,
  }));
  await tx.db.$executeRaw`
    insert into domain_event (id, at, kind, content)
    select id, ${tx.now}, kind, content
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one (id uuid, kind text, content jsonb)`;
  await tx.enqueue(DISPATCH_EVENT, { eventIds: rows.map(({ id }) => id) });
}

/** @returns null when it was tidied away */
export async function readEvent(pool: pg.Pool, id: string): Promise<KeptEvent | null> {
  const { rows } = await pool.query<{ id: string; at: Date; content: DomainEvent }>(
    'select id, at, content from domain_event where id = $1',
    [id],
  );
  const [row] = rows;
  return row ? { id: row.id, at: row.at, event: row.content } : null;
}

const KEEP_DAYS = 90;

/** Takes away events older than 90 days that nobody's delivery log names any more. @returns how many */
export async function purgeEvents(pool: pg.Pool, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEEP_DAYS * 86_400_000);
  const { rowCount } = await pool.query(
    `delete from domain_event e where at < $1
       and not exists (select 1 from webhook_delivery d where d.event_id = e.id)`,
    [before],
  );
  return rowCount ?? 0;
}
