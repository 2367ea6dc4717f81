// How a link between two installations is kept: when to try again, and when silence means that nothing may be relied on.

const SECOND = 1_000;

/** After so long without a signed word a link counts as silent; a sign of life goes out every minute. In milliseconds. */
export const SILENT_AFTER_MS = 5 * 60 * SECOND;

export const isSilent = (heardAt: Date | null, now: Date): boolean =>
  heardAt === null || now.getTime() - heardAt.getTime() > SILENT_AFTER_MS;

/**
 * Tries never end: a message that is not sent is never forgotten.
 * @param failures in a row, at least 1
 * @param spread 0–1, so that many do not come back together
 * @returns milliseconds until the next try: 1 s, doubled each time, half a minute at most: a withdrawal has a minute to arrive
 */
export function pauseAfter(failures: number, spread: number): number {
  const pause = Math.min(30 * SECOND, SECOND * 2 ** Math.min(failures - 1, 5));
  return Math.round(pause * (1 + 0.2 * spread));
}
