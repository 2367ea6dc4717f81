// What happens at the border, pushed to this device: one open answer for all windows and screens, resumed where it broke off.
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { followStream, type LineState, type StreamReader } from './event-stream.ts';
import { currentGrant, onGrant } from './tokens.ts';

export interface BorderEvent {
  readonly id: string;
  readonly type: 'hit.opened' | 'hit.silent' | 'hit.changed' | 'hit.overdue' | 'check.replayed';
  readonly at: string;
  readonly hitId: string | null;
  readonly checkId: string | null;
}

type Listener = (event: BorderEvent) => void;

/** Events of the last minute may come twice after a break; so many ids are remembered. */
const REMEMBERED = 500;

/** Six open answers are all that a browser grants one server: so one window listens, and tells the others. */
const LOCK = 'izdoo.events';
const channel = new BroadcastChannel('izdoo.events');
type Told = { readonly account: string | undefined } & (
  | { readonly event: BorderEvent }
  | { readonly state: LineState; readonly lastEventId: string | undefined }
  | { readonly ask: true }
);

const listeners = new Set<Listener>();
const watchers = new Set<() => void>();
const heard = new Set<string>();
let state: LineState = 'connecting';
let lastEventId: string | undefined;
let running: AbortController | undefined;
/** Whether this window is the one that listens. */
let leads = false;
let account = currentGrant()?.user.id;

function become(next: LineState): void {
  if (leads) channel.postMessage({ account, state: next, lastEventId } satisfies Told);
  if (state === next) return;
  state = next;
  for (const watcher of watchers) watcher();
}

function hear(event: BorderEvent): void {
  lastEventId = event.id;
  if (heard.has(event.id)) return;
  if (leads) channel.postMessage({ account, event } satisfies Told);
  heard.add(event.id);
  if (heard.size > REMEMBERED) heard.delete(heard.values().next().value as string);
  for (const listener of [...listeners]) listener(event);
}

channel.addEventListener('message', ({ data }: MessageEvent<Told>) => {
  if (data.account !== account || !running) return;
  if ('ask' in data) {
    if (leads) channel.postMessage({ account, state, lastEventId } satisfies Told);
  } else if (!leads) {
    if ('event' in data) hear(data.event);
    else {
      lastEventId ??= data.lastEventId;
      become(data.state);
    }
  }
});

const line: StreamReader = {
  path: '/v1/events',
  lastEventId: () => lastEventId,
  onEvent: (_, data) => hear(data as BorderEvent),
  onState: become,
};

function start(): void {
  if (running || currentGrant() === undefined) return;
  running = new AbortController();
  const { signal } = running;
  become('connecting');
  const lead = async () => {
    leads = true;
    // The window that listened has gone: what came in between is asked for anew, as after every break.
    if (state === 'live') become('lost');
    try {
      await followStream(line, signal);
    } finally {
      leads = false;
    }
  };
  if (!navigator.locks) {
    void lead();
    return;
  }
  channel.postMessage({ account, ask: true } satisfies Told);
  void navigator.locks.request(`${LOCK}.${account}`, { signal }, lead).catch(() => undefined);
}

function stop(): void {
  running?.abort();
  running = undefined;
}

// Another officer must not go on where this one stopped: his events are his own.
onGrant((grant) => {
  if (grant?.user.id === account) return;
  account = grant?.user.id;
  stop();
  lastEventId = undefined;
  heard.clear();
  if (grant && listeners.size > 0) start();
});

/**
 * Calls `listener` for every event while the component stands.
 * @returns whether the line is open: a screen that lives on it must say when it is not
 */
export function useBorderEvents(listener: Listener, enabled = true): LineState {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => {
    if (!enabled) return;
    const call: Listener = (event) => latest.current(event);
    listeners.add(call);
    start();
    return () => {
      listeners.delete(call);
      if (listeners.size === 0) stop();
    };
  }, [enabled]);
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => state,
  );
}
