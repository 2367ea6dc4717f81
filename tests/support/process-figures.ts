// What a running process holds, sampled from outside: memory and open files, and whether they grow.
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { send } from './demo-client.ts';

export interface Sample {
  readonly second: number;
  readonly rssMb: number;
  readonly openFiles: number;
  /** Of the process's own figures; null while it does not answer. */
  readonly heapMb: number | null;
  readonly handles: number | null;
}

const PAGE = 4_096;
const MB = 1024 * 1024;

async function take(pid: number, url: string, second: number): Promise<Sample> {
  const [, pages = '0'] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ');
  const openFiles = (await readdir(`/proc/${pid}/fd`)).length;
  const text = await send(url, 'GET', '/metrics', { patience: 5_000 }).then(
    (answer) => answer.text,
    () => '',
  );
  const figure = (name: string) => {
    const found = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1];
    return found === undefined ? null : Number(found);
  };
  const heap = figure('izdoo_nodejs_heap_size_used_bytes');
  return {
    second: Math.round(second),
    rssMb: Math.round((Number(pages) * PAGE) / MB),
    openFiles,
    heapMb: heap === null ? null : Math.round(heap / MB),
    handles: figure('izdoo_nodejs_active_handles_total'),
  };
}

/** Samples every few seconds until it is told to end. @returns a function that ends it and gives the samples */
export function watchProcess(pid: number, url: string, everyMs = 5_000): () => Promise<Sample[]> {
  const samples: Sample[] = [];
  const stopping = new AbortController();
  const began = performance.now();
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      samples.push(await take(pid, url, (performance.now() - began) / 1_000));
      await sleep(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    stopping.abort();
    await loop;
    return samples;
  };
}

/** The sample in the middle of the sorted ones. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * How the last third of a run compares with the one before; the first third is left to caches that fill. Of the heap the lowest
 * sample of each third counts: between two collections it only says how long ago the last one was.
 */
export function growth(samples: readonly Sample[]) {
  const third = Math.floor(samples.length / 3);
  const [middle, last] = [samples.slice(third, 2 * third), samples.slice(2 * third)];
  const values = (part: readonly Sample[], of: (sample: Sample) => number | null) =>
    part.map(of).filter((value) => value !== null);
  const compare = (of: (sample: Sample) => number | null, to: (values: number[]) => number) => ({
    middle: to(values(middle, of)),
    last: to(values(last, of)),
  });
  return {
    rssMb: compare(({ rssMb }) => rssMb, median),
    heapFloorMb: compare(
      ({ heapMb }) => heapMb,
      (all) => Math.min(...all),
    ),
    openFiles: compare(({ openFiles }) => openFiles, median),
    handles: compare(({ handles }) => handles, median),
  };
}
