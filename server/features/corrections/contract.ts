// Proposals to correct a record of another side, as they travel.
import { z } from 'zod';
import { pageOf, pageQuery } from '../../platform/http/page.ts';

export const CORRECTION_PARTS = [
  'names',
  'birthDates',
  'nationalities',
  'documents',
  'nationalIds',
  'marks',
  'photos',
  'person',
  'alert',
] as const;

const text = z.string().trim().min(1).max(4_000);

export const correctionBody = z
  .strictObject({
    personId: z.uuid(),
    part: z.enum(CORRECTION_PARTS),
    wrong: text.meta({ description: 'What stands there and is wrong.' }),
    right: text.meta({ description: 'What it should be.' }),
    proof: text.meta({ description: 'How one knows.' }),
  })
  .meta({
    id: 'NewCorrection',
    examples: [
      {
        personId: '01933f2a-0000-7000-8000-000000000001',
        part: 'birthDates',
        wrong: '1980-02-15',
        right: '1981-02-15',
        proof: 'Birth certificate seen at the consulate, 118/2026',
      },
    ],
  });
export type CorrectionBody = z.output<typeof correctionBody>;

export const correctionAnswer = z.strictObject({ answer: text }).meta({ id: 'CorrectionAnswer' });
export type CorrectionAnswer = z.output<typeof correctionAnswer>;

export const correctionView = z
  .object({
    id: z.string(),
    personId: z.string(),
    registryNumber: z.string(),
    ownerState: z.string(),
    proposerState: z.string(),
    proposedAt: z.string(),
    part: z.enum(CORRECTION_PARTS),
    wrong: z.string(),
    right: z.string(),
    proof: z.string(),
    status: z.enum(['PROPOSED', 'ACCEPTED', 'REFUSED']),
    answer: z.string().nullable(),
    decidedAt: z.string().nullable(),
    mayDecide: z.boolean(),
    version: z.number(),
  })
  .meta({
    id: 'Correction',
    description: 'Somebody of another side says that a record is wrong. Only its owner changes it.',
  });
export type CorrectionView = z.output<typeof correctionView>;

export const correctionQuery = pageQuery.extend({
  status: z.enum(['PROPOSED', 'ACCEPTED', 'REFUSED']).optional(),
  personId: z.uuid().optional(),
});
export type CorrectionQuery = z.output<typeof correctionQuery>;
export const correctionPage = pageOf(correctionView);
export type CorrectionPage = z.output<typeof correctionPage>;
export const correctionParams = z.object({ correctionId: z.uuid() });
