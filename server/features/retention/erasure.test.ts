// A person who stands in every place that holds persons is erased, and nothing of him is found in any of them.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { makePerson } from '../../../tests/support/alert-files.ts';
import { ARMED_ZONE, checkAt } from '../../../tests/support/border.ts';
import { type CaseLab, draftCase, openCaseLab, putFile } from '../../../tests/support/case-lab.ts';
import { runDueJobs } from '../../../tests/support/jobs.ts';
import { agencyId, TEST_SECRET, testUser } from '../../../tests/support/people.ts';
import { filesHolding, placesHolding } from '../../../tests/support/traces.ts';
import { createTestWorld, START, type TestWorld } from '../../../tests/support/world.ts';
import { systemActor } from '../../domain/access/actor.ts';
import { newId } from '../../platform/ids.ts';
import { createVault } from '../../platform/security/vault.ts';
import { photoBody } from '../photos/contract.ts';
import { subjectBody } from '../saved-subjects/contract.ts';

// Two nights, which rest between their steps: on a busy machine for long.
vi.setConfig({ testTimeout: 120_000 });

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

/** Everything by which he could be known: whatever holds one of these holds him. */
const WORDS = ['Тестбеков', 'Testbekov', 'AC1234567', '21502198012345', 'кызыл-маркер', 'red-marker'];
const vault = createVault(TEST_SECRET);
const sealed = (context: string, content: object) =>
  new Uint8Array(vault.encrypt(context, JSON.stringify(content)));
const system = () => systemActor('retention', newId());
const dpo = () => world.actor('KGZ', 'DPO');
const years = (count: number) => new Date(Date.parse(START) + count * 366 * 86_400_000);

/** What people do with a wanted person in a year, and what they write of him. */
async function livedLife(): Promise<{ lab: CaseLab; files: string[] }> {
  const inv = world.actor('KGZ', 'INV');
  const personId = await makePerson(world, inv, {
    ...{ family: 'Тестбеков', given: 'Жениш', birth: '1980-02-15', document: 'AC1234567' },
  });
  await world.services.savedSubjects.save(
    world.actor('KAZ', 'INV'),
    subjectBody.parse({
      ...{ name: 'Testbekov Zhenish', birthDate: '1980-02-15' },
      purpose: { code: 'P1', reference: 'case 3' },
    }),
  );
  const path = join(world.config.dataDir, newId());
  const bytes = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#aa2211' } })
    .jpeg()
    .toBuffer();
  await writeFile(path, bytes);
  const upload = { path, originalName: 'red-marker.jpg', bytes: bytes.length };
  await world.services.photos.addPhoto(inv, personId, upload, photoBody.parse({}));
  const lab = await openCaseLab(world, 'KGZ', 'KAZ', personId);
  await runDueJobs(world);
  const traveller = { mrz: ARMED_ZONE.join('\n'), checkpoint: 'Manas' };
  expect((await checkAt(world, 'KGZ', traveller)).body).toMatchObject({ outcome: 'HIT' });
  const searcher = world.http(await world.token('KGZ', 'INV'));
  const purpose = { code: 'P1', reference: 'test' };
  await searcher.post('/v1/search/persons').send({ name: 'Testbekov', purpose }).expect(200);
  await draftCase(lab);
  await putFile(lab, 'D10');
  await writtenOf(lab);
  const { rows } = await world.database.pool.query<{ sha: string }>(
    `select unnest(array[sha256, thumb_sha256]) as sha from photo union select file_sha256 from warrant`,
  );
  return { lab, files: rows.map(({ sha }) => sha) };
}

/** Words of people in every other table: as rows, because how they came there is not what this is about. */
async function writtenOf({ personId, alertId, caseId, rq }: CaseLab): Promise<void> {
  const { prisma } = world.database;
  const at = world.clock.now();
  const by = testUser(rq, 'CO').id;
  const agency = agencyId('KGZ', 'CENTRAL');
  const said = 'said of кызыл-маркер';
  const other = await makePerson(world, world.actor('KGZ', 'INV'), {
    family: 'Башка',
    given: 'Бирөө',
    birth: '1950-05-05',
  });
  const hit = await prisma.hit.findFirstOrThrow({ where: { personId } });
  await prisma.person.update({ where: { id: personId }, data: { birthPlace: said } });
  await prisma.nationalId.create({
    data: {
      ...{ personId, scheme: 'KGZ_PIN', value: '21502198012345', normValue: '21502198012345' },
      ...{ sourceState: 'KGZ', sourceAgencyId: agency, recordedBy: by },
    },
  });
  await prisma.mark.create({
    data: {
      ...{ personId, kind: 'SCAR', bodyPart: 'FACE', description: said },
      ...{ sourceState: 'KGZ', sourceAgencyId: agency, recordedBy: by },
    },
  });
  await prisma.personMerge.create({
    data: {
      survivorId: personId,
      absorbedId: other,
      status: 'REJECTED',
      reason: said,
      proposedBy: by,
      proposedAt: at,
    },
  });
  await prisma.duplicateDecision.create({
    data: { personAId: personId, personBId: other, same: false, reason: said, decidedBy: by, decidedAt: at },
  });
  await prisma.breakGlass.create({
    data: {
      ...{ actorId: by, agencyId: agency, state: 'KGZ', personId, ownerStates: ['KGZ'], reason: said },
      ...{ openedAt: at, endsAt: at, reviewDueAt: at, reviewedAt: at, reviewedBy: by, reviewNote: said },
    },
  });
  await prisma.nonIdentityPair.create({
    data: {
      ...{
        travellerKey: new Uint8Array(32),
        personId,
        state: 'KGZ',
        hitId: hit.id,
        reason: said,
        facts: 'x',
      },
      ...{ decidedBy: by, decidedAt: at, endsAt: years(20) },
    },
  });
  await prisma.victimOfMisuse.create({
    data: {
      ...{ alertId, details: sealed('victim_of_misuse.details', { said }), code: new Uint8Array(32) },
      ...{ consentOn: at, recordedBy: by, recordedAt: at },
    },
  });
  await prisma.hitStep.create({
    data: {
      ...{ hitId: hit.id, verb: 'note', from: 'OPEN', to: 'OPEN', actorId: by, state: 'KGZ', at },
      note: sealed('hit_step.note', { said }),
    },
  });
  const list = await prisma.passengerList.create({
    data: {
      ...{ agencyId: agency, state: 'KGZ', source: 'API', format: 'CSV', contentHash: new Uint8Array(32) },
      ...{ carrier: 'ZZ', number: '1', flightDate: at, direction: 'ENTRY', dueAt: at, status: 'PURGED' },
      ...{ lineCount: 1, repeatedCount: 0, faults: [], receivedAt: at, createdBy: by },
    },
  });
  await prisma.passengerLine.create({
    data: {
      ...{
        listId: list.id,
        position: 1,
        line: 1,
        lineKey: new Uint8Array(32),
        outcome: 'HIT',
        foundIds: [personId],
      },
      traveller: sealed('passenger_line.traveller', { said }),
    },
  });
  await prisma.caseComment.create({
    data: { caseId, visibleTo: 'RQ', side: 'RQ', authorId: by, text: said, at },
  });
  await prisma.caseDecision.create({
    data: {
      ...{
        caseId,
        kind: 'GRANT',
        decidedBy: said,
        decidedAt: at,
        reasoning: said,
        offences: [],
        recordedBy: by,
      },
    },
  });
  await prisma.caseManifest.create({
    data: {
      ...{
        caseId,
        sha256: 'a'.repeat(64),
        content: said,
        signature: new Uint8Array(64),
        keyId: 'k',
        signedBy: by,
      },
      signedAt: at,
    },
  });
  await prisma.assistanceRequest.create({
    data: {
      ...{ requestNumber: 'MLA-TEST-1', ownerState: 'KGZ', ownerAgencyId: agency, requestedState: 'KAZ' },
      ...{ type: 'SERVICE', state: 'DRAFT', urgency: 'NORMAL', legalBasis: said, subject: said },
      ...{
        confidentiality: 'NORMAL',
        extraditionCaseId: caseId,
        createdBy: by,
        createdAt: at,
        updatedAt: at,
      },
    },
  });
  const assetCase = await prisma.assetCase.create({
    data: {
      ...{
        caseNumber: 'AC-TEST-1',
        ownerState: 'KGZ',
        ownerAgencyId: agency,
        personId,
        title: said,
        note: said,
      },
      ...{ route: 'CRIMINAL', createdBy: by, createdAt: at, updatedAt: at, closedAt: at },
    },
  });
  await prisma.asset.create({
    data: {
      ...{ ownerState: 'KGZ', ownerAgencyId: agency, type: 'REAL_ESTATE', description: said, country: 'KGZ' },
      ...{ identifiers: sealed('asset.identifiers', [{ said }]), registeredOwner: said, state: 'IDENTIFIED' },
      ...{ createdBy: by, createdAt: at, updatedAt: at },
      claims: { create: { assetCaseId: assetCase.id, share: 1 } },
    },
  });
}

/** The end of everything: withdrawn, closed, and ten years gone by. */
async function ended({ alertId, caseId }: CaseLab): Promise<void> {
  const { pool, prisma } = world.database;
  const { version } = await prisma.alert.findUniqueOrThrow({ where: { id: alertId } });
  const words = { reason: 'red-marker was amnestied', withdrawal: 'AMNESTY' } as const;
  await world.services.alerts.takeStep(world.actor('KGZ', 'CO'), alertId, version, 'withdraw', words);
  await runDueJobs(world);
  await pool.query(`update hit set status = 'CLOSED', closed_at = $1`, [world.clock.now()]);
  await pool.query(`update extradition_case set state = 'CLOSED', closed_at = $2 where id = $1`, [
    caseId,
    world.clock.now(),
  ]);
  world.clock.set(years(11));
  await pool.query(`delete from idempotency_key`);
}

it('nothing of an erased person is left in any table or file, and the ledger proves every place', async () => {
  const { lab, files } = await livedLife();
  const before = await placesHolding(world, WORDS);
  // He stood in all of them, or the search for him would prove nothing.
  for (const place of [
    ...['asset.description', 'asset.identifiers', 'asset_case.title', 'assistance_request.subject'],
    ...['person.birth_place', 'person_name.full', 'person_search.names', 'identity_document.number'],
    ...[
      'national_id.value',
      'mark.description',
      'photo.file_name',
      'saved_subject.content',
      'person_merge.reason',
    ],
    ...[
      'duplicate_decision.reason',
      'break_glass.reason',
      'non_identity_pair.reason',
      'victim_of_misuse.details',
    ],
    ...['border_check.query', 'hit.traveller', 'hit.reasons', 'hit_step.note', 'passenger_line.traveller'],
    ...['case_comment.text', 'case_decision.reasoning', 'case_manifest.content'],
  ])
    expect(before, place).toContain(place);
  expect(before.some((place) => /^audit_event_\w+\.sealed_data$/u.test(place))).toBe(true);
  expect(await filesHolding(world, files)).toHaveLength(files.length);

  await ended(lab);
  const { retention } = world.services;
  const tonight = await retention.tonight(dpo());
  const counts = Object.fromEntries(tonight.rules.map(({ rule, count }) => [rule, count]));
  expect(counts).toMatchObject({
    ALERT_ARCHIVED: 1,
    CASE_OVER: 1,
    ASSET_CASE_OVER: 1,
    HIT_OVER: 1,
    CHECK_QUERY: 1,
  });

  const { registryNumber } = await world.database.prisma.person.findUniqueOrThrow({
    where: { id: lab.personId },
  });
  const reason = 'claim for damages 2-118';
  // As read from paper.
  const hold = await retention.hold(dpo(), {
    ...{ subjectType: 'person', number: registryNumber.toLowerCase().replaceAll('-', ' '), reason },
  });
  await expect(
    retention.hold(dpo(), { subjectType: 'case', number: 'KGZ-XXX-1', reason }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await retention.runNight(system(), 60_000);
  expect(await placesHolding(world, WORDS)).toContain('person_name.full');
  expect((await retention.tonight(dpo())).kept).toContainEqual(
    expect.objectContaining({ id: lab.personId, because: 'LEGAL_HOLD' }),
  );
  await retention.release(dpo(), hold.id, hold.version);

  const report = await retention.runNight(system(), 60_000);
  expect(report).toMatchObject({ isUnfinished: false });
  expect(report.done['PERSON_OVER']).toBeGreaterThanOrEqual(1);
  await runDueJobs(world);
  expect(await placesHolding(world, WORDS)).toEqual([]);
  expect(await filesHolding(world, [...WORDS, ...files])).toEqual([]);

  const { items } = await retention.erasures(dpo(), { limit: 50 });
  expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['person', 'case', 'asset-case']));
  for (const one of items) {
    expect(one.provenAt).not.toBeNull();
    for (const place of Object.keys(one.places)) expect(one.proof).toHaveProperty(place);
  }
  const known = await retention.erasures(dpo(), { limit: 50, number: registryNumber.toLowerCase() });
  expect(known.items).toMatchObject([{ kind: 'person', rule: 'PERSON_OVER' }]);
  expect(known.items[0]?.proof).toMatchObject({
    'search-mirror': expect.any(String),
    files: expect.any(String),
    'offline-copies': expect.any(String),
  });
  // The rows stay for the numbers, and nobody sees them.
  expect(await world.database.prisma.alert.findUniqueOrThrow({ where: { id: lab.alertId } })).toMatchObject({
    ...{ status: 'ERASED', withdrawalReason: 'AMNESTY', facts: null, ownerAudience: [] },
  });
  await expect(world.services.alerts.getAlert(dpo(), lab.alertId)).rejects.toMatchObject({
    code: 'not-found',
  });
  const events = await world.database.pool.query(
    `select content->'audience' as audience from domain_event where content->>'type' = 'person.erased'
     and content->'data'->>'personId' = $1`,
    [lab.personId],
  );
  expect(events.rows).toEqual([{ audience: ['s:KGZ'] }]);
});
