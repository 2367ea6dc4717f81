// What comes in and goes out about likely duplicates of a person.
import { z } from 'zod';
import { BANDS } from '../../domain/matching/match.ts';
import { words } from './field-schemas.ts';

export const duplicateCandidate = z
  .object({
    personId: z.string(),
    registryNumber: z.string(),
    score: z.number(),
    band: z.enum(BANDS),
    reasons: z.array(z.object({ code: z.string(), text: z.string() })),
  })
  .meta({ id: 'DuplicateCandidate' });
export type DuplicateCandidate = z.output<typeof duplicateCandidate>;

export const duplicatesAnswer = z
  .object({
    items: z.array(
      duplicateCandidate.extend({
        decision: z
          .enum(['SAME', 'DIFFERENT'])
          .nullable()
          .meta({ description: 'What was decided about the pair; null: nothing yet.' }),
      }),
    ),
    unresolved: z
      .number()
      .meta({ description: 'Candidates on which nobody has decided; they block publication.' }),
  })
  .meta({ id: 'Duplicates' });
export type DuplicatesAnswer = z.output<typeof duplicatesAnswer>;

export const decisionBody = z
  .strictObject({ otherId: z.uuid(), same: z.boolean(), reason: words(1000) })
  .meta({ id: 'DuplicateDecisionBody' });
export type DecisionBody = z.output<typeof decisionBody>;

export const decisionAnswer = z
  .object({ personId: z.string(), otherId: z.string(), same: z.boolean() })
  .meta({ id: 'DuplicateDecision' });
export type DecisionAnswer = z.output<typeof decisionAnswer>;
