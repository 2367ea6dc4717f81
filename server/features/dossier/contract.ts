// What comes in about printed request files.
import { z } from 'zod';
import { LOCALES } from '../../domain/access/actor.ts';

export const dossierParams = z.strictObject({ caseId: z.uuid() });
export const personDossierParams = z.strictObject({ personId: z.uuid() });
export const dossierQuery = z.strictObject({
  language: z
    .enum(LOCALES)
    .optional()
    .meta({ description: 'Of the printed words; the reader’s own when left out.' }),
});
export type DossierQuery = z.output<typeof dossierQuery>;
