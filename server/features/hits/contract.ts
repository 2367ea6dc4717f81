// Hits as they travel: lists, the page of one hit, and what each step asks for.
import { z } from 'zod';
import { HIT_ALARMS } from '../../domain/hits/clocks.ts';
import {
  HIT_ACTIONS,
  HIT_KINDS,
  HIT_STATUSES,
  HIT_TASKS,
  HIT_VERBS,
  IDENTIFIERS,
  NOT_SAME_REASONS,
  OWNER_TASKS,
  URGENCIES,
} from '../../domain/hits/vocabulary.ts';
import { pageOf, pageQuery } from '../../platform/http/page.ts';

export const hitParams = z.object({ hitId: z.uuid() });

export const hitPhotoParams = z.object({ hitId: z.uuid(), photoId: z.uuid() });
export const hitTaskParams = z.object({ hitId: z.uuid(), task: z.enum(OWNER_TASKS) });

export const hitQuery = pageQuery.extend({
  kind: z.enum(HIT_KINDS).optional(),
  open: z.enum(['true', 'false']).optional().meta({ description: 'Left out: both.' }),
});
export type HitQuery = z.output<typeof hitQuery>;

const instant = z.string().nullable();

const taskView = z.object({
  kind: z.enum(HIT_TASKS),
  text: z.string(),
  state: z.string(),
  side: z.enum(['SECOND_LINE', 'OWNER']),
  openedAt: z.string(),
  doneAt: instant,
});

export const hitEntry = z
  .object({
    id: z.string(),
    version: z.number(),
    kind: z.enum(HIT_KINDS),
    status: z.enum(HIT_STATUSES).meta({ description: 'By the clock and by the alert as it stands now.' }),
    at: z.string(),
    reference: z.string(),
    state: z.string(),
    checkpoint: z.string().nullable(),
    lane: z.string().nullable(),
    direction: z.string().nullable(),
    transport: z.string().nullable(),
    alert: z.object({
      id: z.string(),
      type: z.string(),
      ownerState: z.string(),
      inForce: z.boolean(),
    }),
    band: z.string(),
    colour: z.string(),
    clocks: z.array(z.object({ clock: z.enum(HIT_ALARMS), endsAt: z.string() })),
    overdue: z.array(z.enum(HIT_ALARMS)),
    closedAt: instant,
  })
  .meta({ id: 'HitEntry' });
export type HitEntry = z.output<typeof hitEntry>;

export const hitPage = pageOf(hitEntry);
export type HitPage = z.output<typeof hitPage>;

const recordSide = z
  .object({
    personId: z.string(),
    registryNumber: z.string(),
    sex: z.string(),
    identityStatus: z.string().nullable(),
    names: z.array(
      z.object({
        type: z.string(),
        full: z.string(),
        script: z.string(),
        validFrom: instant,
        validTo: instant,
      }),
    ),
    births: z.array(z.object({ date: z.string(), status: z.string() })),
    nationalities: z.array(z.object({ country: z.string(), status: z.string() })),
    documents: z.array(
      z.object({ type: z.string(), number: z.string(), issuingState: z.string(), status: z.string() }),
    ),
    marks: z.array(z.object({ kind: z.string(), bodyPart: z.string(), description: z.string() })),
    photos: z.array(z.object({ id: z.string(), takenOn: instant, isPrimary: z.boolean() })),
  })
  .meta({ id: 'HitRecordSide' });

const alertSide = z
  .object({
    id: z.string(),
    alertNumber: z.string(),
    type: z.string(),
    inForce: z.boolean(),
    ownerState: z.string(),
    ownerAgency: z.string().nullable(),
    contact24x7: z.string().nullable(),
    issuedOn: instant,
    endsAt: instant,
    verifiedAt: instant,
    line: z.object({ heardAt: instant, silent: z.boolean() }).nullable().meta({
      description:
        'Of an alert that another installation keeps: when it was last heard of; null for own ones.',
    }),
    extraditionWill: z.string().nullable(),
    actions: z.array(z.object({ code: z.string(), text: z.string() })),
    dangerFlags: z.array(z.object({ flag: z.string(), reason: z.string(), since: z.string() })),
    warrants: z.array(
      z.object({
        kind: z.string(),
        number: z.string(),
        issuingAuthority: z.string(),
        issuedOn: z.string(),
        revoked: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'HitAlertSide' });

export const hitView = hitEntry
  .extend({
    traveller: z
      .record(z.string(), z.unknown())
      .meta({ description: 'What was asked: the fields, and the zone with its corrections.' }),
    score: z.number(),
    reasons: z.array(
      z.object({
        code: z.string(),
        text: z.string(),
        queryValue: z.string().nullable(),
        recordValue: z.string().nullable(),
        contribution: z.number(),
      }),
    ),
    record: recordSide.nullable().meta({ description: 'Null when it may no longer be shown.' }),
    alertSide,
    decision: z
      .object({
        outcome: z.string(),
        reason: z.string().nullable(),
        identifiers: z.array(z.string()),
        by: z.string().nullable(),
        at: instant,
        supervised: z.boolean(),
      })
      .nullable(),
    question: z
      .object({
        urgency: z.string(),
        askedAt: instant,
        dueAt: instant,
        answer: z.string().nullable(),
        answeredAt: instant,
      })
      .nullable(),
    action: z
      .object({
        kind: z.string(),
        at: instant,
        place: z.string().nullable(),
        officer: z.string().nullable(),
        custodyFacility: z.string().nullable(),
      })
      .nullable(),
    holdLeftMinutes: z
      .number()
      .nullable()
      .meta({ description: 'What national law leaves; null where the registry does not know it.' }),
    openElsewhere: z
      .array(z.object({ since: z.string(), state: z.string(), checkpoint: z.string().nullable() }))
      .meta({ description: 'For second line only.' }),
    victims: z.number().meta({ description: 'Innocent people whose identity this person is known to use.' }),
    tasks: z.array(taskView),
    steps: z.array(
      z.object({
        verb: z.string(),
        from: z.string(),
        to: z.string(),
        at: z.string(),
        state: z.string().nullable().meta({ description: 'Whose side took it; null: the clock.' }),
        by: z.string().nullable().meta({ description: 'Only people of the own state are named.' }),
        note: z.string().nullable(),
      }),
    ),
    allowed: z.array(z.enum(HIT_VERBS)),
    caseId: z.string().nullable(),
  })
  .meta({ id: 'Hit' });
export type HitView = z.output<typeof hitView>;

export const hitReceipt = z
  .object({
    id: z.string(),
    version: z.number(),
    status: z.enum(HIT_STATUSES),
    allowed: z.array(z.enum(HIT_VERBS)),
  })
  .meta({ id: 'HitReceipt' });
export type HitReceipt = z.output<typeof hitReceipt>;

export const finishedTask = z.object({ id: z.string(), version: z.number() }).meta({ id: 'FinishedHitTask' });

const note = z.string().trim().min(1).max(2_000);

export const plainHitStep = z.strictObject({ note: note.optional() }).meta({ id: 'HitStep' });
export const notedHitStep = z.strictObject({ note }).meta({ id: 'NotedHitStep' });
export const confirmation = z
  .strictObject({
    identifiers: z.array(z.enum(IDENTIFIERS)).min(1).max(8).meta({
      description: 'A fingerprint, or two of different kinds: paper, body, word.',
    }),
    urgency: z
      .enum(URGENCIES)
      .optional()
      .meta({ description: 'For arrest alerts, whose owner is asked at once: URGENT when left out.' }),
    note: note.optional(),
  })
  .meta({ id: 'HitConfirmation', examples: [{ identifiers: ['DOCUMENT', 'FACE'], urgency: 'URGENT' }] });
export const notSame = z
  .strictObject({ reason: z.enum(NOT_SAME_REASONS), note: note.optional() })
  .meta({ id: 'HitNotSame', examples: [{ reason: 'FACE' }] });
export const question = z
  .strictObject({ urgency: z.enum(URGENCIES).default('URGENT'), note: note.optional() })
  .meta({ id: 'HitQuestion' });
export const actionTaken = z
  .strictObject({
    action: z.enum(HIT_ACTIONS),
    at: z.iso.datetime({ offset: true }).meta({ description: 'When it happened; custody counts from here.' }),
    place: z.string().trim().min(1).max(200),
    officer: z.string().trim().min(1).max(120).optional(),
    custodyFacility: z.string().trim().min(1).max(200).optional(),
    note: note.optional(),
  })
  .meta({
    id: 'HitActionTaken',
    examples: [
      { action: 'ARRESTED', at: '2026-11-23T06:30:00Z', place: 'Korday', custodyFacility: 'Korday' },
    ],
  });

/** Everything that a step may say. */
export interface HitWords {
  readonly note?: string | undefined;
  readonly identifiers?: z.output<typeof confirmation>['identifiers'] | undefined;
  readonly urgency?: (typeof URGENCIES)[number] | undefined;
  readonly reason?: z.output<typeof notSame>['reason'] | undefined;
  readonly taken?: z.output<typeof actionTaken> | undefined;
}
