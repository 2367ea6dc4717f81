// One process per data folder: a lock file that survives neither a crash nor a reused process number.
import { readFileSync } from 'node:fs';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

interface Holder {
  pid: number;
  /** Kernel start time of the process where the system tells it; a reused pid has another one. */
  born: string | null;
}

/** The process's start time in clock ticks (Linux), or null where the system does not tell. */
function birthOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/** @returns the pid of the living holder of the lock, or null */
export async function lockHolder(path: string): Promise<number | null> {
  const holder = await readHolder(path);
  if (!holder || holder.pid === process.pid || !isAlive(holder.pid)) return null;
  return holder.born === null || holder.born === birthOf(holder.pid) ? holder.pid : null;
}

/** Another process that saw the same dead holder has taken over within this time, or never will. */
const TAKEOVER_MS = 100;

export interface Lock {
  /** False when somebody took the file away or put another in its place. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

/**
 * Takes the lock, also over a holder that died.
 * @returns the lock, or the pid of the living holder
 */
export async function takeLock(path: string): Promise<Lock | number> {
  const own = `${path}.${process.pid}`;
  const mine = JSON.stringify({ pid: process.pid, born: birthOf(process.pid) } satisfies Holder);
  const isHeld = async () => (await readFile(path, 'utf8').catch(() => null)) === mine;
  const lock: Lock = {
    isHeld,
    async release() {
      if (await isHeld()) await rm(path, { force: true });
    },
  };
  await writeFile(own, mine, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        // Linked whole: nobody ever reads a lock that is not yet written.
        await link(own, path);
        if (attempt > 0) await sleep(TAKEOVER_MS);
        if (await isHeld()) return lock;
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code !== 'EEXIST' && code !== 'ENOENT') throw error;
      }
      const holder = await lockHolder(path);
      if (holder !== null) return holder;
      await rm(path, { force: true });
    }
  } finally {
    await rm(own, { force: true });
  }
  throw new Error(`could not take the lock ${path}`);
}
