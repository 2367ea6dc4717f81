// What a backup holds, file by file with its hash, signed with a key of the installation.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Vault } from '../security/vault.ts';

const USE = 'backup-manifest';
const FILE = 'manifest.json';

const manifest = z.object({
  format: z.literal('izdoo-backup-1'),
  takenAt: z.iso.datetime(),
  /** Places in the log of changes between which the copy was made; it is whole from the second on. */
  startLsn: z.string(),
  stopLsn: z.string(),
  /** The first segment of the log of changes that it needs. */
  firstSegment: z.string(),
  /** Path below the backup, with / as separator → SHA-256. */
  base: z.record(z.string(), z.string()),
  /** Names of the files of the file store, which are their hashes. */
  files: z.array(z.string()),
  /** Rows of a few tables when it was taken, for whoever restores it. */
  counts: z.record(z.string(), z.number()),
});
export type BackupManifest = z.output<typeof manifest>;

export class DamagedBackup extends Error {
  override readonly name = 'DamagedBackup';
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

const sign = (vault: Pick<Vault, 'derive'>, text: string): Buffer =>
  createHmac('sha256', vault.derive(USE)).update(text).digest();

export async function writeManifest(
  folder: string,
  content: BackupManifest,
  vault: Pick<Vault, 'derive'>,
): Promise<void> {
  const text = JSON.stringify(content);
  await writeFile(join(folder, FILE), `${sign(vault, text).toString('hex')}\n${text}`, { mode: 0o600 });
}

/** @throws DamagedBackup when there is none, or it was not signed by this installation */
export async function readManifest(folder: string, vault: Pick<Vault, 'derive'>): Promise<BackupManifest> {
  const whole = await readFile(join(folder, FILE), 'utf8').catch(() => '');
  const end = whole.indexOf('\n');
  const [signature, text] = [Buffer.from(whole.slice(0, Math.max(0, end)), 'hex'), whole.slice(end + 1)];
  const expected = sign(vault, text);
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected))
    throw new DamagedBackup(
      `${folder} holds no backup of this installation (another SECRET_KEY, or changed)`,
    );
  return manifest.parse(JSON.parse(text));
}
