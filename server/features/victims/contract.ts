// Victims of misused identity as they travel.
import { z } from 'zod';

const name = z.string().trim().min(1).max(150);

export const victimDetails = {
  family: name,
  given: name,
  birthDate: z.iso.date().optional(),
  documents: z.array(z.string().trim().min(1).max(60)).max(10).default([]),
  distinguishing: z
    .string()
    .trim()
    .min(1)
    .max(1_000)
    .meta({ description: 'What tells the two apart: height, marks, languages, where the person lives.' }),
};

export const victimBody = z
  .strictObject({
    ...victimDetails,
    consentOn: z.iso.date().meta({ description: 'The day on which the person agreed to be recorded.' }),
  })
  .meta({
    id: 'VictimBody',
    examples: [
      {
        family: 'Бейкүнөев',
        given: 'Тынч',
        documents: ['AC0000001'],
        distinguishing: 'Scar on the left hand, 165 cm',
        consentOn: '2026-11-01',
      },
    ],
  });
export type VictimBody = z.output<typeof victimBody>;

export const victimCreated = z
  .object({
    id: z.string(),
    code: z.string().meta({ description: 'Shown once: the person carries it and shows it at the border.' }),
  })
  .meta({ id: 'VictimCreated' });

export const victimView = z
  .object({
    id: z.string(),
    ...victimDetails,
    documents: z.array(z.string()),
    consentOn: z.string(),
    recordedAt: z.string(),
  })
  .meta({ id: 'VictimOfMisuse' });
export type VictimView = z.output<typeof victimView>;
export const victimList = z.object({ items: z.array(victimView) }).meta({ id: 'VictimList' });

export const victimAlertParams = z.object({ alertId: z.uuid() });
export const victimParams = z.object({ alertId: z.uuid(), victimId: z.uuid() });

export const victimCode = z
  .strictObject({ code: z.string().trim().min(1).max(40) })
  .meta({ id: 'VictimCode', examples: [{ code: '123-456-7890' }] });
export const victimRecognition = z
  .object({
    recognised: z.boolean(),
    victim: victimView
      .nullable()
      .meta({ description: 'To be compared with the traveller: a code can be stolen too.' }),
  })
  .meta({ id: 'VictimRecognition' });
export type VictimRecognition = z.output<typeof victimRecognition>;
