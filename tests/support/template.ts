// Fills the template database: reference data, agencies and accounts, so that a test starts with people in place.
import { hash } from '@node-rs/argon2';
import { needsSecondFactor } from '../../server/domain/access/permission.ts';
import { loadReferenceData } from '../../server/features/reference/load.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { createDatabase } from '../../server/platform/database/database.ts';
import { migrateJobs } from '../../server/platform/jobs/jobs.ts';
import { createLogger } from '../../server/platform/logger.ts';
import { createVault } from '../../server/platform/security/vault.ts';
import { TEST_AGENCIES, TEST_PASSWORD, TEST_SECRET, TEST_TOTP_SECRET, TEST_USERS } from './people.ts';

export async function loadTemplate(url: string): Promise<void> {
  const vault = createVault(TEST_SECRET);
  const database = createDatabase({ url, clock: systemClock, vault, poolSize: 2 });
  await loadReferenceData(database);
  await migrateJobs(database.pool, createLogger('silent'));
  await database.prisma.agency.createMany({
    data: TEST_AGENCIES.map(({ id, code, state, desk }) => ({
      id,
      code,
      state,
      name: `Test agency ${code}`,
      kind: desk,
      contact24x7: '+000 000 0000',
    })),
  });
  // Cheap parameters: what is tested is who may log in, not how long hashing takes.
  const passwordHash = await hash(TEST_PASSWORD, { memoryCost: 1024, timeCost: 1, parallelism: 1 });
  await database.prisma.user.createMany({
    data: TEST_USERS.map(({ role, state: _, ...user }) => ({
      ...user,
      roles: [role],
      locale: 'en',
      passwordHash,
      ...(needsSecondFactor([role]) && {
        totpSecret: new Uint8Array(vault.encrypt('app_user.totp_secret', TEST_TOTP_SECRET)),
        totpConfirmedAt: new Date('2026-01-01T00:00:00Z'),
      }),
    })),
  });
  await database.close();
}
