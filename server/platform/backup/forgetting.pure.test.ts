// After --keep-days a backup is gone, and with it the files and the log of changes that no later one needs.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createVault } from '../security/vault.ts';
import { filesBelow, forgetBackups } from './forgetting.ts';
import { writeManifest } from './manifest.ts';

const vault = createVault('a-secret-of-a-test-0123456789-abcdefgh');
const now = new Date('2026-11-26T02:00:00Z');
const [shared, erased, later] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [
  string,
  string,
  string,
];
const segment = (no: number): string => no.toString(16).toUpperCase().padStart(24, '0');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'izdoo-forget-'));
  await mkdir(join(folder, 'log'));
  for (const no of [1, 2, 3, 4, 5]) await writeFile(join(folder, 'log', segment(no)), 'x');
  for (const name of [shared, erased, later]) {
    await mkdir(join(folder, 'files', name.slice(0, 2)), { recursive: true });
    await writeFile(join(folder, 'files', name.slice(0, 2), name), 'x');
  }
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** @returns its name */
async function backup(takenAt: string, firstSegment: number, files: readonly string[]): Promise<string> {
  const name = `${takenAt.slice(0, 19).replaceAll(/[-:]/gu, '')}Z`;
  await mkdir(join(folder, name));
  const content = {
    ...{ format: 'izdoo-backup-1' as const, takenAt, startLsn: '0/1', stopLsn: '0/2', base: {}, counts: {} },
    ...{ firstSegment: segment(firstSegment), files: [...files] },
  };
  await writeManifest(join(folder, name), content, vault);
  return name;
}

const backups = async () => (await readdir(folder)).filter((name) => name.endsWith('Z')).sort();
const stored = async () => {
  const names: string[] = [];
  for await (const path of filesBelow(join(folder, 'files'))) names.push(path.split('/').at(-1) ?? '');
  return names.sort();
};

test('what is older than the days allow is gone, with the file that was erased since and the log before the rest', async () => {
  const old = await backup('2026-10-21T01:59:59.000Z', 1, [shared, erased]);
  const atLimit = await backup('2026-10-22T02:00:00.000Z', 3, [shared]);
  const last = await backup('2026-11-25T02:00:00.000Z', 5, [shared, later]);
  expect(await forgetBackups(folder, vault, now, 35)).toEqual([old]);
  expect(await backups()).toEqual([atLimit, last]);
  expect(await stored()).toEqual([shared, later]);
  expect((await readdir(join(folder, 'log'))).sort()).toEqual([segment(3), segment(4), segment(5)]);
  expect(await forgetBackups(folder, vault, now, 35)).toEqual([]);
});

test('the last backup stays however old it is: nothing to go back to would be worse', async () => {
  const first = await backup('2026-01-01T00:00:00.000Z', 2, [erased]);
  const last = await backup('2026-02-01T00:00:00.000Z', 4, [shared]);
  expect(await forgetBackups(folder, vault, now, 35)).toEqual([first]);
  expect(await backups()).toEqual([last]);
  expect(await stored()).toEqual([shared]);
});

test('a folder with a backup of another installation is left as it is', async () => {
  await backup('2026-01-01T00:00:00.000Z', 1, [erased]);
  await backup('2026-11-25T00:00:00.000Z', 2, [shared]);
  const stranger = createVault('another-secret-0123456789-abcdefgh');
  await expect(forgetBackups(folder, stranger, now, 35)).rejects.toThrow('no backup of this installation');
  expect(await stored()).toEqual([shared, erased, later]);
});
