// What comes in about cases: opening, steps, facts, grounds, matters.
import { z } from 'zod';
import { GROUND_ANSWERS, GROUND_CODES } from '../../domain/cases/grounds.ts';
import { CASE_VERBS, type CaseVerb } from '../../domain/cases/procedure.ts';
import {
  ASSURANCES,
  CASE_PURPOSES,
  CUSTODY_STATES,
  HOLD_REASONS,
  LAPSE_REASONS,
} from '../../domain/cases/vocabulary.ts';

export const text = (maximum: number) => z.string().trim().min(1).max(maximum);
const alpha3 = z.string().regex(/^[A-Z]{3}$/);
export const instant = z.iso.datetime({ offset: true }).transform((value) => new Date(value));
const language = z.string().regex(/^[a-z]{2,3}$/);

export const caseId = z.strictObject({ caseId: z.uuid() });

export const caseDraft = z
  .strictObject({
    alertId: z.uuid(),
    requestedState: alpha3,
    purpose: z.enum(CASE_PURPOSES),
    inAbsentia: z.boolean().default(false),
    offenceIds: z.array(z.uuid()).min(1).max(50).meta({ description: 'Offences of the alert: all or some.' }),
    located: z.boolean().default(false).meta({ description: 'The person is known to be in that state.' }),
    treaty: z
      .strictObject({ code: text(60), reason: text(2_000) })
      .optional()
      .meta({ description: 'Another treaty than the one that the order gives, with the reason.' }),
    language: language.default('ru'),
    ownReference: text(100).optional(),
  })
  .meta({
    id: 'CaseDraft',
    examples: [
      {
        alertId: '0198d1f0-0000-7000-8000-000000000001',
        requestedState: 'KAZ',
        purpose: 'PROSECUTION',
        offenceIds: ['0198d1f0-0000-7000-8000-000000000002'],
        located: true,
      },
    ],
  });

export const hitBody = z.strictObject({ hitId: z.uuid() }).meta({ id: 'CaseFromHit' });

export const caseChange = z
  .strictObject({
    ownReference: text(100).nullable().optional(),
    channel: text(60).optional(),
    language: language.optional(),
    confidentiality: z.enum(['NORMAL', 'RESTRICTED']).optional(),
  })
  .refine((change) => Object.keys(change).length > 0, { params: { code: 'nothing-to-change' } })
  .meta({ id: 'CaseChange' });

const offenceOutcome = z.strictObject({
  offenceId: z.uuid(),
  outcome: z.enum(['GRANTED', 'REFUSED']),
  grounds: z.array(z.enum(GROUND_CODES)).max(20).default([]),
});

const placeAndTime = z.strictObject({ at: instant, place: text(300) });

const stepMembers = {
  at: instant.optional().meta({ description: 'When it happened; now when left out. Clocks start from it.' }),
  actedBy: text(300).optional().meta({ description: 'The court, police unit or escort whose act this was.' }),
  reason: text(2_000).optional(),
  legalRef: text(300).optional(),
  arrest: z
    .strictObject({
      custody: z.enum(['DETAINED_SHORT', 'PROV_CUSTODY']).default('DETAINED_SHORT'),
      facility: text(300).optional(),
      identityConfirmedBy: text(300),
      ownerConfirmed: z
        .literal(true)
        .meta({ description: 'The owner of the alert has confirmed that it stands.' }),
    })
    .optional(),
  channel: text(60).optional(),
  items: z.array(text(500)).min(1).max(50).optional().meta({ description: 'What is missing.' }),
  consent: z
    .strictObject({
      written: z.literal(true),
      lawyer: text(300),
      interpreter: text(300).nullable(),
      specialtyWaived: z.boolean(),
    })
    .optional(),
  consentEnd: z.strictObject({ revoked: z.boolean() }).optional(),
  decision: z
    .strictObject({
      decidedBy: text(300),
      reasoning: text(10_000),
      offences: z.array(offenceOutcome).min(1).max(50),
    })
    .optional(),
  hold: z.strictObject({ reason: z.enum(HOLD_REASONS), note: text(2_000).optional() }).optional(),
  endCondition: text(2_000).optional(),
  returnBy: instant.optional(),
  surrender: placeAndTime.optional(),
  custody: z
    .enum(CUSTODY_STATES)
    .optional()
    .meta({ description: 'On return: where the person is held then.' }),
  medicalCheck: z.literal(true).optional(),
  lapse: z.enum(LAPSE_REASONS).optional(),
  outcome: z
    .strictObject({
      verdict: z.enum(['CONVICTED', 'ACQUITTED', 'DISCONTINUED', 'SENTENCE_SERVED', 'OTHER']),
      sentenceMonths: z.number().int().min(0).max(1200).nullable(),
      custodyCreditDays: z.number().int().min(0).max(40_000),
      note: text(2_000).optional(),
    })
    .optional(),
  waiver: z
    .strictObject({
      kind: z.enum(['SPECIALTY', 'RE_EXTRADITION']),
      text: text(5_000),
      thirdState: alpha3.optional(),
    })
    .optional(),
  waiverAnswer: z.strictObject({ granted: z.boolean(), text: text(5_000) }).optional(),
};

export const stepBody = z
  .strictObject({ verb: z.enum(CASE_VERBS as [CaseVerb, ...CaseVerb[]]), ...stepMembers })
  .meta({
    id: 'CaseStep',
    description: 'Which members a step needs is said by the list of transitions (`inputs`).',
    examples: [{ verb: 'acknowledge-receipt', at: '2026-11-25T09:30:00+05:00' }],
  });

export const agreementBody = z
  .strictObject({
    verb: z.enum(['surrender-temporarily', 'make-surrender-final', 'reschedule', 'surrender', 'reopen']),
    note: text(2_000).optional(),
  })
  .meta({
    id: 'CaseAgreement',
    description:
      'One side agrees that the other carries the step out; for reopening, one person asks another.',
  });

export const custodyBody = z
  .strictObject({
    to: z.enum(CUSTODY_STATES),
    at: instant,
    actedBy: text(300),
    facility: text(300).optional(),
    legalAct: text(300).optional(),
    basis: text(1_000).optional(),
  })
  .meta({ id: 'CustodyFact' });

export const groundsBody = z
  .strictObject({
    checks: z
      .array(
        z.strictObject({ code: z.enum(GROUND_CODES), answer: z.enum(GROUND_ANSWERS), note: text(2_000) }),
      )
      .min(1)
      .max(20),
  })
  .meta({ id: 'RefusalGrounds' });

export const assuranceBody = z
  .strictObject({ code: z.enum(ASSURANCES), text: text(2_000) })
  .meta({ id: 'AssuranceRequest' });

export const matterAnswer = z
  .strictObject({
    status: z.enum(['GIVEN', 'REFUSED', 'WITHDRAWN', 'GRANTED']),
    text: text(2_000).optional(),
  })
  .meta({ id: 'MatterAnswer' });

export const transitBody = z
  .strictObject({
    state: alpha3,
    authority: text(300),
    route: text(1_000),
    from: instant,
    until: instant,
    escort: text(300),
  })
  .meta({ id: 'TransitRequest' });

export const extensionBody = z
  .strictObject({
    days: z.number().int().min(1).max(400),
    reason: text(2_000),
    legalRef: text(300).optional(),
  })
  .meta({ id: 'DeadlineExtension' });

export const recomputation = z
  .strictObject({
    startedAt: instant.meta({
      description: 'The instant from which the law counts, as it turned out to be.',
    }),
    reason: text(2_000),
  })
  .meta({ id: 'DeadlineRecomputation' });

export const matterParams = z.strictObject({ caseId: z.uuid(), matterId: z.uuid() });
export const custodyParams = z.strictObject({ caseId: z.uuid(), recordId: z.uuid() });
export const deadlineParams = z.strictObject({ caseId: z.uuid(), deadlineId: z.uuid() });

export type CaseDraft = z.output<typeof caseDraft>;
export type CaseChange = z.output<typeof caseChange>;
export type StepBody = z.output<typeof stepBody>;
export type CustodyBody = z.output<typeof custodyBody>;
export type GroundsBody = z.output<typeof groundsBody>;
export type TransitBody = z.output<typeof transitBody>;
