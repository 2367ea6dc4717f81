// Consent, custody, lateness, rights, use: a small world with known answers, as it stood when its year ended.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantCase, wayTo } from '../../../tests/support/planted-cases.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import type { Role } from '../../domain/access/role.ts';
import type { Material } from '../../domain/reports/tables.ts';
import { newId } from '../../platform/ids.ts';
import { type ReportView, reportQuery } from './contract.ts';
import { createMaterial } from './material.ts';

let world: TestWorld;
let material: Material;

const bytes = new Uint8Array(8);
const at = (day: string) => new Date(`${day}T08:00:00Z`);

async function plantCustody(caseId: string, ...records: [day: string, to: string][]): Promise<void> {
  await world.database.prisma.custodyRecord.createMany({
    data: records.map(([day, to], index) => ({
      ...{ caseId, from: records[index - 1]?.[1] ?? 'AT_LARGE', to, at: at(day), actedBy: 'x', side: 'RD' },
      recordedAt: at(day),
    })),
  });
}

const plantClock = (caseId: string, due: string, stopped: string | null) =>
  world.database.prisma.caseDeadline.create({
    data: {
      ...{ caseId, key: 'REVIEW', type: 'HARD', scope: 'PROCEDURE', visibleTo: 'RD', rule: {}, warned: [] },
      ...{ profileCode: 'MINSK_1993', profileVersion: 1, zone: 'Asia/Bishkek', basis: 'x' },
      ...{ startedAt: at('2026-01-01'), dueAt: at(due), status: stopped === null ? 'RUNNING' : 'STOPPED' },
      stoppedAt: stopped === null ? null : at(stopped),
    },
  });

const plantRequest = (type: string, received: string, answered: string | null, due = '2027-06-01') =>
  world.database.prisma.subjectRequest.create({
    data: {
      ...{ requestNumber: newId(), type, status: answered ? 'CLOSED' : 'SENT_TO_OWNER', locale: 'ru' },
      ...{ receivedState: 'KAZ', receivedAgencyId: newId(), ownerState: 'KGZ', content: bytes },
      ...{ receivedAt: at(received), dueAt: at(due), sentAt: at(received), createdBy: newId() },
      releaseAt: answered === null ? null : at(answered),
    },
  });

beforeAll(async () => {
  world = await createTestWorld();
  world.clock.set('2027-01-20T06:00:00Z');
  const consent = wayTo('surrendered', '2026-02-05');
  const agreed = [...consent.slice(0, 3), ['2026-03-10', 'CONSENT_TRACK'], ...consent.slice(3)];
  const first = await plantCase(world, { rq: 'KAZ', rd: 'KGZ', steps: agreed as typeof consent });
  const second = await plantCase(world, { rq: 'KAZ', rd: 'KGZ', steps: consent });
  await plantCase(world, { rq: 'UZB', rd: 'KGZ', steps: consent });
  await plantCustody(first, ['2026-03-01', 'PROV_CUSTODY'], ['2026-03-10', 'HANDED_OVER']);
  await plantCustody(second, ['2026-12-30', 'PROV_CUSTODY'], ['2027-01-10', 'RELEASED']);
  await plantClock(first, '2026-05-10', '2026-05-10');
  await plantClock(first, '2026-05-10', '2026-05-14');
  await plantClock(second, '2026-05-10', '2026-05-20');
  // Stopped when the year was over: at its end it was overdue.
  await plantClock(second, '2026-12-20', '2027-01-05');
  await plantClock(second, '2025-11-20', null);
  await plantRequest('ACCESS', '2026-04-01', '2026-04-21');
  await plantRequest('ACCESS', '2026-05-01', '2026-07-10', '2026-06-01');
  // An answer that leaves next year is none yet, whatever was decided.
  await plantRequest('ACCESS', '2026-12-20', '2027-01-09');
  await plantRequest('COMPLAINT', '2026-06-01', null);
  await world.database.prisma.correctionProposal.create({
    data: {
      ...{ personId: newId(), ownerState: 'KGZ', proposerState: 'KAZ', proposerAgencyId: newId() },
      ...{ proposedBy: newId(), proposedAt: at('2026-08-01'), part: 'names', content: bytes },
      ...{ status: 'ACCEPTED', decidedAt: at('2026-08-04') },
    },
  });
  for (const [rule, provenAt] of [
    ['PERSON_OVER', at('2026-09-02')],
    ['SUBJECT_REQUEST', null],
  ] as const)
    await world.database.prisma.erasure.create({
      data: {
        ...{ at: at('2026-09-01'), kind: 'person', rule, state: 'KGZ', places: {}, provenAt },
        ...{ subjectKey: bytes, numberKey: bytes },
      },
    });
  material = await createMaterial(
    world.database.pool,
    async () => undefined,
  )({
    ...{ code: 'R-1', period: { year: 2026, quarter: null }, state: 'KGZ', agencyId: null },
    ...{ now: world.clock.now(), members: ['KGZ', 'KAZ', 'UZB'], earlier: [] },
  });
});
afterAll(() => world.close());

const sum = (family: string, group: string, state = 'KGZ') =>
  material.facts.reduce(
    (all, fact) =>
      fact.family === family && fact.group === group && fact.rd === state ? all + fact.count : all,
    0,
  );

test('consent: its share of the final grants, by the state that asks', () => {
  const share = (row: string) => material.measure('surrenders', row, 'consent-share');
  expect([share('KAZ'), share('UZB'), share('TJK')]).toEqual([0.5, 0, null]);
  expect(share('TOTAL')).toBeCloseTo(1 / 3);
});

test('custody: days of those that ended in the period; who is still held is open', () => {
  expect([sum('closed', 'CUSTODY'), sum('open', 'CUSTODY')]).toEqual([1, 1]);
  expect(material.measure('stages-requested', 'CUSTODY', 'median')).toBe(10);
  expect(material.measure('stages-requesting', 'CUSTODY', 'median')).toBeNull();
});

test('clocks: kept, late, overdue at the end of the period, and those that were overdue before it began', () => {
  const families = ['clock-met', 'clock-late', 'clock-overdue', 'clock-standing'];
  expect(families.map((family) => sum(family, 'REVIEW'))).toEqual([1, 2, 1, 2]);
  // Of the requested side alone: to the other it is nothing.
  expect(families.map((family) => sum(family, 'REVIEW', 'KAZ'))).toEqual([0, 0, 0, 0]);
  expect(material.measure('clocks', 'REVIEW', 'late-days')).toBe(7);
});

test('rights: what came in, what was answered in time and late, what waits, and how long answers took', () => {
  const of = (group: string) =>
    ['right-asked', 'right-answered', 'right-late', 'right-open'].map((family) => sum(family, group));
  expect(of('ACCESS')).toEqual([3, 2, 1, 1]);
  expect(of('COMPLAINT')).toEqual([1, 0, 0, 1]);
  expect(of('PROPOSAL')).toEqual([1, 1, 0, 0]);
  expect(material.measure('rights', 'ACCESS', 'answer-median')).toBe(45);
  expect(material.measure('rights', 'TOTAL', 'answer-p90')).toBe(70);
  expect(material.measure('rights', 'COMPLAINT', 'answer-median')).toBeNull();
  expect(['erased', 'erased-on-request', 'erased-proved'].map((family) => sum(family, 'person'))).toEqual([
    ...[2, 1, 1],
  ]);
});

test('use: accounts, those who worked, those who searched, and what auditors look at; sums of a day change nothing', async () => {
  const officer = world.actor('KGZ', 'INV');
  const say = (role: Role, type: string) =>
    world.database.pool.query(
      `insert into audit_event (at, type, outcome, actor_id, actor_kind, agency_id, state, data)
       values ('2026-10-05T08:00:00Z', $1, 'SUCCESS', $2, 'user', $3, 'KGZ', '{}')`,
      [type, world.actor('KGZ', role).id, officer.agencyId],
    );
  for (const type of ['search.persons', 'search.persons', 'search.persons', 'person.viewed'])
    await say('INV', type);
  await say('CO', 'case.viewed');
  await world.database.prisma.flaggedSearch.create({
    data: {
      ...{ at: at('2026-10-05'), actorId: officer.id, agencyId: officer.agencyId ?? '', kind: 'SELF' },
      ...{ userId: officer.id, requestId: newId() },
    },
  });
  await world.database.prisma.breakGlass.create({
    data: {
      ...{ actorId: officer.id, agencyId: officer.agencyId ?? '', state: 'KGZ', personId: newId() },
      ...{ ownerStates: ['KGZ'], reason: 'x', openedAt: at('2026-10-05'), endsAt: at('2026-10-05') },
      ...{ reviewDueAt: at('2026-10-08'), reviewedAt: at('2026-10-12'), justified: false },
    },
  });
  const read = async () => {
    const query = reportQuery.parse({ year: 2026, language: 'en' });
    const view = (await world.services.reports.show(world.actor('KGZ', 'AUD'), 'R-9', query)) as ReportView;
    const row = (table: string, key: string) =>
      view.tables
        .find(({ id }) => id === table)
        ?.rows.find((one) => one.key === key)
        ?.cells.map(({ value }) => value);
    return {
      users: { INV: row('users', 'INV')?.slice(1), CO: row('users', 'CO')?.slice(1) },
      findings: ['flagged.SELF', 'flagged.COLLEAGUE', 'break-glass.unjustified', 'break-glass.late'].map(
        (key) => row('findings', key)?.[0],
      ),
    };
  };
  const live = await read();
  expect(live).toEqual({ users: { INV: [1, 1, 3, 3], CO: [1, 0, 0, null] }, findings: [1, 0, 1, 1] });
  for (let left = 31; left === 31; ) left = await world.services.reports.closeDays(31);
  expect(await read()).toEqual(live);
});
