// What the publication gate has to know about a person, read as rows with their sources.
import type { SourceFacts } from '../../domain/access/scope.ts';
import { type BirthDate, birthDateOf } from '../../domain/dates/birth-date.ts';
import type { WrittenName } from '../../domain/persons/name-rules.ts';
import type { BirthDateStatus, Deceased, Sex } from '../../domain/persons/vocabulary.ts';
import type { Tx } from '../../platform/database/database.ts';

type Sourced<T> = T & SourceFacts;

export interface PersonFacts {
  readonly sex: Sex;
  readonly deceased: Deceased;
  readonly names: readonly Sourced<WrittenName>[];
  readonly births: readonly Sourced<{ readonly birth: BirthDate }>[];
  readonly photos: readonly SourceFacts[];
  readonly documents: readonly SourceFacts[];
  readonly nationalIds: readonly SourceFacts[];
}

const SOURCE = { sourceState: true, sourceAgencyId: true, sensitivity: true, alertId: true } as const;

/** @throws Error when there is no such person: an alert always has one */
export async function readPersonFacts(db: Tx['db'], personId: string): Promise<PersonFacts> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      sex: true,
      deceased: true,
      names: { select: { type: true, full: true, family: true, given: true, patronymic: true, ...SOURCE } },
      birthDates: {
        select: {
          year: true,
          month: true,
          day: true,
          isApproximate: true,
          yearFrom: true,
          yearTo: true,
          status: true,
          ...SOURCE,
        },
      },
      photos: { select: SOURCE },
      documents: { select: SOURCE },
      nationalIds: { select: SOURCE },
    },
  });
  const { birthDates, ...facts } = person;
  return {
    ...facts,
    births: birthDates.map(({ status, ...row }) => ({
      ...row,
      birth: birthDateOf({ ...row, status: status as BirthDateStatus }),
    })),
  };
}
