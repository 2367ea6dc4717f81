// Keeps our own PostgreSQL running: when it ends without being told to, the process that owns the data folder starts it again.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../logger.ts';
import { isAlive } from './process-lock.ts';

const LOOK_EVERY_MS = 200;
/** Its last children hold its memory for a moment, and until they are gone a new one refuses to start. */
const RETRY_FROM_MS = 200;
const RETRY_TO_MS = 15_000;
/** Who ran for so long does not end at every start. */
const CALM_MS = 60_000;

/** What a process tells of the database that it keeps. */
export interface KeptDatabase {
  /** How often it was started again and answered. */
  readonly restarts: number;
  readonly lastRestartAt: Date | null;
}

export interface Keeper extends KeptDatabase {
  /** Ends the watch, in the middle of a start too. @returns the process to be stopped */
  stop(): Promise<number>;
}

export interface KeeperParts {
  /** Starts the server where it was. @returns its process number */
  start(): Promise<number>;
  /** Waits until it answers. @throws when it ended instead, or when the signal came */
  ready(pid: number, signal: AbortSignal): Promise<void>;
  /** Whether the data folder is still this process's: two that start servers on one folder would fight for ever. */
  isOwner(): Promise<boolean>;
  readonly logger: Pick<Logger, 'warn' | 'error' | 'fatal'>;
}

/** @param first the process that runs now */
export function keepPostgres(first: number, { start, ready, isOwner, logger }: KeeperParts): Keeper {
  const stopping = new AbortController();
  const { signal } = stopping;
  const pause = (ms: number) => sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
  let pid = first;
  let restarts = 0;
  let lastRestartAt: Date | null = null;

  /** @returns false when the database is no longer ours to start */
  async function startAgain(retryMs: number): Promise<boolean> {
    const began = performance.now();
    try {
      if (!(await isOwner())) {
        logger.fatal({}, 'another process owns the data folder now: PostgreSQL is not started again');
        return false;
      }
      pid = await start();
      await ready(pid, signal);
      restarts += 1;
      lastRestartAt = new Date();
      logger.warn({ restarts, ms: Math.round(performance.now() - began) }, 'PostgreSQL was started again');
    } catch (error) {
      if (!signal.aborted)
        logger.error({ err: error, retryMs }, 'PostgreSQL could not be started again; it is tried again');
    }
    return true;
  }

  async function watch(): Promise<void> {
    let wait = RETRY_FROM_MS;
    let isOurs = true;
    while (isOurs) {
      const since = performance.now();
      while (!signal.aborted && isAlive(pid)) await pause(LOOK_EVERY_MS);
      if (signal.aborted) return;
      if (performance.now() - since > CALM_MS) wait = RETRY_FROM_MS;
      logger.error({ postgres: pid }, 'PostgreSQL has ended by itself: checks are kept until it runs again');
      await pause(wait);
      wait = Math.min(RETRY_TO_MS, wait * 2);
      if (!signal.aborted) isOurs = await startAgain(wait);
    }
  }
  const watching = watch();

  return {
    get restarts() {
      return restarts;
    },
    get lastRestartAt() {
      return lastRestartAt;
    },
    async stop() {
      stopping.abort();
      await watching;
      return pid;
    },
  };
}
