// A thread that makes stretches of the population for the one that writes them.
import { parentPort, workerData } from 'node:worker_threads';
import { createNameEngine } from '../../domain/names/engine.ts';
import { loadPopulationTables } from '../../platform/name-lists/load.ts';
import { loadNameTables } from '../../platform/name-tables/name-tables.ts';
import { createBatchMaker, type PopulationPlan } from './population-batch.ts';

const make = createBatchMaker(
  createNameEngine(loadNameTables()),
  loadPopulationTables(),
  workerData as PopulationPlan,
);
parentPort?.on('message', ({ start, end }: { start: number; end: number }) => {
  const texts = make(start, end);
  // Handed over, not copied.
  parentPort?.postMessage(
    texts,
    Object.values(texts).map(({ buffer }) => buffer),
  );
});
