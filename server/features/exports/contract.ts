// What is asked and said about exports.
import { z } from 'zod';
import { ALERT_TYPES } from '../../domain/alerts/vocabulary.ts';
import { EXPORT_STATUSES } from '../../domain/exports/approval.ts';
import { pageOf, pageQuery } from '../../platform/http/page.ts';

export const EXPORT_FORMATS = ['CSV', 'XLSX', 'JSON'] as const;
const MOST_IDS = 5_000;

export const selection = z
  .strictObject({
    personIds: z.array(z.uuid()).min(1).max(MOST_IDS).optional().meta({
      description: 'These persons; those that you may not see are no part of it.',
    }),
    ownState: z.boolean().optional().meta({ description: 'Only persons recorded by the own state.' }),
    alertType: z.enum(ALERT_TYPES).optional().meta({ description: 'Only persons with such an alert.' }),
    recordedFrom: z.iso.date().optional(),
    recordedTo: z.iso.date().optional(),
  })
  .meta({
    id: 'ExportSelection',
    description: 'All that is given has to hold. Empty: everybody you may see.',
  });

export const exportBody = z
  .strictObject({
    format: z.enum(EXPORT_FORMATS),
    selection: selection.default({}),
    reason: z.string().trim().min(3).max(500),
  })
  .meta({
    id: 'ExportRequest',
    examples: [
      { format: 'XLSX', selection: { ownState: true }, reason: 'Yearly comparison with the ministry' },
    ],
  });

export const decisionBody = z
  .strictObject({ approved: z.boolean(), note: z.string().trim().min(1).max(500).optional() })
  .meta({ id: 'ExportDecisionBody' });

export const exportView = z
  .object({
    id: z.string(),
    number: z.string(),
    format: z.enum(EXPORT_FORMATS),
    status: z.enum(EXPORT_STATUSES),
    selection: z
      .object({
        persons: z.number().nullable().meta({ description: 'How many were named one by one.' }),
        ownState: z.boolean(),
        alertType: z.enum(ALERT_TYPES).nullable(),
        recordedFrom: z.string().nullable(),
        recordedTo: z.string().nullable(),
      })
      .meta({ id: 'ExportSelectionView' }),
    reason: z.string(),
    purpose: z.object({ code: z.string(), reference: z.string() }),
    count: z.number(),
    approvals: z.object({ needed: z.number(), given: z.number() }),
    requestedBy: z.string().meta({ description: 'Name of who asked.' }),
    requestedAt: z.string(),
    expiresAt: z.string(),
    decisions: z.array(
      z.object({ approved: z.boolean(), by: z.string(), at: z.string(), note: z.string().nullable() }),
    ),
    downloads: z.array(z.object({ by: z.string(), at: z.string(), persons: z.number(), sha256: z.string() })),
    mayDecide: z.boolean(),
    mayTake: z.boolean(),
    version: z.number(),
  })
  .meta({ id: 'Export' });

export const exportQuery = pageQuery.extend({
  status: z.enum(EXPORT_STATUSES).optional(),
  personId: z
    .uuid()
    .optional()
    .meta({ description: 'Exports that hold this person: whom a correction has to reach.' }),
});
export const exportParams = z.strictObject({ exportId: z.uuid() });
export const exportPage = pageOf(exportView);

export type Selection = z.output<typeof selection>;
export type ExportBody = z.output<typeof exportBody>;
export type DecisionBody = z.output<typeof decisionBody>;
export type ExportView = z.output<typeof exportView>;
export type ExportPage = z.output<typeof exportPage>;
export type ExportQuery = z.output<typeof exportQuery>;
