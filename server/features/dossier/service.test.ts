// The printed file of a case: in every language, within seconds for forty documents, for those who may see the case.
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pdfBytes, plantCase, uploaded } from '../../../tests/support/case-files.ts';
import { problemOf } from '../../../tests/support/problems.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { LOCALES } from '../../domain/access/actor.ts';
import { newCaseFile } from '../case-files/contract.ts';

let world: TestWorld;
let officer: Actor;
let caseId: string;
beforeAll(async () => {
  world = await createTestWorld();
  officer = world.actor('KGZ', 'CO');
  caseId = await plantCase(world, { shared: true });
  const body = newCaseFile.parse({ code: 'D10', language: 'ru', shared: 'true' });
  for (let no = 0; no < 40; no += 1)
    await world.services.caseFiles.addFile(officer, caseId, await uploaded(world, pdfBytes(`${no}`)), body);
});
afterAll(() => world.close());

const print = async (actor: Actor, language: (typeof LOCALES)[number] = 'ru') => {
  const { content } = await world.services.dossier.print(actor, caseId, { language });
  return buffer(content as NodeJS.ReadableStream);
};

describe('a dossier of forty documents', () => {
  test.each(LOCALES)('is printed in %s', async (language) => {
    const bytes = await print(officer, language);
    expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect(bytes.toString('latin1')).toContain(`/Lang (${language})`);
  });

  test('takes three seconds of work at most', async () => {
    const started = process.cpuUsage();
    await print(officer);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(3);
  });

  test('is printed for the other side too, for no third one, and each print is kept', async () => {
    expect(await problemOf(print(world.actor('KAZ', 'PRO')))).toBe('done');
    for (const stranger of [world.actor('UZB', 'PRO'), world.actor('KAZ', 'INV')])
      expect(await problemOf(print(stranger))).toBe('not-found');
    const prints = await world.database.prisma.auditEvent.count({
      where: { type: 'case-file.exported', subjectId: caseId },
    });
    expect(prints).toBe(LOCALES.length + 2);
  });
});
