// A record that is being written, and the records that may be the same human being.
import { z } from 'zod';
import { BANDS } from '../../domain/matching/match.ts';
import { NATIONAL_ID_SCHEMES, SEXES } from '../../domain/persons/vocabulary.ts';
import { purposeSchema } from '../../platform/http/purpose.ts';
import { matchedName, reasonView } from './found-contract.ts';

const text = z.string().min(1).max(300);
const state = z.string().regex(/^[A-Z]{3}$/);
const MOST = 10;

export const likeBody = z
  .strictObject({
    names: z
      .array(
        z.strictObject({
          full: text.optional(),
          family: text.optional(),
          given: text.optional(),
          patronymic: text.optional(),
        }),
      )
      .max(MOST)
      .default([]),
    birthDates: z.array(z.string().min(1).max(30)).max(MOST).default([]),
    sex: z.enum(SEXES).optional(),
    nationalities: z.array(state).max(MOST).default([]),
    documents: z
      .array(z.strictObject({ number: z.string().min(1).max(60), state: state.optional() }))
      .max(MOST)
      .default([]),
    nationalIds: z
      .array(
        z.strictObject({
          scheme: z.enum(NATIONAL_ID_SCHEMES).default('OTHER'),
          value: z.string().min(1).max(40),
        }),
      )
      .max(MOST)
      .default([]),
    exceptId: z.uuid().optional().meta({ description: 'The record itself, when it is saved already.' }),
    purpose: purposeSchema,
  })
  .meta({
    id: 'LikeRecordBody',
    description:
      'What is known so far of a record that is being written. What cannot be read yet (half a date, a name without letters) is passed over.',
    examples: [
      {
        names: [{ family: 'Сыдыков', given: 'Нурбек' }],
        birthDates: ['1975'],
        purpose: { code: 'P6', reference: 'demo' },
      },
    ],
  });
export type LikeBody = z.output<typeof likeBody>;

export const likeAnswer = z
  .object({
    items: z.array(
      z.object({
        personId: z.string(),
        registryNumber: z.string(),
        score: z.number(),
        band: z.enum(BANDS),
        matchedName: matchedName.nullable(),
        births: z.array(z.string()),
        reasons: z.array(reasonView),
      }),
    ),
  })
  .meta({
    id: 'LikeRecords',
    description: 'Best first; only records that may well be the same human being.',
  });
export type LikeAnswer = z.output<typeof likeAnswer>;
