// Fills an empty registry with the demo set; a population of any size is made in population.ts.
import { systemActor } from '../../domain/access/actor.ts';
import { calendarDateIn } from '../../domain/dates/zone.ts';
import { alone } from '../../platform/database/alone.ts';
import { newId } from '../../platform/ids.ts';
import { loadPopulationTables } from '../../platform/name-lists/load.ts';
import { ensureDemoAccounts, ensureDemoAgencies } from './agencies.ts';
import { demoRecords } from './demo.ts';
import { demoPaper } from './demo-paper.ts';
import { seedDemoRecovery } from './demo-recovery.ts';
import type { Substance } from './invented.ts';
import { numberer, takeSeries, type Wanted } from './numbering.ts';
import { addRecord } from './person-rows.ts';
import type { SeedAgency, SeedRecord } from './record.ts';
import { emptyRows, textsOf } from './rows.ts';
import type { SeedServices } from './services.ts';
import { createSeedStore, type SeedStore } from './store.ts';

export { seedPopulation } from './population.ts';

function wantedBy(records: readonly SeedRecord[]): Wanted[] {
  const wanted = new Map<string, Wanted>();
  const count = ({ state, zone }: SeedAgency, persons: number, alerts: number) => {
    const before = wanted.get(state) ?? { state, zone, persons: 0, alerts: 0 };
    wanted.set(state, { ...before, persons: before.persons + persons, alerts: before.alerts + alerts });
  };
  for (const { source, alerts } of records) {
    count(source, 1, 0);
    // Another state may want the same person.
    for (const { owner } of alerts) count(owner, 0, 1);
  }
  return [...wanted.values()];
}

async function substanceOf(services: SeedServices, store: SeedStore): Promise<Substance> {
  const codes = await store.offenceCodes();
  const { sha256, bytes } = await services.files.put(demoPaper('DEMO - invented warrant, no legal effect'));
  return {
    offenceOf: (state) => codes.find((code) => code.state === state),
    paper: { sha256, bytes },
  };
}

/**
 * Loads the demo agencies, accounts and persons into an empty registry; of several processes that start at once, one does.
 * @returns how many persons were added; 0 when the registry is not empty
 */
export const seedDemo = (services: SeedServices): Promise<number> =>
  alone(services.database.pool, 'demo-data', () => seedDemoAlone(services));

/** Puts right what a seed that was killed left undone. @returns names of the search indexes that had to be built */
export const finishSeeds = ({ database }: SeedServices): Promise<string[]> =>
  alone(database.pool, 'demo-data', () => createSeedStore(database).ensureSearchIndexes());

async function seedDemoAlone(services: SeedServices): Promise<number> {
  const store = createSeedStore(services.database);
  const actor = systemActor('seed-demo', newId());
  if ((await store.countPersons()) > 0) return 0;
  await ensureDemoAccounts(actor, services.users, await ensureDemoAgencies(actor, services.agencies, store));
  // Again: the agencies now name their people as authors.
  const agencies = await ensureDemoAgencies(actor, services.agencies, store);
  const substance = await substanceOf(services, store);
  const now = services.clock.now();
  const records = demoRecords(agencies, loadPopulationTables(), substance, now);
  const series = await takeSeries(store, wantedBy(records), now);
  const rows = emptyRows();
  const context = {
    engine: services.names,
    now,
    newId: () => newId(now.getTime()),
    ...numberer(series),
  };
  for (const record of records) addRecord(rows, context, record);
  await store.write(actor, textsOf(rows), records.length, now);
  const [owner, executing] = [agencies.get('DEMO-KGZ-CA'), agencies.get('DEMO-KAZ-CA')];
  if (owner && executing) {
    const today = calendarDateIn(owner.zone, now);
    await seedDemoRecovery({ ...services, today, owner, executing });
  }
  return records.length;
}
