// Notes that must survive when the database is away: encrypted, forced to the disk, one file each, read once it is back.
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Vault } from '../security/vault.ts';
import { makeFolders, syncFolder, writeDurably } from './file-store.ts';

export interface Spool {
  /** When this returns, the note is on the disk and survives a power cut. @param id of letters, digits and dashes */
  keep(id: string, text: string): Promise<void>;
  /** @returns ids, the oldest first when ids are ordered by time */
  list(): Promise<string[]>;
  /** @throws when the note was changed or was encrypted with another secret */
  read(id: string): Promise<string>;
  remove(id: string): Promise<void>;
}

const NOTE = /^[0-9a-z-]{1,64}\.note$/u;

/** @param folder absolute; made when the first note comes. @param use binds the notes to one purpose */
export function createSpool(folder: string, use: string, vault: Vault): Spool {
  const pathOf = (id: string): string => {
    if (!NOTE.test(`${id}.note`)) throw new Error('not the name of a note');
    return join(folder, `${id}.note`);
  };
  return {
    async keep(id, text) {
      const path = pathOf(id);
      const unfinished = `${path}.part`;
      await makeFolders(folder);
      await rm(unfinished, { force: true });
      await writeDurably(unfinished, vault.encrypt(use, text));
      await rename(unfinished, path);
      await syncFolder(folder);
    },
    async list() {
      const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return [];
        throw error;
      });
      return names
        .filter((name) => NOTE.test(name))
        .map((name) => name.slice(0, -'.note'.length))
        .sort();
    },
    read: async (id) => vault.decrypt(use, await readFile(pathOf(id))),
    async remove(id) {
      await rm(pathOf(id), { force: true });
      await syncFolder(folder);
    },
  };
}
