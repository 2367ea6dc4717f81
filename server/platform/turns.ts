// Long work of one process in turns: one piece after another, and none without letting short answers go first again and again.
import { setImmediate as others } from 'node:timers/promises';
import type { Steps } from '../domain/steps.ts';

/** To be awaited between two steps of long work; gives way only when enough time was used. */
export type GiveWay = () => Promise<void>;

/** Takes pieces of long work in the order in which they came. */
export type TakeTurn = <T>(work: (giveWay: GiveWay) => Promise<T>) => Promise<T>;

/** Short against what a border check may take, long against the price of a pause. */
const AT_A_STRETCH_MS = 8;

export function createGiveWay(): GiveWay {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < AT_A_STRETCH_MS) return;
    await others();
    since = performance.now();
  };
}

/** Runs the steps of a calculation and gives way between them. */
export async function stepByStep<T>(steps: Steps<T>, giveWay: GiveWay): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await giveWay();
  }
}

/**
 * A process has one thread: twenty lists that are read at once would hold it for seconds, and whoever has a connection to the
 * database would keep it that long without using it, until nobody found a free one.
 */
export function createTurns(): TakeTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(() => work(createGiveWay()));
    last = mine.catch(() => undefined);
    return mine;
  };
}
