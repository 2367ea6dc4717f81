// The frozen definitions of all numbers. A change of a rule is a new version of the definitions, named in every report.
import { CASE_DEFINITIONS } from './case-definitions.ts';
import type { Definition } from './definition.ts';
import { OTHER_DEFINITIONS } from './other-definitions.ts';
import { RIGHTS_DEFINITIONS } from './rights-definitions.ts';

export const DEFINITIONS_VERSION = '2026.2';

const DEFINITIONS: Readonly<Record<string, Definition>> = {
  ...CASE_DEFINITIONS,
  ...OTHER_DEFINITIONS,
  ...RIGHTS_DEFINITIONS,
};

/** @throws when a table prints a number that nobody defined */
export function definitionOf(id: string): Definition {
  const found = DEFINITIONS[id];
  if (!found) throw new Error(`no definition of ${id}`);
  return found;
}
