// What is asked of lists, board, calendar, comments, tasks and competing requests, and what they answer.
import { z } from 'zod';
import { CASE_STATES, CUSTODY_STATES } from '../../domain/cases/vocabulary.ts';
import { pageOf, pageQuery } from '../../platform/http/page.ts';
import { instant, text } from './contract.ts';

const alpha3 = z.string().regex(/^[A-Z]{3}$/);
const flag = z.enum(['true', 'false']);
const shownInstant = z.iso.datetime();

const filters = {
  state: z.enum(CASE_STATES).optional(),
  direction: z
    .enum(['REQUESTING', 'REQUESTED'])
    .optional()
    .meta({ description: 'As the own state: asks, or is asked.' }),
  otherState: alpha3.optional(),
  custody: z.enum(CUSTODY_STATES).optional(),
  overdue: flag.optional(),
  dueBefore: z.iso.datetime({ offset: true }).optional(),
  mine: flag.optional().meta({ description: 'Cases assigned to the caller.' }),
  treaty: z.string().max(60).optional(),
  q: z
    .string()
    .trim()
    .min(2)
    .max(100)
    .optional()
    .meta({ description: 'Case number or reference, or part of one.' }),
  personId: z.uuid().optional(),
};

export const caseQuery = pageQuery.extend(filters);
export const boardQuery = z.strictObject(filters);

export const caseEntry = z
  .object({
    id: z.string(),
    caseNumber: z.string(),
    ownReference: z.string().nullable(),
    personId: z.string(),
    registryNumber: z.string(),
    direction: z.enum(['REQUESTING', 'REQUESTED']),
    requestingState: z.string(),
    requestedState: z.string(),
    purpose: z.string(),
    state: z.enum(CASE_STATES),
    stateSince: shownInstant,
    daysInState: z.number(),
    custody: z.enum(CUSTODY_STATES),
    treaty: z.string(),
    nextDueAt: shownInstant.nullable(),
    overdue: z.boolean().meta({ description: 'A clock has run out and was not stopped.' }),
    demo: z.boolean(),
    version: z.number(),
  })
  .meta({ id: 'CaseListEntry' });

export const casePage = pageOf(caseEntry);

export const boardView = z
  .object({
    columns: z.array(
      z.object({
        state: z.enum(CASE_STATES),
        count: z.number(),
        overdue: z.number(),
        items: z.array(caseEntry).meta({ description: 'Most urgent first, at most 20.' }),
      }),
    ),
  })
  .meta({ id: 'CaseBoard' });

export const calendarQuery = z.strictObject({
  from: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

export const calendarView = z
  .object({
    items: z.array(
      z.object({
        caseId: z.string(),
        caseNumber: z.string(),
        key: z.string(),
        type: z.enum(['HARD', 'SOFT']),
        dueAt: shownInstant,
        overdue: z.boolean(),
        state: z.enum(CASE_STATES),
        profile: z.string(),
      }),
    ),
  })
  .meta({ id: 'DeadlineCalendar' });

export const commentBody = z
  .strictObject({
    text: text(10_000),
    shared: z.boolean().default(false).meta({ description: 'True: a message to the other side.' }),
    mentions: z.array(z.uuid()).max(20).default([]),
  })
  .meta({ id: 'CaseComment' });

export const commentList = z.object({
  items: z.array(
    z
      .object({
        id: z.string(),
        side: z.enum(['RQ', 'RD']),
        shared: z.boolean(),
        authorId: z.string(),
        text: z.string(),
        mentions: z.array(z.string()),
        at: shownInstant,
      })
      .meta({ id: 'CaseCommentView' }),
  ),
});

export const taskBody = z
  .strictObject({
    text: text(2_000),
    assigneeId: z.uuid().optional(),
    dueAt: instant.optional(),
    urgent: z.boolean().default(false),
  })
  .meta({ id: 'CaseTaskBody' });

export const taskQuery = z.strictObject({
  caseId: z.uuid().optional(),
  mine: flag.default('false'),
  open: flag.default('true'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const taskList = z.object({
  items: z.array(
    z
      .object({
        id: z.string(),
        caseId: z.string(),
        caseNumber: z.string(),
        kind: z.string(),
        params: z.record(z.string(), z.unknown()),
        text: z.string().nullable(),
        urgent: z.boolean(),
        assigneeId: z.string().nullable(),
        dueAt: shownInstant.nullable(),
        createdAt: shownInstant,
        doneAt: shownInstant.nullable(),
      })
      .meta({ id: 'CaseTask' }),
  ),
});

export const assignmentParams = z.strictObject({ caseId: z.uuid(), userId: z.uuid() });
export const taskParams = z.strictObject({ caseId: z.uuid(), taskId: z.uuid() });
export const assignmentList = z.object({
  items: z.array(z.object({ userId: z.string(), at: shownInstant })),
});
export const teamList = z.object({
  items: z.array(
    z
      .object({
        userId: z.string(),
        displayName: z.string(),
        roles: z.array(z.string()),
        agency: z.string(),
        active: z.boolean(),
        assignedAt: shownInstant.nullable(),
      })
      .meta({ id: 'CaseColleague', description: 'Of the own side only.' }),
  ),
});
export const createdId = z.object({ id: z.string() });

export const competingDecision = z
  .strictObject({
    preferredCaseId: z.uuid(),
    criteria: z
      .array(
        z.strictObject({
          criterion: z.enum([
            'SERIOUSNESS',
            'PLACE',
            'DATES_OF_REQUESTS',
            'NATIONALITY',
            'LATER_SURRENDER',
            'TREATY_RANK',
          ]),
          note: text(2_000),
        }),
      )
      .min(1)
      .max(6),
  })
  .meta({ id: 'CompetingDecision' });

export const competingView = z
  .object({
    id: z.string(),
    personId: z.string(),
    criteria: z.array(z.object({ criterion: z.string(), note: z.string() })),
    preferredCaseId: z.string().nullable(),
    decidedAt: shownInstant.nullable(),
    releasedAt: shownInstant.nullable(),
    cases: z.array(
      z.object({
        id: z.string(),
        caseNumber: z.string(),
        requestingState: z.string(),
        state: z.enum(CASE_STATES),
        treaty: z.string(),
        createdAt: shownInstant,
      }),
    ),
    version: z.number(),
  })
  .meta({ id: 'CompetingGroup' });

export const feedView = z
  .object({
    path: z.string().meta({ description: 'Address of the calendar, shown once; a new one ends the old.' }),
  })
  .meta({ id: 'CalendarFeed' });
export const feedToken = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });

export type CaseQuery = z.output<typeof caseQuery>;
export type BoardQuery = z.output<typeof boardQuery>;
export type CaseEntry = z.output<typeof caseEntry>;
export type CalendarQuery = z.output<typeof calendarQuery>;
export type CommentBody = z.output<typeof commentBody>;
export type TaskBody = z.output<typeof taskBody>;
export type TaskQuery = z.output<typeof taskQuery>;
export type CompetingDecision = z.output<typeof competingDecision>;
