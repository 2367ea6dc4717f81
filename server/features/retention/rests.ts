// Rests between the steps of a night, each kind of step by its own pace.
import { setTimeout as sleep } from 'node:timers/promises';
import { NO_PACE, type Pace, restAfter } from '../../domain/retention/pace.ts';

export interface Rests {
  /** Rests for the step before, if there was one; whatever was done since the last rest counts as work. */
  beforeNext(): Promise<void>;
  /** @param records how many the step handled that has ended now */
  ended(kind: string, records: number): void;
}

export function createRests(stopwatch: () => number): Rests {
  const paces = new Map<string, Pace>();
  let since = stopwatch();
  let last: { kind: string; records: number } | null = null;
  return {
    async beforeNext() {
      if (last === null) return;
      const { kind, records } = last;
      const { rest, pace } = restAfter(paces.get(kind) ?? NO_PACE, stopwatch() - since, records);
      paces.set(kind, pace);
      await sleep(rest);
      last = null;
      since = stopwatch();
    },
    ended(kind, records) {
      last = { kind, records: Math.max(1, records) };
    },
  };
}
