// Puts a backup back into an empty data folder and leads the database to the moment that is asked for.
import {
  appendFile,
  chown,
  copyFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  clusterIdentity,
  findBinaries,
  freePort,
  startPostgres,
  stopPostgres,
} from '../database/postgres-process.ts';
import { isAlive } from '../database/process-lock.ts';
import type { Vault } from '../security/vault.ts';
import { DamagedBackup, hashFile, readManifest } from './manifest.ts';

export interface RestorePlan {
  /** The folder that holds the backups, and the name of one of them. */
  readonly folder: string;
  readonly name: string;
  /** Empty, or not there. */
  readonly dataDir: string;
  /** The moment to go back to; null: the newest that the log beside the backups knows. */
  readonly to: Date | null;
}

export interface Restored {
  readonly takenAt: string;
  /** Until when changes are there: the last one that was committed. */
  readonly reachedAt: string | null;
  readonly clusterFiles: number;
  readonly storedFiles: number;
  readonly counts: Readonly<Record<string, number>>;
}

const BESIDE = ['postgres.json', 'audit-heads.jsonl', 'audit-public-key.pem', 'erasure-ledger.jsonl'];
const LONGEST_RECOVERY_MS = 30 * 60_000;

/** Every file is compared with its hash before one of them is used. */
async function check(folder: string, name: string, vault: Pick<Vault, 'derive'>) {
  const content = await readManifest(join(folder, name), vault);
  for (const [path, sha256] of Object.entries(content.base))
    if ((await hashFile(join(folder, name, 'postgres', path)).catch(() => null)) !== sha256)
      throw new DamagedBackup(`${path} of the backup is missing or was changed`);
  for (const sha256 of content.files)
    if ((await hashFile(join(folder, 'files', sha256.slice(0, 2), sha256)).catch(() => null)) !== sha256)
      throw new DamagedBackup(`the stored file ${sha256} is missing or was changed`);
  return content;
}

/** A path inside a setting inside a shell command: only plain ones. */
function plainPath(path: string): string {
  if (!/^[\w./ -]+$/u.test(path)) throw new Error(`restore from a folder whose path is plainer than ${path}`);
  return path;
}

/** PostgreSQL may run as somebody who may not read the backups: what it needs of the log is put beside it. */
async function copyLog(archive: string, target: string, firstNeeded: string): Promise<void> {
  await mkdir(target, { mode: 0o700 });
  for (const name of await readdir(archive))
    if (name >= firstNeeded || name.endsWith('.history'))
      await copyFile(join(archive, name), join(target, name));
}

async function giveTo(folder: string, who: { uid?: number; gid?: number }): Promise<void> {
  if (who.uid === undefined || who.gid === undefined) return;
  await chown(folder, who.uid, who.gid);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    await chown(join(entry.parentPath, entry.name), who.uid, who.gid);
}

/** What PostgreSQL said before it ended. */
async function lastWords(log: string): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-8).join(' | ');
}

async function recover(cluster: string, url: string, port: number): Promise<string | null> {
  const pid = await startPostgres(await findBinaries(), cluster, port, true);
  try {
    for (let waited = 0; waited < LONGEST_RECOVERY_MS; waited += 100) {
      if (!isAlive(pid))
        throw new Error(`PostgreSQL could not reach that moment: ${await lastWords(`${cluster}.log`)}`);
      const reached = await askRecovery(url);
      if (reached) return reached.at;
      await sleep(100);
    }
    throw new Error('PostgreSQL did not reach that moment in half an hour');
  } finally {
    await stopPostgres(pid);
  }
}

/** @returns null while it still recovers */
async function askRecovery(url: string): Promise<{ at: string | null } | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ recovering: boolean; at: Date | null }>(
      'select pg_is_in_recovery() as recovering, pg_last_xact_replay_timestamp() as at',
    );
    const [row] = rows;
    return row && !row.recovering ? { at: row.at?.toISOString() ?? null } : null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * @throws DamagedBackup before anything is written, when a file is not what the signed manifest says
 * @throws Error for a data folder that holds a database already
 */
export async function restoreBackup(plan: RestorePlan, vault: Pick<Vault, 'derive'>): Promise<Restored> {
  const [folder, dataDir] = [resolve(plan.folder), resolve(plan.dataDir)];
  const source = join(folder, plan.name);
  const cluster = join(dataDir, 'postgres');
  if (await stat(cluster).catch(() => null)) throw new Error(`${cluster} holds a database already`);
  const content = await check(folder, plan.name, vault);

  await mkdir(dataDir, { recursive: true });
  await cp(join(source, 'postgres'), cluster, { recursive: true });
  // What is there is newer than the backup: erasures and heads since then must not be forgotten.
  for (const one of BESIDE)
    if (!(await stat(join(dataDir, one)).catch(() => null)))
      await copyFile(join(source, one), join(dataDir, one)).catch(() => undefined);
  for (const sha256 of content.files) {
    const target = join(dataDir, 'files', sha256.slice(0, 2), sha256);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(folder, 'files', sha256.slice(0, 2), sha256), target);
  }

  const own = join(cluster, 'postgresql.auto.conf');
  const before = await readFile(own, 'utf8').catch(() => '');
  const target =
    plan.to === null
      ? ''
      : `recovery_target_time = '${plan.to.toISOString().replace('T', ' ').replace('Z', '+00')}'\n`;
  const log = join(dataDir, 'restore-log');
  await copyLog(join(folder, 'log'), log, content.firstSegment);
  await appendFile(
    own,
    `restore_command = 'cp "${plainPath(log)}/%f" "%p"'\n${target}recovery_target_action = 'promote'\n`,
  );
  await writeFile(join(cluster, 'recovery.signal'), '');
  const who = await clusterIdentity();
  await giveTo(cluster, who);
  await giveTo(log, who);
  const { password } = JSON.parse(await readFile(join(dataDir, 'postgres.json'), 'utf8')) as {
    password: string;
  };
  const port = await freePort();
  const reachedAt = await recover(cluster, `postgresql://izdoo:${password}@127.0.0.1:${port}/izdoo`, port);
  await writeFile(own, before);
  await rm(log, { recursive: true });
  return {
    ...{ takenAt: content.takenAt, reachedAt, counts: content.counts },
    clusterFiles: Object.keys(content.base).length,
    storedFiles: content.files.length,
  };
}
