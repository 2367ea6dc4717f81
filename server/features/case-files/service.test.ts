// Files of a case: kept as they were, seen by their side, signed over as they stand.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import yauzl from 'yauzl';
import { pdfBytes, plantCase, uploaded } from '../../../tests/support/case-files.ts';
import { problemOf } from '../../../tests/support/problems.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { newCaseFile } from './contract.ts';
import type { CaseFileService } from './service.ts';

let world: TestWorld;
let files: CaseFileService;
let officer: Actor;
let prosecutor: Actor;
let kazakh: Actor;
let caseId: string;
beforeAll(async () => {
  world = await createTestWorld();
  files = world.services.caseFiles;
  officer = world.actor('KGZ', 'CO');
  prosecutor = world.actor('KGZ', 'PRO');
  kazakh = world.actor('KAZ', 'CO');
});
afterAll(() => world.close());
beforeEach(async () => {
  caseId = await plantCase(world, { shared: true });
});

const add = async (fields: object = {}, words = 'one', actor = officer) =>
  files.addFile(
    actor,
    caseId,
    await uploaded(world, pdfBytes(words)),
    newCaseFile.parse({ code: 'D10', language: 'ru', shared: 'true', ...fields }),
  );
const ids = async (actor: Actor) => (await files.list(actor, caseId)).items.map(({ id }) => id);

describe('a file', () => {
  test('keeps every version, and the table refuses to change one', async () => {
    const file = await add();
    const second = await files.addVersion(officer, caseId, file.id, await uploaded(world, pdfBytes('two')));
    expect(second.versions.map(({ no, fileName, scan }) => [no, fileName, scan])).toEqual([
      [1, 'документ.pdf', 'NOT_SCANNED'],
      [2, 'документ.pdf', 'NOT_SCANNED'],
    ]);
    for (const [no, words] of [
      [1, 'one'],
      [2, 'two'],
    ] as const) {
      const { content } = await files.download(officer, { caseId, fileId: file.id, no });
      expect(await buffer(content as NodeJS.ReadableStream)).toEqual(pdfBytes(words));
    }
    const change = world.database.prisma.caseFileVersion.updateMany({
      where: { fileId: file.id },
      data: { fileName: 'other' },
    });
    await expect(change).rejects.toThrow(/never changes/);
  });

  test('is seen by both sides when it is shared, else by its own; by nobody else', async () => {
    const shared = await add();
    const own = await add({ shared: 'false', code: 'D11' });
    expect(await ids(kazakh)).toEqual([shared.id]);
    expect(await ids(officer)).toEqual([shared.id, own.id]);
    const place = { caseId, fileId: own.id, no: 1 };
    expect(await problemOf(files.download(kazakh, place))).toBe('not-found');
    for (const stranger of [
      world.actor('UZB', 'PRO'),
      world.actor('KAZ', 'INV'),
      world.actor('KGZ', 'INV', { which: 'other' }),
    ])
      expect(await problemOf(files.list(stranger, caseId))).toBe('not-found');
    await files.share(officer, caseId, own.id);
    expect(await problemOf(files.download(kazakh, place))).toBe('done');
    expect(await ids(world.actor('KAZ', 'LIA'))).toHaveLength(2);
    const looks = await world.database.prisma.auditEvent.count({
      where: { type: 'case-file.downloaded', subjectId: caseId },
    });
    expect(looks).toBe(1);
  });

  test('of a case that is not shared exists for its own side alone', async () => {
    caseId = await plantCase(world);
    await add();
    expect(await problemOf(files.list(kazakh, caseId))).toBe('not-found');
  });

  test('belongs to the side that makes it', async () => {
    expect(await problemOf(add({}, 'x', kazakh))).toBe('validation-failed /code:document-of-other-side');
    const receipt = await add({ code: 'D24' }, 'receipt', kazakh);
    expect(receipt.side).toBe('RD');
    expect(
      await problemOf(
        files.certify(
          officer,
          { caseId, fileId: receipt.id, no: 1 },
          { certifiedBy: 'x', certifiedOn: '2026-01-01' },
        ),
      ),
    ).toBe('forbidden');
  });

  test('that is none is refused, and the attempt is kept', async () => {
    const page = await uploaded(world, Buffer.from('<html></html>'), 'запрос.pdf');
    const body = newCaseFile.parse({ code: 'D10', language: 'ru' });
    expect(await problemOf(files.addFile(officer, caseId, page, body))).toBe(
      'unreadable-file /file:NOT_A_DOCUMENT',
    );
    const trace = await world.database.prisma.auditEvent.findFirst({
      where: { type: 'case-file.refused', subjectId: caseId },
    });
    expect(trace?.data).toEqual({ reason: 'NOT_A_DOCUMENT' });
  });

  test('of the own side counts for its procedure without being shown; a request counts when it is shared', async () => {
    await add({ code: 'D34', shared: 'false' }, 'impediment', kazakh);
    await add({ shared: 'false' });
    const { documents, manifest } = await files.factsOf(world.database.prisma, caseId);
    expect(documents.map(({ code }) => code)).toEqual(['D34']);
    expect(manifest.current).toBeNull();
    expect((await files.list(officer, caseId)).items.map(({ code }) => code)).toEqual(['D10']);
  });

  test('restricted stays with the authorities', async () => {
    const file = await add({ sensitivity: 'RESTRICTED' });
    expect(await ids(kazakh)).toEqual([file.id]);
    expect(await ids(world.actor('KGZ', 'INV'))).toEqual([]);
    expect(await ids(world.actor('KAZ', 'LIA'))).toEqual([]);
  });
});

describe('a translation', () => {
  test('names its original, in another language, under its code', async () => {
    const original = await add();
    const of = (fields: object) => add({ translationOf: original.id, language: 'kk', ...fields }, 'kk');
    expect(await problemOf(of({ language: 'ru' }))).toBe('validation-failed /language:language-of-original');
    expect(await problemOf(of({ code: 'D11' }))).toBe('validation-failed /code:code-of-original');
    const translation = await of({});
    expect(await problemOf(of({ translationOf: translation.id }))).toBe(
      'validation-failed /translationOf:unknown-original',
    );
    const facts = await files.factsOf(world.database.prisma, caseId);
    expect(facts.documents).toEqual([
      { code: 'D10', present: true, translationsCertified: false, languages: ['ru'] },
      { code: 'D20', present: true, translationsCertified: false, languages: ['kk'] },
    ]);
    const certificate = { certifiedBy: 'DEMO notary', certifiedOn: '2026-11-01' };
    const place = { caseId, fileId: translation.id, no: 1 };
    await files.certify(officer, place, certificate);
    expect(await problemOf(files.certify(officer, place, certificate))).toBe(
      'conflict /certifiedBy:certificate-is-fixed',
    );
    expect((await files.factsOf(world.database.prisma, caseId)).documents[0]).toMatchObject({
      translationsCertified: true,
      languages: ['ru', 'kk'],
    });
  });
});

describe('a signature', () => {
  test('is over the file as it stands, holds elsewhere, and a later change needs a new one', async () => {
    expect(await problemOf(files.sign(prosecutor, caseId))).toBe('conflict /:nothing-to-sign');
    await add();
    const signed = await files.sign(prosecutor, caseId);
    expect(signed.isSigned).toBe(true);
    const hash = createHash('sha256')
      .update(signed.content ?? '')
      .digest();
    expect(signed.sha256).toBe(hash.toString('hex'));
    const value = Buffer.from(signed.signature?.value ?? '', 'base64');
    expect(verify(null, hash, createPublicKey(signed.publicKey), value)).toBe(true);
    await add({ code: 'D16' }, 'facts');
    const stale = await files.viewManifest(officer, caseId);
    expect(stale.isSigned).toBe(false);
    expect(stale.signature?.sha256).toBe(signed.sha256);
    expect((await files.sign(prosecutor, caseId)).isSigned).toBe(true);
    expect(await problemOf(files.sign(kazakh, caseId))).toBe('forbidden');
    await expect(
      world.database.prisma.caseManifest.updateMany({ where: { caseId }, data: { content: '{}' } }),
    ).rejects.toThrow(/never changes/);
  });

  test('goes out with exactly the originals that it covers', async () => {
    await add({}, 'first');
    expect(await problemOf(files.originals(officer, caseId))).toBe('conflict /:not-signed');
    await add({ code: 'D24', shared: 'true' }, 'receipt', kazakh);
    const { content } = await files.sign(prosecutor, caseId);
    await add({ code: 'D16' }, 'later');
    const archive = await files.originals(kazakh, caseId);
    const zip = await yauzl.fromBufferPromise(await buffer(archive.content as NodeJS.ReadableStream));
    const found = new Map<string, Buffer>();
    for await (const entry of zip.eachEntry())
      found.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
    expect([...found.keys()].sort()).toEqual([
      'D10/01-документ.pdf',
      'manifest.json',
      'manifest.sig',
      'public-key.pem',
    ]);
    expect(found.get('manifest.json')?.toString()).toBe(content);
    expect(found.get('D10/01-документ.pdf')).toEqual(pdfBytes('first'));
  });
});

describe('through the API', () => {
  test('a file is uploaded, certified, signed by a prosecutor alone, printed and downloaded', async () => {
    const token = await world.token('KGZ', 'CO');
    const base = `/v1/cases/${caseId}`;
    const added = await world
      .http(token)
      .post(`${base}/files`)
      .field('code', 'D10')
      .field('language', 'ru')
      .field('shared', 'true')
      .attach('file', pdfBytes('api'), 'Запрос № 1.pdf');
    expect([added.status, added.body.versions?.[0]?.fileName]).toEqual([201, 'Запрос № 1.pdf']);
    expect((await world.http(token).post(`${base}/manifest/signatures`)).status).toBe(403);
    const signed = await world.http(await world.token('KGZ', 'PRO')).post(`${base}/manifest/signatures`);
    expect([signed.status, signed.body.isSigned]).toEqual([201, true]);
    const look = (path: string) =>
      world.http(token).get(`${base}/${path}`).set('Purpose', 'P3 test').buffer(true);
    expect((await world.http(token).get(`${base}/files`)).body.code).toBe('purpose-required');
    const bytes = await look(`files/${added.body.id}/versions/1/content`);
    expect([bytes.status, bytes.type]).toEqual([200, 'application/pdf']);
    const dossier = await look('dossier?language=kk');
    expect([dossier.status, dossier.type]).toEqual([200, 'application/pdf']);
    const zip = await look('originals');
    expect([zip.status, zip.type]).toEqual([200, 'application/zip']);
    const first = await world
      .http(await world.token('KGZ', 'BO1'))
      .get(`${base}/files`)
      .set('Purpose', 'P2 x');
    expect(first.status).toBe(403);
  });
});
