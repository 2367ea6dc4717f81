// A database of its own with everything that writes, seals and checks the audit log, and the means to tamper with it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Actor, systemActor } from '../../server/domain/access/actor.ts';
import type { AuditEntry } from '../../server/domain/audit/event.ts';
import type { AuditVerification } from '../../server/domain/audit/verification.ts';
import type { RetentionBook } from '../../server/domain/retention/periods.ts';
import { type AuditHeads, createAuditHeads } from '../../server/platform/database/audit-heads.ts';
import { createAuditSealer } from '../../server/platform/database/audit-sealer.ts';
import { createAuditSigner } from '../../server/platform/database/audit-signer.ts';
import { verifyAudit } from '../../server/platform/database/audit-verifier.ts';
import { createDatabase } from '../../server/platform/database/database.ts';
import { createLogger, type Logger } from '../../server/platform/logger.ts';
import { createVault } from '../../server/platform/security/vault.ts';
import { TEST_SECRET } from './people.ts';
import { cloneDatabase } from './test-database.ts';

export const actorOf = (name: string): Actor => systemActor(name, '00000000-0000-7000-8000-000000000001');

export const look = (id: string): AuditEntry => ({
  type: 'person.viewed',
  data: { alertIds: [], breakGlass: false },
  subject: { type: 'person', id },
});

const START = '2026-11-10T08:00:00.123Z';

export async function createAuditLab() {
  const copy = await cloneDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'izdoo-audit-'));
  const clock = { at: new Date(START), now: () => clock.at };
  const vault = createVault(TEST_SECRET);
  const database = createDatabase({ url: copy.url, clock, vault });
  const { pool } = database;
  const logger = createLogger('silent');
  const signer = createAuditSigner(vault);
  const heads = createAuditHeads(dataDir);
  const newSealer = (settings: { batchSize?: number; heads?: AuditHeads; logger?: Logger } = {}) =>
    createAuditSealer({ pool, clock, signer, heads, logger, ...settings });

  /** What somebody who owns the database can do: no trigger stops him. */
  async function tamper(work: (sql: pg.Client['query']) => Promise<unknown>): Promise<void> {
    const owner = new pg.Client({ connectionString: copy.url });
    await owner.connect();
    try {
      await owner.query('set session_replication_role = replica');
      await work(owner.query.bind(owner) as pg.Client['query']);
    } finally {
      await owner.end();
    }
  }

  return {
    database,
    pool,
    reader: pool,
    /** Three years, as the reference data have it. */
    reference: { retention: async () => ({ longest: () => 36 }) as unknown as RetentionBook },
    clock,
    vault,
    logger,
    signer,
    heads,
    dataDir,
    url: copy.url,
    newSealer,
    /** Writes `count` rows, each in a statement of its own like requests do. */
    async write(count: number, actor = actorOf('tester')): Promise<void> {
      for (let number = 0; number < count; number += 1) await database.record(actor, look(`p${number}`));
    },
    /** Writes many rows at once. */
    async writeMany(count: number, at = clock.at): Promise<void> {
      await pool.query(
        `insert into audit_event (at, type, outcome, actor_id, actor_kind, subject_type, subject_id, data)
         select $2::timestamptz + n * interval '1 microsecond', 'person.viewed', 'SUCCESS', 'tester', 'system', 'person', 'p' || n,
                jsonb_build_object('alertIds', '[]'::jsonb, 'n', n)
         from generate_series(1, $1) as n`,
        [count, at.toISOString()],
      );
    },
    tamper,
    async verify(): Promise<AuditVerification> {
      const result = await verifyAudit({ pool, signer, heads });
      if (!result) throw new Error('another check is running');
      return result;
    },
    async ids(): Promise<string[]> {
      const { rows } = await pool.query<{ id: string }>('select id from audit_event order by id');
      return rows.map(({ id }) => id);
    },
    /** An empty log, as on the first day. */
    async reset(): Promise<void> {
      await tamper((sql) => sql('truncate audit_event, audit_seal, audit_sealed restart identity'));
      await rm(dataDir, { recursive: true, force: true });
      clock.at = new Date(START);
    },
    async close(): Promise<void> {
      await database.close();
      await copy.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export type AuditLab = Awaited<ReturnType<typeof createAuditLab>>;
