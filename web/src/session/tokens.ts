// Signing in and staying in: the access token lives in memory only, the refresh token in a cookie no script can read.

import { api } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { SessionGrant } from '../api/types.ts';

/** Who signed out without a line still has a cookie: nobody comes back in by it, whoever sits here next. */
const ENDED = 'izdoo.ended';

let grant: SessionGrant | undefined;
let renewing: Promise<boolean> | undefined;
const listeners = new Set<(grant: SessionGrant | undefined) => void>();
const channel = new BroadcastChannel('izdoo.session');

function set(next: SessionGrant | undefined): void {
  grant = next;
  for (const listener of listeners) listener(next);
}

export const currentGrant = (): SessionGrant | undefined => grant;

export function onGrant(listener: (grant: SessionGrant | undefined) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// Signing out in one tab signs out in all of them.
channel.addEventListener('message', ({ data }) => {
  if (data === 'signed-out') set(undefined);
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One tab at a time asks, since each refresh token works once; `conflict` means another tab was faster. */
async function renew(): Promise<boolean> {
  if (localStorage.getItem(ENDED) !== null) {
    set(undefined);
    return false;
  }
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      // Nothing comes back where nobody is signed in, with a cookie of a session that is over or without one.
      const next = await api.post<SessionGrant | undefined>('/v1/sessions/refresh');
      set(next);
      return next !== undefined;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (error.code === 'unreachable' || error.status >= 500) throw error;
      if (error.code !== 'conflict') {
        set(undefined);
        return false;
      }
      await pause(300);
    }
  }
  return false;
}

export function refresh(): Promise<boolean> {
  renewing ??= (navigator.locks ? navigator.locks.request('izdoo.refresh', renew) : renew()).finally(() => {
    renewing = undefined;
  }) as Promise<boolean>;
  return renewing;
}

export async function signIn(login: string, password: string, code?: string): Promise<SessionGrant> {
  const next = await api.post<SessionGrant>('/v1/sessions', {
    body: { login, password, ...(code ? { code } : {}) },
  });
  localStorage.removeItem(ENDED);
  set(next);
  return next;
}

/** At once, whether the server hears of it now or not: whoever locks a screen does not wait for a line. */
export async function signOut(): Promise<void> {
  localStorage.setItem(ENDED, '1');
  const told = api.remove('/v1/sessions/current').catch(() => undefined);
  channel.postMessage('signed-out');
  set(undefined);
  await told;
}
