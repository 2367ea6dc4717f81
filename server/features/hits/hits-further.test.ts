import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makePerson, plainDraft, publish } from '../../../tests/support/alert-files.ts';
import { checkAt, hitSteps, makeWanted } from '../../../tests/support/border.ts';
import { runDueJobs } from '../../../tests/support/jobs.ts';
import { agencyId, type TestState } from '../../../tests/support/people.ts';
import { createReceiver, type Receiver } from '../../../tests/support/receiver.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import { photoBody } from '../photos/contract.ts';
import { newWebhook } from '../webhooks/contract.ts';

let receiver: Receiver;
let world: TestWorld;
beforeAll(async () => {
  receiver = await createReceiver();
  world = await createTestWorld({ WEBHOOK_ALLOWED_HOSTS: receiver.host });
});
beforeEach(async () => {
  await world.database.pool.query('delete from webhook');
  receiver.received.length = 0;
});
afterAll(async () => {
  await world.close();
  await receiver.close();
});

const HIT_TYPES = [
  'hit.opened',
  'hit.acknowledged',
  'hit.decided',
  'hit.owner-asked',
  'hit.owner-answered',
  'hit.changed',
  'hit.closed',
] as const;

const subscribe = (state: TestState) =>
  world.services.webhooks.create(
    world.actor(state, 'NAD'),
    newWebhook.parse({
      agencyId: agencyId(state, 'BORDER'),
      url: receiver.url,
      eventTypes: HIT_TYPES,
      description: 'Gateway',
    }),
  );

async function told() {
  await runDueJobs(world);
  const bodies = receiver.received.splice(0).map(({ body }) => body);
  expect(bodies.join()).not.toMatch(/[а-яё]/i);
  return bodies.map((body) => JSON.parse(body) as { type: string; data: Record<string, unknown> });
}

// Unlike one another: records that look alike have to be compared before one is published.
const STRANGERS = [
  ['Вымышлев', 'Касым'],
  ['Проберов', 'Эдуард'],
  ['Зачинский', 'Фархад'],
  ['Гумбеков', 'Юсуф'],
  ['Щедруцкий', 'Хамид'],
  ['Лолаев', 'Тимур'],
] as const;
let people = 0;
/** Somebody wanted, met at the border of Kazakhstan. */
async function met() {
  people += 1;
  const document = `AN55000${String(people).padStart(2, '0')}`;
  const [family, given] = STRANGERS[people % STRANGERS.length] as [string, string];
  const person = { family, given, birth: `19${50 + 3 * people}-03-11`, document };
  const { personId, alert } = await makeWanted(world, person);
  const answer = await checkAt(world, 'KAZ', { document: { number: document, state: 'KGZ' } });
  expect(answer.body.outcome).toBe('HIT');
  const hit = await world.database.prisma.hit.findFirstOrThrow({
    where: { alertId: alert.id },
    orderBy: { at: 'desc' },
  });
  const second = hitSteps(world, await world.token('KAZ', 'BO2'), hit.id);
  const asOwner = async () => hitSteps(world, await world.token('KGZ', 'CO'), hit.id, second.version());
  return { personId, alertId: alert.id, hitId: hit.id, second, asOwner };
}

const statusOf = async (alertId: string) =>
  (await world.database.prisma.alert.findUniqueOrThrow({ where: { id: alertId } })).status;

const arrest = { action: 'ARRESTED', place: 'Korday', custodyFacility: 'Korday' };

describe('webhooks', () => {
  it('of both states hear of a hit from its opening to its end, and of nothing twice', async () => {
    await subscribe('KAZ');
    await subscribe('KGZ');
    await subscribe('UZB');
    const { hitId, alertId, personId, second, asOwner } = await met();
    const opened = await told();
    expect(opened.map(({ type }) => type)).toEqual(['hit.opened', 'hit.opened']);
    expect(opened[0]?.data).toMatchObject({
      hitId,
      alertId,
      personId,
      kind: 'MATCH',
      state: 'KAZ',
      ownerState: 'KGZ',
      status: 'MATCHED',
    });
    for (const [verb, body] of [
      ['acknowledge', {}],
      ['check-identity', {}],
      ['confirm', { identifiers: ['FINGERPRINT'] }],
    ] as const)
      expect([verb, (await second.step(verb, body)).status]).toEqual([verb, 200]);
    const types = (await told()).map(({ type, data }) => `${type} ${data['status']}`);
    expect([...new Set(types)]).toEqual([
      'hit.acknowledged ACKNOWLEDGED',
      'hit.changed IDENTITY_CHECK',
      'hit.decided CONFIRMED',
      'hit.owner-asked OWNER_ASKED',
    ]);
    expect(types).toHaveLength(8);
    const owner = await asOwner();
    expect((await owner.step('owner-confirm')).status).toBe(200);
    expect((await told()).map(({ type, data }) => [type, data['status']])).toEqual([
      ['hit.owner-answered', 'OWNER_CONFIRMED'],
      ['hit.owner-answered', 'OWNER_CONFIRMED'],
    ]);
  });

  it('hear of silent reports only where a case officer opened them, and not after the alert left that border', async () => {
    const kgz = await subscribe('KGZ');
    const kaz = await subscribe('KAZ');
    const personId = await makePerson(world, world.actor('KGZ', 'INV'), {
      family: 'Незримов',
      given: 'Проба',
      birth: '1981-02-03',
      document: 'AN5600001',
    });
    const discreet = plainDraft(personId, {
      type: 'DISCREET_CHECK',
      actionsOnHit: ['D1'],
      sharing: 'LISTED',
      sharedWithStates: ['KAZ'],
    });
    const alert = await publish(world, 'KGZ', discreet);
    const question = { document: { number: 'AN5600001', state: 'KGZ' } };
    await checkAt(world, 'KAZ', question);
    expect(await told()).toEqual([]);
    for (const [state, { webhook }] of [
      ['KGZ', kgz],
      ['KAZ', kaz],
    ] as const)
      await world.services.webhooks.openSecret(world.actor(state, 'CO'), webhook.id, webhook.version, true);
    await checkAt(world, 'KAZ', question);
    const heard = await told();
    expect(heard.map(({ type, data }) => [type, data['kind'], data['alertId']])).toEqual([
      ['hit.opened', 'SILENT', alert.id],
      ['hit.opened', 'SILENT', alert.id],
    ]);
    await checkAt(world, 'KAZ', question);
    await world.services.alerts.takeStep(world.actor('KGZ', 'CO'), alert.id, alert.version, 'withdraw', {
      reason: 'Decision 12/2026.',
      withdrawal: 'ERROR',
    });
    // Not sent yet when the alert ended: only the owner is told still.
    expect(await told()).toHaveLength(1);
  });
});

describe('an arrest', () => {
  it('of a confirmed person makes the alert LOCATED, in the same step', async () => {
    world.clock.advance(20_000);
    const { alertId, second, asOwner } = await met();
    const minute = Math.floor(world.clock.now().getTime() / 60_000) * 60_000;
    await second.step('check-identity');
    await second.step('confirm', { identifiers: ['FINGERPRINT'] });
    const owner = await asOwner();
    await owner.step('owner-confirm');
    expect(await statusOf(alertId)).toBe('ACTIVE');
    const hit = hitSteps(
      world,
      await world.token('KAZ', 'BO2'),
      (await second.get()).body.id,
      owner.version(),
    );
    // Forms give minutes: the minute of the check is not before it, the one before is.
    const before = await hit.step('act', { ...arrest, at: new Date(minute - 1).toISOString() });
    expect(before.body.errors[0].code).toBe('before-the-check');
    const taken = await hit.step('act', { ...arrest, at: new Date(minute).toISOString() });
    expect(taken.body.status).toBe('ACTION_TAKEN');
    expect(await statusOf(alertId)).toBe('LOCATED');
    const history = await world.database.prisma.alertTransition.findFirstOrThrow({
      where: { alertId, verb: 'locate' },
    });
    expect(history.reason).toMatch(/^hit [0-9A-Z]{4}$/);
  });

  it('of nobody who was let go', async () => {
    const { alertId, second } = await met();
    await second.step('check-identity');
    await second.step('confirm', { identifiers: ['FINGERPRINT'] });
    const owner = hitSteps(
      world,
      await world.token('KGZ', 'CO'),
      (await second.get()).body.id,
      second.version(),
    );
    await owner.step('owner-confirm');
    const hit = hitSteps(
      world,
      await world.token('KAZ', 'BO2'),
      (await second.get()).body.id,
      owner.version(),
    );
    const body = { action: 'LET_GO', place: 'Korday', at: world.clock.now().toISOString() };
    expect((await hit.step('act', body)).status).toBe(200);
    expect(await statusOf(alertId)).toBe('ACTIVE');
  });
});

describe('tasks of the owner', () => {
  it('are done with a note, once, by the owner alone, also after the hit was closed', async () => {
    const { hitId, second, asOwner } = await met();
    await second.step('check-identity');
    const owner = await asOwner();
    expect((await owner.step('owner-withdraw', { note: 'Recalled yesterday.' })).status).toBe(200);
    const finish = async (state: TestState, role: 'CO' | 'BO2', version: number, task = 'STALE_ALERT') =>
      world
        .http(await world.token(state, role))
        .post(`/v1/hits/${hitId}/tasks/${task}/finish`)
        .set('If-Match', `"v${version}"`)
        .send({ note: 'The recall was written down a day late.' });
    const version = owner.version();
    expect((await finish('KAZ', 'CO', version)).status).toBe(404);
    expect((await finish('KGZ', 'CO', version + 5)).status).toBe(412);
    expect((await finish('KGZ', 'CO', version, 'RECORD_QUALITY')).status).toBe(409);
    const done = await finish('KGZ', 'CO', version);
    expect(done.body).toEqual({ id: hitId, version: version + 1 });
    expect((await finish('KGZ', 'CO', version + 1)).status).toBe(409);
    const { body } = await owner.get();
    const stale = body.tasks.find(({ kind }: { kind: string }) => kind === 'STALE_ALERT');
    expect(stale.doneAt).not.toBeNull();
    expect(body.tasks.find(({ kind }: { kind: string }) => kind === 'RELEASE').doneAt).toBeNull();
    expect(body.steps.at(-1)).toMatchObject({
      verb: 'finish-stale-alert',
      note: 'The recall was written down a day late.',
    });
    expect((await second.get()).body.steps.at(-1).note).toBeNull();
  });
});

describe('photos of the person', () => {
  it('are shown within the hit, marked and recorded, and to second line only while it is open', async () => {
    const { hitId, personId, second } = await met();
    const stranger = await met();
    const path = join(tmpdir(), `izdoo-hit-photo-${process.pid}.png`);
    await writeFile(
      path,
      await sharp({ create: { width: 400, height: 500, channels: 3, background: '#789' } })
        .png()
        .toBuffer(),
    );
    const inv = world.actor('KGZ', 'INV');
    const file = async () => ({ path, originalName: 'face.png', bytes: (await readFile(path)).length });
    const { photo } = await world.services.photos.addPhoto(inv, personId, await file(), photoBody.parse({}));
    const secret = await world.services.photos.addPhoto(
      inv,
      personId,
      await file(),
      photoBody.parse({ sensitivity: 'RESTRICTED' }),
    );
    const look = async (state: TestState, role: 'BO1' | 'BO2' | 'CO', photoId = photo.id, hit = hitId) =>
      world.http(await world.token(state, role)).get(`/v1/hits/${hit}/photos/${photoId}/image?size=thumb`);
    const shown = await look('KAZ', 'BO2');
    expect([shown.status, shown.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(shown.headers['cache-control']).toContain('no-store');
    const owned = await look('KGZ', 'CO');
    expect(owned.status).toBe(200);
    expect(Buffer.compare(shown.body, owned.body)).not.toBe(0);
    const traces = await world.database.prisma.auditEvent.findMany({ where: { type: 'photo.viewed' } });
    expect(
      traces
        .filter(({ data }) => (data as { photoId: string }).photoId === photo.id)
        .map((row) => row.purposeCode),
    ).toEqual(['P2', 'P2']);
    expect((await look('KAZ', 'BO1')).status).toBe(403);
    expect((await look('UZB', 'BO2')).status).toBe(404);
    expect((await look('KAZ', 'BO2', secret.photo.id)).status).toBe(404);
    expect((await look('KAZ', 'BO2', photo.id, stranger.hitId)).status).toBe(404);
    await second.step('check-identity');
    await second.step('not-same', { reason: 'FACE' });
    expect((await second.step('close')).status).toBe(200);
    expect((await look('KAZ', 'BO2')).status).toBe(404);
    expect((await look('KGZ', 'CO')).status).toBe(200);
  });
});
