// Fills the registry with a population of invented persons of any size.
import type { Actor } from '../../domain/access/actor.ts';
import { ensureDemoAgencies } from './agencies.ts';
import { DEMO_AGENCIES } from './demo-accounts.ts';
import { takeSeries } from './numbering.ts';
import { ownedBefore, type PopulationPlan } from './population-batch.ts';
import { startMakers } from './population-threads.ts';
import type { SeedTexts } from './rows.ts';
import type { SeedServices } from './services.ts';
import { createSeedStore, type SeedStore } from './store.ts';

export interface PopulationOptions {
  readonly persons: number;
  /** Start of the random series: the same number makes the same persons. */
  readonly seed: number;
  /** Threads that make persons while this one writes them. */
  readonly threads: number;
  onProgress?(done: number): void;
}

/** Persons in one transaction: enough for COPY to be fast, few enough for memory to stay flat. */
const BATCH = 2_000;
/** Below this many persons the start of threads costs more than it saves. */
const WORTH_THREADS = 10_000;
/** Above this share of new rows an index built at the end is cheaper than one kept up row by row. */
const REBUILD_FACTOR = 10;

async function planOf(
  services: SeedServices,
  store: SeedStore,
  actor: Actor,
  { persons, seed }: PopulationOptions,
): Promise<PopulationPlan> {
  const now = services.clock.now();
  const agencies = await ensureDemoAgencies(actor, services.agencies, store);
  const owners = DEMO_AGENCIES.filter(({ kind }) => kind !== 'BORDER').flatMap(
    ({ code }) => agencies.get(code) ?? [],
  );
  const zones = new Map(owners.map(({ state, zone }) => [state, zone]));
  const wanted = [...zones].map(([state, zone]) => {
    const count = ownedBefore(owners, state, persons);
    return { state, zone, persons: count, alerts: count };
  });
  const codes = await store.offenceCodes();
  return {
    seed,
    now: now.getTime(),
    persons,
    owners,
    offenceOf: Object.fromEntries([...codes].reverse().map((code) => [code.state, code])),
    series: await takeSeries(store, wanted, now),
  };
}

/** Adds the population by COPY, in batches that each stand for themselves. */
export async function seedPopulation(
  services: SeedServices,
  actor: Actor,
  options: PopulationOptions,
): Promise<void> {
  const { persons, threads, onProgress } = options;
  const store = createSeedStore(services.database);
  const plan = await planOf(services, store, actor, options);
  const rebuild = persons > REBUILD_FACTOR * 1_000 && (await store.countPersons()) * REBUILD_FACTOR < persons;
  if (rebuild) await store.dropSearchIndexes();
  const makers = startMakers(services.names, plan, persons < WORTH_THREADS ? 0 : threads);
  try {
    const made: Promise<SeedTexts>[] = [];
    let asked = 0;
    const ask = () => {
      for (; asked < persons && made.length <= makers.width; asked += BATCH) {
        const batch = makers.make(asked, Math.min(persons, asked + BATCH));
        // A failure is thrown when its turn comes; until then it must not count as unhandled.
        batch.catch(() => undefined);
        made.push(batch);
      }
    };
    for (let start = 0; start < persons; start += BATCH) {
      ask();
      const texts = await made.shift();
      if (!texts) throw new Error('a batch was not asked for');
      ask();
      const end = Math.min(persons, start + BATCH);
      await store.write(actor, texts, end - start, new Date(plan.now));
      onProgress?.(end);
    }
  } finally {
    await makers.close();
    await store.ensureSearchIndexes();
  }
  await store.tidy();
}
