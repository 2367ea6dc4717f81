// Keeps the last answer of a slow-changing table for some seconds, so that hot paths do not ask for it every time.
import type { Clock } from '../../platform/clock.ts';

/** How long a process may go on with an old version after a new one came into force. */
export const HELD_MS = 30_000;

/** @returns a reader that loads at most once per HELD_MS; a failed load is tried again at once */
export function heldBriefly<T>(clock: Clock, load: (now: Date) => Promise<T>): () => Promise<T> {
  let held: { at: number; value: Promise<T> } | undefined;
  return () => {
    const now = clock.now();
    const age = held ? now.getTime() - held.at : Number.NaN;
    // A clock that was set back must not keep an old version alive.
    if (held && age >= 0 && age < HELD_MS) return held.value;
    const value = load(now);
    const mine = { at: now.getTime(), value };
    held = mine;
    value.catch(() => {
      if (held === mine) held = undefined;
    });
    return value;
  };
}
