// How long work that nobody waits for rests between two steps, so that those who wait for an answer hardly notice it.

/** Of each moment of work, so many moments of rest. */
const REST = 3;
/** A step that took several times as long as the same work takes alone has met others, and makes room for them. */
const MOST_CROWDED = 4;
const LONGEST_REST_MS = 4_000;
/** One lucky step does not set the mark for the whole night. */
const MARK_RISES = 1.02;

export interface Pace {
  /** Milliseconds per record of the quickest steps; null before the first one. */
  readonly mark: number | null;
}

export const NO_PACE: Pace = { mark: null };

/**
 * @param worked milliseconds that the step took, waiting for others included
 * @param records how many it handled, at least one
 * @returns milliseconds of rest, and the pace by which the next step is judged
 */
export function restAfter(pace: Pace, worked: number, records: number): { rest: number; pace: Pace } {
  const each = worked / records;
  const mark = Math.min(each, pace.mark === null ? each : pace.mark * MARK_RISES);
  const crowded = mark > 0 ? Math.min(MOST_CROWDED, each / mark) : 1;
  return { rest: Math.min(LONGEST_REST_MS, worked * REST * crowded), pace: { mark } };
}
