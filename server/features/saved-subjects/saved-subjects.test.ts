import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson, plainDraft, publish } from '../../../tests/support/alert-files.ts';
import { runDueJobs } from '../../../tests/support/jobs.ts';
import { refusalCode } from '../../../tests/support/refusals.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import type { AlertDraft } from '../alerts/contract.ts';
import { subjectBody } from './contract.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const reader = () => world.actor('KAZ', 'INV');
const save = (question: object, actor = reader()) =>
  world.services.savedSubjects.save(
    actor,
    subjectBody.parse({ ...question, purpose: { code: 'P1', reference: 'case 3' } }),
  );
const found = async (id: string, actor = reader()) =>
  (await world.services.savedSubjects.matches(actor, id)).items;
const unseen = async (id: string) =>
  (await world.services.savedSubjects.list(reader(), { limit: 50 })).items.find((one) => one.id === id)
    ?.unseen;

async function alertOn(family: string, birth: string, change: Partial<AlertDraft> = {}) {
  const personId = await makePerson(world, world.actor('KGZ', 'INV'), { family, given: 'Санжар', birth });
  const alert = await publish(world, 'KGZ', plainDraft(personId, change));
  await runDueJobs(world);
  return { personId, alert };
}

describe('a kept question', () => {
  it('finds somebody in another script once an alert begins, and loses him with the alert', async () => {
    const subject = await save({ name: 'Kutulgan Sanzhar', birthDate: '1971-04-05' });
    const other = await save({ name: 'Sovsem Drugoi', birthDate: '1999-01-01' });
    expect(await found(subject.id)).toEqual([]);
    const { personId, alert } = await alertOn('Кутулган', '1971-04-05');
    expect([await unseen(subject.id), await unseen(other.id)]).toEqual([1, 0]);
    const [match] = await found(subject.id);
    expect(match).toMatchObject({ personId, band: 'STRONG', seenAt: null });
    expect(match?.alerts.map(({ alertNumber }) => alertNumber)).toEqual([alert.alertNumber]);
    expect(await unseen(subject.id)).toBe(0);
    await world.services.alerts.takeStep(world.actor('KGZ', 'CO'), alert.id, alert.version, 'withdraw', {
      reason: 'Decision 12/2026.',
      withdrawal: 'ERROR',
    });
    // Read at once, before any worker ran.
    expect(await found(subject.id)).toEqual([]);
  });

  it('has a name, and filters that narrow what is told', async () => {
    const common = { name: 'Suzgulov Sanzhar', label: 'Two brothers' };
    const wide = await save(common);
    const women = await save({ ...common, filters: { sexes: ['F'] } });
    const arrests = await save({ ...common, filters: { alertTypes: ['ARREST_PROSECUTION'] } });
    const witnesses = await save({
      ...common,
      filters: { alertTypes: ['LOCATE_WITNESS'], nationalities: ['KGZ'], birthYearFrom: 1970 },
    });
    expect(witnesses).toMatchObject({ label: 'Two brothers', filters: { nationalities: ['KGZ'] } });
    await alertOn('Сүзгүлов', '1974-01-02');
    const told = [];
    for (const { id } of [wide, women, arrests, witnesses]) told.push(await unseen(id));
    expect(told).toEqual([1, 0, 0, 1]);
  });

  it('tells nothing of alerts that its owner may not see', async () => {
    const subject = await save({ name: 'Jashyryn Sanzhar', birthDate: '1972-06-07' });
    await alertOn('Жашырын', '1972-06-07', {
      type: 'DISCREET_CHECK',
      actionsOnHit: ['D1'],
      sharing: 'LISTED',
      sharedWithStates: ['UZB'],
    });
    const { rows } = await world.database.pool.query('select from subject_match where subject_id = $1', [
      subject.id,
    ]);
    expect([rows.length, await unseen(subject.id)]).toEqual([0, 0]);
  });

  it('asks again at reading what its owner may see now', async () => {
    const subject = await save({ name: 'Ozgorgon Sanzhar', birthDate: '1973-08-09' });
    const { alert } = await alertOn('Өзгөргөн', '1973-08-09');
    expect(await unseen(subject.id)).toBe(1);
    await world.services.alerts.changeAlert(world.actor('KGZ', 'CO'), alert.id, alert.version, {
      sharing: 'LISTED',
      sharedWithStates: ['UZB'],
    });
    expect([await unseen(subject.id), await found(subject.id)]).toEqual([0, []]);
  });

  it('belongs to its owner, keeps its words encrypted, and ends', async () => {
    const subject = await save({ family: 'TAINOV', document: { number: 'AC5550001', state: 'KGZ' } });
    const colleague = world.actor('KAZ', 'INV', { which: 'second' });
    const { savedSubjects } = world.services;
    expect(await refusalCode(savedSubjects.matches(colleague, subject.id))).toBe('not-found');
    expect(await refusalCode(savedSubjects.remove(colleague, subject.id))).toBe('not-found');
    const { rows } = await world.database.pool.query(
      'select content, exact from saved_subject where id = $1',
      [subject.id],
    );
    expect(Buffer.from(rows[0].content).toString('latin1') + rows[0].exact).not.toMatch(/TAINOV|AC5550001/);
    expect(await refusalCode(save({ name: 'X', expiresAt: '2030-01-01T00:00:00Z' }))).toBe(
      'validation-failed',
    );
    world.clock.advance(91 * 86_400_000);
    expect(await refusalCode(savedSubjects.matches(reader(), subject.id))).toBe('not-found');
    expect(await savedSubjects.purge()).toBeGreaterThan(0);
    world.clock.advance(-91 * 86_400_000);
  });

  it('needs a purpose and a role that searches', async () => {
    const http = world.http(await world.token('KAZ', 'INV'));
    expect((await http.post('/v1/saved-subjects').send({ name: 'A B' })).status).toBe(422);
    const created = await http
      .post('/v1/saved-subjects')
      .send({ name: 'Azamat Kimdir', purpose: { code: 'P1', reference: 'case 4' } });
    expect(created.status).toBe(201);
    expect((await http.get(`/v1/saved-subjects/${created.body.id}/matches`)).status).toBe(422);
    expect((await http.delete(`/v1/saved-subjects/${created.body.id}`)).status).toBe(204);
    const officer = world.http(await world.token('KAZ', 'BO1'));
    expect((await officer.get('/v1/saved-subjects')).status).toBe(403);
  });
});
