// Reads server-sent events over the one door to the API: comes back when the line breaks, from the last event on.
import { api } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';

export type LineState = 'connecting' | 'live' | 'lost';

/** The server sends a sign of life every 10 s; a line that is silent for longer is taken for a dead one. */
const SILENCE_MS = 30_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

export interface StreamReader {
  readonly path: string;
  /** Where to go on after a break. */
  lastEventId(): string | undefined;
  /** @param id of the event, @param data its JSON */
  onEvent(id: string, data: unknown): void;
  onState(state: LineState): void;
}

const fieldOf = (block: string, name: string): string =>
  block
    .split('\n')
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1).trimStart())
    .join('\n');

async function read({ path, lastEventId, onEvent, onState }: StreamReader, signal: AbortSignal) {
  const line = new AbortController();
  const last = lastEventId();
  const response = await api.stream(path, {
    signal: AbortSignal.any([signal, line.signal]),
    ...(last !== undefined && { lastEventId: last }),
  });
  onState('live');
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
        // Comments, which are signs of life, have no data.
        const data = fieldOf(block, 'data');
        if (data !== '') onEvent(fieldOf(block, 'id'), JSON.parse(data));
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

/** Follows until it is stopped or refused: longer and longer waits between one line and the next. */
export async function followStream(reader: StreamReader, signal: AbortSignal): Promise<void> {
  let wait = FIRST_WAIT_MS;
  while (!signal.aborted) {
    const started = Date.now();
    try {
      await read(reader, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ApiProblem && [401, 403, 404].includes(error.status)) break;
    }
    if (signal.aborted) return;
    reader.onState('lost');
    if (Date.now() - started > SILENCE_MS) wait = FIRST_WAIT_MS;
    await pause(wait, signal);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
  reader.onState('lost');
}
