// What comes out about one case: its file for one side, its timeline, and what can be done next.
import { z } from 'zod';
import { DOCUMENT_CODES } from '../../domain/cases/documents.ts';
import { CASE_VERBS, type CaseVerb } from '../../domain/cases/procedure.ts';
import { FACT_GUARDS, INPUTS } from '../../domain/cases/steps/step.ts';
import { CASE_STATES, CUSTODY_STATES, MATTER_KINDS } from '../../domain/cases/vocabulary.ts';
import { chainLink } from '../treaties/contract.ts';
import { treatyTitles } from '../treaties/profile-schema.ts';

const instant = z.iso.datetime();
const state = z.enum(CASE_STATES);
const verb = z.enum(CASE_VERBS as [CaseVerb, ...CaseVerb[]]);

export const deadlineView = z
  .object({
    id: z.string(),
    key: z.string(),
    text: z.string(),
    type: z.enum(['HARD', 'SOFT']),
    scope: z.enum(['CUSTODY', 'PROCEDURE']),
    startedAt: instant,
    dueAt: instant,
    status: z
      .enum(['RUNNING', 'PAUSED', 'STOPPED', 'OVERDUE', 'ENDED'])
      .meta({ description: 'OVERDUE and ENDED are computed when it is read.' }),
    term: z.boolean().meta({
      description:
        'Ends by itself and nobody can be late: the time for an appeal, the day from which release is possible.',
    }),
    daysLeft: z.number().nullable(),
    onExpiry: z.string(),
    basis: z.string(),
    zone: z.string(),
    profile: z.string(),
    profileVersion: z.number(),
    legalRef: z.string().nullable(),
    extensible: z.boolean(),
    extendedDays: z.number(),
    followsId: z.string().nullable(),
    warned: z.array(z.string()),
    changes: z.array(
      z.object({
        at: instant,
        kind: z.string(),
        event: z.string().nullable(),
        dueBefore: instant.nullable(),
        dueAfter: instant.nullable(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'CaseDeadline' });

const offence = z.object({
  id: z.string(),
  no: z.number(),
  state: z.string(),
  codeName: z.string(),
  article: z.string(),
  part: z.string().nullable(),
  titleOrig: z.string(),
  titleRu: z.string(),
  titleEn: z.string(),
  uncacArticles: z.array(z.number()),
  maxPenaltyMonths: z.number().nullable(),
  articleText: z.string().nullable(),
  outcome: z.enum(['PENDING', 'GRANTED', 'REFUSED']),
  grounds: z.array(z.string()),
});

export const caseView = z
  .object({
    id: z.string(),
    caseNumber: z.string(),
    side: z.enum(['RQ', 'RD']),
    ownReference: z.string().nullable(),
    otherReference: z.string().nullable(),
    person: z.object({ id: z.string(), registryNumber: z.string() }),
    alertId: z.string(),
    hitId: z.string().nullable(),
    requestingState: z.string(),
    requestedState: z.string(),
    purpose: z.string(),
    inAbsentia: z.boolean(),
    channel: z.string().nullable(),
    language: z.string(),
    confidentiality: z.string(),
    treaty: z.object({
      code: z.string(),
      version: z.number(),
      title: z.string(),
      titles: treatyTitles,
      verifiedBy: z.string().nullable(),
      unverified: z.boolean(),
      override: z.string().nullable(),
      chain: z.array(chainLink),
      national: z.string().nullable(),
    }),
    state,
    stateSince: instant,
    daysInState: z.number(),
    shared: z.boolean(),
    custody: z.enum(CUSTODY_STATES),
    custodyCreditDays: z.number(),
    custodyRecords: z.array(
      z.object({
        id: z.string(),
        from: z.string(),
        to: z.string(),
        at: instant,
        facility: z.string().nullable(),
        legalAct: z.string().nullable(),
        basis: z.string().nullable(),
        actedBy: z.string(),
        side: z.string(),
        confirmed: z.boolean(),
      }),
    ),
    surrenderAt: instant.nullable(),
    surrenderPlace: z.string().nullable(),
    owedDocuments: z.array(z.string()),
    checklist: z.array(
      z.object({
        code: z.enum(DOCUMENT_CODES),
        when: z.string(),
        required: z.boolean(),
        present: z.boolean(),
      }),
    ),
    offences: z.array(offence),
    deadlines: z.array(deadlineView),
    grounds: z
      .array(z.object({ code: z.string(), answer: z.string(), force: z.string(), note: z.string() }))
      .nullable()
      .meta({ description: 'The requested side’s own check; null for the other.' }),
    decisions: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        decidedBy: z.string(),
        decidedAt: instant,
        onAppeal: z.boolean(),
        reasoning: z.string(),
        grounds: z.array(z.string()),
        offences: z.array(z.object({ id: z.string(), outcome: z.string(), grounds: z.array(z.string()) })),
      }),
    ),
    matters: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(MATTER_KINDS),
        status: z.string(),
        side: z.string(),
        data: z.record(z.string(), z.unknown()),
        openedAt: instant,
        closedAt: instant.nullable(),
      }),
    ),
    outcome: z.record(z.string(), z.unknown()).nullable(),
    otherRequestExists: z.boolean().meta({ description: 'Told once the requested state has released it.' }),
    competing: z
      .boolean()
      .meta({ description: 'For the requested state: there is a group of competing requests.' }),
    closedAt: instant.nullable(),
    demo: z.boolean(),
    createdAt: instant,
    version: z.number(),
  })
  .meta({ id: 'ExtraditionCase' });

export const timelineView = z
  .object({
    items: z.array(
      z
        .object({
          seq: z.number().meta({ description: 'Counted for this reader, without gaps.' }),
          at: instant,
          occurredAt: instant,
          kind: z.string(),
          verb: z.string().nullable(),
          from: state.nullable(),
          to: state.nullable(),
          side: z.enum(['RQ', 'RD', 'SYSTEM']),
          shared: z.boolean(),
          actorId: z.string().nullable(),
          role: z.string().nullable(),
          actedBy: z.string().nullable(),
          reason: z.string().nullable(),
          documents: z.array(z.string()),
          legalRef: z.string().nullable(),
          data: z.record(z.string(), z.unknown()),
        })
        .meta({ id: 'CaseEvent' }),
    ),
    nextAfter: z.number().nullable(),
  })
  .meta({ id: 'CaseTimeline' });

export const transitionsView = z
  .object({
    state,
    version: z.number(),
    items: z.array(
      z
        .object({
          verb,
          no: z.string().meta({ description: 'Number in the procedure; M: mends a dead end of it.' }),
          to: state,
          side: z.enum(['RQ', 'RD', 'BOTH', 'EITHER']),
          roles: z.array(z.string()),
          mine: z.boolean().meta({ description: 'The caller is of that side and role.' }),
          ready: z.boolean().meta({ description: 'Mine, and nothing is missing but the inputs.' }),
          missingGuards: z.array(z.object({ code: z.enum(FACT_GUARDS), text: z.string() })),
          missingDocuments: z.array(z.string()),
          inputs: z.array(z.enum(INPUTS)),
          clocks: z.object({
            start: z.array(z.object({ key: z.string(), dueAt: instant.nullable() })),
            stop: z.array(z.string()),
            pause: z.array(z.string()),
            resume: z.array(z.string()),
          }),
        })
        .meta({ id: 'CaseTransition' }),
    ),
  })
  .meta({ id: 'CaseTransitions' });

export const caseReceipt = z
  .object({
    id: z.string(),
    caseNumber: z.string(),
    state,
    custody: z.enum(CUSTODY_STATES),
    version: z.number(),
  })
  .meta({ id: 'CaseReceipt' });

export const createdCase = z
  .object({ id: z.string(), caseNumber: z.string(), state, version: z.number() })
  .meta({ id: 'CreatedCase' });

export const openedCase = z
  .object({
    caseId: z.string(),
    caseNumber: z.string(),
    state,
    created: z.boolean().meta({ description: 'False: linked to a case that was there.' }),
  })
  .meta({ id: 'OpenedCase' });

export const stepReceipt = caseReceipt
  .extend({
    clocks: z.array(
      z.object({
        kind: z.enum(['START', 'STOP', 'PAUSE', 'RESUME']),
        key: z.string(),
        dueAt: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'CaseStepReceipt' });

export const movedDeadline = z
  .object({ id: z.string(), version: z.number(), dueAt: instant })
  .meta({ id: 'MovedDeadline' });

export type CaseView = z.output<typeof caseView>;
export type TransitionsView = z.output<typeof transitionsView>;
export type DeadlineView = z.output<typeof deadlineView>;
