// Keeps the mirror going: round after round, at once while there is work, slower and slower while the engine is away.
import { againAndAgain, type Repeated } from '../../again.ts';
import type { Logger } from '../../logger.ts';
import type { Mirror } from './mirror.ts';
import { NewerMirror } from './targets.ts';

/** Changes that come within this time travel together. */
const IDLE_MS = 500;
const RETRY_FROM_MS = 1_000;
const RETRY_TO_MS = 15_000;

/** Told to stop, it lets the running round end, or leaves it where it may be begun again. */
export function keepMirror(mirror: Mirror, logger: Logger): Repeated {
  let retry = RETRY_FROM_MS;
  return againAndAgain(async (signal) => {
    try {
      const isBusy = (await mirror.cycle(signal)) === 'busy';
      retry = RETRY_FROM_MS;
      return isBusy ? 0 : IDLE_MS;
    } catch (error) {
      if (signal.aborted) return 0;
      const wait = error instanceof NewerMirror ? RETRY_TO_MS : retry;
      if (error instanceof NewerMirror)
        logger.warn({ err: error }, 'a newer version of the program keeps the search mirror');
      else logger.error({ err: error }, 'the search mirror does not get on; the changes wait');
      retry = Math.min(RETRY_TO_MS, retry * 2);
      return wait;
    }
  });
}
