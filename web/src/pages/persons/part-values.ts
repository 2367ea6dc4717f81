// Parts of a person as a form holds them: empty texts stand for what is not known.

import type { PersonView } from '../../api/registry-types.ts';

export const PART_MEMBERS = [
  'names',
  'birthDates',
  'nationalities',
  'documents',
  'nationalIds',
  'marks',
] as const;
export type PartMember = (typeof PART_MEMBERS)[number];

export type PartValues = Readonly<Record<string, string | boolean | null | undefined>>;

export const PART_PATH: Readonly<Record<PartMember, string>> = {
  names: 'names',
  birthDates: 'birth-dates',
  nationalities: 'nationalities',
  documents: 'documents',
  nationalIds: 'national-ids',
  marks: 'marks',
};

/** The members that a form of each kind shows. */
export const FORM_MEMBERS: Readonly<Record<PartMember, readonly string[]>> = {
  names: ['type', 'family', 'given', 'patronymic', 'full', 'validFrom', 'validTo', 'legalBasis'],
  birthDates: ['date', 'status', 'isApproximate'],
  nationalities: ['country', 'status'],
  documents: ['type', 'number', 'issuingState', 'issuedOn', 'expiresOn', 'status', 'nameAsPrinted'],
  nationalIds: ['scheme', 'value'],
  marks: ['kind', 'bodyPart', 'description'],
};

/** Without these a part says nothing and is not sent. */
const NEEDED: Readonly<Record<PartMember, readonly string[]>> = {
  names: ['family', 'given', 'full'],
  birthDates: ['date'],
  nationalities: ['country'],
  documents: ['number', 'issuingState'],
  nationalIds: ['value'],
  marks: ['bodyPart', 'description'],
};

export const NEW_PART: Readonly<Record<PartMember, PartValues>> = {
  names: { type: 'PRIMARY' },
  birthDates: { date: '', status: 'TRUE' },
  nationalities: { country: '', status: 'HELD' },
  documents: { type: 'PASSPORT', status: 'VALID' },
  nationalIds: { scheme: 'OTHER' },
  marks: { kind: 'SCAR' },
};

const isGiven = (value: PartValues[string]): boolean =>
  typeof value === 'string' ? value.trim() !== '' : value !== null && value !== undefined;

/** @returns whether anything was written into the form that is worth sending */
export const isWritten = (member: PartMember, value: PartValues): boolean =>
  NEEDED[member].some((name) => isGiven(value[name]));

/** @returns the body of a new part: what was left empty is left out */
export const bodyOfNew = (member: PartMember, value: PartValues) =>
  Object.fromEntries(
    FORM_MEMBERS[member].flatMap((name) => (isGiven(value[name]) ? [[name, value[name]]] : [])),
  );

/** @returns what a form changed of a stored part; what was emptied is null. A full name made of parts is made anew. */
export function bodyOfChange(member: PartMember, stored: PartValues, value: PartValues) {
  const changed = FORM_MEMBERS[member].flatMap((name) => {
    const next = isGiven(value[name]) ? value[name] : null;
    const old = isGiven(stored[name]) ? stored[name] : null;
    return next === old ? [] : [[name, next] as const];
  });
  return Object.fromEntries(changed);
}

/** @returns a stored part as its form holds it */
export const valuesOf = (member: PartMember, part: object): PartValues =>
  Object.fromEntries(FORM_MEMBERS[member].map((name) => [name, (part as PartValues)[name] ?? '']));

export type AnyPart = PersonView[PartMember][number];
