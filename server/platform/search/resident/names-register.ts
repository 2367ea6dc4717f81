// What a register of names and dates in memory is given of a search row.
import type { DatedNames, DatedPerson } from '../../../domain/names/register/dated-names.ts';
import { isUndated, type PersonSearchRow } from '../../../domain/persons/search-row.ts';

/** What is needed of a register to fill it and keep it current. */
export type KeptNames = Pick<DatedNames, 'put' | 'remove' | 'persons' | 'words'>;

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
