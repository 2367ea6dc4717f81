// Files by content: the name of a file is its SHA-256, so that equal files are one and a changed file is noticed.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { newId } from '../ids.ts';

export interface StoredFile {
  /** 64 hexadecimal digits, lower case. */
  readonly sha256: string;
  readonly bytes: number;
}

export interface FileStore {
  /**
   * Keeps a file: when this returns, the bytes are on the disk and survive a power cut. Keeping the same bytes
   * again, also from another process at the same time, changes nothing.
   */
  put(source: string | Uint8Array): Promise<StoredFile>;
  /** A stream of the bytes. @throws MissingFile before anything is sent */
  open(sha256: string): Promise<Readable>;
  /** The bytes, compared with their name. @throws MissingFile, DamagedFile */
  read(sha256: string): Promise<Buffer>;
  /** Takes the bytes away; nothing when they are not there. Who keeps the same bytes for another use loses them too. */
  remove(sha256: string): Promise<void>;
  /**
   * Removes the bytes for good, and waits until their place on the disk is given up.
   * @param writtenBefore a file that was kept (again) since then stays: somebody is about to name it
   * @returns false for a file that stays; true also when there was none
   */
  erase(sha256: string, writtenBefore: Date): Promise<boolean>;
}

export class MissingFile extends Error {
  override readonly name = 'MissingFile';
}

export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}

/** @param folder absolute; made when it is not there */
export function createFileStore(folder: string): FileStore {
  const incoming = join(folder, 'incoming');
  const pathOf = (sha256: string): string => {
    // Nothing but a digest ever becomes a path: names given by people cannot lead out of the folder.
    if (!/^[0-9a-f]{64}$/u.test(sha256)) throw new MissingFile('not the name of a file');
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    async put(source) {
      await mkdir(incoming, { recursive: true });
      const temporary = join(incoming, newId());
      try {
        const stored = await writeDurably(temporary, source);
        const target = pathOf(stored.sha256);
        await makeFolders(dirname(target));
        await rename(temporary, target);
        await syncFolder(dirname(target));
        return stored;
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    async open(sha256) {
      const path = pathOf(sha256);
      await access(path).catch(refuse);
      return createReadStream(path);
    },
    async remove(sha256) {
      await rm(pathOf(sha256), { force: true });
    },
    async read(sha256) {
      const content = await readFile(pathOf(sha256)).catch(refuse);
      if (createHash('sha256').update(content).digest('hex') !== sha256) throw new DamagedFile(sha256);
      return content;
    },
    async erase(sha256, writtenBefore) {
      const path = pathOf(sha256);
      const found = await stat(path).catch(() => null);
      if (found === null) return true;
      if (found.mtime >= writtenBefore) return false;
      await rm(path, { force: true });
      await syncFolder(dirname(path));
      return true;
    },
  };
}

function refuse(error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOENT') throw new MissingFile('no such file');
  throw error;
}

/** Copies, hashes and forces the bytes to the disk. */
export async function writeDurably(path: string, source: string | Uint8Array): Promise<StoredFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    const chunks = typeof source === 'string' ? createReadStream(source) : Readable.from([source]);
    for await (const chunk of chunks as AsyncIterable<Uint8Array>) {
      hash.update(chunk);
      bytes += chunk.length;
      await writeAll(file, chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.length; ) {
    written += (await file.write(chunk, written)).bytesWritten;
  }
}

/** A new folder is an entry of its parent: without forcing that too, the file could vanish with the folder. */
export async function makeFolders(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
