// What is said about kept questions and what was found for them.
import { z } from 'zod';
import { ALERT_TYPES } from '../../domain/alerts/vocabulary.ts';
import { BANDS } from '../../domain/matching/match.ts';
import { pageOf, pageQuery } from '../../platform/http/page.ts';
import { purposeSchema } from '../../platform/http/purpose.ts';
import { filterFields } from '../search/filters.ts';
import { questionFields } from '../search/question.ts';

export const MAX_SUBJECTS = 100;
export const MAX_DAYS = 180;

export const subjectBody = z
  .strictObject({
    ...questionFields,
    label: z.string().trim().min(1).max(100).optional().meta({ description: 'What its owner calls it.' }),
    filters: filterFields.optional().meta({ description: 'Narrow what is told, as in a search.' }),
    expiresAt: z.iso
      .datetime({ offset: true })
      .optional()
      .meta({ description: `At most ${MAX_DAYS} days from now; 90 days when left out.` }),
    purpose: purposeSchema,
  })
  .meta({
    id: 'SavedSubjectRequest',
    examples: [
      {
        name: 'Testbek uulu Jenish',
        birthDate: '1980-02-15',
        purpose: { code: 'P1', reference: 'case 12/2026' },
      },
    ],
  });

export const subjectView = z
  .object({
    id: z.string(),
    label: z.string().nullable(),
    question: z.object(questionFields),
    filters: filterFields.nullable(),
    purpose: z.object({ code: z.string(), reference: z.string() }),
    unseen: z.number().meta({ description: 'Findings that may be read now and were not yet.' }),
    createdAt: z.string(),
    expiresAt: z.string(),
  })
  .meta({ id: 'SavedSubject' });

export const subjectMatchView = z
  .object({
    id: z.string(),
    subjectId: z.string(),
    personId: z.string(),
    registryNumber: z.string(),
    band: z.enum(BANDS),
    score: z.number(),
    foundAt: z.string(),
    seenAt: z.string().nullable(),
    alerts: z.array(
      z.object({
        id: z.string(),
        alertNumber: z.string(),
        type: z.enum(ALERT_TYPES),
        ownerState: z.string(),
      }),
    ),
  })
  .meta({ id: 'SavedSubjectMatch' });

export const subjectPage = pageOf(subjectView);
export const subjectQuery = pageQuery;
export const subjectMatches = z.object({ items: z.array(subjectMatchView) });
export const subjectParams = z.strictObject({ subjectId: z.uuid() });

export type SubjectBody = z.output<typeof subjectBody>;
export type SubjectView = z.output<typeof subjectView>;
export type SubjectPage = z.output<typeof subjectPage>;
export type SubjectQuery = z.output<typeof subjectQuery>;
export type SubjectMatches = z.output<typeof subjectMatches>;
