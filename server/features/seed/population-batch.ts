// Makes a stretch of the invented population as COPY text; needs no database, so it can run in a thread of its own.
import type { AnalysedName } from '../../domain/names/analysed-name.ts';
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
  /** How many persons there will be. */
  readonly persons: number;
  /** Dealt out in turn by the person's place in the population. */
  readonly owners: readonly SeedAgency[];
  readonly offenceOf: Readonly<Record<string, SeedOffence>>;
  /** The first numbers of each state. */
  readonly series: SeriesByState;
}

export type BatchMaker = (start: number, end: number) => SeedTexts;

/** Names given in one piece and in no language pass here too: memory stays flat. */
const MOST_PLACES = 5_000;

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

/** A few places return in a million births: each is analysed once. Names of persons seldom return. */
function rememberPlaces(engine: NameEngine): NameEngine {
  const known = new Map<string, AnalysedName>();
  return {
    ...engine,
    analyse(input) {
      if (input.full === undefined || input.language !== undefined) return engine.analyse(input);
      let name = known.get(input.full);
      if (!name) {
        name = engine.analyse(input);
        if (known.size < MOST_PLACES) known.set(input.full, name);
      }
      return name;
    },
  };
}

export function createBatchMaker(
  engine: NameEngine,
  tables: PopulationTables,
  plan: PopulationPlan,
): BatchMaker {
  const now = new Date(plan.now);
  const mix = createMix(now.getUTCFullYear());
  const random = createRandom(plan.seed, 0);
  const remembering = rememberPlaces(engine);
  const substance: Substance = { offenceOf: (state) => plan.offenceOf[state], paper: undefined };
  return (start, end) => {
    let idTime = 0;
    const context = {
      engine: remembering,
      now,
      newId: () => newId(idTime),
      ...numberer(seriesAt(plan, start)),
    };
    const rows = emptyRows();
    for (let index = start; index < end; index += 1) {
      reseed(random, plan.seed, index);
      // A millisecond each, so that every index grows at its end: with ids of one moment it would be hit all over.
      idTime = plan.now - plan.persons + index;
      const source = plan.owners[index % plan.owners.length];
      const alert = PLANS[index % PLANS.length];
      if (!source || !alert) throw new Error('there is no agency to own the persons');
      const person = generatePerson(random, tables, mix);
      addRecord(rows, context, recordOf(person, source, [alertOf(alert, source, now, substance)]));
    }
    return textsOf(rows);
  };
}
