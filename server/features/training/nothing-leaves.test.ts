// Training sends nothing, also with settings and rows that would make a registry send: no webhook, no message, no letter.
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeStranger, plainDraft, publish } from '../../../tests/support/alert-files.ts';
import { openCaseLab } from '../../../tests/support/case-lab.ts';
import { runDueJobs } from '../../../tests/support/jobs.ts';
import { agencyId, testUser } from '../../../tests/support/people.ts';
import { createReceiver, type Receiver } from '../../../tests/support/receiver.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import { newId } from '../../platform/ids.ts';
import { createSigner } from '../../platform/security/signer.ts';
import { createVault } from '../../platform/security/vault.ts';
import { newWebhookSecret } from '../../platform/security/webhook-signature.ts';
import { SECRET_CONTEXT } from '../webhooks/delivery-facts.ts';

let letters = 0;
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onData(stream, _session, done) {
    letters += 1;
    stream.on('end', () => done());
    stream.resume();
  },
});

beforeAll(() => new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', () => resolve())));
afterAll(() => new Promise<void>((resolve) => mailServer.close(() => resolve())));

const OTHER = createSigner(createVault('another-installation-0123456789-abcdef'), 'exchange-signing');

/** A registry sends in all three ways with exactly these settings and rows; that is what makes the silence mean something. */
describe.each(['off', 'on'] as const)('with TRAINING=%s', (training) => {
  let receiver: Receiver;
  let world: TestWorld;
  beforeAll(async () => {
    const { port } = mailServer.server.address() as AddressInfo;
    letters = 0;
    receiver = await createReceiver();
    world = await createTestWorld({
      TRAINING: training,
      WEBHOOK_ALLOWED_HOSTS: receiver.host,
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'Izdoo <izdoo@registry.example>',
      ...(training === 'on' && { MEILI_URL: receiver.url }),
    });
    world.clock.set('2026-02-20T06:00:00Z');
    const { prisma } = world.database;
    const now = world.clock.now();
    const admin = testUser('KAZ', 'NAD').id;
    await prisma.webhook.create({
      data: {
        id: newId(),
        agencyId: agencyId('KAZ', 'BORDER'),
        state: 'KAZ',
        url: receiver.url,
        eventTypes: ['alert.activated'],
        description: 'Gateway',
        secret: new Uint8Array(world.services.vault.encrypt(SECRET_CONTEXT, newWebhookSecret())),
        createdBy: admin,
        createdAt: now,
      },
    });
    await prisma.exchangePeer.create({
      data: {
        name: 'DEMO Registry',
        states: ['ARM'],
        address: `http://${receiver.host}`,
        publicKey: OTHER.publicKeyPem,
        keyId: OTHER.keyId,
        status: 'ACTIVE',
        proposedBy: admin,
        proposedAt: now,
      },
    });
    await prisma.user.update({
      where: { id: testUser('KAZ', 'PRO').id },
      data: { email: 'pro@kaz.example', locale: 'kk' },
    });
  });
  afterAll(async () => {
    await world.close();
    await receiver.close();
  });

  it(training === 'on' ? 'nothing arrives anywhere' : 'webhook, message and letter arrive', async () => {
    const lab = await openCaseLab(world, 'KAZ', 'KGZ');
    world.clock.set('2026-03-01T05:30:00Z');
    await lab.hit('2026-03-01T04:00:00Z');
    await publish(world, 'KGZ', plainDraft(await makeStranger(world, world.actor('KGZ', 'INV')), {}));
    world.clock.set('2026-03-20T23:00:00Z');
    await world.services.cases.warnOfDeadlines(world.clock.now(), 50);
    await world.services.channel.pingAll();
    await runDueJobs(world);
    const webhooks = receiver.received.filter(({ id }) => id !== 'undefined').length;
    const messages = receiver.received.length - webhooks;
    expect({ webhooks: webhooks > 0, messages: messages > 0, letters: letters > 0 }).toEqual({
      webhooks: training === 'off',
      messages: training === 'off',
      letters: training === 'off',
    });
    expect(world.services.mirror).toBeNull();
  });
});

describe('what would send', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createTestWorld({ TRAINING: 'on' });
  });
  afterAll(() => world.close());

  it('can be looked at, and says that this is training when it is used', async () => {
    const admin = world.http(await world.token('KGZ', 'NAD'));
    await admin.get('/v1/webhooks').expect(200);
    await admin.get('/v1/exchange').expect(200);
    const webhook = await admin.post('/v1/webhooks').send({
      agencyId: agencyId('KGZ', 'BORDER'),
      url: 'https://gateway.example/izdoo',
      eventTypes: ['alert.activated'],
      description: 'Gateway',
    });
    expect([webhook.status, webhook.body.code]).toEqual([409, 'not-in-training']);
    expect(webhook.body.title).toBe('In training mode nothing is sent to other systems');
    const peer = await admin.post('/v1/exchange/peers').send({
      name: 'DEMO Registry',
      states: ['ARM'],
      address: 'https://izdoo.example',
      publicKey: OTHER.publicKeyPem,
    });
    expect([peer.status, peer.body.code]).toEqual([409, 'not-in-training']);
    expect(await world.database.prisma.webhook.count()).toBe(0);
    expect(await world.database.prisma.exchangePeer.count()).toBe(0);
  });
});
