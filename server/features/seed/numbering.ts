// Registry and alert numbers for seeded records: taken from the series in one go, handed out in order.
import { formatAlertNumber } from '../../domain/alerts/alert-number.ts';
import { calendarDateIn } from '../../domain/dates/zone.ts';
import { formatRegistryNumber } from '../../domain/persons/registry-number.ts';
import type { SeedContext } from './record.ts';
import type { SeedStore } from './store.ts';

/** What a state still has to give. */
export interface Series {
  readonly year: number;
  person: number;
  alert: number;
}

export type SeriesByState = Readonly<Record<string, Series>>;

export interface Wanted {
  readonly state: string;
  readonly zone: string;
  readonly persons: number;
  readonly alerts: number;
}

/** ISO 3166 alpha-2 of the states that own demo data. */
const SHORT: Readonly<Record<string, string>> = { KGZ: 'KG', KAZ: 'KZ', UZB: 'UZ', TJK: 'TJ' };

/** Takes the numbers of all wanted records; what a killed seed leaves unused stays a gap. */
export async function takeSeries(
  store: SeedStore,
  wanted: readonly Wanted[],
  now: Date,
): Promise<SeriesByState> {
  const series: Record<string, Series> = {};
  for (const { state, zone, persons, alerts } of wanted) {
    const year = Number(calendarDateIn(zone, now).slice(0, 4));
    series[state] = {
      year,
      person: await store.takeNumbers(`person:${state}:${year}`, persons),
      alert: await store.takeNumbers(`alert:${state}:${year}`, alerts),
    };
  }
  return series;
}

/** @param series counted up as numbers are handed out */
export function numberer(series: SeriesByState): Pick<SeedContext, 'registryNumber' | 'alertNumber'> {
  const take = (state: string, kind: 'person' | 'alert') => {
    const of = series[state];
    if (!of) throw new Error(`no numbers were taken for ${state}`);
    const sequence = of[kind];
    of[kind] += 1;
    return { year: of.year, sequence };
  };
  return {
    registryNumber: (state) =>
      formatRegistryNumber({ state: SHORT[state] ?? 'XX', ...take(state, 'person') }),
    alertNumber: (state) => formatAlertNumber({ state, ...take(state, 'alert') }),
  };
}
