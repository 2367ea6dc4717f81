// What a register of names and dates in memory is given of a search row.
import type { PartialDate } from '../../../domain/dates/partial-date.ts';
import { isUndated, type PersonSearchRow } from '../../../domain/persons/search-row.ts';

export interface DatedPerson {
  readonly id: string;
  readonly names: readonly {
    readonly packed: string;
    /** Some reader may see the name and no full date beside it. */
    readonly undated: boolean;
  }[];
  readonly births: readonly PartialDate[];
}

export interface DatedNames {
  /** Takes the place of what was known of the person. */
  put(person: DatedPerson): void;
  remove(id: string): void;
  readonly persons: number;
  readonly words: number;
}

export function datedPerson(
  id: string,
  { names, births }: Pick<PersonSearchRow, 'names' | 'births'>,
): DatedPerson {
  return {
    id,
    names: names.map(({ packed, scope }) => ({ packed, undated: isUndated(births, scope) })),
    births: births.flatMap((birth) => {
      if (!('year' in birth)) return [];
      const { scope: _, ...date } = birth;
      return [date];
    }),
  };
}
