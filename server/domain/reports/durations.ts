// How long something took: closed intervals only; what is still open is counted beside them and never averaged.

export interface DurationSummary {
  readonly closed: number;
  readonly open: number;
  /** Days; null without a closed interval. */
  readonly median: number | null;
  readonly p90: number | null;
}

/** Nearest rank, so that every printed value is one that occurred; the median of an even number is the mean of the middle two. */
export function summarise(days: readonly number[], open: number): DurationSummary {
  const sorted = [...days].sort((left, right) => left - right);
  const { length } = sorted;
  if (length === 0) return { closed: 0, open, median: null, p90: null };
  const at = (index: number): number => sorted[index] ?? 0;
  const middle = Math.floor(length / 2);
  const median = length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
  return { closed: length, open, median, p90: at(Math.ceil(length * 0.9) - 1) };
}

const DAY_MS = 86_400_000;

/** Whole days from one calendar day to another. */
export const daysFromTo = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
