// A calendar date of which only a part may be known; never stored as 1 January.

/** Years 1850–2200, months 1–12, days 1–31; a day is never given without its month. */
export interface PartialDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}
