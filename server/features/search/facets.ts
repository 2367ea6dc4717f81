// Counts beside the results: taken from the persons that may be shown, never from an engine.
import { z } from 'zod';
import type { Entry } from './result-set.ts';

export const FACETS = [
  'sex',
  'nationality',
  'birthDecade',
  'ownerState',
  'alertType',
  'alertStatus',
  'uncacArticle',
] as const;
type Facet = (typeof FACETS)[number];

const facet = z.array(z.object({ value: z.string(), count: z.number() }));

export const facetView = z
  .object(Object.fromEntries(FACETS.map((name) => [name, facet])) as Record<Facet, typeof facet>)
  .nullable()
  .meta({
    id: 'SearchFacets',
    description:
      'How many of the persons found have each value, most frequent first; alerts count only where you may see them. A person counts once per value. "At least" where the total is.',
  });
export type FacetView = z.output<typeof facetView>;

const decadeOf = (year: number): string => String(Math.floor(year / 10) * 10);

const VALUES: Record<Facet, (entry: Entry) => readonly string[]> = {
  sex: ({ record }) => [record.sex ?? 'U'],
  nationality: ({ record }) => record.nationalities,
  birthDecade: ({ record }) => [
    ...record.births.map(({ year }) => decadeOf(year)),
    ...record.birthYears.flatMap(({ from, to }) => [decadeOf(from), decadeOf(to)]),
  ],
  ownerState: ({ alerts }) => alerts.map(({ ownerState }) => ownerState),
  alertType: ({ alerts }) => alerts.map(({ type }) => type),
  alertStatus: ({ alerts }) => alerts.map(({ status }) => status),
  uncacArticle: ({ alerts }) => alerts.flatMap(({ uncacArticles }) => uncacArticles.map(String)),
};

function count(entries: readonly Entry[], valuesOf: (entry: Entry) => readonly string[]) {
  const counts = new Map<string, number>();
  for (const entry of entries)
    for (const value of new Set(valuesOf(entry))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, number]) => ({ value, count: number }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

export const facetsOf = (entries: readonly Entry[]): FacetView =>
  Object.fromEntries(FACETS.map((name) => [name, count(entries, VALUES[name])])) as FacetView;
