// What is typed, and the names offered for it.
import { z } from 'zod';
import { purposeSchema } from '../../platform/http/purpose.ts';

export const suggestionBody = z
  .strictObject({
    text: z.string().min(1).max(100).meta({
      description: 'What is typed so far, in any script; from two letters on names are offered.',
    }),
    limit: z.number().int().min(1).max(10).default(8),
    purpose: purposeSchema,
  })
  .meta({
    id: 'NameSuggestionBody',
    examples: [{ text: 'jum', purpose: { code: 'P1', reference: 'demo' } }],
  });
export type SuggestionBody = z.output<typeof suggestionBody>;

export const suggestionAnswer = z
  .object({
    items: z.array(
      z.object({
        name: z.string().meta({ description: 'As it is stored.' }),
        persons: z.number().meta({ description: 'How many of the persons looked at bear it.' }),
      }),
    ),
    more: z.boolean().meta({ description: 'Other names begin so too.' }),
  })
  .meta({ id: 'NameSuggestions' });
export type SuggestionAnswer = z.output<typeof suggestionAnswer>;
