// Scenario 26: a signed request with an uncertified translation is not sent; with the certificate it is, and is then fixed.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { draftCase, openCaseLab, putFile, REQUEST_PAPERS, sign } from '../support/case-lab.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

it('scenario 26: sending names the document that lacks its certificate, and seals what was signed', async () => {
  const lab = await openCaseLab(world, 'KGZ', 'KAZ');
  await draftCase(lab);
  await lab.step('RQ', 'prepare-file-without-arrest', {}, 'CO');
  await lab.papers(...REQUEST_PAPERS);
  // Nobody signs for the file but the prosecutor, and nobody skips the signature.
  await expect(lab.step('RQ', 'sign-request')).rejects.toMatchObject({
    extra: { guards: ['MANIFEST_CURRENT'] },
  });
  await sign(lab);
  await expect(lab.step('RQ', 'sign-request', {}, 'CO')).rejects.toMatchObject({ code: 'forbidden' });
  await lab.step('RQ', 'sign-request');
  await lab.papers('D23');

  const original = (await world.services.caseFiles.list(lab.actor('RQ'), lab.caseId)).items.find(
    ({ code }) => code === 'D10',
  );
  const translation = await putFile(lab, 'D10', {
    translationOfId: original?.id ?? '',
    language: 'kk',
    certifiedBy: null,
  });
  const send = () => lab.step('RQ', 'send-request', { channel: 'PROSECUTOR_GENERAL' }, 'CO');
  await expect(send()).rejects.toMatchObject({
    code: 'transition-not-allowed',
    extra: {
      documents: ['D10'],
      guards: ['TRANSLATIONS_CERTIFIED', 'MANIFEST_CURRENT'],
      status: 'REQUEST_SIGNED',
    },
  });
  await world.services.caseFiles.certify(
    lab.actor('RQ', 'CO'),
    { caseId: lab.caseId, fileId: translation, no: 1 },
    { certifiedBy: 'Test Translator', certifiedOn: '2026-11-20' },
  );
  // Certified, but not what was signed.
  await expect(send()).rejects.toMatchObject({ extra: { documents: [], guards: ['MANIFEST_CURRENT'] } });
  await sign(lab);
  expect((await send()).state).toBe('REQUEST_SENT');
  const manifest = await world.services.caseFiles.viewManifest(lab.actor('RQ'), lab.caseId);
  expect(manifest.isSigned).toBe(true);
  // Once it is sent the file of the request is fixed.
  await expect(sign(lab)).rejects.toMatchObject({ code: 'conflict' });
}, 120_000);
