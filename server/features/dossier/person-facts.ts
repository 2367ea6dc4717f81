// A person's record as lines of a printed sheet, as far as it is open to the reader.
import type { OpenPerson } from '../persons/service.ts';
import type { DossierPerson } from './facts.ts';

type Name = OpenPerson['names'][number];

const two = (value: number | null): string => (value === null ? '??' : String(value).padStart(2, '0'));

/** In the script of the language first: a Kazakh reader is not shown Latin letters where Cyrillic ones are known. */
function mainName(names: readonly Name[]): Name | undefined {
  const primary = names.filter(({ type }) => type === 'PRIMARY');
  return primary.find(({ script }) => script === 'Cyrl') ?? primary[0] ?? names[0];
}

export function personFactsOf(
  person: OpenPerson,
  { photo, nameOf }: { photo: Buffer | null; nameOf: (state: string) => string },
): DossierPerson {
  const { row, described } = person;
  const main = mainName(person.names);
  const others = person.names.filter((name) => name !== main && name.type !== 'TRANSLITERATED');
  return {
    registryNumber: row.registryNumber,
    name: main?.full ?? row.registryNumber,
    otherNames: [...new Set(others.map(({ full }) => full))].filter((full) => full !== main?.full),
    // Two states may know the same day.
    births: [
      ...new Set(person.birthDates.map(({ year, month, day }) => `${year}-${two(month)}-${two(day)}`)),
    ],
    birthPlace: described ? row.birthPlace : null,
    sex: described ? row.sex : 'U',
    nationalities: person.nationalities.map(({ country }) => nameOf(country)),
    identityPapers: person.documents.map(({ number, issuingState }) => `${number} (${issuingState})`),
    nationalIds: person.nationalIds.map(({ scheme, value }) => `${scheme.replaceAll('_', ' ')} ${value}`),
    marks: person.marks.map(({ bodyPart, description }) => `${bodyPart}: ${description}`),
    photo,
  };
}
