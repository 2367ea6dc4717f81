import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson, plainDraft, publish } from '../../../tests/support/alert-files.ts';
import { makeWanted } from '../../../tests/support/border.ts';
import { problemOf } from '../../../tests/support/problems.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import { makeDeviceKey, openSealed, UnreadableSealedFile } from '../../platform/security/sealed-file.ts';
import { createSigner } from '../../platform/security/signer.ts';
import { createVault } from '../../platform/security/vault.ts';
import { readQuestion } from '../search/question.ts';
import { COPY_FORMAT } from './contract.ts';
import { CopyRefused, openCopy } from './reader.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const device = makeDeviceKey();
const HOUR = 3_600_000;

const exported = (post = 'Korday lane 4') =>
  world.services.offline.exportFor(world.actor('KAZ', 'CO'), post, device.publicPem);

const keysOf = (over: object = {}) => ({
  devicePrivatePem: device.privatePem,
  trustedPem: world.services.offline.trustedPem,
  ...over,
});

const open = (text: string, note: string | null = null, now = world.clock.now(), keys = keysOf()) =>
  openCopy(text, keys, note, world.services.names, now);

const ask = (text: string, fields: Parameters<typeof readQuestion>[0], now = world.clock.now()) =>
  open(text, null, now).ask(readQuestion(fields, world.services.names.analyse, now).match);

const WANTED = { family: 'Копиев', given: 'Офлайн', birth: '1975-03-21', document: 'AN6600001' };

describe('a copy for a post without a line', () => {
  it('refers the wanted by number and by name in any script, and says of others only what it is', async () => {
    const { alert } = await makeWanted(world, WANTED);
    const { text, at, persons } = await exported();
    expect(persons).toBe(1);
    const none = { refer: false, copyOf: at };
    const of = (fields: Parameters<typeof readQuestion>[0]) => ask(text, fields);
    expect(of({ document: { number: 'AN 660-0001' } })).toEqual({ refer: true });
    expect(of({ family: 'KOPIYEV', given: 'OFLAIN', birthDate: '1975-03-21' })).toEqual({ refer: true });
    expect(of({ name: 'Oflain Kopiev', birthDate: '1975' })).toEqual({ refer: true });
    expect(of({ name: 'Копиев Офлайн' })).toEqual({ refer: true });
    expect(of({ family: 'Копиев', given: 'Офлайн', birthDate: '1991-03-21' })).toEqual(none);
    expect(of({ family: 'Копиев', given: 'Бакыт', birthDate: '1975-03-21' })).toEqual(none);
    expect(of({ document: { number: 'AN6600002' } })).toEqual(none);
    await world.services.alerts.takeStep(world.actor('KGZ', 'CO'), alert.id, alert.version, 'withdraw', {
      reason: 'Decision 12/2026.',
      withdrawal: 'ERROR',
    });
    world.clock.advance(1_000);
    expect((await exported()).persons).toBe(0);
  });

  it('holds arrest alerts alone, of those that this border may know, and no name', async () => {
    const watched = await makePerson(world, world.actor('KGZ', 'INV'), {
      family: 'Незримый',
      given: 'Тихон',
      birth: '1966-06-06',
      document: 'AN6600003',
    });
    await publish(
      world,
      'KGZ',
      plainDraft(watched, {
        type: 'DISCREET_CHECK',
        actionsOnHit: ['D1'],
        sharing: 'LISTED',
        sharedWithStates: ['KAZ'],
      }),
    );
    await makeWanted(
      world,
      { family: 'Соседов', given: 'Эрмек', birth: '1958-01-09', document: 'AN6600004' },
      { sharing: 'LISTED', sharedWithStates: ['UZB'] },
    );
    await makeWanted(world, {
      family: 'Открытов',
      given: 'Фёдор',
      birth: '1947-12-30',
      document: 'AN6600005',
    });
    const { text, persons } = await exported();
    expect(persons).toBe(1);
    expect(ask(text, { document: { number: 'AN6600003' } }).refer).toBe(false);
    expect(ask(text, { document: { number: 'AN6600004' } }).refer).toBe(false);
    const content = openSealed(text, COPY_FORMAT, keysOf());
    expect(Object.keys(JSON.parse(content))).toEqual([
      'id',
      'post',
      'state',
      'at',
      'expiresAt',
      'keyVersion',
      'salt',
      'groups',
    ]);
    const readable = `${content}${JSON.parse(content)
      .groups.map(({ handles }: { handles: string }) => Buffer.from(handles, 'base64').toString('latin1'))
      .join()}`;
    // No shorter words: two letters stand in random bytes by chance.
    for (const word of ['AN660', 'ткрытов', 'tkryt', '1947-12']) expect(readable.includes(word)).toBe(false);
  });

  it('stops nobody after the alert has ended, while the copy lives on', async () => {
    const now = world.clock.now();
    await makeWanted(
      world,
      { family: 'Краткосроков', given: 'Игнат', birth: '1939-04-04', document: 'AN6600006' },
      { expiresOn: new Date(now.getTime() + 24 * HOUR).toISOString().slice(0, 10) },
    );
    const { text } = await exported();
    const question = { document: { number: 'AN6600006' } };
    expect(ask(text, question).refer).toBe(true);
    expect(ask(text, question, new Date(now.getTime() + 47 * HOUR)).refer).toBe(false);
  });

  it('is refused after two days, when the clock runs back, and beside a newer one', async () => {
    const old = await exported();
    const first = open(old.text);
    const at = (ms: number) => new Date(old.at.getTime() + ms);
    expect(open(old.text, first.note, at(48 * HOUR - 1_000)).at).toEqual(old.at);
    expect(() => open(old.text, first.note, at(48 * HOUR))).toThrow('older than 48 hours');
    expect(() => open(old.text, null, at(-HOUR))).toThrow('ran back');
    const later = open(old.text, first.note, at(10 * HOUR));
    expect(() => open(old.text, later.note, at(9 * HOUR))).toThrow('ran back');
    world.clock.advance(11 * HOUR);
    const fresh = open((await exported()).text, later.note);
    expect(() => open(old.text, fresh.note)).toThrow('newer copy');
    const changed = later.note.replace(/^\d{4}/, '2020');
    expect(() => open(old.text, changed)).toThrow(CopyRefused);
  });

  it('says nothing to another device, when it was changed, or when another installation made it', async () => {
    const { text } = await exported();
    const unreadable = (change: string, keys = keysOf()) =>
      expect(() => open(change, null, world.clock.now(), keys)).toThrow(UnreadableSealedFile);
    unreadable(text, keysOf({ devicePrivatePem: makeDeviceKey().privatePem }));
    const other = createSigner(createVault('another installation, another secret'), 'offline-copy-signing');
    unreadable(text, keysOf({ trustedPem: other.publicKeyPem }));
    for (const member of ['ephemeral', 'nonce', 'body', 'signature'] as const) {
      const envelope = JSON.parse(text) as Record<string, string>;
      const bytes = Buffer.from(envelope[member] as string, 'base64');
      bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1;
      unreadable(JSON.stringify({ ...envelope, [member]: bytes.toString('base64') }));
    }
    unreadable('{}');
    unreadable('');
  });

  it('is made with the right to it alone, and every one is recorded', async () => {
    const { offline } = world.services;
    for (const role of ['BO2', 'INV', 'NAD'] as const)
      expect(await problemOf(offline.exportFor(world.actor('KAZ', role), 'Korday', device.publicPem))).toBe(
        'forbidden',
      );
    const { id, persons } = await exported('Korday office');
    const traces = await world.database.prisma.auditEvent.findMany({
      where: { type: 'offline.exported' },
      orderBy: { id: 'desc' },
      take: 4,
    });
    expect(traces.map(({ outcome }) => outcome).sort()).toEqual(['REFUSED', 'REFUSED', 'REFUSED', 'SUCCESS']);
    expect(traces.find(({ outcome }) => outcome === 'SUCCESS')).toMatchObject({
      state: 'KAZ',
      purposeCode: 'P2',
      data: { copyId: id, post: 'Korday office', persons, device: expect.stringMatching(/^[0-9a-f]{16}$/) },
    });
    await expect(offline.exportFor(world.actor('KAZ', 'CO'), 'Korday', 'no key')).rejects.toThrow(
      UnreadableSealedFile,
    );
  });
});
