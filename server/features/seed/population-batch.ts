// Makes a stretch of the invented population as COPY text; needs no database, so it can run in a thread of its own.
import type { NameEngine } from '../../domain/names/engine.ts';
import { createMix } from '../../domain/population/mix.ts';
import { generatePerson } from '../../domain/population/person.ts';
import { createRandom, reseed } from '../../domain/population/random.ts';
import type { PopulationTables } from '../../domain/population/tables.ts';
import { newId } from '../../platform/ids.ts';
import { type AlertPlan, alertOf, recordOf, type Substance } from './invented.ts';
import { numberer, type Series, type SeriesByState } from './numbering.ts';
import { addRecord } from './person-rows.ts';
import type { SeedAgency, SeedOffence } from './record.ts';
import { emptyRows, type SeedTexts, textsOf } from './rows.ts';

/** Everything that decides what the population looks like; plain data, so that it can be sent to a thread. */
export interface PopulationPlan {
  readonly seed: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Dealt out in turn by the person's place in the population. */
  readonly owners: readonly SeedAgency[];
  readonly offenceOf: Readonly<Record<string, SeedOffence>>;
  /** The first numbers of each state. */
  readonly series: SeriesByState;
}

export type BatchMaker = (start: number, end: number) => SeedTexts;

const PLANS: readonly AlertPlan[] = [
  ...Array.from({ length: 16 }, (): AlertPlan => ({ type: 'ARREST_PROSECUTION', status: 'ACTIVE' })),
  { type: 'LOCATE_ACCUSED', status: 'ACTIVE' },
  { type: 'SPECIFIC_CHECK', status: 'ACTIVE' },
  { type: 'DISCREET_CHECK', status: 'ACTIVE', sharedWithStates: ['KGZ', 'KAZ'] },
  { type: 'ARREST_PROSECUTION', status: 'WITHDRAWN' },
];

/** How many of the first `end` persons a state owns. */
export function ownedBefore(owners: readonly SeedAgency[], state: string, end: number): number {
  const inTurn = owners.filter((owner) => owner.state === state).length;
  const rest = owners.slice(0, end % owners.length).filter((owner) => owner.state === state).length;
  return Math.floor(end / owners.length) * inTurn + rest;
}

/** The numbers that are left when the first `start` persons have theirs: each has one alert. */
function seriesAt({ series, owners }: PopulationPlan, start: number): SeriesByState {
  return Object.fromEntries(
    Object.entries(series).map(([state, { year, person, alert }]): [string, Series] => {
      const gone = ownedBefore(owners, state, start);
      return [state, { year, person: person + gone, alert: alert + gone }];
    }),
  );
}

export function createBatchMaker(
  engine: NameEngine,
  tables: PopulationTables,
  plan: PopulationPlan,
): BatchMaker {
  const now = new Date(plan.now);
  const mix = createMix(now.getUTCFullYear());
  const random = createRandom(plan.seed, 0);
  const substance: Substance = { offenceOf: (state) => plan.offenceOf[state], paper: undefined };
  return (start, end) => {
    const context = { engine, now, newId: () => newId(plan.now), ...numberer(seriesAt(plan, start)) };
    const rows = emptyRows();
    for (let index = start; index < end; index += 1) {
      reseed(random, plan.seed, index);
      const source = plan.owners[index % plan.owners.length];
      const alert = PLANS[index % PLANS.length];
      if (!source || !alert) throw new Error('there is no agency to own the persons');
      const person = generatePerson(random, tables, mix);
      addRecord(rows, context, recordOf(person, source, [alertOf(alert, source, now, substance)]));
    }
    return textsOf(rows);
  };
}
