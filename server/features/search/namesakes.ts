// How many persons a question cannot tell apart, and by which full names they go.
import { z } from 'zod';
import type { AnalysedName } from '../../domain/names/analysed-name.ts';
import type { Entry } from './result-set.ts';

/** Names listed of an ambiguous question. */
const MOST_GROUPS = 20;
/** Log-odds within which two names agree with the question equally well. */
const SAME = 0.05;

export const namesakesView = z
  .object({
    value: z.number(),
    relation: z.enum(['EXACT', 'AT_LEAST']),
    ambiguous: z.boolean().meta({
      description: 'The name has fewer than two full words: it fits many, whoever comes first.',
    }),
    groups: z.array(z.object({ name: z.string(), persons: z.number() })),
  })
  .nullable()
  .meta({
    id: 'Namesakes',
    description:
      'How many of the persons found bear a name that agrees as well as that of the best. For an ambiguous name also by which full names they go, best first.',
  });
export type NamesakesView = z.output<typeof namesakesView>;

/** @returns whether the name has fewer than two full words: a family name alone, or with initials only */
const isAmbiguous = ({ tokens }: AnalysedName): boolean =>
  tokens.filter(({ role }) => role !== 'initial' && role !== 'particle').length < 2;

/** @param entries in the order of their scores */
export function namesakesOf(name: AnalysedName, entries: readonly Entry[], cut: boolean): NamesakesView {
  const odds = entries.flatMap(({ match }) => match?.nameComparison?.logOdds ?? []);
  const best = Math.max(...odds);
  const value = odds.filter((one) => one >= best - SAME).length;
  const ambiguous = isAmbiguous(name);
  return {
    value,
    relation: cut ? 'AT_LEAST' : 'EXACT',
    ambiguous,
    groups: ambiguous ? groupsOf(entries) : [],
  };
}

function groupsOf(entries: readonly Entry[]) {
  const groups = new Map<string, { name: string; persons: number }>();
  for (const { match } of entries) {
    const raw = match?.bestName?.raw;
    if (raw === undefined) continue;
    const key = raw.normalize('NFC').toLowerCase();
    const known = groups.get(key);
    if (known) known.persons += 1;
    else groups.set(key, { name: raw, persons: 1 });
  }
  return [...groups.values()].slice(0, MOST_GROUPS);
}
