// The restore drill: a backup taken while people work, an accident, and the way back to the moment before it.
import { chmod, copyFile, mkdir, mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { systemActor } from '../../server/domain/access/actor.ts';
import { personBody } from '../../server/features/persons/contract.ts';
import { archiveChanges, takeBackup } from '../../server/platform/backup/backup.ts';
import { restoreBackup } from '../../server/platform/backup/restore.ts';
import { createAuditHeads } from '../../server/platform/database/audit-heads.ts';
import { createAuditSealer } from '../../server/platform/database/audit-sealer.ts';
import { createAuditSigner } from '../../server/platform/database/audit-signer.ts';
import { migrate } from '../../server/platform/database/migrate.ts';
import { openServer } from '../../server/platform/database/server.ts';
import { newId } from '../../server/platform/ids.ts';
import { createLogger } from '../../server/platform/logger.ts';
import { projectPath } from '../../server/platform/paths.ts';
import { createVault } from '../../server/platform/security/vault.ts';
import { createServices } from '../../server/services.ts';
import { TEST_SECRET } from '../support/people.ts';
import { userActor } from '../support/records.ts';
import { loadTemplate } from '../support/template.ts';

// Two clusters are made, copied and started; a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'izdoo-drill-'));
  await chmod(root, 0o755);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const vault = createVault(TEST_SECRET);
const logger = createLogger('silent');

/** An installation on a data folder, as a process has it. */
async function start(dataDir: string, fill: boolean) {
  const server = await openServer({ dataDir });
  const config = readConfig({
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    SECRET_KEY: TEST_SECRET,
    DEMO_DATA: 'false',
  });
  if (fill) {
    await migrate(server.url, projectPath('prisma', 'migrations'));
    await loadTemplate(server.url);
  }
  const services = createServices(config, { databaseUrl: server.url, logger });
  await services.prepare();
  const { pool } = services.database;
  const seal = () =>
    createAuditSealer({
      ...{ pool, clock: services.clock, signer: createAuditSigner(vault), logger },
      heads: createAuditHeads(dataDir),
    }).seal();
  return {
    server,
    services,
    pool,
    seal,
    async stop() {
      await services.close();
      await server.stop();
    },
  };
}

type Installation = Awaited<ReturnType<typeof start>>;

const record = async ({ services }: Installation, family: string): Promise<string> =>
  (
    await services.persons.createPerson(
      userActor('KGZ', 'INV'),
      personBody.parse({ sex: 'M', names: [{ type: 'PRIMARY', family, given: 'Жениш' }] }),
    )
  ).id;

const names = async ({ pool }: Installation): Promise<string[]> =>
  (await pool.query<{ full: string }>('select "full" from person_name order by id')).rows.map(
    ({ full }) => full,
  );

const moment = async ({ pool }: Installation): Promise<Date> =>
  (await pool.query<{ at: Date }>('select clock_timestamp() as at')).rows[0]?.at ?? new Date();

it('an accident is undone to the second, with files, counts and an audit chain that is sound', async () => {
  const [dataDir, folder] = [join(root, 'data'), join(root, 'backups')];
  const before = await start(dataDir, true);
  const first = await record(before, 'Биринчиев');
  const third = await record(before, 'Үчүнчүев');
  const file = await before.services.files.put(Buffer.from('a scanned warrant'));
  await before.seal();
  const places = { databaseUrl: before.server.url, dataDir, folder };
  const taken = await takeBackup(places, vault, new Date(), 35);
  expect(taken).toMatchObject({ storedFiles: 1, newFiles: 1, forgotten: [], counts: { person: 2 } });

  await record(before, 'Экинчиев');
  await before.seal();
  await sleep(20);
  const good = await moment(before);
  await sleep(20);
  // After the moment that will be gone back to: the restored database knows nothing of it.
  await before.services.retention.eraseByDecision(userActor('KGZ', 'DPO'), third);
  await before.pool.query('delete from person_search; delete from person_name');
  const { rows } = await before.pool.query('select count(*)::int as seals from audit_seal');
  expect((await archiveChanges(places)).length).toBeGreaterThan(0);
  await before.stop();

  const restored = join(root, 'restored');
  await mkdir(restored);
  await copyFile(join(dataDir, 'erasure-ledger.jsonl'), join(restored, 'erasure-ledger.jsonl'));
  const answer = await restoreBackup({ folder, name: taken.name, dataDir: restored, to: good }, vault);
  expect(answer).toMatchObject({ storedFiles: 1, counts: taken.counts });
  expect(Date.parse(answer.reachedAt ?? '')).toBeLessThanOrEqual(good.getTime());

  const after = await start(restored, false);
  try {
    expect(await names(after)).toEqual(['Биринчиев Жениш', 'Үчүнчүев Жениш', 'Экинчиев Жениш']);
    const reapplied = await after.services.retention.reapply(systemActor('drill', newId()));
    expect(reapplied).toMatchObject({ entries: 1, unknown: 1, erased: 1 });
    expect(await names(after)).toEqual(['Биринчиев Жениш', 'Экинчиев Жениш']);
    expect(await after.services.retention.reapply(systemActor('drill', newId()))).toMatchObject({
      ...{ unknown: 0, erased: 0 },
    });
    expect(await after.services.files.read(file.sha256)).toEqual(Buffer.from('a scanned warrant'));
    expect((await after.services.persons.openForReading(userActor('KGZ', 'INV'), first)).row.id).toBe(first);
    const seals = await after.pool.query('select count(*)::int as seals from audit_seal');
    expect(seals.rows).toEqual(rows);
    const verified = await after.services.audit.verify(systemActor('drill', newId()));
    expect(verified).toMatchObject({ sound: true, faultCount: 0, heads: { found: true } });
  } finally {
    await after.stop();
  }
});

it('a backup that was changed by a byte, or of another installation, is not used', async () => {
  const folder = join(root, 'backups');
  const name = (await readdir(folder)).find((one) => one.endsWith('Z')) ?? '';
  const target = { folder, name, dataDir: join(root, 'other'), to: null };
  await expect(restoreBackup(target, createVault('another-secret-0123456789-abcdefgh'))).rejects.toThrow(
    'no backup of this installation',
  );
  await truncate(join(folder, name, 'postgres', 'PG_VERSION'), 1);
  await expect(restoreBackup(target, vault)).rejects.toThrow(
    'PG_VERSION of the backup is missing or was changed',
  );
  await expect(restoreBackup({ ...target, dataDir: join(root, 'restored') }, vault)).rejects.toThrow(
    'already',
  );
});
