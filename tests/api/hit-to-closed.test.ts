// From a hit at the border to a closed case over HTTP, as two states and the officers between them work; what one side keeps to
// itself never reaches the other.
import type { Response } from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GROUND_CODES } from '../../server/domain/cases/grounds.ts';
import { arrestDraft, makeOffenceCode, makePerson, PDF, publish } from '../support/alert-files.ts';
import { checkAt, hitSteps } from '../support/border.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
let [rq, rd, border, caseId] = ['', '', '', ''];
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

type Side = 'RQ' | 'RD';
const http = (side: Side) => world.http(side === 'RQ' ? rq : rd);
const look = (side: Side, path = '') =>
  http(side).get(`/v1/cases/${caseId}${path}`).set('Purpose', 'P3 test case');
const body = (answer: Response) => {
  expect(answer.status < 300 ? 'done' : [answer.status, answer.body]).toBe('done');
  return answer.body;
};

async function change(side: Side, path: string, words: object) {
  const { version } = body(await look(side));
  return http(side).post(`/v1/cases/${caseId}${path}`).set('If-Match', `"v${version}"`).send(words);
}
const step = async (side: Side, verb: string, words: object = {}) =>
  body(await change(side, '/transitions', { verb, ...words }));

async function papers(side: Side, ...codes: string[]) {
  for (const code of codes) {
    const request = http(side)
      .post(`/v1/cases/${caseId}/files`)
      .field({ code, language: 'ru', shared: 'true' });
    if (code === 'D20') request.field({ certifiedBy: 'Test Translator', certifiedOn: '2026-11-20' });
    body(await request.attach('file', PDF, `${code}.pdf`));
  }
}

test('a confirmed hit becomes a case once, and its clocks start at the arrest', async () => {
  [rq, rd, border] = [
    await world.token('KAZ', 'PRO'),
    await world.token('KGZ', 'PRO'),
    await world.token('KGZ', 'BO2'),
  ];
  const author = world.actor('KAZ', 'INV');
  const personId = await makePerson(world, author, { document: 'AC7654321' });
  await publish(world, 'KAZ', arrestDraft(personId, await makeOffenceCode(world, 'KAZ')));
  const found = await checkAt(world, 'KGZ', {
    name: 'Тестбеков Жениш',
    birthDate: '1980-02-15',
    document: { number: 'AC7654321', state: 'KGZ' },
    checkpoint: 'Ak-Zhol',
  });
  const hitId: string = found.body.hit.id;
  const { step: office, version } = hitSteps(world, border, hitId);
  body(await office('check-identity'));
  const early = await world.http(border).post('/v1/cases/from-hit').send({ hitId });
  expect(early.status).toBe(404);
  body(await office('confirm', { identifiers: ['DOCUMENT', 'FACE'] }));
  body(await hitSteps(world, rq, hitId, version()).step('owner-confirm'));
  world.clock.advance(5 * 60_000);
  const at = world.clock.now().toISOString();
  const owner = hitSteps(world, border, hitId, version() + 1);
  body(await owner.step('act', { action: 'ARRESTED', at, place: 'Ak-Zhol', custodyFacility: 'Test post' }));
  world.clock.advance(120_000);
  const opened = body(await world.http(border).post('/v1/cases/from-hit').send({ hitId }));
  expect(opened).toMatchObject({ state: 'PROV_ARRESTED', created: true });
  const again = await world.http(border).post('/v1/cases/from-hit').send({ hitId });
  expect([again.status, again.body.errors[0].code]).toEqual([409, 'case-open-already']);
  caseId = opened.caseId;
  const { deadlines } = body(await look('RQ'));
  const limit = deadlines.find(({ key }: { key: string }) => key === 'PA_LIMIT');
  expect([limit.startedAt, limit.status]).toEqual([at, 'RUNNING']);
  // Neither a stranger's state nor the border nor an investigator of the requested state has a case.
  for (const [state, role] of [
    ['UZB', 'PRO'],
    ['KGZ', 'INV'],
  ] as const)
    expect(
      (
        await world
          .http(await world.token(state, role))
          .get(`/v1/cases/${caseId}`)
          .set('Purpose', 'P3 test case')
      ).status,
    ).toBe(404);
});

test('what a side says to itself stays with it; what it sends reaches the other', async () => {
  const say = (side: Side, text: string, shared: boolean) =>
    http(side).post(`/v1/cases/${caseId}/comments`).send({ text, shared });
  body(await say('RD', 'only for us', false));
  body(await say('RQ', 'the originals follow', true));
  body(await http('RD').post(`/v1/cases/${caseId}/tasks`).send({ text: 'ring the prison' }));
  const texts = async (side: Side) =>
    body(await look(side, '/comments')).items.map(({ text }: { text: string }) => text);
  expect(await texts('RD')).toEqual(['only for us', 'the originals follow']);
  expect(await texts('RQ')).toEqual(['the originals follow']);
  const tasks = body(await http('RQ').get('/v1/case-tasks').query({ caseId }));
  expect(JSON.stringify(tasks)).not.toContain('ring the prison');

  await papers('RD', 'D03', 'D04', 'D05');
  const own = http('RD').post(`/v1/cases/${caseId}/files`).field({ code: 'D34', language: 'ru' });
  const secret = body(await own.attach('file', PDF, 'asylum.pdf'));
  const hold = { hold: { reason: 'ASYLUM', note: 'applied today' } };
  await step('RD', 'note-impediment', hold);
  const told = await look('RQ', '/timeline');
  expect(told.text).not.toMatch(/ASYLUM|applied today|D34/);
  expect(told.text).toContain('LEGAL_IMPEDIMENT');
  expect((await look('RQ')).text).not.toMatch(/ASYLUM|applied today/);
  expect((await look('RQ', '/files')).text).not.toContain(secret.id);
  const stolen = await look('RQ', `/files/${secret.id}/versions/1/content`);
  expect(stolen.status).toBe(404);
  await step('RD', 'lift-impediment', { reason: 'the application was withdrawn' });
});

test('the calendar holds numbers and keys, and an old address is dead', async () => {
  const first = body(await http('RQ').post('/v1/calendar-feed').send({})).path;
  const second = body(await http('RQ').post('/v1/calendar-feed').send({})).path;
  expect((await world.http().get(first)).status).toBe(404);
  const calendar = await world.http().get(second);
  expect(calendar.headers['content-type']).toContain('text/calendar');
  const { caseNumber } = body(await look('RQ'));
  expect(calendar.text).toContain(caseNumber);
  expect(calendar.text).not.toMatch(/Тестбеков|Жениш|AC7654321/);
});

test('the procedure runs to its end, and at the end no clock runs', async () => {
  await step('RQ', 'prepare-file');
  const early = await change('RQ', '/transitions', { verb: 'sign-request' });
  expect([early.status, early.body.documents]).toEqual([409, expect.arrayContaining(['D10', 'D20'])]);
  await papers('RQ', 'D10', 'D11', 'D14', 'D15', 'D16', 'D17', 'D18', 'D20');
  body(await http('RQ').post(`/v1/cases/${caseId}/manifest/signatures`));
  await step('RQ', 'sign-request');
  await papers('RQ', 'D23');
  await step('RQ', 'send-request', { channel: 'PROSECUTOR_GENERAL' });
  await papers('RD', 'D24');
  await step('RD', 'acknowledge-receipt');
  const at = world.clock.now().toISOString();
  body(await change('RD', '/custody', { to: 'EXTRADITION_CUSTODY', at, actedBy: 'Test District Court' }));
  await papers('RD', 'D27');
  await step('RD', 'open-review');
  const wrong = await change('RQ', '/transitions', { verb: 'grant' });
  expect(wrong.status).toBe(403);
  const checks = GROUND_CODES.map((code) => ({ code, answer: 'NO', note: 'checked' }));
  body(await change('RD', '/grounds', { checks }));
  expect((await look('RQ')).text).not.toContain('checked');
  const { offences } = body(await look('RD'));
  await papers('RD', 'D30');
  await step('RD', 'grant', {
    decision: {
      decidedBy: 'Test Prosecutor General',
      reasoning: 'As the file shows.',
      offences: offences.map(({ id }: { id: string }) => ({ offenceId: id, outcome: 'GRANTED' })),
    },
  });
  await step('RD', 'waive-appeal', { actedBy: 'the person and his lawyer' });
  await papers('RD', 'D38');
  const surrender = {
    at: new Date(world.clock.now().getTime() + 5 * 86_400_000).toISOString(),
    place: 'Korday',
  };
  await step('RD', 'schedule-surrender', { surrender });
  world.clock.advance(5 * 86_400_000);
  [rq, rd] = [await world.token('KAZ', 'PRO'), await world.token('KGZ', 'PRO')];
  await papers('RD', 'D41', 'D42');
  const alone = await change('RD', '/transitions', { verb: 'surrender', actedBy: 'x', medicalCheck: true });
  expect([alone.status, alone.body.guards]).toEqual([409, ['BOTH_AGREED']]);
  body(await change('RQ', '/agreements', { verb: 'surrender' }));
  await step('RD', 'surrender', { actedBy: 'Test escort', medicalCheck: true });
  await papers('RQ', 'D48');
  const outcome = { verdict: 'CONVICTED', sentenceMonths: 60, custodyCreditDays: 6 };
  expect((await step('RQ', 'close', { outcome })).state).toBe('CLOSED');

  const closed = body(await look('RD'));
  expect(closed.deadlines.filter(({ status }: { status: string }) => status !== 'STOPPED')).toEqual([]);
  const alert = await world.database.prisma.alert.findUniqueOrThrow({ where: { id: closed.alertId } });
  expect(alert.status).toBe('EXECUTED');
  const timeline = body(await look('RQ', '/timeline')).items;
  const states = timeline.flatMap(({ to }: { to: string | null }) => to ?? []);
  expect([...new Set(states)]).toEqual([
    'DRAFT',
    'PROV_ARRESTED',
    'FILE_PREPARATION',
    'REQUEST_SIGNED',
    'REQUEST_SENT',
    'REQUEST_RECEIVED',
    'UNDER_REVIEW',
    'GRANTED',
    'SURRENDER_SCHEDULED',
    'SURRENDERED',
    'CLOSED',
  ]);
  const dossier = await look('RQ', '/dossier').query({ language: 'ru' }).buffer(true);
  expect([dossier.status, dossier.headers['content-type']]).toEqual([200, 'application/pdf']);
}, 60_000);
