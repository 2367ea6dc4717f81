// Background work: seals the audit log every second, keeps the search mirror in step, makes old search rows anew and keeps the house
// tidy. No answer depends on it: reads compare states with the clock themselves, rows that wait for their seal are kept all the same.
import type { PersonReindex } from './features/persons/reindex.ts';
import { keepSearchRows } from './features/persons/row-keeper.ts';
import { againAndAgain, type Repeated } from './platform/again.ts';
import type { Clock } from './platform/clock.ts';
import { createAuditHeads, exportPublicKey } from './platform/database/audit-heads.ts';
import { type AuditSealer, createAuditSealer } from './platform/database/audit-sealer.ts';
import { createAuditSigner } from './platform/database/audit-signer.ts';
import type { Database } from './platform/database/database.ts';
import { ensureAuditPartitions } from './platform/database/housekeeping.ts';
import { type Job, migrateJobs, runJobs } from './platform/jobs/jobs.ts';
import type { Logger } from './platform/logger.ts';
import { keepMirror } from './platform/search/mirror/keeper.ts';
import type { Mirror } from './platform/search/mirror/mirror.ts';
import type { Vault } from './platform/security/vault.ts';

export interface WorkerServices {
  readonly config: { readonly dataDir: string };
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly logger: Logger;
  readonly persons?: Pick<PersonReindex, 'renewOlder'>;
  /** Null without a search engine. */
  readonly mirror?: { readonly mirror: Mirror } | null;
}

export interface Worker {
  stop(): Promise<void>;
}

const SEAL_EVERY_MS = 1_000;

/** A pass that fails (the database is away) is tried again a second later: the rows wait. */
const sealAgainAndAgain = (sealer: AuditSealer, logger: Logger): Repeated =>
  againAndAgain(async () => {
    await sealer.seal().catch((error) => logger.error({ err: error }, 'the audit log could not be sealed'));
    return SEAL_EVERY_MS;
  });

export async function startWorker(services: WorkerServices, list: readonly Job[]): Promise<Worker> {
  const { config, database, clock, vault, logger } = services;
  const signer = createAuditSigner(vault);
  await exportPublicKey(config.dataDir, signer.publicKeyPem);
  await migrateJobs(database.pool, logger);
  await ensureAuditPartitions(database.pool, clock.now()).catch((error) =>
    logger.warn({ err: error }, 'audit partitions were not made now; the schedule tries again'),
  );
  const sealer = createAuditSealer({
    pool: database.pool,
    clock,
    signer,
    heads: createAuditHeads(config.dataDir),
    logger,
  });
  const sealing = sealAgainAndAgain(sealer, logger);
  const keeper = services.mirror && keepMirror(services.mirror.mirror, logger);
  const rows = services.persons && keepSearchRows(services.persons, logger);
  const jobs = await runJobs({ pool: database.pool, jobs: list, logger });
  return {
    async stop() {
      await Promise.all([jobs.stop(), sealing.stop(), keeper?.stop(), rows?.stop()]);
      // What was written while the last jobs ended is sealed before the process goes.
      await sealer.seal().catch(() => undefined);
    },
  };
}
