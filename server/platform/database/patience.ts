// Waits at the start of a process until the database lets somebody in: it may still be starting, or the machine may be busy.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../logger.ts';
import { isUnreachable } from './problems.ts';

/** How long a start waits before it gives up. */
export const LONGEST_START_MS = 60_000;
const AGAIN_AFTER_MS = 250;
const SAY_SO_AFTER_MS = 2_500;

/** @throws when nobody was let in within `forMs`; at once when waiting would not help, as with a wrong password */
export async function waitForDatabase(
  url: string,
  logger: Pick<Logger, 'warn'>,
  forMs = LONGEST_START_MS,
): Promise<void> {
  const began = performance.now();
  const left = () => forMs - (performance.now() - began);
  let isSaid = false;
  const say = (error?: unknown) => {
    if (isSaid) return;
    isSaid = true;
    logger.warn(
      { seconds: Math.ceil(forMs / 1_000), err: error },
      'the database lets nobody in yet: the start waits',
    );
  };
  const slow = setTimeout(say, SAY_SO_AFTER_MS);
  try {
    for (;;) {
      const client = new pg.Client({
        connectionString: url,
        connectionTimeoutMillis: Math.max(1, Math.ceil(left())),
      });
      client.on('error', () => undefined);
      try {
        await client.connect();
        return;
      } catch (error) {
        if (!isUnreachable(error) || left() <= AGAIN_AFTER_MS) throw error;
        say(error);
      } finally {
        await client.end().catch(() => undefined);
      }
      await sleep(AGAIN_AFTER_MS);
    }
  } finally {
    clearTimeout(slow);
  }
}
