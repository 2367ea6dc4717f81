// How long a backup and a restore take: a whole copy of the installation under DATA_DIR (no server may run on it), put back into a new
// folder, opened, and its rows counted against those of the backup.
//
//   DATA_DIR=./data npm run bench:backup -- --to /tmp/izdoo-backup [--out file.jsonl] [--label '…']
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { readConfig } from '../../server/config.ts';
import { takeBackup } from '../../server/platform/backup/backup.ts';
import { restoreBackup } from '../../server/platform/backup/restore.ts';
import { openServer } from '../../server/platform/database/server.ts';
import { createVault } from '../../server/platform/security/vault.ts';

const { values } = parseArgs({
  options: { to: { type: 'string' }, out: { type: 'string' }, label: { type: 'string', default: '' } },
});
if (!values.to) throw new Error('--to names a folder for the backup and the restored installation');
const config = readConfig();
if (config.databaseUrl) throw new Error('only the PostgreSQL that comes along is copied so');
const target = resolve(values.to);
const [folder, restored] = [join(target, 'backup'), join(target, 'restored')];
await mkdir(target, { recursive: true, mode: 0o755 });

async function sizeMb(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  let bytes = 0;
  for (const entry of entries)
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  return Math.round(bytes / 1024 / 1024);
}
const seconds = (since: number) => Math.round((performance.now() - since) / 100) / 10;

async function countsOf(url: string, tables: readonly string[]): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await client.query<{ count: number }>(`select count(*)::float8 as count from ${table}`);
    counts[table] = rows[0]?.count ?? 0;
  }
  await client.end();
  return counts;
}

const vault = createVault(config.secretKey);
const loadBefore = loadavg()[0];
const server = await openServer({ dataDir: config.dataDir });
let began = performance.now();
const taken = await takeBackup(
  { databaseUrl: server.url, dataDir: config.dataDir, folder },
  vault,
  new Date(),
  35,
).finally(() => server.stop());
const backupSeconds = seconds(began);
began = performance.now();
await restoreBackup({ folder, name: taken.name, dataDir: restored, to: null }, vault);
const restoreSeconds = seconds(began);
const again = await openServer({ dataDir: restored });
const counts = await countsOf(again.url, Object.keys(taken.counts)).finally(() => again.stop());
const isSame = JSON.stringify(counts) === JSON.stringify(taken.counts);
const report = {
  label: values.label,
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  at: new Date().toISOString(),
  machine: { cores: availableParallelism(), cpu: cpus()[0]?.model, loadBefore, loadAfter: loadavg()[0] },
  counts: taken.counts,
  backupMb: await sizeMb(folder),
  ...{ backupSeconds, restoreSeconds, isSame },
};
await rm(target, { recursive: true });
console.log(JSON.stringify(report, null, 2));
if (values.out) appendFileSync(values.out, `${JSON.stringify(report)}\n`);
if (!isSame) throw new Error(`the restored rows differ: ${JSON.stringify(counts)}`);
