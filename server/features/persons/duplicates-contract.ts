// What comes in and goes out about likely duplicates of a person.
import { z } from 'zod';
import { words } from './field-schemas.ts';

const duplicateCandidate = z
  .object({
    personId: z.string(),
    registryNumber: z.string(),
    score: z.number(),
    band: z.string(),
    reasons: z.array(z.object({ code: z.string(), text: z.string() })),
  })
  .meta({ id: 'DuplicateCandidate' });

export const duplicatesAnswer = z.object({ items: z.array(duplicateCandidate) }).meta({
  id: 'Duplicates',
  description:
    'Best first; pairs on which somebody has decided are left out. What is left blocks publication.',
});
export type DuplicatesAnswer = z.output<typeof duplicatesAnswer>;

export const decisionBody = z
  .strictObject({ otherId: z.uuid(), same: z.boolean(), reason: words(1000) })
  .meta({ id: 'DuplicateDecisionBody' });
export type DecisionBody = z.output<typeof decisionBody>;

export const decisionAnswer = z
  .object({ personId: z.string(), otherId: z.string(), same: z.boolean() })
  .meta({ id: 'DuplicateDecision' });
export type DecisionAnswer = z.output<typeof decisionAnswer>;
