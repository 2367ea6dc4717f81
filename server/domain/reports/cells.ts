// What a report counts: facts at their places, and the printed sums over them.
import type { Mark } from './vocabulary.ts';

export const DIMENSIONS = ['rq', 'rd', 'quarter', 'group'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type Place = Readonly<Record<Dimension, string>>;

/** How often something of one family was counted at one place. */
export interface Fact extends Place {
  /** What is counted; facts of two families never add up. */
  readonly family: string;
  readonly count: number;
}

/** A printed sum: every fact of the family whose place lies within; a dimension that is not named is summed over. */
export interface Cell {
  readonly family: string;
  readonly within: Readonly<Partial<Record<Dimension, readonly string[]>>>;
  readonly value: number;
}

export interface MarkedCell extends Cell {
  readonly mark: Exclude<Mark, 'NONE'>;
}

export const lies = (place: Place, { within }: Pick<Cell, 'within'>): boolean =>
  DIMENSIONS.every((dimension) => within[dimension]?.includes(place[dimension]) ?? true);

export const sumOf = (facts: readonly Fact[], cell: Omit<Cell, 'value'>): number =>
  facts.reduce((sum, fact) => (fact.family === cell.family && lies(fact, cell) ? sum + fact.count : sum), 0);
