// The six kinds of parts, each with the member of a person that holds it.
import { birthDateKind } from './birth-dates.ts';
import { documentKind } from './documents.ts';
import { markKind } from './marks.ts';
import { nameKind } from './names.ts';
import { nationalIdKind } from './national-ids.ts';
import { nationalityKind } from './nationalities.ts';
import type { AnyPartKind } from './part-kind.ts';

export const PART_MEMBERS = [
  'names',
  'birthDates',
  'nationalities',
  'documents',
  'nationalIds',
  'marks',
] as const;
/** The member of a person's body, view and row that lists the parts of a kind. */
export type PartMember = (typeof PART_MEMBERS)[number];

export const PART_KINDS: Readonly<Record<PartMember, AnyPartKind>> = {
  names: nameKind,
  birthDates: birthDateKind,
  nationalities: nationalityKind,
  documents: documentKind,
  nationalIds: nationalIdKind,
  marks: markKind,
};
