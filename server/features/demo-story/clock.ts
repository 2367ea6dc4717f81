// A clock that is put to the day on which a piece of the demo story happens; pieces told side by side have their own time.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '../../platform/clock.ts';

export const MINUTE = 60_000;
export const DAY = 86_400_000;

export interface StoryClock extends Clock {
  /** Tells one piece of the story, with a time of its own. */
  tell<T>(piece: () => Promise<T>): Promise<T>;
  /** Puts the time of this piece to an instant. */
  put(at: Date): void;
  /** Nothing in a piece happens at the same moment as something else, nor after the present. */
  pass(minutes: number): void;
}

export function createStoryClock(present: Date): StoryClock {
  const pieces = new AsyncLocalStorage<{ at: Date }>();
  const move = (at: Date) => {
    const piece = pieces.getStore();
    if (!piece) throw new Error('only a piece of the story has a time of its own');
    piece.at = at < present ? at : present;
  };
  const now = () => pieces.getStore()?.at ?? present;
  return {
    now,
    tell: (piece) => pieces.run({ at: present }, piece),
    put: move,
    pass: (minutes) => move(new Date(now().getTime() + minutes * MINUTE)),
  };
}
