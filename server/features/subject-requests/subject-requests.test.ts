// Requests of persons: the same answer whether or not anything is held, carried out by the owner, told to everybody who saw it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrestDraft, makeOffenceCode, makeStranger, publish } from '../../../tests/support/alert-files.ts';
import { createTestWorld, START, type TestWorld } from '../../../tests/support/world.ts';
import { correctionBody } from '../corrections/contract.ts';
import { newRequest, type RequestStep, type RequestView } from './contract.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const kaz = () => world.actor('KAZ', 'DPO');
const kgz = () => world.actor('KGZ', 'DPO');
const days = (count: number) => new Date(Date.parse(START) + count * 86_400_000);

const take = (change: object, actor = kaz()) =>
  world.services.subjectRequests.receive(
    actor,
    newRequest.parse({
      ...{ type: 'ACCESS', locale: 'en', name: 'Тестбеков Жениш', birthDate: '1980-02-15' },
      ...{ contact: 'Test street 1', words: 'What is recorded about me?' },
      ...change,
    }),
  );
const step = (view: RequestView, body: RequestStep, actor = kaz()) =>
  world.services.subjectRequests.takeStep(actor, view.id, view.version, body);
const seen = (view: RequestView, actor = kaz()) => world.services.subjectRequests.get(actor, view.id);

async function sent(change: object = {}): Promise<RequestView> {
  const identified = await step(await take(change), { verb: 'identify', proof: 'PASSPORT_SEEN' });
  return step(identified, { verb: 'send-to-owner', ownerState: 'KGZ' });
}

async function wanted(): Promise<{ personId: string; alertId: string }> {
  const personId = await makeStranger(world, world.actor('KGZ', 'INV'));
  const alert = await publish(world, 'KGZ', arrestDraft(personId, await makeOffenceCode(world, 'KGZ')));
  return { personId, alertId: alert.id };
}

/** Everything but what two requests differ in: ids, numbers, instants. */
const bare = (view: RequestView): string =>
  JSON.stringify(view)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu, 'ID')
    .replaceAll(/SR-KAZ-2026-\d{5}/gu, 'NUMBER')
    .replaceAll(/20\d\d-\d\d-\d\dT[\d:.]+Z/gu, 'AT');

describe('an answer', () => {
  it('is the same bytes at the same time for somebody wanted and somebody unknown', async () => {
    const { personId } = await wanted();
    const known = await sent();
    const unknown = await sent();
    const decided = (await seen(known, kgz())).version;
    // The owner who finds nothing is quick; the one who refuses takes a fortnight.
    await step(
      await seen(unknown, kgz()),
      { verb: 'decide', decision: 'NOTHING', note: 'no such person' },
      kgz(),
    );
    world.clock.set(days(14));
    const refusal = {
      verb: 'decide',
      decision: 'REFUSED',
      personId,
      note: 'wanted, and must not learn it',
    } as const;
    await step(await seen(known, kgz()), refusal, kgz());
    for (const at of [14, 19.9]) {
      world.clock.set(days(at));
      const views = [await seen(known), await seen(unknown)];
      expect(views.map(({ status, answer, version }) => ({ status, answer, version }))).toEqual(
        Array(2).fill({ status: 'SENT_TO_OWNER', answer: null, version: decided }),
      );
      expect(bare(views[0] as RequestView)).toBe(bare(views[1] as RequestView));
    }
    world.clock.set(days(20));
    const [first, second] = [await seen(known), await seen(unknown)];
    expect(first.answer?.kind).toBe('NOTHING_TO_COMMUNICATE');
    expect(first.answer?.at).toBe(second.answer?.at);
    expect(bare(first)).toBe(bare(second));
    expect(JSON.stringify(first)).not.toContain('wanted');
    // Lists, counts and auditors learn no more.
    const list = await world.services.subjectRequests.list(kaz(), { limit: 50 });
    expect(new Set(list.items.map(({ status }) => status))).toEqual(new Set(['DECIDED']));
    const auditor = await seen(known, world.actor('KGZ', 'AUD'));
    expect(auditor).toMatchObject({ content: null, owner: null, answer: null, verbs: [] });
    world.clock.set(START);
  });

  it('carries what the owner lets the person know, in his language', async () => {
    const view = await sent({ locale: 'ru' });
    await step(
      await seen(view, kgz()),
      { verb: 'decide', decision: 'GRANTED', communicated: 'Сведений о розыске нет.', note: 'no objection' },
      kgz(),
    );
    world.clock.set(days(20));
    const { answer, owner } = await seen(view);
    expect(answer).toMatchObject({
      kind: 'COMMUNICATED',
      text: expect.stringContaining('Сведений о розыске нет.'),
    });
    expect(owner).toBeNull();
    world.clock.set(START);
  });

  it('is not for strangers: a third state knows of no request', async () => {
    const view = await sent();
    await expect(seen(view, world.actor('UZB', 'DPO'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(step(view, { verb: 'decide', decision: 'NOTHING', note: 'x' })).rejects.toMatchObject({
      code: 'transition-not-allowed',
    });
  });
});

describe('a granted request', () => {
  it('restricts the record, and erases it once nothing keeps it; whoever was shown it is told and confirms', async () => {
    const { personId, alertId } = await wanted();
    const reader = world.actor('KAZ', 'INV');
    await world.services.persons.viewPerson(reader, personId);
    const restriction = await sent({ type: 'RESTRICTION' });
    const grant = {
      verb: 'decide',
      decision: 'GRANTED',
      personId,
      communicated: 'Done.',
      note: 'disputed',
    } as const;
    await step(await seen(restriction, kgz()), grant, kgz());
    const { prisma } = world.database;
    expect((await prisma.alert.findUniqueOrThrow({ where: { id: alertId } })).status).toBe('SUSPENDED');
    await expect(world.services.persons.viewPerson(reader, personId)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await world.services.persons.viewPerson(kgz(), personId)).toMatchObject({ restricted: true });

    const erasure = await sent({ type: 'ERASURE' });
    await expect(step(await seen(erasure, kgz()), grant, kgz())).rejects.toMatchObject({
      faults: [{ at: '/personId', code: 'kept-LIVE_ALERT' }],
    });
    const { version } = await prisma.alert.findUniqueOrThrow({ where: { id: alertId } });
    const words = { reason: 'Court ruling 7', withdrawal: 'ERROR' } as const;
    await world.services.alerts.takeStep(world.actor('KGZ', 'CO'), alertId, version, 'withdraw', words);
    await step(await seen(erasure, kgz()), grant, kgz());
    expect(await prisma.personName.count({ where: { personId } })).toBe(0);

    const notices = await world.services.subjectRequests.notices(kaz(), { side: 'TOLD', limit: 50 });
    expect(notices.items.map(({ kind }) => kind)).toEqual(['ERASED', 'RESTRICTED']);
    const [notice] = notices.items;
    if (!notice) throw new Error('nobody was told');
    const confirmed = await world.services.subjectRequests.confirm(kaz(), notice.id, notice.version);
    expect(confirmed.confirmedAt).not.toBeNull();
    const telling = await world.services.subjectRequests.notices(kgz(), { side: 'TELLING', limit: 50 });
    expect(telling.items[0]).toMatchObject({ recipientState: 'KAZ', confirmedAt: confirmed.confirmedAt });
  });
});

describe('a proposal to correct', () => {
  it('goes to the owner, who accepts; others who were shown the record are told', async () => {
    const { personId } = await wanted();
    await world.services.persons.viewPerson(world.actor('UZB', 'INV'), personId);
    const body = correctionBody.parse({
      ...{
        personId,
        part: 'birthDates',
        wrong: '1980-02-15',
        right: '1981-02-15',
        proof: 'Certificate seen',
      },
    });
    const { corrections } = world.services;
    await expect(corrections.propose(world.actor('KGZ', 'INV'), body)).rejects.toMatchObject({
      faults: [{ at: '/personId', code: 'own-record' }],
    });
    const made = await corrections.propose(world.actor('KAZ', 'INV'), body);
    expect(made).toMatchObject({ ownerState: 'KGZ', status: 'PROPOSED', mayDecide: false });
    await expect(corrections.get(world.actor('UZB', 'CO'), made.id)).rejects.toMatchObject({
      code: 'not-found',
    });
    const owner = world.actor('KGZ', 'CO');
    expect((await corrections.get(owner, made.id)).mayDecide).toBe(true);
    const answer = { answer: 'Compared with the register.' };
    await expect(
      corrections.decide(world.actor('KAZ', 'CO'), made.id, 1, 'ACCEPTED', answer),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await corrections.decide(owner, made.id, 1, 'ACCEPTED', answer);
    const told = await world.services.subjectRequests.notices(world.actor('UZB', 'DPO'), {
      side: 'TOLD',
      limit: 50,
    });
    expect(told.items).toMatchObject([{ kind: 'CORRECTED', personId }]);
    await expect(corrections.decide(owner, made.id, 2, 'REFUSED', answer)).rejects.toMatchObject({
      code: 'transition-not-allowed',
    });
  });
});
