// Forgets backups that are older than is allowed, with the files and the log that only they needed.
import { readdir, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Vault } from '../security/vault.ts';
import { pruneLog } from './log-archive.ts';
import { type BackupManifest, readManifest } from './manifest.ts';

const DAY = 86_400_000;

export async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries)
    if (entry.isFile()) yield relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
}

/**
 * Backups that are older than the time allows, but never the last one; with them what only they needed.
 * @returns names of those that are gone
 */
export async function forgetBackups(
  folder: string,
  vault: Pick<Vault, 'derive'>,
  now: Date,
  keepDays: number,
): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{8}T\d{6}Z$/u.test(name)).sort();
  const kept: BackupManifest[] = [];
  const gone: string[] = [];
  for (const name of names) {
    const content = await readManifest(join(folder, name), vault);
    const isOld = now.getTime() - Date.parse(content.takenAt) > keepDays * DAY;
    if (isOld && name !== names.at(-1)) gone.push(name);
    else kept.push(content);
  }
  for (const name of gone) await rm(join(folder, name), { recursive: true });
  const needed = new Set(kept.flatMap(({ files }) => files));
  for await (const path of filesBelow(join(folder, 'files')))
    if (!needed.has(path.split('/').at(-1) ?? '')) await rm(join(folder, 'files', path));
  const first = kept.map(({ firstSegment }) => firstSegment).sort()[0];
  if (first) await pruneLog(join(folder, 'log'), first);
  return gone;
}
