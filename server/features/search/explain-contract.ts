// Why a record is or is not found: every step from the keys to the place in the list.
import { z } from 'zod';
import { BANDS, MATCH_FLAGS } from '../../domain/matching/match.ts';
import { NAME_TYPES } from '../../domain/persons/vocabulary.ts';
import { purposeSchema } from '../../platform/http/purpose.ts';
import { totalView } from './contract.ts';
import { filterFields } from './filters.ts';
import { highlightView, reasonView } from './found-contract.ts';
import { questionFields } from './question.ts';

export const VERDICTS = ['FOUND', 'FILTERED_OUT', 'NO_COMMON_KEY', 'CROWDED_OUT', 'SCORE_TOO_LOW'] as const;

export const explainBody = z
  .strictObject({
    ...questionFields,
    filters: filterFields.optional(),
    personId: z.uuid(),
    purpose: purposeSchema,
  })
  .meta({
    id: 'SearchExplanationBody',
    examples: [
      {
        name: 'Jumabayev Azamat',
        personId: '01900000-0000-7000-8000-000000000000',
        purpose: { code: 'P1', reference: 'demo' },
      },
    ],
  });
export type ExplainBody = z.output<typeof explainBody>;

const comparedName = z.object({
  type: z.enum(NAME_TYPES),
  full: z.string(),
  best: z.boolean().meta({ description: 'The name that counts: it agrees best.' }),
  score: z.number(),
  logOdds: z.number(),
  reasons: z.array(reasonView),
  wholeName: z.number().meta({
    description: 'Log-odds of what holds for the name as a whole, beside its words.',
  }),
  highlights: z.array(highlightView),
});

const step = z.object({ code: z.string(), text: z.string(), value: z.number() });

export const explainAnswer = z
  .object({
    personId: z.string(),
    registryNumber: z.string(),
    verdict: z.object({ code: z.enum(VERDICTS), text: z.string() }),
    rank: z
      .number()
      .nullable()
      .meta({ description: 'Place in the list by score, from 1; null when not in it.' }),
    total: totalView,
    candidate: z
      .object({
        found: z.boolean().meta({ description: 'The record was among those compared.' }),
        keysAsked: z.number(),
        keysMet: z.number(),
        bitsMet: z.number().meta({ description: 'Information of the strongest key met, in bits.' }),
        numberMet: z.boolean().meta({ description: 'A document number or national id is equal.' }),
        compared: z.number().meta({ description: 'Records compared in this search.' }),
      })
      .meta({ description: 'Before anything is compared, records are looked up by keys of the name.' }),
    meetsFilters: z.boolean(),
    names: z.array(comparedName),
    evidence: z.array(reasonView).meta({ description: 'All that counted, rules included.' }),
    arithmetic: z.array(step).meta({ description: 'Log-odds, added up; the last is the score.' }),
    score: z.number(),
    band: z.enum(BANDS),
    bandOfScore: z.enum(BANDS).meta({ description: 'The band before ceilings and identifiers.' }),
    flags: z.array(z.enum(MATCH_FLAGS)),
    thresholds: z.object({ strong: z.number(), possible: z.number(), weak: z.number() }),
    policy: z.object({ code: z.string(), version: z.number() }),
    engine: z.string(),
    asOf: z.string(),
    degraded: z.boolean(),
  })
  .meta({ id: 'SearchExplanation' });
export type ExplainAnswer = z.output<typeof explainAnswer>;
