// Which records of a batch are probably in the registry, or stand twice in the batch itself.
import type { Actor } from '../../domain/access/actor.ts';
import type { PersonSearchRow } from '../../domain/persons/search-row.ts';
import type { SearchRow } from '../../platform/search/port.ts';
import type { DuplicateFinder } from '../search/duplicates.ts';

export interface Likely {
  readonly personId: string;
  readonly band: string;
  readonly score: number;
}

/** @param dated among very many records: nobody whose dates of birth all contradict is sought */
export type FindLikely = (
  actor: Actor,
  rows: readonly (PersonSearchRow | null)[],
  dated?: boolean,
) => Promise<Likely[][]>;

/** Kept per record: more say no more. */
const KEPT = 5;
/** Rows that share so few keys have a common word at most. */
const SHARED_KEYS = 2;

const byScore = (a: Likely, b: Likely): number => b.score - a.score;

export function createFindLikely(
  duplicates: Pick<DuplicateFinder, 'findLikeRow' | 'compareRows'>,
): FindLikely {
  /** Earlier rows of the batch that share keys or a number with the row. */
  function neighboursOf(rows: readonly (PersonSearchRow | null)[], place: number): PersonSearchRow[] {
    const row = rows[place];
    if (!row) return [];
    const keys = new Set(row.keys);
    const exact = new Set(row.exact);
    return rows.slice(0, place).filter((other): other is PersonSearchRow => {
      if (!other) return false;
      if (other.exact.some((number) => exact.has(number))) return true;
      let shared = 0;
      for (const key of other.keys) if (keys.has(key) && ++shared >= SHARED_KEYS) return true;
      return false;
    });
  }

  async function likelyOf(
    actor: Actor,
    rows: readonly (PersonSearchRow | null)[],
    place: number,
    dated: boolean,
  ): Promise<Likely[]> {
    const row = rows[place] as SearchRow | null | undefined;
    if (!row) return [];
    const found = await duplicates.findLikeRow(actor, row, dated);
    const likely = found.map(({ personId, match: { band, score } }) => ({ personId, band, score }));
    for (const other of neighboursOf(rows, place)) {
      const match = await duplicates.compareRows(actor, row, other as SearchRow);
      if (match) likely.push({ personId: other.personId, band: match.band, score: match.score });
    }
    return likely.sort(byScore).slice(0, KEPT);
  }

  return async (actor, rows, dated = false) => {
    const found: Likely[][] = [];
    // Two at a time: while the database looks one up, the other is compared.
    for (let place = 0; place < rows.length; place += 2)
      found.push(...(await Promise.all([0, 1].map((next) => likelyOf(actor, rows, place + next, dated)))));
    return found.slice(0, rows.length);
  };
}
