// What comes in and goes out about merges of two records.
import { z } from 'zod';
import { pageOf, pageQuery } from '../../platform/http/page.ts';
import { words } from '../persons/field-schemas.ts';

export const MERGE_STATUSES = ['PROPOSED', 'DONE', 'REJECTED', 'UNDONE'] as const;

export const mergeBody = z
  .strictObject({ survivorId: z.uuid(), absorbedId: z.uuid(), reason: words(1000) })
  .meta({ id: 'MergeBody', description: 'Everything of `absorbedId` goes to `survivorId`.' });
export type MergeBody = z.output<typeof mergeBody>;

export const mergeReason = z.strictObject({ reason: words(1000) }).meta({ id: 'MergeReason' });
export type MergeReason = z.output<typeof mergeReason>;

const record = z.object({ personId: z.string(), registryNumber: z.string(), sourceState: z.string() });

export const mergeView = z
  .object({
    id: z.string(),
    version: z.number(),
    status: z.enum(MERGE_STATUSES),
    survivor: record,
    absorbed: record,
    reason: z.string(),
    proposedByState: z.string(),
    proposedBy: z.string().nullable().meta({ description: 'Shown to the own state only.' }),
    proposedAt: z.string(),
    decidedAt: z.string().nullable(),
    undoneAt: z.string().nullable(),
  })
  .meta({ id: 'Merge' });
export type MergeView = z.output<typeof mergeView>;

export const undoneAnswer = mergeView
  .extend({
    left: z.array(z.object({ code: z.string(), text: z.string(), kind: z.string(), id: z.string() })).meta({
      description:
        'What was changed after the merge and is therefore left as it is. Rows added after the merge stay with the survivor, except those that are bound to an alert that goes back.',
    }),
  })
  .meta({ id: 'MergeUndone' });
export type UndoneAnswer = z.output<typeof undoneAnswer>;

export const mergeQuery = pageQuery.extend({
  status: z.enum(MERGE_STATUSES).optional(),
  personId: z.uuid().optional().meta({ description: 'Merges of this record, into it or away from it.' }),
});
export type MergeQuery = z.output<typeof mergeQuery>;

export const mergePage = pageOf(mergeView);
export type MergePage = z.output<typeof mergePage>;

export const mergeParams = z.strictObject({ mergeId: z.uuid() });
