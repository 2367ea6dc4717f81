// Times as the browser's fields give them, and as the API takes them.

/** @param local what a MomentInput holds, in the zone of the browser */
export const instantOf = (local: string): string => new Date(local).toISOString();

/** @returns an instant as a MomentInput holds it */
export function localOf(instant: Date): string {
  const shifted = new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
