// Lets so many in at once; whoever comes later waits in order and holds nothing meanwhile.
import { Problem } from '../../domain/errors.ts';

/** @throws Problem `unavailable` when no place became free in time */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

export function createGate(places: number, longestWaitMs: number): Gate {
  const waiting: (() => void)[] = [];
  let inside = 0;

  const enter = () =>
    new Promise<void>((resolve, reject) => {
      const admit = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(admit), 1);
        reject(new Problem('unavailable'));
      }, longestWaitMs);
      waiting.push(admit);
    });

  return async (work) => {
    // A place that somebody leaves goes to the first who waits: `inside` stays as it is.
    if (inside >= places) await enter();
    else inside += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}
