// What a border officer asks and the only things that the first line may read in the answer.
import { z } from 'zod';
import { ACTION_CODES, DANGER_FLAGS } from '../../domain/alerts/vocabulary.ts';
import { SEXES } from '../../domain/persons/vocabulary.ts';
import { questionFields } from '../search/question.ts';

const shortText = z.string().trim().min(1).max(60);

export const checkBody = z
  .strictObject({
    ...questionFields,
    checkpoint: shortText.optional(),
    lane: shortText.optional(),
    direction: z.enum(['ENTRY', 'EXIT', 'TRANSIT']).optional(),
    device: shortText.optional(),
  })
  .meta({
    id: 'BorderCheckRequest',
    examples: [
      {
        family: 'TESTBEKOV',
        given: 'ZHENISH',
        birthDate: '1980-02-15',
        document: { number: 'AC1234567', state: 'KGZ' },
        checkpoint: 'Dostuk',
        direction: 'ENTRY',
      },
    ],
  });

const officerCard = z
  .object({
    dangerFlags: z.array(z.enum(DANGER_FLAGS)),
    actions: z.array(z.object({ code: z.enum(ACTION_CODES), text: z.string() })),
    nameDiffers: z.boolean(),
    isLocated: z.boolean(),
    mustRefer: z.boolean(),
    person: z.object({
      names: z.array(z.string()),
      births: z.array(z.string()),
      sex: z.enum(SEXES),
      nationalities: z.array(z.string()),
    }),
    warning: z.string(),
  })
  .meta({ id: 'OfficerCardView' });

export const checkAnswer = z
  .object({
    checkId: z.string(),
    reference: z.string().meta({ description: 'Short code to name the check by voice.' }),
    at: z.string(),
    outcome: z.enum(['CLEAR', 'POSSIBLE', 'HIT']),
    colour: z.enum(['GREEN', 'AMBER', 'RED']),
    card: officerCard.nullable(),
    degraded: z.boolean(),
  })
  .meta({ id: 'BorderCheckAnswer' });

export type CheckBody = z.output<typeof checkBody>;
export type CheckAnswer = z.output<typeof checkAnswer>;
