// Scenario 30: given the annual report is frozen, when a case is corrected later, then version 1 is unchanged and version 2
// shows the difference; cells below 3 read "<3"; the auditor can verify the audit hash chain and detects a deleted row.
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportView } from '../../server/features/reports/contract.ts';
import { createAuditHeads } from '../../server/platform/database/audit-heads.ts';
import { createAuditSealer } from '../../server/platform/database/audit-sealer.ts';
import { createAuditSigner } from '../../server/platform/database/audit-signer.ts';
import { createLogger } from '../../server/platform/logger.ts';
import { type CaseLab, draftCase, openCaseLab, REQUEST_PAPERS, sign } from '../support/case-lab.ts';
import { plantCase, wayTo } from '../support/planted-cases.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
let lab: CaseLab;
let prosecutor: string;
let officer: string;
beforeAll(async () => {
  world = await createTestWorld();
  world.clock.set('2026-12-10T06:00:00Z');
  // Four requests to Kazakhstan arrived there, five went to Uzbekistan, one to Tajikistan.
  for (const month of ['02', '03', '05', '08'])
    await plantCase(world, { rq: 'KGZ', rd: 'KAZ', steps: wayTo('surrendered', `2026-${month}-05`) });
  for (const month of ['01', '02', '04', '06', '09'])
    await plantCase(world, { rq: 'KGZ', rd: 'UZB', steps: wayTo('surrendered', `2026-${month}-11`) });
  await plantCase(world, { rq: 'KGZ', rd: 'TJK', steps: wayTo('refused', '2026-03-03'), refusedOn: ['R01'] });
  for (const day of ['03', '04', '05', '06'])
    await plantCase(world, { rq: 'KAZ', rd: 'KGZ', steps: wayTo('received', `2026-10-${day}`) });
  for (const rd of ['KGZ', 'KAZ'])
    await plantCase(world, { rq: 'TJK', rd, steps: wayTo('received', '2026-05-04') });
  // One more goes its real way, and its dispatch is written down too late.
  lab = await openCaseLab(world, 'KGZ', 'UZB');
  await draftCase(lab);
  await lab.step('RQ', 'prepare-file-without-arrest', {}, 'CO');
  await lab.papers(...REQUEST_PAPERS);
  await sign(lab);
  await lab.step('RQ', 'sign-request');
  await lab.papers('D23');
  world.clock.set('2027-01-20T06:00:00Z');
  prosecutor = await world.token('KGZ', 'PRO');
  officer = await world.token('KGZ', 'CO');
});
afterAll(() => world.close());

const read = async (token: string, query: string): Promise<ReportView> => {
  const answer = await world.http(token).get(`/v1/reports/R-1?${query}`);
  expect(answer.status).toBe(200);
  return answer.body;
};
const cell = (view: ReportView, table: string, row: string, column: number) =>
  view.tables.find(({ id }) => id === table)?.rows.find(({ key }) => key === row)?.cells[column];

test('the report is frozen and signed once its year is over', async () => {
  const early = await world.http(prosecutor).post('/v1/reports/R-1/freeze').send({ year: 2027 });
  expect([early.status, early.body.errors?.[0].code]).toEqual([422, 'period-not-over']);
  const frozen = await world.http(prosecutor).post('/v1/reports/R-1/freeze').send({ year: 2026 });
  expect(frozen.status).toBe(201);
  expect(frozen.body).toMatchObject({ version: 1, isIntact: true, previousSha256: null, publishedTo: [] });
});

test('cells below three read "<3", and what would give them away is kept back', async () => {
  const view = await read(prosecutor, 'year=2026&version=1');
  const sent = view.tables.find(({ id }) => id === 'requesting');
  const texts = Object.fromEntries((sent?.rows ?? []).map(({ key, cells }) => [key, cells[0]?.text]));
  expect(texts).toMatchObject({ TJK: '<3', ARM: '<3', TOTAL: '10' });
  // Nine small cells doubt each other: the two large ones may be read.
  expect([texts['KAZ'], texts['UZB']]).toEqual(['4', '5']);
  expect(cell(view, 'requested', 'KAZ', 0)?.text).toBe('4');
  expect(cell(view, 'grounds', 'R01', 0)?.text).toBe('<3');
  // A median of few would be one person's time.
  expect(cell(view, 'stages-requested', 'REQUEST_TO_DECISION', 1)?.text).toBe('•');
  expect(cell(view, 'stages-requesting', 'DECISION_TO_SURRENDER', 1)).toMatchObject({ value: 20 });
});

test('a later correction leaves version 1 alone; version 2 shows the difference', async () => {
  const before = await world.http(prosecutor).get('/v1/reports/R-1?year=2026&version=1');
  const unchanged = await world
    .http(prosecutor)
    .post('/v1/reports/R-1/freeze')
    .send({ year: 2026, reason: 'nothing' });
  expect(unchanged.body.errors?.[0].code).toBe('nothing-changed');
  await lab.step('RQ', 'send-request', { channel: 'PROSECUTOR_GENERAL', at: '2026-12-28T06:00:00Z' }, 'CO');
  await lab.papers('D24');
  await lab.step('RD', 'acknowledge-receipt', { at: '2026-12-30T06:00:00Z' }, 'CO');
  const silent = await world.http(officer).post('/v1/reports/R-1/freeze').send({ year: 2026 });
  expect(silent.body.errors?.[0]).toMatchObject({ at: '/reason', code: 'reason-required' });
  const second = await world
    .http(officer)
    .post('/v1/reports/R-1/freeze')
    .send({ year: 2026, reason: 'A dispatch of December was recorded in January' });
  expect(second.body).toMatchObject({ version: 2, previousSha256: before.body.frozen.sha256 });
  const after = await world.http(prosecutor).get('/v1/reports/R-1?year=2026&version=1');
  expect(after.text).toBe(before.text.replace(before.body.madeAt, after.body.madeAt));
  expect(after.body.frozen.isIntact).toBe(true);

  const view = await read(prosecutor, 'year=2026&version=2');
  expect(view.differences).toContainEqual({
    table: 'requesting',
    ...{ row: 'Uzbekistan', column: 'Sent', before: '5', after: '6' },
  });
  expect(cell(view, 'requesting', 'TOTAL', 0)?.text).toBe('11');
  expect(cell(view, 'requesting', 'TJK', 0)?.text).toBe('<3');
  // Not even the owner of the database may rewrite it by the way.
  await expect(world.database.pool.query("update report_version set reason = 'x'")).rejects.toThrow(
    /append-only/,
  );
});

test('a tampered version says so', async () => {
  const owner = new pg.Client({ connectionString: world.databaseUrl });
  await owner.connect();
  await owner.query('set session_replication_role = replica');
  const kept = await owner.query('select content from report_version where version = 1');
  await owner.query(
    `update report_version set content = jsonb_set(content, '{tables,0,rows,0,cells,0,value}', '9') where version = 1`,
  );
  expect((await read(prosecutor, 'year=2026&version=1')).frozen?.isIntact).toBe(false);
  await owner.query('update report_version set content = $1 where version = 1', [kept.rows[0].content]);
  expect((await read(prosecutor, 'year=2026&version=1')).frozen?.isIntact).toBe(true);
  await owner.end();
});

test('what is published is read by the other state; two reports are laid side by side', async () => {
  const liaison = await world.token('KAZ', 'LIA');
  expect((await world.http(liaison).get('/v1/reports/R-1?year=2026&state=KGZ')).status).toBe(404);
  expect((await world.http(liaison).get('/v1/reports/R-1?year=2026')).status).toBe(404);
  const { body: list } = await world.http(prosecutor).get('/v1/reports');
  const [second] = list.frozen;
  expect(second.version).toBe(2);
  const own = await world
    .http(officer)
    .post(`/v1/report-versions/${second.id}/publication`)
    .send({ states: ['KAZ'] });
  expect([own.status, own.body.code]).toEqual([403, 'own-work']);
  const sent = await world
    .http(prosecutor)
    .post(`/v1/report-versions/${second.id}/publication`)
    .send({ states: ['KAZ'] });
  expect(sent.body.publishedTo).toEqual(['KAZ']);
  const theirs = await read(liaison, 'year=2026&state=KGZ');
  expect(theirs.frozen).toMatchObject({ version: 2, frozenBy: null });
  expect((await world.http(liaison).get('/v1/reports')).body.items).toEqual([]);

  // Kazakhstan corrects one of its own cases before it freezes.
  await plantCase(world, { rq: 'KGZ', rd: 'KAZ', steps: wayTo('received', '2026-11-02') });
  const other = await world
    .http(await world.token('KAZ', 'PRO'))
    .post('/v1/reports/R-1/freeze')
    .send({ year: 2026 });
  expect(other.status).toBe(201);
  const compared = await world
    .http(await world.token('KAZ', 'CO'))
    .post('/v1/reports/compare')
    .send({ firstId: other.body.id, secondId: second.id });
  expect(compared.status).toBe(200);
  expect(compared.body.items[0]).toMatchObject({
    ...{
      side: 'RD',
      firstColumn: 'Received',
      secondColumn: 'Sent',
      first: '5',
      second: '4',
      verdict: 'DIFFERS',
    },
  });
  const stranger = await world.token('UZB', 'PRO');
  const denied = await world
    .http(stranger)
    .post('/v1/reports/compare')
    .send({ firstId: other.body.id, secondId: second.id });
  expect(denied.status).toBe(404);
});

test('the auditor verifies the chain, finds the freeze in it, and detects a deleted row', async () => {
  const { database, config, clock, services } = world;
  const sealer = createAuditSealer({
    pool: database.pool,
    clock,
    signer: createAuditSigner(services.vault),
    heads: createAuditHeads(config.dataDir),
    logger: createLogger('silent'),
  });
  await sealer.seal();
  const auditor = await world.token('KGZ', 'AUD');
  const sound = await world.http(auditor).post('/v1/audit/verify');
  expect(sound.body).toMatchObject({ sound: true });
  const { body } = await world.http(auditor).get('/v1/audit?type=report.frozen');
  expect(body.items.map(({ data }: { data: { version: number } }) => data.version)).toEqual([2, 1]);
  const owner = new pg.Client({ connectionString: world.databaseUrl });
  await owner.connect();
  await owner.query('set session_replication_role = replica');
  await owner.query(`delete from audit_event where type = 'report.frozen' and (data->>'version')::int = 1`);
  await owner.end();
  const broken = await world.http(auditor).post('/v1/audit/verify');
  expect(broken.body.sound).toBe(false);
  expect(JSON.stringify(broken.body.faults)).toMatch(/missing|deleted|gone/i);
});
