// Scenario 27: the person is a national of the requested state; the machine proposes transfer and a report every six months.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { taskQuery } from '../../server/features/cases/list-contract.ts';
import { draftCase, openCaseLab, openReview, sendRequest } from '../support/case-lab.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

it('scenario 27: refused as own national, prosecution is taken over, and its state is reported every six months', async () => {
  const lab = await openCaseLab(world, 'KGZ', 'KAZ');
  await draftCase(lab);
  await sendRequest(lab);
  await openReview(lab);
  await lab.answer(['R01']);
  await lab.papers('D30');
  // A mandatory ground: granting is not possible, whatever the rest.
  await expect(lab.step('RD', 'grant', await lab.decision('GRANTED'))).rejects.toMatchObject({
    code: 'transition-not-allowed',
    extra: { guards: ['NO_MANDATORY_GROUND'] },
  });
  const refused = await lab.step('RD', 'refuse', await lab.decision('REFUSED'));
  expect(refused.state).toBe('REFUSED');
  expect((await lab.view('RQ')).decisions[0]).toMatchObject({ kind: 'REFUSE', grounds: ['R01'] });

  const { items } = await world.services.cases.listTasks(
    lab.actor('RQ'),
    taskQuery.parse({ caseId: lab.caseId }),
  );
  expect(items.find(({ kind }) => kind === 'PROPOSE_TRANSFER')?.params).toEqual({
    verb: 'transfer-prosecution',
    statusReportMonths: 6,
  });
  const offered = (await world.services.cases.getTransitions(lab.actor('RQ'), lab.caseId)).items.find(
    ({ verb }) => verb === 'transfer-prosecution',
  );
  expect(offered).toMatchObject({ mine: true, ready: false, missingDocuments: ['D44'] });
  expect(offered?.clocks.start.map(({ key }) => key)).toEqual(['STATUS_REPORT']);

  world.clock.set('2026-11-30T06:00:00Z');
  await lab.papers('D44');
  await lab.step('RQ', 'transfer-prosecution', {}, 'CO');
  const report = async () =>
    (await lab.view('RQ')).deadlines.filter(
      ({ key, status }) => key === 'STATUS_REPORT' && status === 'RUNNING',
    );
  // Six months from 30 November, that day counted, in Almaty: to the end of 29 May.
  expect((await report()).map(({ dueAt }) => dueAt)).toEqual(['2027-05-29T19:00:00.000Z']);
  world.clock.set('2027-05-20T06:00:00Z');
  await lab.step('RD', 'report-status', { reason: 'The case is before the court.' }, 'CO');
  expect((await report()).map(({ dueAt }) => dueAt)).toEqual(['2027-11-19T19:00:00.000Z']);
}, 120_000);
