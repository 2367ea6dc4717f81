// A person named in a request by the id of the record or by the number that stands on paper: one of the two.
import { z } from 'zod';
import { Problem } from '../../domain/errors.ts';
import { parseRegistryNumber } from '../../domain/persons/registry-number.ts';

export const namedPerson = {
  personId: z.uuid().optional(),
  registryNumber: z
    .string()
    .min(1)
    .max(40)
    .optional()
    .meta({
      description: 'As printed; case, spaces and dashes do not matter. Instead of `personId`.',
      examples: ['KG-2026-004812-1'],
    }),
};

interface Named {
  readonly personId?: string | undefined;
  readonly registryNumber?: string | undefined;
}

export const isNamedOnce = ({ personId, registryNumber }: Named): boolean =>
  (personId === undefined) !== (registryNumber === undefined);

/**
 * @param at where the number stands in the request
 * @throws Problem `validation-failed` for a number with a wrong check digit or of another form
 */
export function whichPerson(
  { personId, registryNumber = '' }: Named,
  at: string,
): { readonly id: string } | { readonly registryNumber: string } {
  if (personId !== undefined) return { id: personId };
  const reading = parseRegistryNumber(registryNumber);
  if (reading.ok) return { registryNumber: reading.text };
  throw new Problem('validation-failed', [{ at, code: 'registry-number-mistyped' }]);
}
