// Is there a line to the server? Asked every five seconds, and told by every answer; its age is always on the screen.
import { useSyncExternalStore } from 'react';
import { api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';

export interface Line {
  /** `away`: the server answers, and its database does not. */
  readonly state: 'unknown' | 'up' | 'away' | 'lost';
  /** Of the last answer; milliseconds since 1970. */
  readonly contactAt: number | null;
}

const EVERY_MS = 5_000;
const DEADLINE_MS = 3_000;

let line: Line = { state: 'unknown', contactAt: null };
const watchers = new Set<() => void>();

function become(next: Line): void {
  line = next;
  for (const watcher of watchers) watcher();
}

export const contactMade = (): void => become({ state: 'up', contactAt: Date.now() });

async function knock(): Promise<void> {
  try {
    await api.get('/readyz', { signal: AbortSignal.timeout(DEADLINE_MS) });
    contactMade();
  } catch (error) {
    const answered = error instanceof ApiProblem && error.status > 0;
    become(
      answered ? { state: 'away', contactAt: Date.now() } : { state: 'lost', contactAt: line.contactAt },
    );
  }
}

let timer: ReturnType<typeof setInterval> | undefined;
const now = () => void knock();

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  if (timer === undefined) {
    now();
    timer = setInterval(now, EVERY_MS);
    addEventListener('online', now);
    addEventListener('offline', now);
  }
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    removeEventListener('online', now);
    removeEventListener('offline', now);
  };
}

export const useLine = (): Line => useSyncExternalStore(subscribe, () => line);
