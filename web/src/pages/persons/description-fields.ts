// The members of the recording side's own row, as the form and the record show them.
import type { PersonView } from '../../api/registry-types.ts';

export interface DescriptionValues {
  readonly sex: string;
  readonly deceased: string;
  readonly identityStatus: string;
  readonly birthPlace: string;
  readonly birthCountry: string;
  readonly languages: readonly string[];
  readonly heightCm: string;
  readonly weightKg: string;
  readonly build: string;
  readonly hairColour: string;
  readonly eyeColour: string;
  readonly describedOn: string;
}

export const NO_DESCRIPTION: DescriptionValues = {
  sex: 'U',
  deceased: 'NO',
  identityStatus: 'UNCONFIRMED',
  birthPlace: '',
  birthCountry: '',
  languages: [],
  heightCm: '',
  weightKg: '',
  build: '',
  hairColour: '',
  eyeColour: '',
  describedOn: '',
};

export const DESCRIPTION_MEMBERS = Object.keys(NO_DESCRIPTION) as (keyof DescriptionValues)[];

export function descriptionOf(person: PersonView): DescriptionValues {
  const stored = { ...person.description, sex: person.sex } as Record<string, unknown>;
  return Object.fromEntries(
    DESCRIPTION_MEMBERS.map((name) => {
      const value = stored[name];
      return [
        name,
        name === 'languages' ? (value ?? []) : value === null || value === undefined ? '' : String(value),
      ];
    }),
  ) as unknown as DescriptionValues;
}

const NUMBERS: readonly (keyof DescriptionValues)[] = ['heightCm', 'weightKg'];

const sent = (name: keyof DescriptionValues, value: string | readonly string[]) => {
  if (value === '') return null;
  return NUMBERS.includes(name) ? Number(value) : value;
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** @returns only what differs; what was emptied is null */
export const descriptionChange = (stored: DescriptionValues, typed: DescriptionValues) =>
  Object.fromEntries(
    DESCRIPTION_MEMBERS.filter((name) => !same(stored[name], typed[name])).map((name) => [
      name,
      sent(name, typed[name]),
    ]),
  );
