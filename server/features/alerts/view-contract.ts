// What comes out about an alert: the part that every reader gets, and the part of the owner's own people.
import { z } from 'zod';
import { GATE_CODES } from '../../domain/alerts/gate-facts.ts';
import { OWNER_TASKS } from '../../domain/alerts/owner-tasks.ts';
import {
  ACTION_CODES,
  ALERT_STATUSES,
  ALERT_TYPES,
  ASYLUM_CHECKS,
  AUTHORITY_TYPES,
  CAVEATS,
  CHANNELS,
  DANGER_FLAGS,
  EXTRADITION_WILLS,
  OFFENCE_ROLES,
  SHARINGS,
  WARRANT_KINDS,
  WITHDRAWAL_REASONS,
} from '../../domain/alerts/vocabulary.ts';
import { pageOf } from '../../platform/http/page.ts';
import { alertVerb } from './contract.ts';

const day = z.iso.date();
const instant = z.iso.datetime();

export const shownStatus = z
  .enum([...ALERT_STATUSES, 'NOT_YET_VALID'])
  .meta({ id: 'AlertStatus', description: 'As the clock has it now, whatever was written down last.' });

const task = z.object({ code: z.enum(OWNER_TASKS), text: z.string() }).meta({ id: 'AlertTask' });

export const warrantView = z
  .object({
    id: z.string(),
    kind: z.enum(WARRANT_KINDS),
    number: z.string(),
    issuingAuthority: z.string(),
    authorityType: z.enum(AUTHORITY_TYPES),
    issuedOn: day,
    validUntil: day.nullable().meta({ description: 'Null: without limit.' }),
    inAbsentia: z.boolean(),
    remainingSentence: z.object({ years: z.number(), months: z.number(), days: z.number() }).nullable(),
    file: z
      .object({
        sha256: z.string(),
        name: z.string(),
        mediaType: z.string(),
        bytes: z.number(),
        language: z.string().nullable(),
      })
      .nullable(),
    revokedOn: day.nullable(),
    revokedReason: z.string().nullable(),
    standing: z.boolean().meta({ description: 'Neither revoked nor expired, and there is a file to show.' }),
  })
  .meta({ id: 'Warrant' });

const offenceView = z
  .object({
    id: z.string(),
    offenceCodeId: z.string(),
    state: z.string(),
    codeName: z.string(),
    article: z.string(),
    part: z.string().nullable(),
    point: z.string().nullable(),
    titleOrig: z.string(),
    titleRu: z.string(),
    titleEn: z.string(),
    uncacArticles: z.array(z.number()),
    role: z.enum(OFFENCE_ROLES),
    periodFrom: day.nullable(),
    periodTo: day.nullable(),
    place: z.string().nullable(),
    damageAmount: z.string().nullable(),
    damageCurrency: z.string().nullable(),
    attempt: z.boolean(),
    articleText: z.string().nullable(),
  })
  .meta({ id: 'AlertOffence' });

const transitionView = z
  .object({
    verb: z.string(),
    from: z.enum(ALERT_STATUSES),
    to: z.enum(ALERT_STATUSES),
    actorId: z.string().nullable(),
    reason: z.string().nullable(),
    at: instant,
  })
  .meta({ id: 'AlertTransition' });

/** Work of the owner: who wrote it, with whom it is shared, what was checked, what is to be done. */
const ownerPart = z
  .object({
    sharing: z.enum(SHARINGS),
    sharedWithStates: z.array(z.string()),
    sharedWithAgencies: z.array(z.string()),
    reviewDueOn: day.nullable(),
    asylumCheck: z.enum(ASYLUM_CHECKS).nullable(),
    asylumState: z.string().nullable(),
    complianceDeclared: z.boolean(),
    complianceReviewedBy: z.string().nullable(),
    duplicatesCheckedAt: instant.nullable(),
    authorId: z.string(),
    approvedBy: z.string().nullable(),
    submittedAt: instant.nullable(),
    activatedAt: instant.nullable(),
    suspendedAt: instant.nullable(),
    endedAt: instant.nullable(),
    withdrawalReason: z.enum(WITHDRAWAL_REASONS).nullable(),
    statusNote: z.string().nullable(),
    createdAt: instant,
    updatedAt: instant,
    allowed: z.array(alertVerb).meta({ description: 'Steps that this reader may take from here.' }),
    tasks: z.array(task),
    transitions: z.array(transitionView),
    returned: z.record(z.string(), z.unknown()).nullable().meta({
      description:
        'The members of this alert as they were when it was handed in and returned; null when it never was.',
    }),
  })
  .meta({ id: 'AlertOwnerPart' });

export const alertView = z
  .object({
    id: z.string(),
    alertNumber: z.string(),
    person: z.object({ id: z.string(), registryNumber: z.string() }),
    type: z.enum(ALERT_TYPES),
    status: shownStatus,
    locatedAt: instant
      .nullable()
      .meta({ description: 'Found, but not yet handed over: still to be acted on.' }),
    ownerState: z.string(),
    ownerAgency: z.object({ id: z.string(), name: z.string().nullable() }),
    initiatorAgency: z.string().nullable(),
    contact24x7: z.string().nullable(),
    legalBasis: z.array(z.string()),
    nationalNorm: z.string().nullable(),
    externalRefs: z.array(
      z.object({ channel: z.enum(CHANNELS), number: z.string(), syncedOn: day.optional() }),
    ),
    reasonSummary: z.record(z.string(), z.string()),
    actionsOnHit: z.array(z.enum(ACTION_CODES)),
    dangerNone: z.boolean(),
    dangerFlags: z
      .array(z.object({ flag: z.enum(DANGER_FLAGS), reason: z.string(), since: day, expiresOn: day }))
      .meta({ description: 'Those that still warn, most dangerous first.' }),
    priority: z.number(),
    issuedOn: day.nullable(),
    validFrom: day.nullable(),
    expiresOn: day.nullable(),
    startsAt: instant.nullable(),
    endsAt: instant.nullable().meta({ description: 'Exclusive.' }),
    extraditionWill: z.enum(EXTRADITION_WILLS).nullable(),
    extraditionStates: z.array(z.string()),
    caveats: z.array(z.enum(CAVEATS)),
    maxPenaltyMonths: z.number().nullable(),
    sentenceMonthsLeft: z.number().nullable(),
    limitationDate: day.nullable(),
    facts: z.string().nullable(),
    factsPlace: z.string().nullable(),
    factsFrom: day.nullable(),
    factsTo: day.nullable(),
    offences: z.array(offenceView),
    warrants: z.array(warrantView),
    version: z.number(),
    owner: ownerPart.nullable().meta({ description: "Null for all but the owner's own people." }),
  })
  .meta({ id: 'Alert' });

export const alertEntry = z
  .object({
    id: z.string(),
    alertNumber: z.string(),
    personId: z.string(),
    registryNumber: z.string(),
    type: z.enum(ALERT_TYPES),
    status: shownStatus,
    ownerState: z.string(),
    ownerAgencyId: z.string(),
    priority: z.number(),
    actionsOnHit: z.array(z.enum(ACTION_CODES)),
    validFrom: day.nullable(),
    expiresOn: day.nullable(),
    reviewDueOn: day.nullable().meta({ description: 'Null for other states.' }),
    createdAt: instant,
    version: z.number(),
  })
  .meta({ id: 'AlertListEntry' });

export const alertPage = pageOf(alertEntry);

/** The answer to every change: what the alert has become. The record itself is read with a purpose. */
export const alertReceipt = z
  .object({
    id: z.string(),
    alertNumber: z.string(),
    personId: z.string(),
    type: z.enum(ALERT_TYPES),
    status: shownStatus,
    validFrom: day.nullable(),
    expiresOn: day.nullable(),
    endsAt: instant.nullable(),
    reviewDueOn: day.nullable(),
    allowed: z.array(alertVerb),
    tasks: z.array(task),
    version: z.number(),
  })
  .meta({ id: 'AlertReceipt' });

export const gateView = z
  .object({
    openForSubmission: z.boolean(),
    openForPublication: z.boolean(),
    findings: z.array(
      z.object({
        code: z.enum(GATE_CODES),
        at: z.string().meta({ description: 'JSON pointer into {person, alert, review}.' }),
        severity: z.enum(['BLOCKING', 'WARNING']),
        stage: z.enum(['SUBMIT', 'PUBLISH']),
        text: z.string(),
        id: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'PublicationGate' });

export type AlertView = z.output<typeof alertView>;
export type AlertEntry = z.output<typeof alertEntry>;
export type AlertPage = z.output<typeof alertPage>;
export type AlertReceipt = z.output<typeof alertReceipt>;
export type GateView = z.output<typeof gateView>;
export type WarrantView = z.output<typeof warrantView>;
