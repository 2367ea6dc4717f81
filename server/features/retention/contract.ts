// Retention as it travels: what tonight will do, what holds it up, and the ledger of erasures with its proof.
import { z } from 'zod';
import { KEPT_REASONS, RETENTION_RULES } from '../../domain/retention/rules.ts';
import { pageOf, pageQuery } from '../../platform/http/page.ts';

const KINDS = ['person', 'alert', 'case', 'asset-case'] as const;

const dueItem = z.object({
  kind: z.enum(KINDS),
  id: z.string(),
  number: z.string().meta({ description: 'Registry, alert or case number.' }),
  since: z.string().meta({ description: 'Since when it has been due.' }),
});

const keptItem = z.object({
  kind: z.enum(KINDS),
  id: z.string(),
  number: z.string(),
  because: z.enum(KEPT_REASONS),
});

export const tonightView = z
  .object({
    at: z.string(),
    rules: z.array(
      z.object({
        rule: z.enum(RETENTION_RULES),
        count: z.number(),
        items: z
          .array(dueItem)
          .meta({ description: 'The first hundred; none for rows that go by age alone.' }),
      }),
    ),
    kept: z.array(keptItem).meta({ description: 'Kept by a legal hold or a restriction.' }),
    unproved: z.number().meta({ description: 'Erasures that still have to prove a place empty.' }),
  })
  .meta({
    id: 'RetentionTonight',
    description:
      'What the coming night will erase, restrict and mask of the own state, and why. Nothing is changed.',
  });
export type TonightView = z.output<typeof tonightView>;

export const holdBody = z
  .strictObject({
    subjectType: z.enum(['person', 'case', 'asset-case']),
    subjectId: z.uuid().optional(),
    number: z
      .string()
      .trim()
      .min(3)
      .max(60)
      .optional()
      .meta({ description: 'Registry or case number, as read from paper; instead of `subjectId`.' }),
    reason: z.string().trim().min(10).max(2_000).meta({ description: 'The proceeding that needs it.' }),
  })
  .refine(({ subjectId, number }) => (subjectId === undefined) !== (number === undefined), {
    path: ['subjectId'],
    params: { code: 'required' },
  })
  .meta({ id: 'LegalHoldBody' });
export type HoldBody = z.output<typeof holdBody>;

export const holdView = z
  .object({
    id: z.string(),
    subjectType: z.enum(['person', 'case', 'asset-case']),
    subjectId: z.string(),
    number: z.string().nullable(),
    reason: z.string(),
    setBy: z.string(),
    setAt: z.string(),
    releasedAt: z.string().nullable(),
    version: z.number(),
  })
  .meta({ id: 'LegalHold', description: 'Stops every erasure of what it names until it is released.' });
export type HoldView = z.output<typeof holdView>;

export const holdQuery = pageQuery.extend({
  released: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'Also those that were released.' }),
});
export type HoldQuery = z.output<typeof holdQuery>;
export const holdPage = pageOf(holdView);
export type HoldPage = z.output<typeof holdPage>;
export const restrictionParams = z.object({ personId: z.uuid() });
export const holdParams = z.object({ holdId: z.uuid() });

export const erasureView = z
  .object({
    id: z.string(),
    at: z.string(),
    kind: z.enum(KINDS),
    rule: z.string(),
    rows: z.number(),
    places: z.record(z.string(), z.number()).meta({ description: 'Place → rows that were erased there.' }),
    proof: z
      .record(z.string(), z.string())
      .meta({ description: 'Place → when it was looked into again and held nothing.' }),
    provenAt: z.string().nullable(),
    subjectKey: z
      .string()
      .meta({ description: 'Keyed hash of the id; the ledger holds nothing else of it.' }),
  })
  .meta({ id: 'Erasure', description: 'An entry of the ledger of erasures.' });
export type ErasureView = z.output<typeof erasureView>;

export const erasureQuery = pageQuery.extend({
  number: z.string().trim().min(3).max(60).optional().meta({
    description: 'The number under which it was kept: the answer tells whether and when it was erased.',
  }),
});
export type ErasureQuery = z.output<typeof erasureQuery>;
export const erasurePage = pageOf(erasureView);
export type ErasurePage = z.output<typeof erasurePage>;
export const erasureParams = z.object({ erasureId: z.uuid() });
