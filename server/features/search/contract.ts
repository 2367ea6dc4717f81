// What an investigator asks and what the search answers.
import { z } from 'zod';
import { ALERT_STATUSES, ALERT_TYPES } from '../../domain/alerts/vocabulary.ts';
import { BANDS, EVIDENCE_FEATURES, MATCH_FLAGS, REASON_CODES } from '../../domain/matching/match.ts';
import { NAME_HINTS } from '../../domain/names/analysed-name.ts';
import { NAME_TYPES, SEXES } from '../../domain/persons/vocabulary.ts';
import { purposeSchema } from '../../platform/http/purpose.ts';
import { questionFields } from './question.ts';

export const searchBody = z
  .strictObject({
    ...questionFields,
    limit: z.number().int().min(1).max(50).default(20),
    cursor: z.string().max(500).optional(),
    purpose: purposeSchema,
  })
  .meta({
    id: 'PersonSearch',
    examples: [{ name: 'Jumabayev Azamat', purpose: { code: 'P1', reference: 'demo' } }],
  });

export const reasonView = z
  .object({
    feature: z.enum(EVIDENCE_FEATURES),
    code: z.enum(REASON_CODES),
    text: z.string(),
    queryValue: z.string().nullable(),
    recordValue: z.string().nullable(),
    similarity: z.number(),
    contribution: z.number().meta({ description: 'Log-odds; for rules the change of the score itself.' }),
  })
  .meta({ id: 'MatchReason' });

export const foundPerson = z
  .object({
    personId: z.string(),
    registryNumber: z.string(),
    score: z.number().meta({ description: '0–1 after all rules of the policy.' }),
    band: z.enum(BANDS),
    flags: z.array(z.enum(MATCH_FLAGS)),
    matchedName: z.object({ type: z.enum(NAME_TYPES), full: z.string() }).nullable(),
    names: z.array(z.object({ type: z.enum(NAME_TYPES), full: z.string() })),
    births: z.array(z.string()),
    sex: z.enum(SEXES),
    nationalities: z.array(z.string()),
    alerts: z.array(
      z.object({
        id: z.string(),
        alertNumber: z.string(),
        type: z.enum(ALERT_TYPES),
        status: z.enum(ALERT_STATUSES),
        ownerState: z.string(),
      }),
    ),
    reasons: z.array(reasonView),
  })
  .meta({ id: 'FoundPerson' });

export const searchAnswer = z
  .object({
    items: z.array(foundPerson),
    nextCursor: z.string().nullable(),
    total: z.object({ value: z.number(), relation: z.enum(['EXACT', 'AT_LEAST']) }),
    alsoSearched: z.array(z.string()).meta({ description: 'Other spellings that were looked for.' }),
    hints: z.array(z.object({ code: z.enum(NAME_HINTS), text: z.string() })),
    policy: z.object({ code: z.string(), version: z.number() }),
    engine: z.string(),
    asOf: z.string(),
    degraded: z.boolean(),
  })
  .meta({ id: 'SearchAnswer' });

export type SearchBody = z.output<typeof searchBody>;
export type SearchAnswer = z.output<typeof searchAnswer>;
