// Several threads that make the population together: analysing names is most of the work of a seed.
import { Worker } from 'node:worker_threads';
import type { NameEngine } from '../../domain/names/engine.ts';
import { loadPopulationTables } from '../../platform/name-lists/load.ts';
import { createBatchMaker, type PopulationPlan } from './population-batch.ts';
import type { SeedTexts } from './rows.ts';

export interface Makers {
  /** How many batches are made at the same time. */
  readonly width: number;
  make(start: number, end: number): Promise<SeedTexts>;
  close(): Promise<void>;
}

/** Nearly everything that a batch allocates is gone at its end: room enough that little of it is ever copied. */
const YOUNG_MB = 64;

function startThread(plan: PopulationPlan) {
  const worker = new Worker(new URL('./population-thread.js', import.meta.url), {
    workerData: plan,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  let last: Promise<unknown> = Promise.resolve();
  const ask = (start: number, end: number) =>
    new Promise<SeedTexts>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', (texts: SeedTexts) => {
        worker.off('error', reject);
        resolve(texts);
      });
      worker.postMessage({ start, end });
    });
  return {
    make(start: number, end: number): Promise<SeedTexts> {
      const answer = last.then(() => ask(start, end));
      last = answer.catch(() => undefined);
      return answer;
    },
    close: () => worker.terminate(),
  };
}

/** @param threads 0: everything in this thread, as when the sources run without a build */
export function startMakers(engine: NameEngine, plan: PopulationPlan, threads: number): Makers {
  if (threads === 0 || import.meta.url.endsWith('.ts')) {
    const make = createBatchMaker(engine, loadPopulationTables(), plan);
    return { width: 1, make: async (start, end) => make(start, end), close: async () => undefined };
  }
  const workers = Array.from({ length: threads }, () => startThread(plan));
  let turn = 0;
  return {
    width: threads,
    async make(start, end) {
      const worker = workers[turn % workers.length];
      turn += 1;
      if (!worker) throw new Error('no thread was started');
      return worker.make(start, end);
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}
