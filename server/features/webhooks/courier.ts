// Carries events to webhooks: one delivery per subscriber who may know, tried for a day, checked again before each attempt.
import { systemActor } from '../../domain/access/actor.ts';
import { subscriberTokens } from '../../domain/access/audience.ts';
import { isSecretEvent, seenAs, toldData } from '../../domain/events/domain-event.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { type KeptEvent, readEvent } from '../../platform/database/domain-events.ts';
import { newId } from '../../platform/ids.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Outgoing } from '../../platform/security/outgoing.ts';
import type { Vault } from '../../platform/security/vault.ts';
import { signedHeaders } from '../../platform/security/webhook-signature.ts';
import type { AlertService } from '../alerts/service.ts';
import type { HitService } from '../hits/service.ts';
import { createCourierStore, type OpenDelivery } from './courier-store.ts';
import { DISABLE_AFTER_MS, pauseAfter, SECRET_CONTEXT } from './delivery-facts.ts';

export interface WebhookCourier {
  /** Makes the deliveries of an event. */
  hear(event: KeptEvent): Promise<void>;
  /** Tries a delivery that is still on its way, once. */
  deliver(deliveryId: string): Promise<void>;
  /** Takes old deliveries away. @returns how many */
  purge(): Promise<number>;
}

export interface CourierDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly logger: Logger;
  readonly outgoing: Pick<Outgoing, 'post'>;
  readonly alerts: Pick<AlertService, 'alertsOf'>;
  readonly hits: Pick<HitService, 'mayBeTold'>;
  /** Milliseconds for measuring; not the time of day. */
  stopwatch(): number;
  /** 0–1, another each time. */
  spread(): number;
}

const KEEP_DAYS = 90;

export function createWebhookCourier(deps: CourierDeps): WebhookCourier {
  const { database, clock, vault, logger, outgoing, alerts, hits, stopwatch, spread } = deps;
  const store = createCourierStore(database.pool);

  /** What was true when the event happened may be over when a later attempt is made. */
  async function mayStillBeTold(delivery: OpenDelivery): Promise<boolean> {
    if (delivery.eventId === null) return true;
    const kept = await readEvent(database.pool, delivery.eventId);
    if (!kept) return false;
    const { event } = kept;
    const tokens = subscriberTokens(delivery.state, delivery.agencyId, delivery.open);
    if (seenAs(event, tokens) === null) return false;
    if (event.kind === 'hit') return hits.mayBeTold(event.hitId, delivery);
    if (event.kind !== 'alert' || delivery.type === 'alert.withdrawn') return true;
    const found = await alerts.alertsOf([event.personId], tokens, clock.now());
    // A merge may have moved the alert to another person; then its next event tells of it.
    return found.get(event.personId)?.some(({ id }) => id === event.alertId) ?? false;
  }

  function secretsOf({ secret, oldSecret, oldSecretUntil }: OpenDelivery, now: Date): string[] {
    const sealed = oldSecret && oldSecretUntil && now < oldSecretUntil ? [secret, oldSecret] : [secret];
    return sealed.map((bytes) => vault.decrypt(SECRET_CONTEXT, bytes));
  }

  async function send(delivery: OpenDelivery) {
    const now = clock.now();
    const body = JSON.stringify(delivery.payload);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Izdoo-Webhooks/1',
      ...signedHeaders(secretsOf(delivery, now), delivery.id, now, body),
    };
    const started = stopwatch();
    const posted = await outgoing.post(new URL(delivery.url), headers, body);
    return { ...posted, elapsedMs: stopwatch() - started };
  }

  async function giveUp({ webhookId, failingSince }: OpenDelivery, now: Date): Promise<void> {
    if (failingSince === null || now.getTime() - failingSince.getTime() < DISABLE_AFTER_MS) return;
    if (!(await store.disable(webhookId, now))) return;
    logger.warn({ webhookId }, 'a webhook was disabled: nothing arrived for days');
    await database.record(systemActor('worker:deliver-webhook', newId()), {
      type: 'webhook.disabled',
      data: { failingSince: failingSince.toISOString() },
      subject: { type: 'webhook', id: webhookId },
    });
  }

  return {
    async hear(kept) {
      const { event, at } = kept;
      for (const { id: webhookId, agencyId, state, open, eventTypes } of await store.subscribers()) {
        const type = seenAs(event, subscriberTokens(state, agencyId, open));
        if (type === null || !eventTypes.includes(type)) continue;
        const payload = { type, timestamp: at.toISOString(), data: toldData(event, type) };
        const now = clock.now();
        const id = newId(now.getTime());
        await store.insert({ id, webhookId, type, payload, isSecret: isSecretEvent(event), now }, kept);
      }
    },

    async deliver(deliveryId) {
      const delivery = await store.read(deliveryId);
      if (delivery?.status !== 'PENDING') return;
      if (!delivery.active) return store.end(deliveryId, 'DEAD', clock.now());
      if (!(await mayStillBeTold(delivery))) return store.end(deliveryId, 'DROPPED', clock.now());
      const { status, fault, elapsedMs } = await send(delivery);
      const now = clock.now();
      const pause = fault === null ? null : pauseAfter(delivery.attempts + 1, spread());
      const next =
        fault === null
          ? { status: 'DELIVERED' as const, at: null }
          : pause === null
            ? { status: 'DEAD' as const, at: null }
            : { status: 'PENDING' as const, at: new Date(now.getTime() + pause) };
      const { webhookId } = delivery;
      const attempt = { id: newId(now.getTime()), deliveryId, webhookId, at: now };
      await store.noteAttempt({ ...attempt, status, fault, elapsedMs, next });
      if (next.status === 'PENDING') return;
      await database.record(systemActor('worker:deliver-webhook', newId()), {
        type: 'webhook.delivered',
        data: { deliveryId, type: delivery.type, attempts: delivery.attempts + 1 },
        subject: { type: 'webhook', id: webhookId },
        ...(next.status === 'DEAD' && { outcome: 'FAILED' as const }),
      });
      if (next.status === 'DEAD') await giveUp(delivery, now);
    },

    purge: () => store.purge(new Date(clock.now().getTime() - KEEP_DAYS * 86_400_000)),
  };
}
