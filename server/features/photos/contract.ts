// What comes in and goes out about photos.
import { z } from 'zod';
import { CONFIDENCES, SENSITIVITIES } from '../../domain/persons/vocabulary.ts';
import { day, rowId, words } from '../persons/field-schemas.ts';
import { sourceView } from '../persons/parts/part-kind.ts';

export const MAX_PHOTO_BYTES = 15 * 1024 * 1024;

const booleanText = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Fields of a multipart form are texts. */
export const photoBody = z
  .strictObject({
    takenOn: day.optional(),
    isPrimary: booleanText
      .optional()
      .meta({ description: 'The photo shown first; takes the place of an earlier one.' }),
    sourceRef: words(200).optional(),
    confidence: z.enum(CONFIDENCES).optional(),
    sensitivity: z.enum(SENSITIVITIES).optional(),
    alertId: rowId.optional(),
  })
  .meta({ id: 'PhotoBody' });
export type PhotoBody = z.output<typeof photoBody>;

export const photoView = z
  .object({
    ...sourceView,
    fileName: z.string().meta({ description: 'As it was called where it came from.' }),
    mediaType: z.string(),
    bytes: z.number(),
    width: z.number(),
    height: z.number(),
    takenOn: z.string().nullable(),
    isPrimary: z.boolean(),
  })
  .meta({ id: 'Photo', description: 'The image itself: GET /v1/photos/{photoId}/image.' });
export type PhotoView = z.output<typeof photoView>;

export const photoAnswer = z
  .object({ version: z.number().meta({ description: 'Of the person, after the change.' }), photo: photoView })
  .meta({ id: 'PhotoAnswer' });
export type PhotoAnswer = z.output<typeof photoAnswer>;

export const photoParams = z.strictObject({ photoId: z.uuid() });

export const imageQuery = z.strictObject({ size: z.enum(['full', 'thumb']).default('full') });
export type ImageQuery = z.output<typeof imageQuery>;
