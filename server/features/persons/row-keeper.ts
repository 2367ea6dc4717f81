// Looks for search rows of an older version of the name keys and has them made anew, for as long as the worker runs.
import { againAndAgain, type Repeated } from '../../platform/again.ts';
import type { Logger } from '../../platform/logger.ts';
import type { PersonReindex } from './reindex.ts';

/** An older program may write beside a newer one, so that rows of its version appear at any time. */
const LOOK_EVERY_MS = 15_000;

export function keepSearchRows(
  { renewOlder }: Pick<PersonReindex, 'renewOlder'>,
  logger: Pick<Logger, 'info' | 'error'>,
): Repeated {
  return againAndAgain(async (signal) => {
    try {
      const rows = await renewOlder(signal);
      if (rows > 0) logger.info({ rows }, 'search rows of an older version were made anew');
    } catch (error) {
      logger.error({ err: error }, 'search rows could not be made anew; the next look goes on');
    }
    return LOOK_EVERY_MS;
  });
}
