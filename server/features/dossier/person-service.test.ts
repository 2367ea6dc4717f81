// The dossier of a person: for who works on cases, with what he may see and nothing else, and never without a trace.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePerson } from '../../../tests/support/alert-files.ts';
import { draftCase, openCaseLab } from '../../../tests/support/case-lab.ts';
import { problemOf } from '../../../tests/support/problems.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import { type Actor, LOCALES } from '../../domain/access/actor.ts';
import { newId } from '../../platform/ids.ts';
import { photoBody } from '../photos/contract.ts';
import type { PersonDossierFacts, PrintedAlert } from './person-layout.ts';
import { layOutPerson } from './person-layout.ts';

let world: TestWorld;
let wanted: string;
let unpublished: string;
beforeAll(async () => {
  world = await createTestWorld();
  const author = world.actor('KGZ', 'INV');
  wanted = await makePerson(world, author, { document: 'AC1234567' });
  const path = join(world.config.dataDir, newId());
  const bytes = await sharp({ create: { width: 300, height: 400, channels: 3, background: '#8899aa' } })
    .jpeg()
    .toBuffer();
  await writeFile(path, bytes);
  const upload = { path, originalName: 'face.jpg', bytes: bytes.length };
  await world.services.photos.addPhoto(author, wanted, upload, photoBody.parse({}));
  await draftCase(await openCaseLab(world, 'KGZ', 'KAZ', wanted));
  unpublished = await makePerson(world, author, { family: 'Башкаев', birth: '1971-01-01' });
});
afterAll(() => world.close());

const purpose = { code: 'P3', reference: 'test case' } as const;
const reader = (state: 'KGZ' | 'KAZ' | 'UZB', role: 'PRO' | 'CO' | 'INV' | 'LIA' | 'DPO') =>
  world.actor(state, role, { purpose });
const print = (actor: Actor, personId: string, language: (typeof LOCALES)[number] = 'ru') =>
  world.services.personDossier.printPerson(actor, personId, { language });

test('is a file in every language, with the trace and the disclosure written first', async () => {
  const folder = process.env['SCREENSHOTS'];
  for (const language of LOCALES) {
    const { content, fileName } = await print(reader('KAZ', 'PRO'), wanted, language);
    const bytes = await buffer(content as NodeJS.ReadableStream);
    expect(bytes.toString('latin1')).toContain(`/Lang (${language})`);
    expect(fileName).toMatch(new RegExp(`^KG-\\d{4}-\\d{6}-\\d-${language}\\.pdf$`));
    if (!folder) continue;
    await mkdir(folder, { recursive: true });
    await writeFile(`${folder}/R-10-${language}.pdf`, bytes);
  }
  const { prisma } = world.database;
  const traces = { where: { type: 'person.printed', subjectId: wanted, state: 'KAZ' } };
  expect(await prisma.auditEvent.count(traces)).toBe(LOCALES.length);
  expect(
    await prisma.disclosure.count({ where: { personId: wanted, via: 'FILE', recipientState: 'KAZ' } }),
  ).toBe(LOCALES.length);
});

test('does not exist for who sees no person or prints none', async () => {
  expect(await problemOf(print(reader('KGZ', 'INV'), unpublished))).toBe('done');
  expect(await problemOf(print(reader('UZB', 'PRO'), unpublished))).toBe('not-found');
  for (const role of ['LIA', 'DPO'] as const)
    expect(await problemOf(print(reader('KGZ', role), wanted))).toBe('not-found');
  const http = world.http(await world.token('KGZ', 'PRO'));
  expect((await http.get(`/v1/persons/${wanted}/dossier`)).status).toBe(422);
  const address = `/v1/persons/${wanted}/dossier?language=kk`;
  const answer = await http.get(address).set('Purpose', 'P3 test').buffer(true);
  expect([answer.status, answer.type]).toEqual([200, 'application/pdf']);
});

const alert = (change: Partial<PrintedAlert> = {}): PrintedAlert => ({
  ...{ alertNumber: 'KGZ-2026-000001-7', type: 'ARREST_PROSECUTION', status: 'ACTIVE' },
  ...{
    ownerName: 'Kyrgyzstan',
    ownerAgency: 'DEMO agency',
    validFrom: '2026-01-01',
    expiresOn: '2027-01-01',
  },
  ...{ actionsOnHit: ['A1'], dangerFlags: [], reasonSummary: { ru: 'DEMO причина' }, contact24x7: null },
  ...{ offences: [], warrants: [], caveats: ['ORIGINATOR_CONSENT'] },
  ...change,
});

const facts = (change: Partial<PersonDossierFacts> = {}): PersonDossierFacts => ({
  ...{ locale: 'en', demo: false, identity: 'CONFIRMED', recordedBy: 'Kyrgyzstan', cases: [] },
  person: {
    ...{ registryNumber: 'KG-2026-000001-0', name: 'Testov Test', otherNames: [], births: ['1980-02-??'] },
    ...{ birthPlace: null, sex: 'M', nationalities: [], identityPapers: [], nationalIds: [], marks: [] },
    photo: null,
  },
  ...{ alerts: [alert()], author: 'Kyrgyzstan', viewer: 'x', printedAt: new Date(0), printedAtText: 'now' },
  ...change,
});

test.each(LOCALES)('has every word in %s, and says that paper is no proof', (locale) => {
  const document = layOutPerson(facts({ locale }));
  expect(JSON.stringify(document)).not.toMatch(/\{\w+\}/);
  expect(document.cover.warnings).toHaveLength(1);
  expect(document.sections).toHaveLength(3);
});

test('what must be known before anything else stands first; a reason in another language is better than none', () => {
  const { cover, sections } = layOutPerson(
    facts({
      identity: 'STOLEN_IDENTITY_VICTIM_KNOWN',
      demo: true,
      alerts: [alert({ status: 'WITHDRAWN', dangerFlags: [] })],
    }),
  );
  expect(cover.warnings[1]).toMatch(/rightful holder is innocent/);
  const rows = sections[1]?.blocks.flatMap((block) => (block.kind === 'facts' ? block.rows : [])) ?? [];
  const value = (label: string) => rows.find((row) => row.label === label)?.value;
  expect(value('Status')).toBe('Withdrawn');
  expect(value('Reason')).toBe('DEMO причина');
  expect(value('Danger')).toBe('none known');
  expect(value('What to do')).toBe('A1: detain and call the second line');
  expect(value('Restrictions of use')).toBe('with the consent of the originator');
});
