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

/** Of each row the earlier ones of the batch that share keys or a number with it. */
function neighboursOf(rows: readonly (PersonSearchRow | null)[]): number[][] {
  const holders = new Map<number | string, number[]>();
  return rows.map((row, place) => {
    const shared = new Map<number, number>();
    const meet = (handle: number | string, worth: number) => {
      const earlier = holders.get(handle);
      for (const other of earlier ?? []) shared.set(other, (shared.get(other) ?? 0) + worth);
      if (earlier) earlier.push(place);
      else holders.set(handle, [place]);
    };
    for (const key of row?.keys ?? []) meet(key, 1);
    for (const number of row?.exact ?? []) meet(number, SHARED_KEYS);
    return [...shared].filter(([, worth]) => worth >= SHARED_KEYS).map(([other]) => other);
  });
}

export function createFindLikely(
  duplicates: Pick<DuplicateFinder, 'findLikeRows' | 'rowComparer'>,
): FindLikely {
  return async (actor, rows, dated = false) => {
    const compare = await duplicates.rowComparer(actor);
    const neighbours = neighboursOf(rows);
    const found = await duplicates.findLikeRows(actor, rows as readonly (SearchRow | null)[], dated);
    return found.map((others, place) => {
      const likely = others.map(({ personId, match: { band, score } }) => ({ personId, band, score }));
      for (const earlier of neighbours[place] ?? []) {
        const [row, other] = [rows[place], rows[earlier]] as [SearchRow, SearchRow];
        const match = compare(row, other);
        if (match) likely.push({ personId: other.personId, band: match.band, score: match.score });
      }
      return likely.sort(byScore).slice(0, KEPT);
    });
  };
}
