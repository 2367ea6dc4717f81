// The way of an alert to publication: four eyes, the gate, and nothing rewritten under the eyes of the approver.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addWarrant,
  arrestDraft,
  makeOffenceCode,
  makePerson,
  makeStranger,
  plainDraft,
  publish,
} from '../../../tests/support/alert-files.ts';
import { refusalCode, refusalOf } from '../../../tests/support/refusals.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import { alertChange } from './contract.ts';

let world: TestWorld;
let offenceCodeId: string;
beforeAll(async () => {
  world = await createTestWorld();
  offenceCodeId = await makeOffenceCode(world, 'KGZ');
});
afterAll(() => world.close());

const inv = () => world.actor('KGZ', 'INV');
const co = () => world.actor('KGZ', 'CO');
const someone = (actor = inv()) => makeStranger(world, actor);

describe('submission and approval', () => {
  it('only who wrote submits; only somebody else of the central authority approves', async () => {
    const { alerts } = world.services;
    let alert = await alerts.createAlert(co(), arrestDraft(await someone(co()), offenceCodeId));
    alert = await addWarrant(world, co(), alert);
    const { id } = alert;
    const second = world.actor('KGZ', 'CO', { which: 'second' });
    expect(await refusalCode(alerts.takeStep(second, id, alert.version, 'submit', {}))).toBe('forbidden');
    alert = await alerts.takeStep(co(), id, alert.version, 'submit', {});
    const approve = (actor = co()) =>
      alerts.takeStep(actor, id, alert.version, 'approve', { complianceReviewed: true });
    expect(await refusalCode(approve())).toBe('own-work');
    expect((await approve(second)).status).toBe('ACTIVE');
  });

  it('a hand in the draft is authorship: who corrected it does not approve it', async () => {
    const { alerts } = world.services;
    let alert = await alerts.createAlert(inv(), arrestDraft(await someone(), offenceCodeId));
    alert = await alerts.changeAlert(co(), alert.id, alert.version, alertChange.parse({ factsPlace: 'Osh' }));
    alert = await addWarrant(world, world.actor('KGZ', 'PRO'), alert);
    alert = await alerts.takeStep(inv(), alert.id, alert.version, 'submit', {});
    const words = { complianceReviewed: true };
    for (const actor of [co(), world.actor('KGZ', 'PRO')])
      expect(await refusalCode(alerts.takeStep(actor, alert.id, alert.version, 'approve', words))).toBe(
        'own-work',
      );
    const second = world.actor('KGZ', 'CO', { which: 'second' });
    expect((await alerts.takeStep(second, alert.id, alert.version, 'approve', words)).status).toBe('ACTIVE');
  });

  it('a submitted alert cannot be rewritten under the eyes of the approver, a returned one can', async () => {
    const { alerts } = world.services;
    let alert = await alerts.createAlert(inv(), arrestDraft(await someone(), offenceCodeId));
    alert = await addWarrant(world, inv(), alert);
    alert = await alerts.takeStep(inv(), alert.id, alert.version, 'submit', {});
    const change = alertChange.parse({ facts: 'other facts' });
    const problem = await refusalOf(alerts.changeAlert(inv(), alert.id, alert.version, change));
    expect(problem.code).toBe('transition-not-allowed');
    expect(problem.extra).toEqual({ status: 'SUBMITTED', allowed: [] });
    expect(await refusalCode(addWarrant(world, inv(), alert))).toBe('transition-not-allowed');
    alert = await alerts.takeStep(co(), alert.id, alert.version, 'return', { reason: 'facts are thin' });
    expect(alert.status).toBe('DRAFT');
    const view = () => alerts.getAlert(co(), alert.id);
    expect((await view()).owner?.returned).toMatchObject({ facts: 'Took a bribe for a licence.' });
    alert = await alerts.changeAlert(inv(), alert.id, alert.version, change);
    expect(alert.status).toBe('DRAFT');
    // The approver sees what it was and what it is; what was handed in first does not move.
    await alerts.takeStep(inv(), alert.id, alert.version, 'submit', {});
    const again = await view();
    expect([again.owner?.returned?.['facts'], again.facts]).toEqual([
      'Took a bribe for a licence.',
      'other facts',
    ]);
    expect(again.owner?.returned?.['warrants']).toEqual(again.warrants);
  });

  it('approval without the review of compliance lists it; a resolved duplicate opens the gate', async () => {
    const { alerts } = world.services;
    const twin = { family: 'Двойников', given: 'Пример', birth: '1971-07-17' };
    const other = await makePerson(world, inv(), twin);
    const person = await makePerson(world, inv(), twin);
    let alert = await alerts.createAlert(inv(), arrestDraft(person, offenceCodeId));
    alert = await addWarrant(world, inv(), alert);
    alert = await alerts.takeStep(inv(), alert.id, alert.version, 'submit', {});
    const approve = (complianceReviewed: boolean) =>
      alerts.takeStep(co(), alert.id, alert.version, 'approve', { complianceReviewed });
    const problem = await refusalOf(approve(false));
    expect(problem.code).toBe('publication-gate');
    expect(problem.faults).toEqual([
      { at: '/review/complianceReviewedBy', code: 'COMPLIANCE_REVIEW_MISSING' },
      { at: '/review/unresolvedDuplicates/0', code: 'DUPLICATE_UNRESOLVED', params: { id: other } },
    ]);
    const gate = await alerts.readGate(co(), alert.id);
    expect(gate).toMatchObject({ openForSubmission: true, openForPublication: false });
    await world.services.persons.decideDuplicate(co(), person, {
      otherId: other,
      same: false,
      reason: 'two people: different fingerprints on file',
    });
    expect((await approve(true)).status).toBe('ACTIVE');
  });

  it('facts of another state do not carry an alert: they may vanish with its own', async () => {
    const { alerts } = world.services;
    const person = await someone();
    await publish(world, 'KGZ', arrestDraft(person, offenceCodeId));
    const author = world.actor('KAZ', 'INV');
    const alert = await alerts.createAlert(author, plainDraft(person, { type: 'LOCATE_WITNESS' }));
    const problem = await refusalOf(alerts.takeStep(author, alert.id, alert.version, 'submit', {}));
    expect(problem.faults.map(({ code }) => code)).toEqual(['NAME_MISSING', 'BIRTH_DATE_MISSING']);
  });
});
