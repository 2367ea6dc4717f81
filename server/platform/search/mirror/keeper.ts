// Keeps the mirror going: round after round, at once while there is work, slower and slower while the engine is away.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../logger.ts';
import type { Mirror } from './mirror.ts';
import { NewerMirror } from './targets.ts';

/** Changes that come within this time travel together. */
const IDLE_MS = 500;
const RETRY_FROM_MS = 1_000;
const RETRY_TO_MS = 15_000;

export interface Keeper {
  /** Lets the running round end, or leaves it where it may be begun again. */
  stop(): Promise<void>;
}

export function keepMirror(mirror: Mirror, logger: Logger): Keeper {
  const stopping = new AbortController();
  const { signal } = stopping;

  async function loop(): Promise<void> {
    let retry = RETRY_FROM_MS;
    while (!signal.aborted) {
      let wait = IDLE_MS;
      try {
        if ((await mirror.cycle(signal)) === 'busy') wait = 0;
        retry = RETRY_FROM_MS;
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof NewerMirror)
          logger.warn({ err: error }, 'a newer version of the program keeps the search mirror');
        else logger.error({ err: error }, 'the search mirror does not get on; the changes wait');
        wait = error instanceof NewerMirror ? RETRY_TO_MS : retry;
        retry = Math.min(RETRY_TO_MS, retry * 2);
      }
      await sleep(wait, undefined, { signal }).catch(() => undefined);
    }
  }
  const running = loop();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
