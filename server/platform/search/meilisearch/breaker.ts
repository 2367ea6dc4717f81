// Keeps searches away from an engine that is not well: one failure is enough, because PostgreSQL answers as well; a canary
// outside of any search tells when the engine is back.
import type { Logger } from '../../logger.ts';

export interface Breaker {
  readonly open: boolean;
  /** An answer did not come, or not in time. */
  failed(error: unknown): void;
  close(): void;
}

const CANARY_EVERY_MS = 1_000;
/** The canary has to sing so many times in a row. */
const SONGS = 2;

/** @param canary asks the engine something small; it throws, or takes too long, while the engine is not well */
export function createBreaker(
  canary: () => Promise<unknown>,
  logger: Logger,
  everyMs = CANARY_EVERY_MS,
): Breaker {
  let open = false;
  let songs = 0;
  let timer: NodeJS.Timeout | null = null;

  async function listen(): Promise<void> {
    songs = await canary().then(
      () => songs + 1,
      () => 0,
    );
    if (songs >= SONGS) {
      open = false;
      timer = null;
      logger.info({}, 'the search engine answers again');
    } else wait();
  }
  function wait(): void {
    timer = setTimeout(() => void listen(), everyMs);
    timer.unref();
  }

  return {
    get open() {
      return open;
    },
    failed(error) {
      if (open) return;
      open = true;
      songs = 0;
      logger.error({ err: error }, 'the search engine does not answer: PostgreSQL answers instead');
      wait();
    },
    close() {
      if (timer) clearTimeout(timer);
      open = true;
    },
  };
}
