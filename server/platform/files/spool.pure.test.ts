import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createVault } from '../security/vault.ts';
import { createSpool } from './spool.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'izdoo-spool-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const spoolIn = (secret = 'a-secret-of-the-test-0123456789-abcdef') =>
  createSpool(join(folder, 'deep', 'notes'), 'test.notes', createVault(secret));

test('a note is kept unreadable, listed, read and removed', async () => {
  const spool = spoolIn();
  expect(await spool.list()).toEqual([]);
  await spool.keep('b-2', 'TESTBEKOV ZHENISH');
  await spool.keep('a-1', 'first');
  await spool.keep('a-1', 'first again');
  expect(await spool.list()).toEqual(['a-1', 'b-2']);
  expect(await spool.read('a-1')).toBe('first again');
  const bytes = await readFile(join(folder, 'deep', 'notes', 'b-2.note'));
  expect(bytes.includes('TESTBEKOV')).toBe(false);
  await spool.remove('a-1');
  await spool.remove('a-1');
  expect(await spool.list()).toEqual(['b-2']);
});

test('half a note is no note, a changed one is not read, and no name leads out of the folder', async () => {
  const spool = spoolIn();
  await spool.keep('a', 'x');
  const inside = join(folder, 'deep', 'notes');
  await writeFile(join(inside, 'c.note.part'), 'half');
  expect(await spool.list()).toEqual(['a']);
  await writeFile(join(inside, 'a.note'), 'changed');
  await expect(spool.read('a')).rejects.toThrow();
  await expect(spool.keep('../a', 'x')).rejects.toThrow();
  await spoolIn('another-secret-of-the-test-0123456789').keep('b', 'x');
  await expect(spool.read('b')).rejects.toThrow();
  expect((await readdir(folder)).sort()).toEqual(['deep']);
});
