// Extradition cases as rows and documents as bytes, for tests about their files.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseState } from '../../server/domain/cases/vocabulary.ts';
import { personBody } from '../../server/features/persons/contract.ts';
import { newId } from '../../server/platform/ids.ts';
import { agencyId, testUser } from './people.ts';
import { placeAlert } from './sharing.ts';
import type { TestWorld } from './world.ts';

let sequence = 0;

/** @returns the id of a case of Kyrgyzstan with Kazakhstan about a new person under an alert in force */
export async function plantCase(
  world: TestWorld,
  { state = 'FILE_PREPARATION', shared = false }: { state?: CaseState; shared?: boolean } = {},
): Promise<string> {
  sequence += 1;
  const author = world.actor('KGZ', 'INV');
  const body = personBody.parse({
    sex: 'M',
    names: [
      { type: 'PRIMARY', full: 'Тестбеков Тест Тестович' },
      { type: 'ALIAS_STRONG', full: 'Testbekov Test' },
    ],
    birthDates: [{ date: '1980-02' }],
    nationalities: [{ country: 'KGZ' }],
  });
  const personId = (await world.services.persons.createPerson(author, body)).id;
  const alertId = await placeAlert(world, 'KGZ', personId, { type: 'ARREST_PROSECUTION' });
  const now = world.clock.now();
  const id = newId(now.getTime());
  await world.database.prisma.extraditionCase.create({
    data: {
      id,
      caseNumber: `KGZ-KAZ-TEST-${sequence}`,
      personId,
      alertId,
      requestingState: 'KGZ',
      requestedState: 'KAZ',
      rqAgencyId: agencyId('KGZ', 'INVESTIGATION'),
      purpose: 'PROSECUTION',
      treatyCode: 'TEST',
      treatyVersion: 1,
      defaultsVersion: 1,
      treatyChain: [],
      state,
      stateSince: now,
      sharedAt: shared ? now : null,
      createdBy: testUser('KGZ', 'CO').id,
      createdAt: now,
      updatedAt: now,
    },
  });
  return id;
}

/** A small whole PDF; `words` make its bytes its own. */
export const pdfBytes = (words: string): Buffer =>
  Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% ${words}\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`,
  );

/** @returns what a route hands to a handler for these bytes */
export async function uploaded(world: TestWorld, bytes: Buffer, originalName = 'документ.pdf') {
  const path = join(world.config.dataDir, newId());
  await writeFile(path, bytes);
  return { path, originalName, bytes: bytes.length };
}
