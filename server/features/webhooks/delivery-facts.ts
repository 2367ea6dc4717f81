// When a delivery is tried again, and what its makers and its courier have to agree on.

/** The job that tries one delivery. */
export const DELIVER_WEBHOOK = 'deliver-webhook';

/** Where a webhook's secret stands; part of its encryption. */
export const SECRET_CONTEXT = 'webhook.secret';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** After the first attempt; together a little more than a day. */
const PAUSES = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 8 * HOUR, 10 * HOUR] as const;

/** A webhook whose deliveries all died and that took nothing for this long is disabled. */
export const DISABLE_AFTER_MS = 3 * 24 * HOUR;

/**
 * @param made attempts so far, at least 1
 * @param spread 0–1, so that what failed together does not come back together
 * @returns milliseconds until the next attempt, or null when it was the last
 */
export function pauseAfter(made: number, spread: number): number | null {
  const pause = PAUSES[made - 1];
  return pause === undefined ? null : Math.round(pause * (1 + 0.2 * spread));
}
