// What an investigator asks and what the search answers.
import { z } from 'zod';
import { NAME_HINTS } from '../../domain/names/analysed-name.ts';
import { purposeSchema } from '../../platform/http/purpose.ts';
import { facetView } from './facets.ts';
import { filterFields } from './filters.ts';
import { foundPerson } from './found-contract.ts';
import { namesakesView } from './namesakes.ts';
import { SORTS } from './ordering.ts';
import { questionFields } from './question.ts';

export const searchBody = z
  .strictObject({
    ...questionFields,
    filters: filterFields.optional(),
    sort: z.enum(SORTS).optional().meta({
      description: 'Left out: best match first; in lists by filters alone the newest alert first.',
    }),
    facets: z.boolean().default(false).meta({ description: 'Count the values beside the results.' }),
    limit: z.number().int().min(1).max(50).default(20),
    cursor: z.string().max(3000).optional(),
    purpose: purposeSchema,
  })
  .meta({
    id: 'PersonSearch',
    examples: [{ name: 'Jumabayev Azamat', purpose: { code: 'P1', reference: 'demo' } }],
  });

export const totalView = z
  .object({ value: z.number(), relation: z.enum(['EXACT', 'AT_LEAST']) })
  .meta({ id: 'Total' });

export const searchAnswer = z
  .object({
    items: z.array(foundPerson),
    nextCursor: z.string().nullable(),
    total: totalView,
    namesakes: namesakesView,
    facets: facetView,
    alsoSearched: z.array(z.string()).meta({ description: 'Other spellings that were looked for.' }),
    hints: z.array(z.object({ code: z.enum(NAME_HINTS), text: z.string() })),
    policy: z.object({ code: z.string(), version: z.number() }),
    engine: z.string(),
    asOf: z.string(),
    degraded: z.boolean(),
  })
  .meta({ id: 'SearchAnswer' });

/** `facets` may be left out, as over HTTP. */
export type SearchBody = Omit<z.output<typeof searchBody>, 'facets'> & { facets?: boolean };
export type SearchAnswer = z.output<typeof searchAnswer>;
