// A request for assistance between two states, each taking its own steps.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemOf } from '../../../tests/support/problems.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { assistanceQuery, assistanceStep, newAssistance } from './contract.ts';
import type { AssistanceService } from './service.ts';

let world: TestWorld;
let assistance: AssistanceService;
let officer: Actor;
let kazakh: Actor;
beforeAll(async () => {
  world = await createTestWorld();
  assistance = world.services.assistance;
  officer = world.actor('KGZ', 'CO');
  kazakh = world.actor('KAZ', 'PRO');
});
afterAll(() => world.close());

const draft = (changes: object = {}) =>
  assistance.create(
    officer,
    newAssistance.parse({
      type: 'BANK_DATA',
      requestedState: 'KAZ',
      legalBasis: 'UNCAC art. 46',
      subject: 'DEMO statements of an account',
      ...changes,
    }),
  );
const step = async (actor: Actor, id: string, body: object) => {
  const { version } = await assistance.view(actor, id);
  return assistance.takeStep(actor, id, version, assistanceStep.parse(body));
};

describe('a request', () => {
  test('travels from draft to close', async () => {
    const { id, requestNumber } = await draft();
    expect(requestNumber).toMatch(/^MLA-KGZ-2026-\d{6}-\d$/);
    expect(await problemOf(assistance.view(kazakh, id))).toBe('not-found');
    await step(officer, id, { verb: 'send', reference: 'PG-114' });
    expect(await assistance.view(kazakh, id)).toMatchObject({ direction: 'INCOMING', state: 'SENT' });
    expect(await problemOf(step(officer, id, { verb: 'receive' }))).toBe('transition-not-allowed');
    await step(kazakh, id, { verb: 'receive' });
    expect(await problemOf(step(kazakh, id, { verb: 'ask-info' }))).toBe(
      'validation-failed /reason:required',
    );
    await step(kazakh, id, { verb: 'ask-info', reason: 'Which account?' });
    await step(officer, id, { verb: 'supply-info', reference: 'PG-115' });
    await step(kazakh, id, { verb: 'execute', reference: 'A-7' });
    const closed = await step(officer, id, { verb: 'close' });
    expect(closed).toMatchObject({ state: 'CLOSED', possible: [] });
    expect(closed.steps.map(({ byState }) => byState)).toEqual(['KGZ', 'KAZ', 'KAZ', 'KGZ', 'KAZ', 'KGZ']);
  });

  test('is not rewritten once it is sent', async () => {
    const { id, version } = await draft();
    const changed = await assistance.change(officer, id, version, { urgency: 'URGENT' });
    expect(changed.urgency).toBe('URGENT');
    const sent = await step(officer, id, { verb: 'send', reference: 'x' });
    expect(await problemOf(assistance.change(officer, id, sent.version, { subject: 'other' }))).toBe(
      'transition-not-allowed',
    );
  });

  test('to a state that does not work here is answered by the asking side’s record', async () => {
    const { id } = await draft({ requestedState: 'CHE' });
    await step(officer, id, { verb: 'send', reference: 'x' });
    expect(await step(officer, id, { verb: 'receive' })).toMatchObject({ state: 'RECEIVED' });
    expect(await problemOf(draft({ requestedState: 'KGZ' }))).toBe(
      'validation-failed /requestedState:unknown-state',
    );
  });

  test('is overdue when its day has passed where it is counted', async () => {
    const { id } = await draft({ dueOn: '2026-11-25' });
    await step(officer, id, { verb: 'send', reference: 'x' });
    const overdue = async (actor: Actor) =>
      (await assistance.list(actor, assistanceQuery.parse({ overdue: 'true' }))).items.map((item) => item.id);
    world.clock.set('2026-11-25T18:59:59Z');
    expect(await overdue(officer)).not.toContain(id);
    world.clock.set('2026-11-25T19:00:00Z');
    expect(await overdue(officer)).toContain(id);
    expect(await overdue(kazakh)).toContain(id);
    expect(await overdue(world.actor('UZB', 'PRO'))).toEqual([]);
  });

  test('restricted, is kept from investigators, and nobody links what he may not see', async () => {
    const { id } = await draft({ confidentiality: 'RESTRICTED' });
    expect(await problemOf(assistance.view(world.actor('KGZ', 'INV'), id))).toBe('not-found');
    expect(await problemOf(draft({ assetCaseId: id }))).toBe(
      'validation-failed /assetCaseId:unknown-asset-case',
    );
  });
});
