// What comes in and goes out about requests for legal assistance.
import { z } from 'zod';
import {
  ASSISTANCE_STATES,
  ASSISTANCE_TYPES,
  ASSISTANCE_VERBS,
  URGENCIES,
} from '../../domain/assistance/life-cycle.ts';
import { pageOf, pageQuery } from '../../platform/http/page.ts';
import { day, state } from '../alerts/contract.ts';

const text = (maximum: number) => z.string().trim().min(1).max(maximum);

const content = {
  type: z.enum(ASSISTANCE_TYPES),
  requestedState: state,
  urgency: z.enum(URGENCIES),
  legalBasis: text(1_000),
  subject: text(4_000).meta({ description: 'What is asked for, of whom, and why.' }),
  confidentiality: z.enum(['NORMAL', 'RESTRICTED']).meta({
    description: 'RESTRICTED: prosecutors and central authorities only, on both sides.',
  }),
  assetCaseId: z.uuid().nullable(),
  extraditionCaseId: z.uuid().nullable(),
  dueOn: day.nullable().meta({ description: 'The day by which an answer is asked for.' }),
};

export const newAssistance = z
  .strictObject({
    ...content,
    urgency: content.urgency.default('ROUTINE'),
    confidentiality: content.confidentiality.default('NORMAL'),
    assetCaseId: content.assetCaseId.default(null),
    extraditionCaseId: content.extraditionCaseId.default(null),
    dueOn: content.dueOn.default(null),
  })
  .meta({
    id: 'NewAssistanceRequest',
    examples: [
      {
        type: 'FREEZE',
        requestedState: 'KAZ',
        urgency: 'URGENT',
        legalBasis: 'UNCAC art. 54, 55',
        subject: 'DEMO: freeze a flat in Almaty registered to a front man',
        dueOn: '2026-12-31',
      },
    ],
  });

export const assistanceChange = z
  .strictObject(content)
  .omit({ requestedState: true })
  .partial()
  .refine((change) => Object.keys(change).length > 0, { params: { code: 'nothing-to-change' } })
  .meta({ id: 'AssistanceRequestChange' });

export const assistanceStep = z
  .strictObject({
    verb: z.enum(ASSISTANCE_VERBS),
    reference: text(300).optional().meta({ description: 'Number of the letter, record or answer.' }),
    reason: text(2_000).optional(),
  })
  .meta({ id: 'AssistanceStep', examples: [{ verb: 'send', reference: 'KGZ-PG-114/2026' }] });

export const assistanceParams = z.strictObject({ requestId: z.uuid() });
export const assistanceQuery = pageQuery.extend({
  state: z.enum(ASSISTANCE_STATES).optional(),
  assetCaseId: z.uuid().optional(),
  extraditionCaseId: z.uuid().optional(),
  direction: z.enum(['OUTGOING', 'INCOMING']).optional(),
  overdue: z.stringbool().optional().meta({ description: 'Sent, not answered, and the day has passed.' }),
});

const line = {
  id: z.string(),
  requestNumber: z.string(),
  direction: z.enum(['OUTGOING', 'INCOMING']).meta({ description: 'As the reader’s state sees it.' }),
  ownerState: z.string(),
  requestedState: z.string(),
  type: z.string(),
  state: z.string(),
  urgency: z.string(),
  subject: z.string(),
  confidentiality: z.string(),
  dueOn: z.string().nullable(),
  overdue: z.boolean(),
  sentAt: z.string().nullable(),
  demo: z.boolean(),
  version: z.number(),
};

export const assistanceLine = z.object(line).meta({ id: 'AssistanceLine' });
export const assistanceView = z
  .object({
    ...line,
    legalBasis: z.string(),
    assetCaseId: z.string().nullable().meta({ description: 'null for the asked side.' }),
    extraditionCaseId: z.string().nullable().meta({ description: 'null for the asked side.' }),
    steps: z.array(
      z.object({
        verb: z.string(),
        from: z.string(),
        to: z.string(),
        reference: z.string().nullable(),
        reason: z.string().nullable(),
        byState: z.string(),
        at: z.string(),
      }),
    ),
    possible: z
      .array(z.object({ verb: z.string(), to: z.string(), needs: z.array(z.string()) }))
      .meta({ description: 'What the reader may do now, and what each step asks for.' }),
  })
  .meta({ id: 'AssistanceRequest' });
export const assistancePage = pageOf(assistanceLine);

export type NewAssistance = z.output<typeof newAssistance>;
export type AssistanceChange = z.output<typeof assistanceChange>;
export type AssistanceStep = z.output<typeof assistanceStep>;
export type AssistanceQuery = z.output<typeof assistanceQuery>;
export type AssistanceLine = z.output<typeof assistanceLine>;
export type AssistanceView = z.output<typeof assistanceView>;
export type AssistancePage = z.output<typeof assistancePage>;
