// Scenarios 20 and 21: the owner who does not answer, and the owner who says that the alert does not stand.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkAt, hitSteps, makeWanted } from '../support/border.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
}, 120_000);
afterAll(() => world.close());

const MINUTE = 60_000;
let people = 0;
// Nobody is like another, so that the duplicate check has nothing to say.
const NAMES = [
  'Кармалов Айдын',
  'Жусупов Эрлан',
  'Мамытов Тилек',
  'Шералиев Бекзат',
  'Осмонов Данияр',
  'Ибраев Уран',
];

async function stopped() {
  people += 1;
  const document = `AN20000${String(people).padStart(2, '0')}`;
  const [family, given] = NAMES[people - 1]?.split(' ') ?? [];
  const birth = `19${50 + people * 7}-0${people}-1${people}`;
  const wanted = await makeWanted(world, { family: `${family}`, given: `${given}`, birth, document });
  const answer = await checkAt(world, 'KAZ', {
    document: { number: document, state: 'KGZ' },
    checkpoint: 'Korday',
  });
  expect(answer.body.outcome).toBe('HIT');
  return { ...wanted, document, hitId: answer.body.hit.id as string };
}

/** Long waits outlive an access token. */
async function look(hitId: string) {
  return (await hitSteps(world, await world.token('KAZ', 'BO2'), hitId).get()).body;
}

async function confirmed(hitId: string) {
  const hit = hitSteps(world, await world.token('KAZ', 'BO2'), hitId);
  expect((await hit.step('check-identity')).status).toBe(200);
  const weak = await hit.step('confirm', { identifiers: ['DOCUMENT', 'BIRTH_DATE'] });
  expect([weak.status, weak.body.errors[0].code]).toEqual([422, 'identifiers-not-independent']);
  const sure = await hit.step('confirm', { identifiers: ['DOCUMENT', 'FACE'] });
  expect([sure.status, sure.body.status]).toEqual([200, 'OWNER_ASKED']);
  return hit;
}

it('scenario 20: ten minutes without an answer: both duty centres are told, the hold is shown, nothing is decided', {
  timeout: 120_000,
}, async () => {
  const { hitId } = await stopped();
  const hit = await confirmed(hitId);
  world.clock.advance(9 * MINUTE);
  expect((await hit.get()).body.status).toBe('OWNER_ASKED');
  world.clock.advance(MINUTE);
  // The clock is enough: no job has run.
  const silent = await look(hitId);
  expect([silent.status, silent.overdue]).toEqual(['OWNER_SILENT', ['OWNER_ANSWER']]);
  expect(silent.holdLeftMinutes).toBe(72 * 60 - 10);
  expect(silent.action).toBeNull();

  expect(await world.services.hits.watchClocks()).toBe(1);
  expect(await world.services.hits.watchClocks()).toBe(0);
  const told = await world.database.prisma.hitTask.findMany({ where: { hitId }, orderBy: { side: 'asc' } });
  expect(told.map(({ kind, state, side }) => [kind, state, side])).toEqual([
    ['OWNER_SILENT', 'KGZ', 'OWNER'],
    ['OWNER_SILENT', 'KAZ', 'SECOND_LINE'],
  ]);
  const events = await world.database.prisma.borderEvent.findMany({ where: { hitId, type: 'hit.overdue' } });
  expect(events.map(({ data }) => data)).toEqual([{ clocks: 'OWNER_ANSWER' }]);

  // Without the owner's word an arrest needs a ground that somebody writes down; the owner may still answer.
  const { version } = await look(hitId);
  const officer = hitSteps(world, await world.token('KAZ', 'BO2'), hitId, version);
  const taken = { action: 'ARRESTED', at: world.clock.now().toISOString(), place: 'Korday' };
  expect((await officer.step('act', taken)).body.errors[0].code).toBe('action-not-allowed');
  const owner = hitSteps(world, await world.token('KGZ', 'PRO'), hitId, version);
  expect((await owner.step('owner-confirm')).body.status).toBe('OWNER_CONFIRMED');
  const arrested = hitSteps(world, await world.token('KAZ', 'BO2'), hitId, owner.version());
  const future = new Date(world.clock.now().getTime() + MINUTE).toISOString();
  expect((await arrested.step('act', { ...taken, at: future })).status).toBe(422);
  expect((await arrested.step('act', taken)).body.status).toBe('ACTION_TAKEN');
  expect((await arrested.step('close')).body.status).toBe('CLOSED');
  const facts = await world.database.transaction(world.actor('KAZ', 'BO2'), async (tx) => {
    tx.audit({ type: 'hit.listed', data: { count: 0 } });
    return world.services.hits.confirmedFacts(tx, hitId);
  });
  expect(facts).toMatchObject({ requestingState: 'KGZ', requestedState: 'KAZ', place: 'Korday' });
  expect(facts?.arrestedAt?.toISOString()).toBe(taken.at);
});

it('scenario 21: the owner withdraws: the hit ends as OWNER_WITHDREW, a release task and an incident appear', {
  timeout: 120_000,
}, async () => {
  const { hitId } = await stopped();
  const hit = await confirmed(hitId);
  const owner = hitSteps(world, await world.token('KGZ', 'CO'), hitId, hit.version());
  expect((await owner.step('owner-withdraw')).status).toBe(422);
  expect((await owner.step('owner-withdraw', { note: 'Served in May.' })).body.status).toBe('OWNER_WITHDREW');
  const page = await look(hitId);
  expect(
    page.tasks.map(({ kind, state, doneAt }: Record<string, string>) => [kind, state, doneAt]).sort(),
  ).toEqual([
    ['RELEASE', 'KAZ', null],
    ['STALE_ALERT', 'KGZ', null],
  ]);
  expect(page.tasks.map(({ text }: { text: string }) => text).join()).toMatch(/release/i);
  // What the owner wrote stays with his state.
  expect(page.steps.at(-1)).toMatchObject({ verb: 'owner-withdraw', by: null, note: null });
  const officer = hitSteps(world, await world.token('KAZ', 'BO2'), hitId, page.version);
  const at = world.clock.now().toISOString();
  expect((await officer.step('act', { action: 'ARRESTED', at, place: 'Korday' })).status).toBe(422);
  expect((await officer.step('act', { action: 'LET_GO', at, place: 'Korday' })).body.status).toBe(
    'ACTION_TAKEN',
  );
  expect((await officer.step('close')).body.status).toBe('CLOSED');
  const release = (await officer.get()).body.tasks.find(({ kind }: { kind: string }) => kind === 'RELEASE');
  expect(release.doneAt).not.toBeNull();
});

it('scenario 21: an alert withdrawn while the traveller waits is seen at once, with no job running', {
  timeout: 120_000,
}, async () => {
  const { hitId, alert } = await stopped();
  await confirmed(hitId);
  const authority = world.http(await world.token('KGZ', 'CO', 'second'));
  const gone = await authority
    .post(`/v1/alerts/${alert.id}/withdraw`)
    .set('If-Match', `"v${alert.version}"`)
    .send({ reason: 'CHARGES_DROPPED', text: 'Decision 12/2026.' });
  expect(gone.status).toBe(200);
  const page = await look(hitId);
  expect([page.status, page.alertSide.inForce, page.record]).toEqual(['OWNER_WITHDREW', false, null]);
  expect(page.allowed).toEqual(['act']);
  expect(await world.services.hits.watchClocks()).toBe(1);
  const tasks = await world.database.prisma.hitTask.findMany({ where: { hitId } });
  expect(tasks.map(({ kind }) => kind).sort()).toEqual(['RELEASE', 'STALE_ALERT']);
});

it('two officers who stop one person are told of each other, second line only; first line only acknowledges', {
  timeout: 120_000,
}, async () => {
  const { hitId, document } = await stopped();
  world.clock.advance(MINUTE);
  const again = await checkAt(world, 'UZB', {
    document: { number: document, state: 'KGZ' },
    checkpoint: 'Gisht',
  });
  const elsewhere = async (state: 'KAZ' | 'UZB' | 'KGZ', role: 'BO2' | 'CO', id: string) =>
    (await hitSteps(world, await world.token(state, role), id).get()).body.openElsewhere;
  expect(await elsewhere('KAZ', 'BO2', hitId)).toMatchObject([{ state: 'UZB', checkpoint: 'Gisht' }]);
  expect(await elsewhere('UZB', 'BO2', again.body.hit.id)).toMatchObject([
    { state: 'KAZ', checkpoint: 'Korday' },
  ]);
  expect(await elsewhere('KGZ', 'CO', hitId)).toEqual([]);
  const booth = hitSteps(world, await world.token('KAZ', 'BO1'), hitId);
  expect((await booth.step('acknowledge')).body).toMatchObject({ status: 'ACKNOWLEDGED', allowed: [] });
  expect((await booth.step('check-identity')).status).toBe(403);
  expect((await booth.get()).status).toBe(403);
  const foreign = hitSteps(world, await world.token('UZB', 'BO1'), hitId, 2);
  expect((await foreign.step('acknowledge')).status).toBe(404);
});

it('what cannot be decided needs a second officer before anything is done', {
  timeout: 120_000,
}, async () => {
  const { hitId } = await stopped();
  const first = hitSteps(world, await world.token('KAZ', 'BO2'), hitId);
  await first.step('check-identity');
  expect((await first.step('cannot-decide')).status).toBe(422);
  expect((await first.step('cannot-decide', { note: 'No reader.' })).body.status).toBe('INCONCLUSIVE');
  expect((await first.step('supervise', { note: 'Mine.' })).status).toBe(403);
  const taken = { action: 'LET_GO', at: world.clock.now().toISOString(), place: 'Korday' };
  expect((await first.step('act', taken)).status).toBe(409);
  const second = hitSteps(world, await world.token('KAZ', 'BO2', 'second'), hitId, first.version());
  expect((await second.step('supervise', { note: 'Agreed, let go.' })).status).toBe(200);
  expect((await second.step('act', taken)).body.status).toBe('ACTION_TAKEN');
  const tasks = await world.database.prisma.hitTask.findMany({ where: { hitId } });
  expect(tasks.map(({ kind, state, side }) => [kind, state, side])).toEqual([
    ['RECORD_QUALITY', 'KGZ', 'OWNER'],
  ]);
});
