// Scenario 14: one wrong check digit: the field is named, nothing is searched, and a correction by hand is kept.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const NAMES = 'P<KGZTESTBEKOV<<ZHENISH<<<<<<<<<<<<<<<<<<<<<';
/** The 2 of the number was read as a 7. */
const MISREAD = `${NAMES}\nAC17345674KGZ8002158M31010122150219801234558`;
const checks = () => world.database.prisma.borderCheck.count();
const traces = async (type: string) =>
  (
    await world.database.pool.query<{ data: object; outcome: string }>(
      'select data, outcome from audit_event where type = $1 order by id',
      [type],
    )
  ).rows;

it('scenario 14: the field is named in the language of the officer, and no search runs on bad data', async () => {
  const officer = world.http(await world.token('KGZ', 'BO1'));
  const wrong = await officer
    .post('/v1/checks')
    .set('Accept-Language', 'ru')
    .send({ mrz: MISREAD, checkpoint: 'Достук' });
  expect([wrong.status, wrong.body.code]).toEqual([422, 'validation-failed']);
  expect(wrong.body.errors).toEqual([
    {
      at: '/mrz',
      code: 'mrz-check-digit',
      field: 'DOCUMENT_NUMBER',
      line: 2,
      message: expect.stringContaining('контрольная цифра'),
    },
  ]);
  expect(wrong.text).not.toMatch(/CLEAR|GREEN/);
  expect(await checks()).toBe(0);
  expect(await traces('check.misread')).toEqual([
    { outcome: 'FAILED', data: { fields: ['DOCUMENT_NUMBER CHECK_DIGIT'], checkpoint: 'Достук' } },
  ]);
});

it('scenario 14: the correction is kept with old and new value, and the check says which field it was', async () => {
  const officer = world.http(await world.token('KGZ', 'BO1'));
  const corrections = [{ field: 'DOCUMENT_NUMBER', value: 'AC1234567' }];
  const corrected = await officer.post('/v1/checks').send({ mrz: MISREAD, corrections });
  expect([corrected.status, corrected.body.outcome]).toEqual([200, 'CLEAR']);
  expect(corrected.body.read).toMatchObject({ number: 'AC1234567', corrected: ['DOCUMENT_NUMBER'] });
  const kept = await world.database.prisma.borderCheck.findUniqueOrThrow({
    where: { id: corrected.body.checkId },
  });
  expect(kept.corrected).toEqual(['DOCUMENT_NUMBER']);
  const query = JSON.parse(world.services.vault.decrypt('border_check.query', kept.query ?? Buffer.alloc(0)));
  expect(query.changes).toEqual([{ field: 'DOCUMENT_NUMBER', from: 'AC1734567', to: 'AC1234567' }]);
  const [trace] = await traces('check.run');
  expect(trace?.data).toMatchObject({ outcome: 'CLEAR', corrected: ['DOCUMENT_NUMBER'] });
});

it('scenario 14: a digit that is printed wrongly, and vouched for, is a problem of the document and never green', async () => {
  const officer = world.http(await world.token('KGZ', 'BO1'));
  const vouched = await officer
    .post('/v1/checks')
    .send({ mrz: MISREAD, corrections: [{ field: 'DOCUMENT_NUMBER', value: 'AC1734567' }] });
  expect([vouched.body.outcome, vouched.body.colour]).toEqual(['DOCUMENT_PROBLEM', 'AMBER']);
  expect(vouched.body.documentProblems.map(({ code }: { code: string }) => code)).toEqual(['MISPRINTED']);
});

it('scenario 14: zone and fields together, and corrections of nothing, are refused', async () => {
  const officer = world.http(await world.token('KGZ', 'BO1'));
  const codesOf = async (body: object) => {
    const { status, body: answer } = await officer.post('/v1/checks').send(body);
    return [status, ...answer.errors.map(({ code }: { code: string }) => code)];
  };
  expect(await codesOf({ mrz: MISREAD, family: 'Testbekov' })).toEqual([422, 'mrz-or-fields']);
  expect(await codesOf({ family: 'Testbekov', corrections: [] })).toEqual([422, 'corrections-without-mrz']);
  expect(await codesOf({ mrz: NAMES })).toEqual([422, 'mrz-format']);
});
