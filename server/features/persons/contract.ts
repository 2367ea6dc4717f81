// What comes in and goes out about persons.
import { z } from 'zod';
import { ACTION_CODES, ALERT_STATUSES, ALERT_TYPES, DANGER_FLAGS } from '../../domain/alerts/vocabulary.ts';
import { QUALITY_REASONS } from '../../domain/persons/quality.ts';
import {
  BUILDS,
  DECEASED,
  EYE_COLOURS,
  HAIR_COLOURS,
  IDENTITY_STATUSES,
  NAME_TYPES,
  SEXES,
} from '../../domain/persons/vocabulary.ts';
import { pageOf, pageQuery } from '../../platform/http/page.ts';
import { photoView } from '../photos/contract.ts';
import { countryCode, day, languageCode, words } from './field-schemas.ts';
import { birthDateBody, birthDateView } from './parts/birth-dates.ts';
import { documentBody, documentView } from './parts/documents.ts';
import { markBody, markView } from './parts/marks.ts';
import { nameBody, nameView } from './parts/names.ts';
import { nationalIdBody, nationalIdView } from './parts/national-ids.ts';
import { nationalityBody, nationalityView } from './parts/nationalities.ts';

const ownFields = {
  sex: z.enum(SEXES).meta({ description: 'U: unknown, contradicts nothing.' }),
  deceased: z.enum(DECEASED).optional(),
  deceasedOn: day.nullish(),
  identityStatus: z.enum(IDENTITY_STATUSES).optional(),
  birthPlace: words(300).nullish().meta({ description: 'As written in the source.' }),
  birthSettlement: words(150).nullish(),
  birthRegion: words(150).nullish(),
  birthCountry: countryCode.nullish(),
  languages: z.array(languageCode).max(20).optional(),
  heightCm: z.number().int().min(40).max(260).nullish(),
  weightKg: z.number().int().min(2).max(500).nullish(),
  build: z.enum(BUILDS).nullish(),
  hairColour: z.enum(HAIR_COLOURS).nullish(),
  eyeColour: z.enum(EYE_COLOURS).nullish(),
  describedOn: day.nullish().meta({ description: 'When the person looked so.' }),
};

const MOST_PARTS = 50;

export const personBody = z
  .strictObject({
    ...ownFields,
    names: z.array(nameBody).min(1).max(MOST_PARTS),
    birthDates: z.array(birthDateBody).max(MOST_PARTS).optional(),
    nationalities: z.array(nationalityBody).max(MOST_PARTS).optional(),
    documents: z.array(documentBody).max(MOST_PARTS).optional(),
    nationalIds: z.array(nationalIdBody).max(MOST_PARTS).optional(),
    marks: z.array(markBody).max(MOST_PARTS).optional(),
  })
  .meta({
    id: 'PersonBody',
    examples: [
      {
        sex: 'M',
        names: [{ type: 'PRIMARY', family: 'Сыдыков', given: 'Нурбек', patronymic: 'Алыевич' }],
        birthDates: [{ date: '1975-03' }],
        nationalities: [{ country: 'KGZ' }],
      },
    ],
  });
export type PersonBody = z.output<typeof personBody>;

export const personPatch = z
  .strictObject(ownFields)
  .partial()
  .meta({ id: 'PersonPatch', description: 'Only what is named changes; null clears.' });
export type PersonPatch = z.output<typeof personPatch>;

export const warning = z
  .object({
    at: z.string().meta({ description: 'JSON pointer into the body that was sent.' }),
    code: z.string(),
    text: z.string(),
  })
  .meta({ id: 'Warning', description: 'What looks wrong and was kept as it was given.' });
export type Warning = z.output<typeof warning>;

const alertEntry = z
  .object({
    id: z.string(),
    alertNumber: z.string(),
    type: z.enum(ALERT_TYPES),
    status: z.enum([...ALERT_STATUSES, 'NOT_YET_VALID']).meta({ description: 'By the clock.' }),
    ownerState: z.string(),
    priority: z.number(),
    actionsOnHit: z.array(z.enum(ACTION_CODES)),
    dangerFlags: z.array(z.enum(DANGER_FLAGS)),
    expiresOn: z.string().nullable(),
  })
  .meta({ id: 'AlertEntry' });
export type AlertEntry = z.output<typeof alertEntry>;

const source = z.object({ state: z.string(), agencyId: z.string(), own: z.boolean() });

export const personView = z
  .object({
    id: z.string(),
    registryNumber: z.string(),
    version: z.number(),
    source,
    sex: z.enum(SEXES),
    description: z
      .object({
        deceased: z.enum(DECEASED),
        deceasedOn: z.string().nullable(),
        identityStatus: z.enum(IDENTITY_STATUSES),
        birthPlace: z.string().nullable(),
        birthSettlement: z.string().nullable(),
        birthRegion: z.string().nullable(),
        birthCountry: z.string().nullable(),
        languages: z.array(z.string()),
        heightCm: z.number().nullable(),
        weightKg: z.number().nullable(),
        build: z.string().nullable(),
        hairColour: z.string().nullable(),
        eyeColour: z.string().nullable(),
        describedOn: z.string().nullable(),
      })
      .nullable()
      .meta({
        description: 'Of the recording state; null when nothing of that state is open to the caller.',
      }),
    names: z.array(nameView),
    birthDates: z.array(birthDateView),
    nationalities: z.array(nationalityView),
    documents: z.array(documentView),
    nationalIds: z.array(nationalIdView),
    marks: z.array(markView),
    photos: z.array(photoView),
    alerts: z.array(alertEntry),
    quality: z
      .object({
        score: z.number(),
        reasons: z.array(z.object({ code: z.enum(QUALITY_REASONS), points: z.number(), text: z.string() })),
        todo: z.array(z.object({ code: z.enum(QUALITY_REASONS), text: z.string() })),
      })
      .meta({ description: 'How much the record is good for, judged by what the caller may see.' }),
    restricted: z.boolean().meta({
      description: 'The recording state keeps the record and does not use it until a dispute is settled.',
    }),
    breakGlass: z.boolean().meta({ description: 'Opened by emergency access.' }),
    demo: z.boolean(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Person' });
export type PersonView = z.output<typeof personView>;

export const personAnswer = personView.extend({ warnings: z.array(warning) }).meta({ id: 'PersonAnswer' });
export type PersonAnswer = z.output<typeof personAnswer>;

export const personQuery = pageQuery.extend({
  ownState: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: 'true: recorded by the own state; false: by others.' }),
  registryNumber: z.string().min(1).max(40).optional().meta({
    description: 'The one record of this number, as read from paper: case, blanks and dashes do not matter.',
  }),
});
export type PersonQuery = z.output<typeof personQuery>;

export const personEntry = z
  .object({
    id: z.string(),
    registryNumber: z.string(),
    version: z.number(),
    source,
    sex: z.enum(SEXES),
    names: z.array(z.object({ type: z.enum(NAME_TYPES), full: z.string() })),
    births: z.array(z.string()),
    nationalities: z.array(z.string()),
    alerts: z.array(alertEntry),
    demo: z.boolean(),
    createdAt: z.string(),
  })
  .meta({ id: 'PersonEntry' });
export type PersonEntry = z.output<typeof personEntry>;

export const personPage = pageOf(personEntry);
export type PersonPage = z.output<typeof personPage>;

export const personParams = z.strictObject({ personId: z.uuid() });
export const partParams = z.strictObject({ personId: z.uuid(), partId: z.uuid() });

export const removedAnswer = z
  .object({ version: z.number().meta({ description: 'Of the person, after the change.' }) })
  .meta({ id: 'PartRemoved' });
