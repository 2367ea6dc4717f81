// Scenario 26: given REQUEST_SIGNED with an uncertified translation, when "send" is pressed, then 409 with the missing
// document code; after adding it the file hash is frozen.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newCaseFile } from '../../server/features/case-files/contract.ts';
import { pdfBytes, uploaded } from '../support/case-files.ts';
import { type CaseLab, draftCase, openCaseLab, putFile, REQUEST_PAPERS, sign } from '../support/case-lab.ts';
import { problemOf } from '../support/problems.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
let lab: CaseLab;
beforeAll(async () => {
  world = await createTestWorld();
  lab = await openCaseLab(world, 'KGZ', 'KAZ');
  await draftCase(lab);
  await lab.step('RQ', 'prepare-file-without-arrest', {}, 'CO');
  await lab.papers(...REQUEST_PAPERS);
  await sign(lab);
  await lab.step('RQ', 'sign-request');
  await lab.papers('D23');
});
afterAll(() => world.close());

test('an uncertified translation stops the sending by the code of its document; once certified and signed, what is sent is frozen', async () => {
  const { caseFiles } = world.services;
  const officer = lab.actor('RQ', 'CO');
  const warrant = (await caseFiles.list(officer, lab.caseId)).items.find(({ code }) => code === 'D11');
  if (!warrant) throw new Error('no warrant');
  const translation = await putFile(lab, 'D11', {
    language: 'kk',
    translationOfId: warrant.id,
    certifiedBy: null,
  });

  // "Send" is pressed: over HTTP, as the screen does it.
  const http = world.http(await world.token('KGZ', 'PRO'));
  const send = async () => {
    const { version } = await lab.view('RQ');
    return http
      .post(`/v1/cases/${lab.caseId}/transitions`)
      .set('If-Match', `"v${version}"`)
      .send({ verb: 'send-request', channel: 'PROSECUTOR_GENERAL' });
  };
  const refused = await send();
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({ code: 'transition-not-allowed', status: 409 });
  expect(refused.body.documents).toEqual(['D11']);
  expect(refused.body.guards).toContain('TRANSLATIONS_CERTIFIED');
  expect((await lab.view('RQ')).state).toBe('REQUEST_SIGNED');
  // Nor is a signature given over it.
  expect(await problemOf(caseFiles.sign(lab.actor('RQ'), lab.caseId))).toBe(
    'conflict /documents/D11:translation-not-certified',
  );

  const place = { caseId: lab.caseId, fileId: translation, no: 1 };
  await caseFiles.certify(officer, place, { certifiedBy: 'DEMO notary', certifiedOn: '2026-11-20' });
  // Certified, and yet other than what was signed.
  const unsigned = await send();
  expect([unsigned.status, unsigned.body.documents]).toEqual([409, []]);
  const signed = await caseFiles.sign(lab.actor('RQ'), lab.caseId);
  const sent = await send();
  expect([sent.status, sent.body.state]).toEqual([200, 'REQUEST_SENT']);

  // Frozen: nothing is added, replaced or signed anew, and the hash stays.
  const frozen = async () => (await caseFiles.factsOf(world.database.prisma, lab.caseId)).manifest;
  expect(await frozen()).toEqual({ signed: signed.sha256, current: signed.sha256 });
  const version = caseFiles.addVersion(
    officer,
    lab.caseId,
    warrant.id,
    await uploaded(world, pdfBytes('other')),
  );
  expect(await problemOf(version)).toBe('conflict /code:file-is-sent');
  const add = async (code: string) =>
    caseFiles.addFile(
      officer,
      lab.caseId,
      await uploaded(world, pdfBytes(code)),
      newCaseFile.parse({ code, language: 'ru', shared: 'true' }),
    );
  expect(await problemOf(add('D16'))).toBe('conflict /code:file-is-sent');
  expect(await problemOf(caseFiles.sign(lab.actor('RQ'), lab.caseId))).toBe('conflict /:file-is-sent');
  // A supplement is a document of its own and changes nothing that was signed.
  expect(await problemOf(add('D26'))).toBe('done');
  expect(await frozen()).toEqual({ signed: signed.sha256, current: signed.sha256 });
});
