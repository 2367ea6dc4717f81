// One person in every place that held him, here and in another installation: found everywhere before his erasure, nowhere after it.
// `ERASURE_PROOF=<file>` writes what is shown in docs/examples/erasure-proof.txt.
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { makePerson } from '../../../tests/support/alert-files.ts';
import { type CaseLab, draftCase, openCaseLab, putFile } from '../../../tests/support/case-lab.ts';
import { hasEngine, openEngine } from '../../../tests/support/meilisearch.ts';
import { settleMirror } from '../../../tests/support/search-adapters.ts';
import { filesHolding, placesHolding } from '../../../tests/support/traces.ts';
import { type Installation, settle, twoInstallations } from '../../../tests/support/two-installations.ts';
import { systemActor } from '../../domain/access/actor.ts';
import { newId } from '../../platform/ids.ts';
import { makeDeviceKey } from '../../platform/security/sealed-file.ts';
import { exportBody } from '../exports/contract.ts';
import { CopyRefused, openCopy } from '../offline/reader.ts';
import { listBody } from '../passenger-lists/contract.ts';
import { photoBody } from '../photos/contract.ts';
import { subjectBody } from '../saved-subjects/contract.ts';
import { readQuestion } from '../search/question.ts';

// Two whole installations; a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 });

let a: Installation;
let b: Installation;
let engine: Awaited<ReturnType<typeof openEngine>> | null = null;
beforeAll(async () => {
  engine = hasEngine ? await openEngine() : null;
  [a, b] = await twoInstallations(engine ? { MEILI_URL: engine.url, MEILI_KEY: engine.key ?? '' } : {});
}, 120_000);
afterAll(async () => {
  for (const one of [a, b]) {
    await one.shut();
    await one.world.close();
  }
  await engine?.stop();
});

const WORDS = ['Тестбеков', 'Testbekov', 'AC1234567', 'blue-marker'];
const DAY = 86_400_000;
const device = makeDeviceKey();
const dpo = () => a.world.actor('KGZ', 'DPO');
const system = () => systemActor('retention', newId());
const officer = () => a.world.actor('KGZ', 'CO', { purpose: { code: 'P6', reference: 'comparison 7' } });

/** All that is to be done is done, the search engine's part as well. */
async function allSettled(): Promise<void> {
  await settle(a, b);
  if (engine) await settleMirror(a.world);
}

/** @returns ids of documents in an index of the engine that hold one of the words */
async function documentsHolding(index: string): Promise<string[]> {
  if (!engine) return [];
  const answer = await fetch(`${engine.url}/indexes/${index}/documents?limit=1000`, {
    headers: { authorization: `Bearer ${engine.key}` },
  });
  const { results } = (await answer.json()) as { results: { id: string }[] };
  const known = WORDS.map((word) => word.toLowerCase());
  return results
    .filter((one) => known.some((word) => JSON.stringify(one).toLowerCase().includes(word)))
    .map(({ id }) => id);
}

/** A copy for a post without a line. */
const copyNow = async () =>
  (await a.world.services.offline.exportFor(officer(), 'Torugart', device.publicPem)).text;
const DOCUMENT = { document: { number: 'AC1234567' } };
function asked(copy: string): string {
  const { names, offline } = a.world.services;
  const now = a.world.clock.now();
  const keys = { devicePrivatePem: device.privatePem, trustedPem: offline.trustedPem };
  try {
    const answer = openCopy(copy, keys, null, names, now).ask(
      readQuestion(DOCUMENT, names.analyse, now).match,
    );
    return answer.refer ? 'refers him' : 'does not know him';
  } catch (error) {
    if (error instanceof CopyRefused) return error.message;
    throw error;
  }
}

interface Traces {
  readonly exportId: string;
  readonly listId: string;
  readonly questionId: string;
  readonly oldCopy: string;
  /** Digests of what was uploaded: the names of the files. */
  readonly files: readonly string[];
}

/** Every place where people and programs come upon him, in their words; – where there is nothing. */
async function states(personId: string, traces: Traces): Promise<Record<string, string>> {
  const { pool } = a.world.database;
  const said = (found: readonly string[]) => found.join(' ') || '–';
  const stored = await readdir(a.world.config.dataDir, { recursive: true });
  const uploads = traces.files.filter((digest) => stored.some((path) => path.includes(digest)));
  const register = await a.world.services.exports.get(officer(), traces.exportId);
  const inRegister = await a.world.services.exports.list(officer(), { limit: 50, personId });
  const lines = await pool.query('select from passenger_line where $1 = any(found_ids)', [personId]);
  const matches = await pool.query('select from subject_match where person_id = $1', [personId]);
  const question = await pool.query('select from saved_subject where id = $1', [traces.questionId]);
  return {
    'database here': said(await placesHolding(a.world, WORDS)),
    'files here': said([
      ...(await filesHolding(a.world, WORDS)),
      ...(uploads.length > 0 ? [`${uploads.length} of photo and warrant`] : []),
    ]),
    ...(engine && {
      'engine, persons': said(await documentsHolding('persons')),
      'engine, cases': said(await documentsHolding('cases')),
    }),
    'export register': said([
      ...inRegister.items.map(({ number, count }) => `in ${number} of ${count}`),
      ...(register.reason || register.purpose.reference ? ['reason and purpose in words'] : []),
    ]),
    'kept question': said([
      ...(question.rowCount ? ['kept'] : []),
      ...(matches.rowCount ? ['finds him'] : []),
    ]),
    'passenger list': lines.rowCount ? 'his line points to him' : '–',
    'copy made now': asked(await copyNow()),
    'copy of that day': asked(traces.oldCopy),
    'database there': said(await placesHolding(b.world, WORDS)),
    'files there': said(await filesHolding(b.world, WORDS)),
  };
}

/** A wanted person as he lives in a registry: looked for, written about, given out. */
async function livedLife(): Promise<{ lab: CaseLab; traces: Traces }> {
  const { services, config, database } = a.world;
  const author = a.world.actor('KGZ', 'INV');
  const personId = await makePerson(a.world, author, { document: 'AC1234567' });
  const path = join(config.dataDir, newId());
  const bytes = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#112233' } })
    .jpeg()
    .toBuffer();
  await writeFile(path, bytes);
  const upload = { path, originalName: 'blue-marker.jpg', bytes: bytes.length };
  await services.photos.addPhoto(author, personId, upload, photoBody.parse({}));
  const { id: questionId } = await services.savedSubjects.save(
    a.world.actor('KGZ', 'INV', { which: 'second' }),
    subjectBody.parse({
      ...{ name: 'Testbekov Zhenish', birthDate: '1980-02-15' },
      purpose: { code: 'P1', reference: 'case 3' },
    }),
  );
  const lab = await openCaseLab(a.world, 'KGZ', 'UZB', personId);
  await draftCase(lab);
  await putFile(lab, 'D10');
  // Only what both sides read is in the engine.
  await database.pool.query('update extradition_case set shared_at = created_at');
  const { id: listId } = await services.passengerLists.create(
    a.world.actor('KGZ', 'BO2'),
    listBody.parse({
      ...{ source: 'API', carrier: 'ZZ', number: '901', date: '2026-11-24' },
      travellers: [
        { family: 'TESTBEKOV', given: 'ZHENISH', documentNumber: 'AC1234567', documentState: 'KGZ' },
      ],
    }),
  );
  await allSettled();
  const { id: exportId } = await services.exports.request(
    officer(),
    exportBody.parse({ format: 'CSV', selection: { personIds: [personId] }, reason: 'all of Тестбеков' }),
  );
  await services.exports.take(officer(), exportId);
  const { rows } = await database.pool.query<{ digest: string }>(
    `select unnest(array[sha256, thumb_sha256]) as digest from photo union select file_sha256 from warrant`,
  );
  const files = rows.map(({ digest }) => digest);
  return { lab, traces: { exportId, listId, questionId, files, oldCopy: await copyNow() } };
}

/** As it is shown in the documentation. */
const told = (title: string, found: Readonly<Record<string, string>>): string[] => [
  title,
  ...Object.entries(found).flatMap(
    ([where, what]) =>
      `${where.padEnd(18)}${what}`
        .match(/.{1,118}(?: |$)/gu)
        ?.map((line, at) => `  ${at > 0 ? ' '.repeat(18) : ''}${line.trimEnd()}`) ?? [],
  ),
];

it('is gone from every place of both installations, and the ledger of the first names each', async () => {
  const { lab, traces } = await livedLife();
  const { personId, alertId, caseId } = lab;
  const before = await states(personId, traces);
  const { pool, prisma } = a.world.database;
  for (const place of ['person_name.full', 'person_search.names', 'photo.file_name', 'export.reason'])
    expect(before['database here']).toContain(place);
  expect(before['database there']).toContain('person_search.names');
  expect(before).toMatchObject({
    'files here': expect.stringContaining('3 of photo and warrant'),
    'export register': expect.stringMatching(/in EXP-KGZ-2026-000001 of 1 reason and purpose/u),
    'kept question': 'kept finds him',
    'passenger list': 'his line points to him',
    'copy made now': 'refers him',
    'copy of that day': 'refers him',
    ...(engine && { 'engine, persons': personId, 'engine, cases': caseId }),
  });

  const { version } = await prisma.alert.findUniqueOrThrow({ where: { id: alertId } });
  const words = { reason: 'blue-marker: mistaken identity', withdrawal: 'ERROR' } as const;
  await a.world.services.alerts.takeStep(a.world.actor('KGZ', 'CO'), alertId, version, 'withdraw', words);
  await allSettled();
  // The other side does not act on him any more; what it still holds goes with him.
  expect(await b.world.database.prisma.alert.count({ where: { id: alertId, status: 'ACTIVE' } })).toBe(0);
  // His case ended long ago, and the flight has landed.
  await pool.query(`update extradition_case set state = 'CLOSED', closed_at = $2 where id = $1`, [
    caseId,
    new Date(a.world.clock.now().getTime() - 11 * 366 * DAY),
  ]);

  await pool.query(`update hit set status = 'CLOSED', closed_at = $1`, [a.world.clock.now()]);

  // The other one cannot be reached that night: the erasure is done, and not yet proved.
  for (const { world } of [a, b]) world.clock.advance(40 * DAY);
  await a.world.services.listScreening.purge();
  await pool.query('delete from idempotency_key');
  await b.world.database.pool.query('delete from idempotency_key');
  await b.shut();
  const { retention } = a.world.services;
  await retention.runNight(system(), 60_000);
  await settle(a);
  if (engine) await settleMirror(a.world);
  const ledger = async () => (await retention.erasures(dpo(), { limit: 50 })).items;
  const entryOf = async (kind: string) => (await ledger()).find((one) => one.kind === kind);
  expect(await entryOf('person')).toMatchObject({ rule: 'PERSON_CLEARED', provenAt: null });
  await b.open();
  for (const { world } of [a, b]) world.clock.advance(DAY);
  await a.world.services.channel.send(a.peerId);
  await allSettled();
  await retention.prove(system());

  // What was asked and written stands in the log, sealed, for twelve months; its key ends then.
  const found = await states(personId, traces);
  expect(found['database here']).toMatch(/^(audit_event\w*\.sealed_data ?)+$/u);
  a.world.clock.advance(366 * DAY);
  await retention.runNight(system(), 60_000);
  const after = await states(personId, traces);
  expect(after).toEqual(
    Object.fromEntries(
      Object.keys(before).map((where) => [
        where,
        { 'copy made now': 'does not know him', 'copy of that day': 'the copy is older than 48 hours' }[
          where
        ] ?? '–',
      ]),
    ),
  );
  // Who asked, when, and for how many stays in the register.
  expect(await a.world.services.exports.get(officer(), traces.exportId)).toMatchObject({
    ...{ number: 'EXP-KGZ-2026-000001', count: 1, reason: '' },
    downloads: [{ persons: 1 }],
  });
  const [person, ofCase] = [await entryOf('person'), await entryOf('case')];
  for (const one of [person, ofCase]) {
    expect(one?.provenAt).not.toBeNull();
    for (const place of [...Object.keys(one?.places ?? {}), 'search-mirror'])
      expect(one?.proof).toHaveProperty(place);
  }
  for (const place of [
    'files',
    'offline-copies',
    'export-registers',
    'export-reasons',
    'other-installations',
  ])
    expect(person?.proof).toHaveProperty(place);

  const target = process.env['ERASURE_PROOF'];
  if (!target) return;
  const lines = [
    ...told('before', before),
    ...told('after the night, and a year later', after),
    ...[person, ofCase].flatMap((one) => [
      `ledger: ${one?.kind}, ${one?.rule}, erased at ${one?.at}, proved at ${one?.provenAt}`,
      ...Object.entries(one?.proof ?? {})
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(
          ([place, at]) =>
            `  ${place.padEnd(22)}rows ${String(one?.places[place] ?? 0).padEnd(4)}looked into at ${at}`,
        ),
    ]),
  ];
  await writeFile(target, `${lines.join('\n')}\n`);
});
