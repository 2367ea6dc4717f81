// Takes a backup of our own PostgreSQL and of the files while everybody works, and forgets those that are too old.
import { constants } from 'node:fs';
import { copyFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import type { Vault } from '../security/vault.ts';
import { filesBelow, forgetBackups } from './forgetting.ts';
import { archiveLog, ensureSlot } from './log-archive.ts';
import { type BackupManifest, hashFile, writeManifest } from './manifest.ts';

export interface BackupPlaces {
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** Where backups go; a folder of its own, best on another machine. */
  readonly folder: string;
}

export interface TakenBackup {
  readonly name: string;
  readonly takenAt: string;
  readonly clusterFiles: number;
  readonly storedFiles: number;
  /** Files of the store that were not in an earlier backup. */
  readonly newFiles: number;
  readonly counts: Readonly<Record<string, number>>;
  /** Backups that were too old and are gone. */
  readonly forgotten: readonly string[];
}

/** Not part of a copy: what a running server keeps for itself, and the log, which is kept beside. */
const LEFT_OUT =
  /^(?:postmaster\.(?:pid|opts)|pg_wal(?:\/.*)?|pg_replslot\/.*|pg_(?:dynshmem|notify|serial|snapshots|stat_tmp|subtrans)\/.*|.*\/pgsql_tmp.*)$/u;
/** Folders that PostgreSQL expects, empty. */
const EMPTY = [
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
];
const COUNTED = [
  'person',
  'alert',
  'border_check',
  'hit',
  'extradition_case',
  'audit_event',
  'audit_seal',
  'erasure',
];
const BESIDE = ['postgres.json', 'audit-heads.jsonl', 'audit-public-key.pem', 'erasure-ledger.jsonl'];

/** @returns false for a file that a running server has taken away meanwhile */
async function copied(source: string, target: string): Promise<boolean> {
  await mkdir(dirname(target), { recursive: true });
  try {
    await copyFile(source, target, constants.COPYFILE_FICLONE);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

const AT_ONCE = 16;

async function copyCluster(cluster: string, target: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  const paths: string[] = [];
  for await (const path of filesBelow(cluster)) if (!LEFT_OUT.test(path)) paths.push(path);
  const next = paths.values();
  async function copyOn(): Promise<void> {
    for (const path of next) {
      const kept = join(target, path);
      if (await copied(join(cluster, path), kept)) hashes[path] = await hashFile(kept);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, copyOn));
  for (const name of EMPTY) await mkdir(join(target, name), { recursive: true });
  // Folders without a file, such as that of an empty table space.
  for (const name of [
    'pg_tblspc',
    'pg_twophase',
    'pg_commit_ts',
    'pg_stat',
    'pg_logical/snapshots',
    'pg_logical/mappings',
  ])
    await mkdir(join(target, name), { recursive: true });
  return hashes;
}

async function copyStore(store: string, target: string): Promise<{ names: string[]; added: number }> {
  const names: string[] = [];
  let added = 0;
  for await (const path of filesBelow(store)) {
    const name = path.split('/').at(-1) ?? '';
    if (!/^[0-9a-f]{64}$/u.test(name)) continue;
    names.push(name);
    const kept = join(target, name.slice(0, 2), name);
    if (await stat(kept).catch(() => null)) continue;
    if (await copied(join(store, path), `${kept}.part`)) {
      await rename(`${kept}.part`, kept);
      added += 1;
    }
  }
  return { names: names.sort(), added };
}

async function countRows(client: pg.Client): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of COUNTED) {
    const { rows } = await client.query<{ count: number }>(`select count(*)::float8 as count from ${table}`);
    counts[table] = rows[0]?.count ?? 0;
  }
  return counts;
}

/** Everything between the two calls belongs to one session: it ends with it, and so does the copying. */
async function copyRunning(client: pg.Client, cluster: string, target: string) {
  await ensureSlot(client);
  const start = await client.query<{ lsn: string; segment: string }>(
    `select lsn::text as lsn, pg_walfile_name(lsn) as segment from pg_backup_start('izdoo', true) as lsn`,
  );
  const base = await copyCluster(cluster, target);
  const counts = await countRows(client);
  const stop = await client.query<{ lsn: string; label: string }>(
    'select lsn::text as lsn, labelfile as label from pg_backup_stop(false)',
  );
  const [began, ended] = [start.rows[0], stop.rows[0]];
  if (!began || !ended) throw new Error('PostgreSQL did not say where the copy begins and ends');
  return { base, counts, began, ended };
}

/** @param keepDays how long a backup is kept: what was erased lives on in backups no longer than that */
export async function takeBackup(
  { databaseUrl, dataDir, folder }: BackupPlaces,
  vault: Vault,
  now: Date,
  keepDays: number,
): Promise<TakenBackup> {
  const name = `${now.toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')}Z`;
  const part = join(folder, `${name}.part`);
  await mkdir(part, { recursive: true, mode: 0o700 });
  const cluster = join(dataDir, 'postgres');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { base, counts, began, ended } = await copyRunning(client, cluster, join(part, 'postgres'));
    const label = join(part, 'postgres', 'backup_label');
    await writeFile(label, ended.label);
    base['backup_label'] = await hashFile(label);
    await archiveLog(client, cluster, join(folder, 'log'));
    for (const one of BESIDE) await copied(join(dataDir, one), join(part, one));
    // After the database: a row without its file is a loss, a file without a row is not.
    const store = await copyStore(join(dataDir, 'files'), join(folder, 'files'));
    const content: BackupManifest = {
      format: 'izdoo-backup-1',
      takenAt: now.toISOString(),
      ...{ startLsn: began.lsn, stopLsn: ended.lsn, firstSegment: began.segment },
      ...{ base, files: store.names, counts },
    };
    await writeManifest(part, content, vault);
    await rename(part, join(folder, name));
    return {
      ...{ name, takenAt: content.takenAt, counts },
      clusterFiles: Object.keys(base).length,
      storedFiles: store.names.length,
      newFiles: store.added,
      forgotten: await forgetBackups(folder, vault, now, keepDays),
    };
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end();
  }
}

/** Copies what was changed since into the log beside the backups: to be done every few minutes. */
export async function archiveChanges({ databaseUrl, dataDir, folder }: BackupPlaces): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await archiveLog(client, join(dataDir, 'postgres'), join(folder, 'log'));
  } finally {
    await client.end();
  }
}
