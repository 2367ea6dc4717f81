// Emergency access and flagged searches as they travel.
import { z } from 'zod';
import { isNamedOnce, namedPerson } from '../../platform/http/named-person.ts';
import { pageOf, pageQuery } from '../../platform/http/page.ts';

export const breakGlassBody = z
  .strictObject({
    ...namedPerson,
    reason: z.string().trim().min(20).max(2_000).meta({ description: 'Why it cannot wait.' }),
  })
  .refine(isNamedOnce, {
    params: { code: 'person-named-once' },
  })
  .meta({
    id: 'BreakGlassOpening',
    examples: [
      {
        registryNumber: 'KG-2026-004812-1',
        reason: 'Armed person at the school in Karakol, identity confirmed by the patrol',
      },
    ],
  });
export type BreakGlassBody = z.output<typeof breakGlassBody>;

export const breakGlassView = z
  .object({
    id: z.string(),
    personId: z.string(),
    registryNumber: z.string(),
    actorId: z.string(),
    agencyId: z.string(),
    state: z.string(),
    reason: z.string(),
    openedAt: z.string(),
    endsAt: z.string(),
    reviewDueAt: z.string(),
    overdue: z.boolean().meta({ description: 'The review is due and was not held.' }),
    reviewedBy: z.string().nullable(),
    reviewedAt: z.string().nullable(),
    justified: z.boolean().nullable(),
    reviewNote: z.string().nullable(),
    version: z.number(),
  })
  .meta({
    id: 'BreakGlass',
    description: 'Emergency access to one person: 30 minutes, reviewed within 72 hours.',
  });
export type BreakGlassView = z.output<typeof breakGlassView>;

export const breakGlassQuery = pageQuery.extend({
  reviewed: z.enum(['true', 'false']).optional().meta({ description: 'Left out: both.' }),
});
export type BreakGlassQuery = z.output<typeof breakGlassQuery>;

export const breakGlassPage = pageOf(breakGlassView);
export type BreakGlassPage = z.output<typeof breakGlassPage>;

export const breakGlassParams = z.object({ breakGlassId: z.uuid() });

export const reviewBody = z
  .strictObject({ justified: z.boolean(), note: z.string().trim().min(1).max(2_000) })
  .meta({ id: 'BreakGlassReview' });
export type ReviewBody = z.output<typeof reviewBody>;

const FLAG_KINDS = ['SELF', 'COLLEAGUE'] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

const flaggedSearchView = z
  .object({
    id: z.string(),
    at: z.string(),
    actorId: z.string(),
    agencyId: z.string(),
    kind: z.enum(FLAG_KINDS),
    userId: z.string().meta({ description: 'Whose name was searched.' }),
    requestId: z.string().meta({ description: 'The same in the audit row of the search.' }),
  })
  .meta({
    id: 'FlaggedSearch',
    description: 'A search that looked for the searcher himself or a colleague.',
  });
export type FlaggedSearchView = z.output<typeof flaggedSearchView>;

export const flaggedSearchPage = pageOf(flaggedSearchView);
export type FlaggedSearchPage = z.output<typeof flaggedSearchPage>;
export type FlaggedSearchQuery = z.output<typeof pageQuery>;
