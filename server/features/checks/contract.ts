// What a border officer asks and the only things that the first line may read in the answer.
import { z } from 'zod';
import { ACTION_CODES, DANGER_FLAGS } from '../../domain/alerts/vocabulary.ts';
import { CHECK_COLOURS } from '../../domain/checks/outcome.ts';
import { DOCUMENT_PROBLEMS, TOLD_OUTCOMES } from '../../domain/checks/told.ts';
import { MRZ_FIELDS, MRZ_FORMATS } from '../../domain/documents/mrz/vocabulary.ts';
import { SEXES } from '../../domain/persons/vocabulary.ts';
import { questionFields } from '../search/question.ts';

const shortText = z.string().trim().min(1).max(60);

/** A traveller as he is asked for in fields; shared with passenger lists. */
export const travellerFields = {
  ...questionFields,
  documentExpiresOn: z
    .string()
    .max(30)
    .optional()
    .meta({ description: 'The last day of the document, when it is known.', examples: ['2031-01-01'] }),
};

export const checkPlace = {
  checkpoint: shortText.optional(),
  lane: shortText.optional(),
  direction: z.enum(['ENTRY', 'EXIT', 'TRANSIT']).optional(),
  device: shortText.optional(),
  transport: shortText.optional().meta({ description: 'Flight, train or plate.' }),
};

const correction = z
  .strictObject({
    field: z.enum(MRZ_FIELDS),
    value: z.string().max(45).meta({
      description: 'As printed, in the signs of the zone: `AC1234567`, `800215`, `TESTBEKOV<<ZHENISH`.',
    }),
  })
  .meta({ id: 'MrzCorrection' });

export const checkBody = z
  .strictObject({
    ...travellerFields,
    mrz: z.string().min(1).max(400).optional().meta({
      description:
        'The machine-readable zone (TD1, TD2, TD3) as the reader sent it: lines ended in any way, lower case and missing fillers at the end of the name are put right. Every check digit must agree.',
    }),
    corrections: z
      .array(correction)
      .max(8)
      .optional()
      .meta({ description: 'Fields that the officer read with his own eyes. Kept with old and new value.' }),
    ...checkPlace,
  })
  .refine(({ mrz, corrections }) => mrz !== undefined || corrections === undefined, {
    path: ['corrections'],
    params: { code: 'corrections-without-mrz' },
  })
  .refine(
    (body) =>
      body.mrz === undefined ||
      Object.keys(travellerFields).every((key) => body[key as 'name'] === undefined),
    { path: ['mrz'], params: { code: 'mrz-or-fields' } },
  )
  .meta({
    id: 'BorderCheckRequest',
    examples: [
      {
        mrz: 'P<KGZTESTBEKOV<<ZHENISH<<<<<<<<<<<<<<<<<<<<<\nAC12345674KGZ8002158M31010122150219801234558',
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

const readDocument = z
  .object({
    format: z.enum(MRZ_FORMATS),
    number: z.string(),
    state: z.string(),
    family: z.string(),
    given: z.string(),
    birthDate: z.string().nullable().meta({ description: 'Unknown parts are ??.' }),
    sex: z.enum(SEXES),
    nationality: z.string(),
    expiresOn: z.string().nullable(),
    corrected: z.array(z.enum(MRZ_FIELDS)),
  })
  .meta({ id: 'ReadDocument', description: 'What the zone says, to be compared with the printed page.' });

export const checkAnswer = z
  .object({
    checkId: z.string(),
    reference: z.string().meta({ description: 'Short code to name the check by voice.' }),
    at: z.string(),
    outcome: z.enum(TOLD_OUTCOMES),
    colour: z.enum(CHECK_COLOURS),
    hit: z
      .object({ id: z.string(), version: z.number() })
      .nullable()
      .meta({ description: 'To be acknowledged by the officer who sees it.' }),
    card: officerCard.nullable(),
    documentProblems: z.array(z.object({ code: z.enum(DOCUMENT_PROBLEMS), text: z.string() })),
    read: readDocument.nullable(),
    degraded: z.boolean(),
  })
  .meta({ id: 'BorderCheckAnswer' });

export type CheckBody = z.output<typeof checkBody>;
export type CheckAnswer = z.output<typeof checkAnswer>;
