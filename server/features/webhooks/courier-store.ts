// What the courier reads and writes: which webhooks there are, deliveries on their way, each attempt.
import type { Pool } from 'pg';
import type { KeptEvent } from '../../platform/database/domain-events.ts';
import type { OutgoingFault } from '../../platform/security/outgoing.ts';
import { DELIVER_WEBHOOK } from './delivery-facts.ts';

export interface Subscriber {
  readonly id: string;
  readonly agencyId: string;
  readonly state: string;
  readonly eventTypes: readonly string[];
  readonly open: boolean;
}

export interface OpenDelivery extends Omit<Subscriber, 'id' | 'eventTypes'> {
  readonly id: string;
  readonly webhookId: string;
  readonly eventId: string | null;
  readonly type: string;
  readonly payload: object;
  readonly status: string;
  readonly attempts: number;
  /** The webhook and its agency work. */
  readonly active: boolean;
  readonly url: string;
  readonly secret: Uint8Array;
  readonly oldSecret: Uint8Array | null;
  readonly oldSecretUntil: Date | null;
  readonly failingSince: Date | null;
}

interface Attempt {
  readonly id: string;
  readonly deliveryId: string;
  readonly webhookId: string;
  readonly at: Date;
  readonly status: number | null;
  readonly fault: OutgoingFault | null;
  readonly elapsedMs: number;
  readonly next: { readonly status: 'DELIVERED' | 'PENDING' | 'DEAD'; readonly at: Date | null };
}

const SUBSCRIBERS = `
  select w.id, w.agency_id as "agencyId", w.state, w.event_types as "eventTypes",
         w.secret_opened_by is not null as open
  from webhook w join agency g on g.id = w.agency_id
  where w.active and g.active`;

// Twice for one event changes nothing: a listener may be called again.
const INSERT = `
  with added as (
    insert into webhook_delivery (id, webhook_id, event_id, type, payload, is_secret, next_at, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict (webhook_id, event_id) do nothing returning id)
  select graphile_worker.add_job('${DELIVER_WEBHOOK}', json_build_object('deliveryId', id)) from added`;

const READ = `
  select d.id, d.webhook_id as "webhookId", d.event_id as "eventId", d.type, d.payload, d.status, d.attempts,
         w.active and g.active as active, w.url, w.secret, w.old_secret as "oldSecret",
         w.old_secret_until as "oldSecretUntil", w.failing_since as "failingSince",
         w.agency_id as "agencyId", w.state, w.secret_opened_by is not null as open
  from webhook_delivery d
  join webhook w on w.id = d.webhook_id
  join agency g on g.id = w.agency_id
  where d.id = $1`;

const ATTEMPT = `
  with tried as (
    insert into webhook_attempt (id, delivery_id, at, status, fault, elapsed_ms) values ($1, $2, $4, $5, $6, $7)),
  moved as (
    update webhook_delivery set attempts = attempts + 1, status = $8, next_at = $9,
      ended_at = case when $8 = 'PENDING' then null else $4::timestamptz end
    where id = $2 returning id),
  judged as (
    update webhook set failing_since = case when $8 = 'DELIVERED' then null else coalesce(failing_since, $4) end
    where id = $3)
  select case when $8 = 'PENDING' then graphile_worker.add_job('${DELIVER_WEBHOOK}',
    json_build_object('deliveryId', id), run_at := $9::timestamptz) end is not null from moved`;

const END = `update webhook_delivery set status = $2, next_at = null, ended_at = $3 where id = $1`;

const DISABLE = `update webhook set active = false, disabled_at = $2, version = version + 1 where id = $1 and active`;

const PURGE = `delete from webhook_delivery where created_at < $1 and status <> 'PENDING'`;

export function createCourierStore(pool: Pool) {
  return {
    subscribers: async (): Promise<Subscriber[]> => (await pool.query<Subscriber>(SUBSCRIBERS)).rows,

    async insert(
      delivery: {
        id: string;
        webhookId: string;
        type: string;
        payload: object;
        isSecret: boolean;
        now: Date;
      },
      { id: eventId }: KeptEvent,
    ): Promise<void> {
      const { id, webhookId, type, payload, isSecret, now } = delivery;
      await pool.query(INSERT, [id, webhookId, eventId, type, JSON.stringify(payload), isSecret, now]);
    },

    read: async (id: string): Promise<OpenDelivery | null> =>
      (await pool.query<OpenDelivery>(READ, [id])).rows[0] ?? null,

    /** The attempt, what becomes of the delivery, the next job and the webhook's own standing, in one statement. */
    async noteAttempt(attempt: Attempt): Promise<void> {
      const { id, deliveryId, webhookId, at, status, fault, elapsedMs, next } = attempt;
      const values = [id, deliveryId, webhookId, at, status, fault, elapsedMs, next.status, next.at];
      await pool.query(ATTEMPT, values);
    },

    async end(id: string, status: 'DEAD' | 'DROPPED', now: Date): Promise<void> {
      await pool.query(END, [id, status, now]);
    },

    /** @returns whether it was active until now */
    disable: async (webhookId: string, now: Date): Promise<boolean> =>
      (await pool.query(DISABLE, [webhookId, now])).rowCount === 1,

    purge: async (before: Date): Promise<number> => (await pool.query(PURGE, [before])).rowCount ?? 0,
  };
}
