// Work that a process does again and again until it is told to stop.
import { setTimeout as sleep } from 'node:timers/promises';

export interface Repeated {
  /** Resolves when the pass that is running has ended; none begins after it. */
  stop(): Promise<void>;
}

/** @param pass deals with what fails in it; returns milliseconds until the next one */
export function againAndAgain(pass: (signal: AbortSignal) => Promise<number>): Repeated {
  const stopping = new AbortController();
  const { signal } = stopping;
  async function loop(): Promise<void> {
    while (!signal.aborted) {
      const rest = await pass(signal);
      await sleep(rest, undefined, { signal }).catch(() => undefined);
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
