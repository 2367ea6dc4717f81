// Fills the registry with invented persons: the demo set, or a population of any size.
import { type Actor, systemActor } from '../../domain/access/actor.ts';
import { formatAlertNumber } from '../../domain/alerts/alert-number.ts';
import { calendarDateIn } from '../../domain/dates/zone.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import { formatRegistryNumber } from '../../domain/persons/registry-number.ts';
import { createMix } from '../../domain/population/mix.ts';
import { generatePerson } from '../../domain/population/person.ts';
import { createRandom, reseed } from '../../domain/population/random.ts';
import type { Clock } from '../../platform/clock.ts';
import { alone } from '../../platform/database/alone.ts';
import type { Database } from '../../platform/database/database.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { newId } from '../../platform/ids.ts';
import { loadPopulationTables } from '../../platform/name-lists/load.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { AgencyService } from '../agencies/service.ts';
import type { UserService } from '../users/service.ts';
import { ensureDemoAccounts, ensureDemoAgencies } from './agencies.ts';
import { demoRecords } from './demo.ts';
import { DEMO_AGENCIES, type DemoAgencyCode } from './demo-accounts.ts';
import { demoWarrant } from './demo-warrant.ts';
import { type AlertPlan, alertOf, recordOf, type Substance } from './invented.ts';
import { addRecord } from './person-rows.ts';
import type { SeedAgency, SeedContext, SeedRecord } from './record.ts';
import { emptyRows, type SeedRows } from './rows.ts';
import { createSeedStore, type SeedStore } from './store.ts';

export interface SeedServices {
  database: Database;
  clock: Clock;
  vault: Vault;
  names: NameEngine;
  files: FileStore;
  agencies: AgencyService;
  users: UserService;
}

export interface PopulationOptions {
  persons: number;
  /** Start of the random series: the same number makes the same persons. */
  seed: number;
  onProgress?(done: number): void;
}

/** Persons in one transaction: enough for COPY to be fast, few enough for memory to stay flat. */
const BATCH = 2_000;
/** Above this share of new rows an index built at the end is cheaper than one kept up row by row. */
const REBUILD_FACTOR = 10;

/** Numbers of a batch are taken in one go, so that the series of a state has no second writer to wait for. */
async function numbering(store: SeedStore, records: readonly SeedRecord[], now: Date) {
  const count = new Map<string, { persons: number; alerts: number; zone: string }>();
  for (const { source, alerts } of records) {
    const entry = count.get(source.state) ?? { persons: 0, alerts: 0, zone: source.zone };
    entry.persons += 1;
    entry.alerts += alerts.length;
    count.set(source.state, entry);
  }
  const next = new Map<string, { year: number; person: number; alert: number }>();
  for (const [state, { persons, alerts, zone }] of count) {
    const year = Number(calendarDateIn(zone, now).slice(0, 4));
    next.set(state, {
      year,
      person: await store.takeNumbers(`person:${state}:${year}`, persons),
      alert: await store.takeNumbers(`alert:${state}:${year}`, alerts),
    });
  }
  return next;
}

/** ISO 3166 alpha-2 of the states that own demo data. */
const SHORT: Readonly<Record<string, string>> = { KGZ: 'KG', KAZ: 'KZ', UZB: 'UZ', TJK: 'TJ' };

/** Makes the rows of a batch: all the work that is ours, none of the database's but taking numbers. */
async function prepareBatch(
  services: SeedServices,
  store: SeedStore,
  records: readonly SeedRecord[],
  now: Date,
): Promise<SeedRows> {
  const numbers = await numbering(store, records, now);
  const take = (state: string, kind: 'person' | 'alert') => {
    const series = numbers.get(state);
    if (!series) throw new Error(`no numbers were taken for ${state}`);
    const sequence = series[kind];
    series[kind] += 1;
    return { year: series.year, sequence };
  };
  const context: SeedContext = {
    engine: services.names,
    now,
    newId: () => newId(now.getTime()),
    registryNumber: (state) =>
      formatRegistryNumber({ state: SHORT[state] ?? 'XX', ...take(state, 'person') }),
    alertNumber: (state) => formatAlertNumber({ state, ...take(state, 'alert') }),
  };
  const rows = emptyRows();
  for (const record of records) addRecord(rows, context, record);
  return rows;
}

async function substanceOf(services: SeedServices, store: SeedStore): Promise<Substance> {
  const codes = await store.offenceCodes();
  const { sha256, bytes } = await services.files.put(demoWarrant());
  return {
    offenceOf: (state) => codes.find((code) => code.state === state)?.id,
    paper: { sha256, bytes },
  };
}

/**
 * Loads the demo agencies, accounts and persons into an empty registry; of several processes that start at once, one does.
 * @returns how many persons were added; 0 when the registry is not empty
 */
export const seedDemo = (services: SeedServices): Promise<number> =>
  alone(services.database.pool, 'demo-data', () => seedDemoAlone(services));

async function seedDemoAlone(services: SeedServices): Promise<number> {
  const store = createSeedStore(services.database, services.vault);
  await store.ensureSearchIndexes();
  const actor = systemActor('seed-demo', newId());
  if ((await store.countPersons()) > 0) return 0;
  await ensureDemoAccounts(actor, services.users, await ensureDemoAgencies(actor, services.agencies, store));
  // Again: the agencies now name their people as authors.
  const agencies = await ensureDemoAgencies(actor, services.agencies, store);
  const substance = await substanceOf(services, store);
  const now = services.clock.now();
  const records = demoRecords(agencies, loadPopulationTables(), substance, now);
  await store.write(actor, await prepareBatch(services, store, records, now), records.length, now);
  return records.length;
}

const POPULATION_PLANS: readonly AlertPlan[] = [
  ...Array.from({ length: 16 }, (): AlertPlan => ({ type: 'ARREST_PROSECUTION', status: 'ACTIVE' })),
  { type: 'LOCATE_ACCUSED', status: 'ACTIVE' },
  { type: 'SPECIFIC_CHECK', status: 'ACTIVE' },
  { type: 'DISCREET_CHECK', status: 'ACTIVE', sharedWithStates: ['KGZ', 'KAZ'] },
  { type: 'ARREST_PROSECUTION', status: 'WITHDRAWN' },
];

/** Adds a population of invented persons by COPY, in batches that each stand for themselves. */
export async function seedPopulation(
  services: SeedServices,
  actor: Actor,
  { persons, seed, onProgress }: PopulationOptions,
): Promise<void> {
  const store = createSeedStore(services.database, services.vault);
  const agencies = await ensureDemoAgencies(actor, services.agencies, store);
  const owners: SeedAgency[] = DEMO_AGENCIES.filter(({ kind }) => kind !== 'BORDER').flatMap(({ code }) => {
    const agency = agencies.get(code as DemoAgencyCode);
    return agency ? [agency] : [];
  });
  const codes = await store.offenceCodes();
  const firstCode = new Map([...codes].reverse().map(({ state, id }) => [state, id]));
  const substance: Substance = { offenceOf: (state) => firstCode.get(state), paper: undefined };
  const tables = loadPopulationTables();
  const now = services.clock.now();
  const mix = createMix(now.getUTCFullYear());
  const random = createRandom(seed, 0);
  const rebuild = persons > REBUILD_FACTOR * 1_000 && (await store.countPersons()) * REBUILD_FACTOR < persons;
  if (rebuild) await store.dropSearchIndexes();
  try {
    let writing: Promise<void> = Promise.resolve();
    for (let start = 0; start < persons; start += BATCH) {
      const end = Math.min(persons, start + BATCH);
      const records: SeedRecord[] = [];
      for (let index = start; index < end; index += 1) {
        reseed(random, seed, index);
        const source = owners[index % owners.length];
        const plan = POPULATION_PLANS[index % POPULATION_PLANS.length];
        if (!source || !plan) throw new Error('there is no demo agency to own the persons');
        records.push(
          recordOf(generatePerson(random, tables, mix), source, [alertOf(plan, source, now, substance)]),
        );
      }
      // The database takes in one batch while the next is made.
      const rows = await prepareBatch(services, store, records, now);
      await writing;
      onProgress?.(start);
      writing = store.write(actor, rows, records.length, now);
      // A failure is thrown at the next await; until then it must not count as unhandled.
      writing.catch(() => undefined);
    }
    await writing;
    onProgress?.(persons);
  } finally {
    await store.ensureSearchIndexes();
  }
  await store.tidy();
}
