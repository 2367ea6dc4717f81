import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFileStore, DamagedFile, type FileStore, MissingFile } from './file-store.ts';

let folder: string;
let files: FileStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'izdoo-files-'));
  files = createFileStore(join(folder, 'files'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

// Forcing bytes to a busy disk can take seconds.
describe('file store', { timeout: 60_000 }, () => {
  test('bytes and paths come back as they were, under their SHA-256', async () => {
    const bytes = Buffer.from('ордер '.repeat(50_000));
    const path = join(folder, 'Постановление № 1.pdf');
    await writeFile(path, bytes);
    const fromPath = await files.put(path);
    expect(fromPath).toEqual({ sha256: sha256(bytes), bytes: bytes.length });
    expect(await files.put(bytes)).toEqual(fromPath);
    expect(await files.read(fromPath.sha256)).toEqual(bytes);
    expect(await buffer(await files.open(fromPath.sha256))).toEqual(bytes);
    expect(await readFile(path)).toEqual(bytes);
  });

  test('two stores on one folder keep the same bytes at once', async () => {
    const other = createFileStore(join(folder, 'files'));
    const bytes = Buffer.alloc(300_000, 7);
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? files : other).put(bytes)));
    expect(new Set(all.map((file) => file.sha256)).size).toBe(1);
    expect(await files.read(sha256(bytes))).toEqual(bytes);
    expect(await readdir(join(folder, 'files', 'incoming'))).toEqual([]);
  });

  test('an empty file is a file', async () => {
    const { sha256: name, bytes } = await files.put(new Uint8Array());
    expect(bytes).toBe(0);
    expect(await files.read(name)).toEqual(Buffer.alloc(0));
  });

  test.each(['../../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`])(
    'nothing but a digest is a name: %s',
    async (name) => {
      await expect(files.open(name)).rejects.toBeInstanceOf(MissingFile);
      await expect(files.read(name)).rejects.toBeInstanceOf(MissingFile);
    },
  );

  test('a file that is not there is missing before a stream is opened', async () => {
    await expect(files.open('0'.repeat(64))).rejects.toBeInstanceOf(MissingFile);
  });

  test('a source that cannot be read leaves nothing behind', async () => {
    await expect(files.put(join(folder, 'nowhere'))).rejects.toThrow();
    expect(await readdir(join(folder, 'files', 'incoming'))).toEqual([]);
  });

  test('bytes changed on the disk are noticed', async () => {
    const { sha256: name } = await files.put(Buffer.from('before'));
    await writeFile(join(folder, 'files', name.slice(0, 2), name), 'after!');
    await expect(files.read(name)).rejects.toBeInstanceOf(DamagedFile);
  });
});
