// Remembers what the database said a moment ago, for a few seconds and a bounded number of entries.
import type { Clock } from '../../platform/clock.ts';

export interface ShortCache<T> {
  /** @returns what `load` said at most the cache's life ago; absence is never remembered */
  get(id: string, load: () => Promise<T | null>): Promise<T | null>;
  drop(id: string): void;
  clear(): void;
}

interface Entry<T> {
  readonly value: Promise<T | null>;
  readonly loadedAt: number;
}

export function createShortCache<T>(clock: Clock, lifeSeconds: number, maxEntries = 10_000): ShortCache<T> {
  const entries = new Map<string, Entry<T>>();

  function forget(id: string, entry: Entry<T>): void {
    if (entries.get(id) === entry) entries.delete(id);
  }

  return {
    get(id, load) {
      const now = clock.now().getTime();
      const known = entries.get(id);
      if (known && Math.abs(now - known.loadedAt) < lifeSeconds * 1000) return known.value;
      // The promise itself is kept: a drop while it loads makes the next look load again.
      const entry = { value: load(), loadedAt: now };
      entries.delete(id);
      entries.set(id, entry);
      if (entries.size > maxEntries) {
        for (const oldest of entries.keys()) {
          entries.delete(oldest);
          break;
        }
      }
      entry.value.then(
        (value) => value === null && forget(id, entry),
        () => forget(id, entry),
      );
      return entry.value;
    },
    drop: (id) => void entries.delete(id),
    clear: () => entries.clear(),
  };
}
