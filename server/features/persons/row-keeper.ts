// Looks for search rows of an older version of the name keys and has them made anew, for as long as the worker runs.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../platform/logger.ts';
import type { PersonReindex } from './reindex.ts';

/** An older program may write beside a newer one, so that rows of its version appear at any time. */
const LOOK_EVERY_MS = 15_000;

export function keepSearchRows(
  { renewOlder }: Pick<PersonReindex, 'renewOlder'>,
  logger: Pick<Logger, 'info' | 'error'>,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  async function loop(): Promise<void> {
    while (!signal.aborted) {
      try {
        const rows = await renewOlder(signal);
        if (rows > 0) logger.info({ rows }, 'search rows of an older version were made anew');
      } catch (error) {
        logger.error({ err: error }, 'search rows could not be made anew; the next look goes on');
      }
      await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
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
