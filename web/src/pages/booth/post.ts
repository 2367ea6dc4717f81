// Where this device stands: checkpoint, lane, direction, its own name; kept on the device, the same for every officer.
import { useSyncExternalStore } from 'react';

export type Direction = 'ENTRY' | 'EXIT' | 'TRANSIT';

export interface Post {
  readonly checkpoint: string;
  readonly lane: string;
  readonly direction: Direction;
  readonly device: string;
  /** Telephone of second line, shown with every verdict that calls it. */
  readonly phone: string;
  readonly muted: boolean;
}

const KEPT = 'izdoo.post';
const EMPTY: Post = { checkpoint: '', lane: '', direction: 'ENTRY', device: '', phone: '', muted: false };

function kept(): Post {
  try {
    return { ...EMPTY, ...(JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<Post>) };
  } catch {
    return EMPTY;
  }
}

let post = kept();
const watchers = new Set<() => void>();

export function setPost(change: Partial<Post>): void {
  post = { ...post, ...change };
  localStorage.setItem(KEPT, JSON.stringify(post));
  for (const watcher of watchers) watcher();
}

export function usePost(): Post {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => post,
  );
}

/** The members of a check; what is not known is left out. */
export function placeOfCheck({ checkpoint, lane, direction, device }: Post): Record<string, string> {
  const all = { checkpoint, lane, direction, device };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}
