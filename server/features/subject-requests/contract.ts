// Requests of persons about themselves as they travel: intake, steps, and what each side may see.
import { z } from 'zod';
import { LOCALES } from '../../domain/access/actor.ts';
import {
  IDENTITY_PROOFS,
  REQUEST_DECISIONS,
  REQUEST_STATUSES,
  REQUEST_TYPES,
  REQUEST_VERBS,
} from '../../domain/subject-requests/procedure.ts';
import { pageOf, pageQuery } from '../../platform/http/page.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
const state = z.string().regex(/^[A-Z]{3}$/u);

/** What the person says; encrypted, and shown to data-protection officers of the two states only. */
export const requestContent = z.object({
  name: text(300),
  birthDate: z.iso.date().nullable().default(null),
  document: text(60).nullable().default(null),
  contact: text(500).meta({ description: 'Where the answer goes.' }),
  words: text(4_000).meta({ description: 'What the person asks for, in his own words.' }),
});
export type RequestContent = z.output<typeof requestContent>;

export const newRequest = z
  .strictObject({
    type: z.enum(REQUEST_TYPES),
    locale: z.enum(LOCALES).default('ru').meta({ description: 'Language of the answer.' }),
    receivedOn: z.iso
      .date()
      .optional()
      .meta({ description: 'When it came in on paper; today when left out.' }),
    ...requestContent.shape,
  })
  .meta({ id: 'NewSubjectRequest' });
export type NewRequest = z.output<typeof newRequest>;

export const requestStep = z
  .discriminatedUnion('verb', [
    z.strictObject({
      verb: z.literal('identify'),
      proof: z.enum(IDENTITY_PROOFS),
      note: text(2_000).optional(),
    }),
    z.strictObject({ verb: z.literal('send-to-owner'), ownerState: state, note: text(2_000).optional() }),
    z.strictObject({
      verb: z.literal('decide'),
      decision: z.enum(REQUEST_DECISIONS),
      personId: z
        .uuid()
        .optional()
        .meta({ description: 'The record that it is about; needed to carry it out.' }),
      communicated: text(8_000)
        .optional()
        .meta({ description: 'What the person is told, with GRANTED or PARTLY.' }),
      note: text(2_000).meta({ description: 'Reasons, for the own state only.' }),
    }),
    z.strictObject({ verb: z.literal('appeal'), note: text(2_000) }),
    z.strictObject({ verb: z.literal('close'), note: text(2_000).optional() }),
  ])
  .meta({ id: 'SubjectRequestStep' });
export type RequestStep = z.output<typeof requestStep>;

const stepView = z.object({
  verb: z.enum(REQUEST_VERBS),
  state: z.string(),
  at: z.string(),
  actorId: z.string().nullable(),
  note: z.string().nullable(),
});

export const requestEntry = z.object({
  id: z.string(),
  requestNumber: z.string(),
  type: z.enum(REQUEST_TYPES),
  status: z.enum(REQUEST_STATUSES),
  receivedState: z.string(),
  ownerState: z.string().nullable(),
  receivedAt: z.string(),
  dueAt: z.string(),
  overdue: z.boolean(),
  version: z.number(),
});

export const requestView = requestEntry
  .extend({
    locale: z.enum(LOCALES),
    content: requestContent.nullable().meta({ description: 'Null for auditors.' }),
    identityProof: z.enum(IDENTITY_PROOFS).nullable(),
    sentAt: z.string().nullable(),
    verbs: z.array(z.enum(REQUEST_VERBS)).meta({ description: 'Steps that the reader may take now.' }),
    answer: z
      .object({ kind: z.enum(['COMMUNICATED', 'NOTHING_TO_COMMUNICATE']), text: z.string(), at: z.string() })
      .nullable()
      .meta({
        description:
          'The letter to the person, from the instant at which it may leave. That nothing is held and that nothing may be communicated is one answer.',
      }),
    owner: z
      .object({
        decision: z.enum(REQUEST_DECISIONS).nullable(),
        personId: z.string().nullable(),
        decidedAt: z.string().nullable(),
        releaseAt: z.string().nullable(),
      })
      .nullable()
      .meta({ description: 'Only for the state that answers.' }),
    steps: z.array(stepView),
  })
  .meta({ id: 'SubjectRequest' });
export type RequestView = z.output<typeof requestView>;

export const requestQuery = pageQuery.extend({
  status: z.enum(REQUEST_STATUSES).optional(),
  type: z.enum(REQUEST_TYPES).optional(),
});
export type RequestQuery = z.output<typeof requestQuery>;
export const requestPage = pageOf(requestEntry);
export type RequestPage = z.output<typeof requestPage>;
export const requestParams = z.object({ requestId: z.uuid() });

export const noticeView = z
  .object({
    id: z.string(),
    kind: z.enum(['CORRECTED', 'RESTRICTED', 'ERASED']),
    personId: z.string(),
    ownerState: z.string(),
    recipientState: z.string(),
    recipientAgencyId: z.string(),
    at: z.string(),
    dueAt: z.string(),
    overdue: z.boolean(),
    confirmedAt: z.string().nullable(),
    version: z.number(),
  })
  .meta({
    id: 'RecipientNotice',
    description:
      'To an agency that was shown a person whose record was corrected, restricted or erased since.',
  });
export type NoticeView = z.output<typeof noticeView>;
export const noticeQuery = pageQuery.extend({
  side: z
    .enum(['TOLD', 'TELLING'])
    .default('TOLD')
    .meta({ description: 'Notices to the own state, or by it.' }),
});
export type NoticeQuery = z.output<typeof noticeQuery>;
export const noticePage = pageOf(noticeView);
export type NoticePage = z.output<typeof noticePage>;
export const noticeParams = z.object({ noticeId: z.uuid() });
