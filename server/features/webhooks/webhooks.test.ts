import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeStranger, plainDraft, publish } from '../../../tests/support/alert-files.ts';
import { runDueJobs } from '../../../tests/support/jobs.ts';
import { agencyId, type TestState } from '../../../tests/support/people.ts';
import { createReceiver, isSigned, type Receiver } from '../../../tests/support/receiver.ts';
import { refusalCode, refusalOf } from '../../../tests/support/refusals.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import type { AlertDraft } from '../alerts/contract.ts';
import { newWebhook } from './contract.ts';

let receiver: Receiver;
let world: TestWorld;
beforeAll(async () => {
  receiver = await createReceiver();
  world = await createTestWorld({ WEBHOOK_ALLOWED_HOSTS: receiver.host });
});
beforeEach(async () => {
  await world.database.pool.query('delete from webhook');
  receiver.received.length = 0;
  receiver.answer(204);
});
afterAll(async () => {
  await world.close();
  await receiver.close();
});

const ALL = ['alert.activated', 'alert.changed', 'alert.withdrawn'] as const;

const subscribe = (state: TestState, eventTypes: readonly string[] = ALL) =>
  world.services.webhooks.create(
    world.actor(state, 'NAD'),
    newWebhook.parse({
      agencyId: agencyId(state, 'BORDER'),
      url: receiver.url,
      eventTypes,
      description: 'Gateway',
    }),
  );

/** A published alert on somebody new. */
const alertOn = async (change: Partial<AlertDraft> = {}) =>
  publish(world, 'KGZ', plainDraft(await makeStranger(world, world.actor('KGZ', 'INV')), change));

const withdraw = (alert: { id: string; version: number }) =>
  world.services.alerts.takeStep(world.actor('KGZ', 'CO'), alert.id, alert.version, 'withdraw', {
    reason: 'Decision 12/2026.',
    withdrawal: 'ERROR',
  });

const told = () => receiver.received.map(({ body }) => JSON.parse(body) as { type: string; data: object });

const deliveries = async (webhookId: string, role: 'NAD' | 'CO' = 'NAD') =>
  (await world.services.webhooks.listDeliveries(world.actor('KAZ', role), webhookId, { limit: 50 })).items;

describe('a webhook', () => {
  it('is told of an alert from beginning to end, signed, without a name', async () => {
    const { secret, webhook } = await subscribe('KAZ');
    const alert = await alertOn();
    await runDueJobs(world);
    await withdraw(alert);
    await runDueJobs(world);
    expect(told().map(({ type }) => type)).toEqual(['alert.activated', 'alert.withdrawn']);
    expect(told()[0]?.data).toEqual({
      alertId: alert.id,
      personId: expect.any(String),
      alertNumber: alert.alertNumber,
      alertType: 'LOCATE_WITNESS',
      ownerState: 'KGZ',
      status: 'ACTIVE',
    });
    expect(told()[1]?.data).not.toHaveProperty('status');
    expect(receiver.received.every((one) => isSigned(one, secret))).toBe(true);
    const [first] = receiver.received;
    expect(first && isSigned({ ...first, body: `${first.body} ` }, secret)).toBe(false);
    expect(receiver.received.map(({ body }) => body).join()).not.toMatch(/[а-яё]/i);
    const log = await deliveries(webhook.id);
    expect(log.map(({ status, attempts }) => [status, attempts])).toEqual([
      ['DELIVERED', 1],
      ['DELIVERED', 1],
    ]);
    expect(new Set(log.map(({ id }) => id))).toEqual(new Set(receiver.received.map(({ id }) => id)));
  });

  it('hears only what it asked for and what its state may see', async () => {
    await subscribe('KAZ', ['alert.withdrawn']);
    await subscribe('UZB');
    await alertOn({ sharing: 'LISTED', sharedWithStates: ['KAZ'] });
    await runDueJobs(world);
    expect(told()).toEqual([]);
  });

  it('loses an alert whose owner narrows its circle, while others hear of a change', async () => {
    const kaz = await subscribe('KAZ');
    const uzb = await subscribe('UZB');
    const alert = await alertOn();
    await runDueJobs(world);
    receiver.received.length = 0;
    await world.services.alerts.changeAlert(world.actor('KGZ', 'CO'), alert.id, alert.version, {
      sharing: 'LISTED',
      sharedWithStates: ['UZB'],
    });
    await runDueJobs(world);
    const heard = receiver.received.map((one) => [
      JSON.parse(one.body).type,
      isSigned(one, kaz.secret),
      isSigned(one, uzb.secret),
    ]);
    expect(heard.sort()).toEqual([
      ['alert.changed', false, true],
      ['alert.withdrawn', true, false],
    ]);
  });

  it('hears of a discreet alert only when listed, and only after a case officer opened it', async () => {
    const { webhook } = await subscribe('KAZ');
    const { webhook: other } = await subscribe('UZB');
    const discreet: Partial<AlertDraft> = {
      type: 'DISCREET_CHECK',
      actionsOnHit: ['D1'],
      sharing: 'LISTED',
      sharedWithStates: ['KAZ'],
    };
    await alertOn(discreet);
    await runDueJobs(world);
    expect(told()).toEqual([]);
    const { webhooks } = world.services;
    await webhooks.openSecret(world.actor('KAZ', 'CO'), webhook.id, webhook.version, true);
    await webhooks.openSecret(world.actor('UZB', 'CO'), other.id, other.version, true);
    const second = await alertOn(discreet);
    await runDueJobs(world);
    expect(told().map(({ data }) => data)).toEqual([expect.objectContaining({ alertId: second.id })]);
    // The national admin may not know of such alerts: for him there was no delivery.
    expect(await deliveries(webhook.id, 'NAD')).toEqual([]);
    expect(await deliveries(webhook.id, 'CO')).toHaveLength(1);
    const opened = await webhooks.get(world.actor('KAZ', 'NAD'), webhook.id);
    expect(opened.secretEvents).toBe(true);
    const moved = await webhooks.change(world.actor('KAZ', 'NAD'), webhook.id, opened.version, {
      url: `${receiver.url}/elsewhere`,
    });
    expect(moved.secretEvents).toBe(false);
  });

  it('is not told of an alert that ended before the message could be delivered', async () => {
    const { webhook } = await subscribe('KAZ');
    receiver.answer(503);
    const alert = await alertOn();
    await withdraw(alert);
    receiver.answer(204);
    await runDueJobs(world);
    expect(told().map(({ type }) => type)).toEqual(['alert.withdrawn']);
    expect((await deliveries(webhook.id)).map(({ status }) => status).sort()).toEqual([
      'DELIVERED',
      'DROPPED',
    ]);
  });

  it('is told once however often the event is heard', async () => {
    const { webhook } = await subscribe('KAZ');
    const alert = await alertOn();
    await runDueJobs(world);
    const { rows } = await world.database.pool.query(
      `select id, at, content as event from domain_event where content->>'alertId' = $1`,
      [alert.id],
    );
    await world.services.courier.hear(rows[0]);
    expect(await deliveries(webhook.id)).toHaveLength(1);
  });
});

describe('a delivery that fails', () => {
  const trial = async (webhookId: string) =>
    (await world.services.webhooks.sendTrial(world.actor('KAZ', 'NAD'), webhookId)).id;
  const clearJobs = () => world.database.pool.query('delete from graphile_worker._private_jobs');

  it('is tried for more than a day under one id, dies, and is sent again by hand', async () => {
    const { webhook, secret } = await subscribe('KAZ');
    receiver.answer(500);
    const deliveryId = await trial(webhook.id);
    const started = world.clock.now().getTime();
    const { courier, webhooks } = world.services;
    const nad = world.actor('KAZ', 'NAD');
    for (let tries = 1; tries <= 8; tries += 1) {
      await courier.deliver(deliveryId);
      const { status, nextAt } = await webhooks.getDelivery(nad, webhook.id, deliveryId);
      expect([tries, status]).toEqual([tries, tries < 8 ? 'PENDING' : 'DEAD']);
      if (nextAt) world.clock.set(nextAt);
    }
    expect(world.clock.now().getTime() - started).toBeGreaterThan(25 * 3_600_000);
    await courier.deliver(deliveryId);
    expect(receiver.received).toHaveLength(8);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
    expect(new Set(receiver.received.map(({ timestamp }) => timestamp)).size).toBe(8);
    const dead = await webhooks.getDelivery(nad, webhook.id, deliveryId);
    expect(dead.tries.map(({ status, fault }) => [status, fault])).toEqual(Array(8).fill([500, 'STATUS']));
    receiver.answer(200);
    await clearJobs();
    expect((await webhooks.replay(nad, webhook.id, deliveryId)).status).toBe('PENDING');
    expect(await refusalCode(webhooks.replay(nad, webhook.id, deliveryId))).toBe('conflict');
    await runDueJobs(world);
    expect((await webhooks.getDelivery(nad, webhook.id, deliveryId)).status).toBe('DELIVERED');
    const last = receiver.received.at(-1);
    expect(last?.id === deliveryId && isSigned(last, secret)).toBe(true);
  });

  it('for days disables its webhook, which is seen and can be started again', async () => {
    const { webhook } = await subscribe('KAZ');
    receiver.answer(410);
    const { courier, webhooks } = world.services;
    const nad = world.actor('KAZ', 'NAD');
    const exhaust = async () => {
      const id = await trial(webhook.id);
      for (let tries = 0; tries < 8; tries += 1) await courier.deliver(id);
    };
    await exhaust();
    const failing = await webhooks.get(nad, webhook.id);
    expect([failing.active, failing.failingSince]).toEqual([true, expect.any(String)]);
    world.clock.advance(73 * 3_600_000);
    await exhaust();
    const off = await webhooks.get(nad, webhook.id);
    expect([off.active, off.disabledAt]).toEqual([false, world.clock.now().toISOString()]);
    expect(await refusalCode(webhooks.sendTrial(nad, webhook.id))).toBe('conflict');
    const { rows } = await world.database.pool.query(
      `select type, outcome from audit_event where subject_id = $1 and actor_kind = 'system' order by id`,
      [webhook.id],
    );
    expect(rows.map(({ type, outcome }) => `${type} ${outcome}`)).toEqual([
      'webhook.delivered FAILED',
      'webhook.delivered FAILED',
      'webhook.disabled SUCCESS',
    ]);
    const on = await webhooks.change(nad, webhook.id, off.version, { active: true });
    expect([on.active, on.failingSince, on.disabledAt]).toEqual([true, null, null]);
    await clearJobs();
  });
});

describe('the management of webhooks', () => {
  it('refuses addresses that lead into the own network', async () => {
    for (const url of [
      'https://127.0.0.1/',
      'https://[::ffff:10.0.0.1]/',
      'http://receiver.example/',
      'https://169.254.169.254/latest',
    ]) {
      const refused = await refusalOf(
        world.services.webhooks.create(world.actor('KGZ', 'NAD'), {
          agencyId: agencyId('KGZ', 'BORDER'),
          url,
          eventTypes: ['alert.activated'],
          description: 'Inside',
        }),
      );
      expect(refused.faults).toEqual([{ at: '/url', code: 'address-not-called' }]);
    }
  });

  it('keeps the secret encrypted and lets the old one sign for a day after a change', async () => {
    const { webhook, secret } = await subscribe('KAZ');
    const { rows } = await world.database.pool.query('select * from webhook where id = $1', [webhook.id]);
    expect(Buffer.from(rows[0].secret).toString('latin1')).not.toContain(secret.slice(6, 20));
    const { webhooks } = world.services;
    const nad = world.actor('KAZ', 'NAD');
    const renewed = await webhooks.rotateSecret(nad, webhook.id, webhook.version);
    await webhooks.sendTrial(nad, webhook.id);
    await runDueJobs(world);
    world.clock.advance(25 * 3_600_000);
    await webhooks.sendTrial(nad, webhook.id);
    await runDueJobs(world);
    const signed = receiver.received.map((one) => [isSigned(one, renewed.secret), isSigned(one, secret)]);
    expect(signed).toEqual([
      [true, true],
      [true, false],
    ]);
  });

  it('shows webhooks to the own state only', async () => {
    const { webhook } = await subscribe('KAZ');
    const stranger = world.actor('KGZ', 'NAD');
    const { webhooks } = world.services;
    expect((await webhooks.list(stranger, { limit: 50 })).items).toEqual([]);
    for (const knock of [
      () => webhooks.get(stranger, webhook.id),
      () => webhooks.remove(stranger, webhook.id),
      () => webhooks.listDeliveries(stranger, webhook.id, { limit: 50 }),
    ]) {
      expect(await refusalCode(knock())).toBe('not-found');
    }
    const http = world.http(await world.token('KAZ', 'INV'));
    expect((await http.get('/v1/webhooks')).status).toBe(403);
    const own = world.http(await world.token('KAZ', 'NAD'));
    const listed = await own.get('/v1/webhooks');
    expect(JSON.stringify(listed.body)).not.toMatch(/whsec_|"secret"/);
    expect((await own.delete(`/v1/webhooks/${webhook.id}`)).status).toBe(204);
  });
});
