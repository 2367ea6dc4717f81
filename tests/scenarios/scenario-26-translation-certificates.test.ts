// Scenario 26: given REQUEST_SIGNED with an uncertified translation, when "send" is pressed, then 409 with the missing
// document code; after adding it the file hash is frozen.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../server/domain/access/actor.ts';
import { newCaseFile } from '../../server/features/case-files/contract.ts';
import type { CaseFileService } from '../../server/features/case-files/service.ts';
import { pdfBytes, plantCase, uploaded } from '../support/case-files.ts';
import { problemOf } from '../support/problems.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
let files: CaseFileService;
let officer: Actor;
let prosecutor: Actor;
beforeAll(async () => {
  world = await createTestWorld();
  files = world.services.caseFiles;
  officer = world.actor('KGZ', 'CO');
  prosecutor = world.actor('KGZ', 'PRO');
});
afterAll(() => world.close());

test('an uncertified translation stops the request by the code of its document; once certified and signed, what is sent is frozen', async () => {
  const caseId = await plantCase(world, { state: 'REQUEST_SIGNED' });
  const add = async (fields: object, words: string) =>
    files.addFile(
      officer,
      caseId,
      await uploaded(world, pdfBytes(words)),
      newCaseFile.parse({ code: 'D11', language: 'ru', shared: 'true', ...fields }),
    );
  const original = await add({}, 'warrant');
  const before = await files.sign(prosecutor, caseId);
  const translation = await add({ language: 'kk', translationOf: original.id }, 'warrant in Kazakh');

  // The facts by which the procedure refuses to send, and the codes that it names.
  const facts = await files.factsOf(world.database.prisma, caseId);
  expect(facts.manifest.signed).toBe(before.sha256);
  expect(facts.manifest.current).not.toBe(before.sha256);
  expect(facts.documents.filter((held) => !held.translationsCertified).map(({ code }) => code)).toEqual([
    'D11',
    'D20',
  ]);
  expect(await problemOf(files.sign(prosecutor, caseId))).toBe(
    'conflict /documents/D11:translation-not-certified, /documents/D20:translation-not-certified',
  );
  const token = await world.token('KGZ', 'PRO');
  const refused = await world.http(token).post(`/v1/cases/${caseId}/manifest/signatures`);
  expect([refused.status, refused.body.errors[0].at]).toEqual([409, '/documents/D11']);

  const place = { caseId, fileId: translation.id, no: 1 };
  await files.certify(officer, place, { certifiedBy: 'DEMO notary', certifiedOn: '2026-11-20' });
  const signed = await files.sign(prosecutor, caseId);
  const after = await files.factsOf(world.database.prisma, caseId);
  expect(after.manifest).toEqual({ signed: signed.sha256, current: signed.sha256 });

  await world.database.prisma.extraditionCase.update({
    where: { id: caseId },
    data: { state: 'REQUEST_SENT' },
  });
  const version = files.addVersion(officer, caseId, original.id, await uploaded(world, pdfBytes('other')));
  expect(await problemOf(version)).toBe('conflict /code:file-is-sent');
  expect(await problemOf(add({ code: 'D16' }, 'facts'))).toBe('conflict /code:file-is-sent');
  expect(await problemOf(files.sign(prosecutor, caseId))).toBe('conflict /:file-is-sent');
  expect((await files.factsOf(world.database.prisma, caseId)).manifest.current).toBe(signed.sha256);
  // A supplement is a document of its own and changes nothing that was signed.
  expect(await problemOf(add({ code: 'D26' }, 'supplement'))).toBe('done');
  expect((await files.factsOf(world.database.prisma, caseId)).manifest.current).toBe(signed.sha256);
});
