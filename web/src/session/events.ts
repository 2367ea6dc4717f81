// What happens at the border, pushed to this device: one open answer for all windows and screens, resumed where it broke off.
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { api } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { currentGrant, onGrant } from './tokens.ts';

export interface BorderEvent {
  readonly id: string;
  readonly type: 'hit.opened' | 'hit.silent' | 'hit.changed' | 'hit.overdue' | 'check.replayed';
  readonly at: string;
  readonly hitId: string | null;
  readonly checkId: string | null;
}

export type LineState = 'connecting' | 'live' | 'lost';

type Listener = (event: BorderEvent) => void;

/** The server sends a sign of life every 10 s; a line that is silent for longer is taken for a dead one. */
const SILENCE_MS = 30_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;
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

/** One block of the stream. Comments, which are signs of life, give nothing. */
function parse(block: string): BorderEvent | undefined {
  const data = block
    .split('\n')
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice(5).trimStart())
    .join('\n');
  return data === '' ? undefined : (JSON.parse(data) as BorderEvent);
}

function hear(event: BorderEvent): void {
  lastEventId = event.id;
  if (heard.has(event.id)) return;
  if (leads) channel.postMessage({ account, event } satisfies Told);
  heard.add(event.id);
  if (heard.size > REMEMBERED) heard.delete(heard.values().next().value as string);
  for (const listener of [...listeners]) listener(event);
}

async function read(signal: AbortSignal): Promise<void> {
  const line = new AbortController();
  const either = AbortSignal.any([signal, line.signal]);
  const response = await api.stream('/v1/events', {
    signal: either,
    ...(lastEventId !== undefined && { lastEventId }),
  });
  become('live');
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let watch = setTimeout(() => line.abort(), SILENCE_MS);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(watch);
      watch = setTimeout(() => line.abort(), SILENCE_MS);
      const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = parse(block);
        if (event) hear(event);
      }
    }
  } finally {
    clearTimeout(watch);
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

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

/** Comes back until it is stopped or refused: longer and longer waits, from the last event on. */
async function run(signal: AbortSignal): Promise<void> {
  let wait = FIRST_WAIT_MS;
  while (!signal.aborted) {
    const started = Date.now();
    try {
      await read(signal);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ApiProblem && (error.status === 401 || error.status === 403)) break;
    }
    if (signal.aborted) return;
    become('lost');
    if (Date.now() - started > SILENCE_MS) wait = FIRST_WAIT_MS;
    await pause(wait, signal);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
  become('lost');
}

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
      await run(signal);
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
