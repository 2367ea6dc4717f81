// Webhooks as people manage them: by the national admin for agencies of his state, opened for secret events by a case officer.
import { z } from 'zod';
import { type Actor, may } from '../../domain/access/actor.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { EventType } from '../../domain/events/domain-event.ts';
import type { Database } from '../../platform/database/database.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import { newId } from '../../platform/ids.ts';
import type { Outgoing } from '../../platform/security/outgoing.ts';
import type { Vault } from '../../platform/security/vault.ts';
import { newWebhookSecret } from '../../platform/security/webhook-signature.ts';
import type { AgencyService } from '../agencies/service.ts';
import type {
  CreatedWebhook,
  DeliveryDetail,
  DeliveryPage,
  DeliveryQuery,
  DeliveryStatus,
  DeliveryView,
  NewWebhook,
  WebhookChange,
  WebhookPage,
  WebhookQuery,
  WebhookView,
} from './contract.ts';
import { DELIVER_WEBHOOK, SECRET_CONTEXT } from './delivery-facts.ts';
import { createWebhookStore, type DeliveryRow, type WebhookRow } from './store.ts';

export { createWebhookCourier, type WebhookCourier } from './courier.ts';

/** How long the replaced secret still signs. */
const CHANGE_OVER_MS = 24 * 3_600_000;

/** A repeated create is answered from a stored result; the secret lies in it only encrypted. */
const REPLAY_CONTEXT = 'idempotency_key.result:webhook';

export interface WebhookService {
  list(actor: Actor, query: WebhookQuery): Promise<WebhookPage>;
  get(actor: Actor, id: string): Promise<WebhookView>;
  /** @throws Problem `validation-failed` at `/agencyId`, or at `/url` for an address that is not called */
  create(actor: Actor, body: NewWebhook): Promise<CreatedWebhook>;
  change(actor: Actor, id: string, version: number, body: WebhookChange): Promise<WebhookView>;
  remove(actor: Actor, id: string): Promise<void>;
  rotateSecret(actor: Actor, id: string, version: number): Promise<CreatedWebhook>;
  openSecret(actor: Actor, id: string, version: number, open: boolean): Promise<WebhookView>;
  sendTrial(actor: Actor, id: string): Promise<DeliveryView>;
  listDeliveries(actor: Actor, id: string, query: DeliveryQuery): Promise<DeliveryPage>;
  getDelivery(actor: Actor, id: string, deliveryId: string): Promise<DeliveryDetail>;
  /** @throws Problem `conflict` while it is on its way, or when the webhook is stopped */
  replay(actor: Actor, id: string, deliveryId: string): Promise<DeliveryView>;
}

export interface WebhookDeps {
  readonly database: Database;
  readonly vault: Vault;
  readonly agencies: Pick<AgencyService, 'ownOpen'>;
  readonly outgoing: Pick<Outgoing, 'accepts'>;
}

const place = z.tuple([z.uuid()]);
const afterOf = (cursor: string | undefined) =>
  cursor === undefined ? undefined : decodeCursor(cursor, place)[0];

const view = (row: WebhookRow): WebhookView => ({
  id: row.id,
  agencyId: row.agencyId,
  url: row.url,
  eventTypes: row.eventTypes as EventType[],
  description: row.description,
  secretEvents: row.secretOpenedBy !== null,
  active: row.active,
  failingSince: row.failingSince?.toISOString() ?? null,
  disabledAt: row.disabledAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  version: row.version,
});

const deliveryViewOf = (row: DeliveryRow): DeliveryView => ({
  id: row.id,
  type: row.type,
  status: row.status as DeliveryStatus,
  attempts: row.attempts,
  nextAt: row.nextAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
});

function stateOf(actor: Actor): string {
  if (actor.state === null) throw new Problem('forbidden');
  return actor.state;
}

const subjectOf = (id: string) => ({ type: 'webhook' as const, id });

export function createWebhookService({ database, vault, agencies, outgoing }: WebhookDeps): WebhookService {
  const store = createWebhookStore(database);

  function demandCallable(url: string): void {
    if (!outgoing.accepts(new URL(url)))
      throw new Problem('validation-failed', [{ at: '/url', code: 'address-not-called' }]);
  }

  async function own(actor: Actor, id: string): Promise<WebhookRow> {
    const row = await store.find(id, stateOf(actor));
    if (!row) throw notFound();
    return row;
  }

  const sealed = (secret: string) => new Uint8Array(vault.encrypt(SECRET_CONTEXT, secret));

  /** One change of the row, in the version that was seen. */
  async function write(
    actor: Actor,
    row: WebhookRow,
    version: number,
    data: Parameters<typeof store.change>[2],
    changed: string[],
  ): Promise<WebhookView> {
    await database.transaction(actor, async (tx) => {
      if (!(await store.change(tx, { id: row.id, version }, data))) throw new Problem('version-mismatch');
      tx.audit({ type: 'webhook.changed', data: { changed }, subject: subjectOf(row.id) });
    });
    return view(await own(actor, row.id));
  }

  /** Deliveries about secret alerts exist for those who may know of such alerts. */
  const seesSecret = (actor: Actor): boolean => may(actor, 'webhook.open-secret');

  return {
    async list(actor, { limit, cursor }) {
      const rows = await store.list(stateOf(actor), { limit, after: afterOf(cursor) });
      const page = toPage(rows.map(view), limit, ({ id }) => [id]);
      await database.record(actor, { type: 'webhook.listed', data: { count: page.items.length } });
      return page;
    },

    async get(actor, id) {
      const row = await own(actor, id);
      await database.record(actor, { type: 'webhook.viewed', data: {}, subject: subjectOf(id) });
      return view(row);
    },

    async create(actor, body) {
      const state = stateOf(actor);
      await agencies.ownOpen(actor, body.agencyId);
      demandCallable(body.url);
      const { webhook, replay } = await database.transaction(actor, async (tx) => {
        const id = newId(tx.now.getTime());
        const secret = newWebhookSecret();
        const row = await store.insert(tx, {
          ...body,
          id,
          state,
          secret: sealed(secret),
          createdBy: actor.id,
          createdAt: tx.now,
        });
        const { agencyId, eventTypes } = body;
        tx.audit({ type: 'webhook.created', data: { agencyId, eventTypes }, subject: subjectOf(id) });
        return { webhook: view(row), replay: vault.encrypt(REPLAY_CONTEXT, secret).toString('base64') };
      });
      return { webhook, secret: vault.decrypt(REPLAY_CONTEXT, Buffer.from(replay, 'base64')) };
    },

    async change(actor, id, version, body) {
      const row = await own(actor, id);
      if (body.url !== undefined) demandCallable(body.url);
      const { url, eventTypes, description, active } = body;
      return write(
        actor,
        row,
        version,
        {
          ...(url !== undefined && { url }),
          ...(eventTypes !== undefined && { eventTypes }),
          ...(description !== undefined && { description }),
          // What a case officer opened was another address.
          ...(url !== undefined && url !== row.url && { secretOpenedBy: null }),
          ...(active !== undefined && { active }),
          ...(active === true && { failingSince: null, disabledAt: null }),
        },
        Object.keys(body),
      );
    },

    async remove(actor, id) {
      await database.transaction(actor, async (tx) => {
        if (!(await store.remove(tx, id, stateOf(actor)))) throw notFound();
        tx.audit({ type: 'webhook.removed', data: {}, subject: subjectOf(id) });
      });
    },

    async rotateSecret(actor, id, version) {
      const row = await own(actor, id);
      const secret = newWebhookSecret();
      const webhook = await database.transaction(actor, async (tx) => {
        const oldSecretUntil = new Date(tx.now.getTime() + CHANGE_OVER_MS);
        const data = { secret: sealed(secret), oldSecret: row.secret, oldSecretUntil };
        if (!(await store.change(tx, { id, version }, data))) throw new Problem('version-mismatch');
        tx.audit({ type: 'webhook.changed', data: { changed: ['secret'] }, subject: subjectOf(id) });
        return view({ ...row, version: version + 1 });
      });
      return { webhook, secret };
    },

    async openSecret(actor, id, version, open) {
      const row = await own(actor, id);
      return write(actor, row, version, { secretOpenedBy: open ? actor.id : null }, ['secretEvents']);
    },

    async sendTrial(actor, id) {
      const row = await own(actor, id);
      if (!row.active) throw new Problem('conflict', [{ at: '', code: 'webhook-stopped' }]);
      return database.transaction(actor, async (tx) => {
        const delivery = await store.insertDelivery(tx, {
          id: newId(tx.now.getTime()),
          webhookId: id,
          type: 'webhook.trial',
          payload: { type: 'webhook.trial', timestamp: tx.now.toISOString(), data: { webhookId: id } },
          isSecret: false,
          nextAt: tx.now,
          createdAt: tx.now,
        });
        await tx.enqueue(DELIVER_WEBHOOK, { deliveryId: delivery.id });
        tx.audit({ type: 'webhook.tried', data: { deliveryId: delivery.id }, subject: subjectOf(id) });
        return deliveryViewOf(delivery);
      });
    },

    async listDeliveries(actor, id, { limit, cursor, status }) {
      await own(actor, id);
      const filter = { withSecret: seesSecret(actor), status };
      const rows = await store.listDeliveries(id, filter, { limit, after: afterOf(cursor) });
      const page = toPage(rows, limit, (row) => [row.id]);
      const count = page.items.length;
      await database.record(actor, { type: 'webhook.log-read', data: { count }, subject: subjectOf(id) });
      return { items: page.items.map(deliveryViewOf), nextCursor: page.nextCursor };
    },

    async getDelivery(actor, id, deliveryId) {
      await own(actor, id);
      const row = await store.findDelivery(id, deliveryId, seesSecret(actor));
      if (!row) throw notFound();
      await database.record(actor, { type: 'webhook.log-read', data: { count: 1 }, subject: subjectOf(id) });
      const tries = row.tries.map(({ at, status, fault, elapsedMs }) => ({
        at: at.toISOString(),
        status,
        fault: fault as DeliveryDetail['tries'][number]['fault'],
        elapsedMs,
      }));
      return { ...deliveryViewOf(row), tries };
    },

    async replay(actor, id, deliveryId) {
      const webhook = await own(actor, id);
      const row = await store.findDelivery(id, deliveryId, seesSecret(actor));
      if (!row) throw notFound();
      if (!webhook.active) throw new Problem('conflict', [{ at: '', code: 'webhook-stopped' }]);
      if (row.status === 'PENDING') throw new Problem('conflict', [{ at: '', code: 'still-on-its-way' }]);
      return database.transaction(actor, async (tx) => {
        const delivery = await store.restart(tx, deliveryId);
        await tx.enqueue(DELIVER_WEBHOOK, { deliveryId });
        tx.audit({ type: 'webhook.replayed', data: { deliveryId }, subject: subjectOf(id) });
        return deliveryViewOf(delivery);
      });
    },
  };
}
