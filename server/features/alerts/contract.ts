// What goes in about an alert: the content of a draft, its changes, and the words that each step asks for.
import { z } from 'zod';
import { ALERT_VERBS } from '../../domain/alerts/life-cycle.ts';
import {
  ACTION_CODES,
  ALERT_STATUSES,
  ALERT_TYPES,
  ASYLUM_CHECKS,
  CAVEATS,
  CHANNELS,
  DANGER_FLAGS,
  EXTRADITION_WILLS,
  OFFENCE_ROLES,
  SHARINGS,
  WITHDRAWAL_REASONS,
} from '../../domain/alerts/vocabulary.ts';
import { pageQuery } from '../../platform/http/page.ts';

/** A day that a registry can mean: the database and the calendar know more, people do not. */
export const day = z.iso
  .date()
  .refine((text) => text >= '1850-01-01' && text <= '2200-12-31', { params: { code: 'day-out-of-range' } });

export const state = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ description: 'ISO 3166 alpha-3.' });

const text = (maximum: number) => z.string().trim().min(1).max(maximum);
const optional = <T extends z.ZodType>(schema: T) => schema.nullable().optional();
const months = z.number().int().min(0).max(1200);

export const reasonText = text(2_000);

const externalRef = z.strictObject({ channel: z.enum(CHANNELS), number: text(60), syncedOn: day.optional() });

const dangerFlag = z.strictObject({
  flag: z.enum(DANGER_FLAGS),
  reason: text(500),
  since: day.optional().meta({ description: 'Today when left out. The flag lapses unless it is renewed.' }),
});

const offence = z
  .strictObject({
    offenceCodeId: z.uuid(),
    role: z.enum(OFFENCE_ROLES).default('PERPETRATOR'),
    periodFrom: optional(day),
    periodTo: optional(day),
    place: optional(text(300)),
    damageAmount: optional(z.string().regex(/^\d{1,18}(\.\d{1,2})?$/)),
    damageCurrency: optional(z.string().regex(/^[A-Z]{3}$/)),
    attempt: z.boolean().default(false),
    articleText: optional(text(10_000)).meta({ description: 'The article word for word.' }),
  })
  .refine(({ periodFrom, periodTo }) => !periodFrom || !periodTo || periodFrom <= periodTo, {
    path: ['periodTo'],
    params: { code: 'until-before-from' },
  })
  .refine(({ damageAmount, damageCurrency }) => Boolean(damageAmount) === Boolean(damageCurrency), {
    path: ['damageCurrency'],
    params: { code: 'amount-needs-currency' },
  });

const distinct = <T extends z.ZodType>(item: T, maximum: number) =>
  z
    .array(item)
    .max(maximum)
    .refine((items) => new Set(items.map((one) => JSON.stringify(one))).size === items.length, {
      params: { code: 'repeated' },
    });

const content = {
  initiatorAgency: optional(text(200)).meta({ description: 'The body that declared the search.' }),
  contact24x7: optional(text(300)).meta({
    description: "When left out the agency's own duty contact counts.",
  }),
  legalBasis: z.array(text(300)).max(20).optional(),
  nationalNorm: optional(text(2_000)),
  externalRefs: z.array(externalRef).max(20).optional(),
  reasonSummary: z
    .record(z.string().regex(/^[a-z]{2,3}$/), text(4_000))
    .refine((texts) => Object.keys(texts).length <= 10, { params: { code: 'too-many', maximum: 10 } })
    .optional()
    .meta({ description: 'Language code → what, when, where, role, amount; no names of witnesses.' }),
  actionsOnHit: z.array(z.enum(ACTION_CODES)).max(ACTION_CODES.length).optional(),
  priority: z.number().int().min(1).max(3).optional(),
  issuedOn: optional(day),
  validFrom: optional(day),
  expiresOn: optional(day).meta({ description: "The last day of validity in the owner state's zone." }),
  extraditionWill: optional(z.enum(EXTRADITION_WILLS)),
  extraditionStates: distinct(state, 300).optional(),
  sharing: z.enum(SHARINGS).optional(),
  sharedWithStates: distinct(state, 300).optional(),
  sharedWithAgencies: distinct(z.uuid(), 300).optional(),
  caveats: distinct(z.enum(CAVEATS), CAVEATS.length).optional(),
  maxPenaltyMonths: optional(months),
  sentenceMonthsLeft: optional(months),
  limitationDate: optional(day),
  facts: optional(text(10_000)),
  factsPlace: optional(text(500)),
  factsFrom: optional(day),
  factsTo: optional(day),
  asylumCheck: z.enum(ASYLUM_CHECKS).optional(),
  asylumState: optional(state),
  complianceDeclared: z
    .boolean()
    .optional()
    .meta({ description: 'The request is not political, military, religious or ethnic in character.' }),
  dangerNone: z.boolean().optional().meta({ description: 'Said in so many words: no danger is known.' }),
  dangerFlags: z
    .array(dangerFlag)
    .max(DANGER_FLAGS.length)
    .refine((flags) => new Set(flags.map(({ flag }) => flag)).size === flags.length, {
      params: { code: 'repeated' },
    })
    .optional(),
  offences: z.array(offence).max(50).optional(),
  statusNote: optional(text(2_000)).meta({ description: "A note for the owner's own people." }),
};

export const alertDraft = z
  .strictObject({ personId: z.uuid(), type: z.enum(ALERT_TYPES), ...content })
  .meta({ id: 'AlertDraft' });

export const alertChange = z
  .strictObject({ type: z.enum(ALERT_TYPES).optional(), ...content })
  .refine((change) => Object.keys(change).length > 0, { params: { code: 'nothing-to-change' } })
  .meta({
    id: 'AlertChange',
    description: 'Members given are replaced, null empties one, members left out stay as they are.',
  });

export const alertId = z.strictObject({ alertId: z.uuid() });

export const alertQuery = pageQuery.extend({
  status: z.enum([...ALERT_STATUSES, 'NOT_YET_VALID']).optional(),
  type: z.enum(ALERT_TYPES).optional(),
  ownState: z.enum(['true', 'false']).optional(),
  personId: z.uuid().optional(),
  reviewDueBefore: day.optional().meta({ description: "Alerts of the reader's own side only." }),
  expiresBefore: day.optional(),
});

/** A step that needs no words may carry some. */
export const plainStep = z.strictObject({ reason: reasonText.optional() }).meta({ id: 'AlertStep' });
export const reasonedStep = z.strictObject({ reason: reasonText }).meta({ id: 'ReasonedAlertStep' });
export const approval = z
  .strictObject({
    complianceReviewed: z.boolean().meta({
      description: 'The approver checked that the request is not political, military, religious or ethnic.',
    }),
    reason: reasonText.optional(),
  })
  .meta({ id: 'AlertApproval' });
export const withdrawal = z
  .strictObject({ reason: z.enum(WITHDRAWAL_REASONS), text: reasonText })
  .meta({ id: 'AlertWithdrawal', examples: [{ reason: 'CHARGES_DROPPED', text: 'Decision 12/2026.' }] });
export const renewal = z.strictObject({ expiresOn: day, reason: reasonText }).meta({ id: 'AlertRenewal' });

export const alertVerb = z.enum(ALERT_VERBS);

export type AlertDraft = z.output<typeof alertDraft>;
export type AlertChange = z.output<typeof alertChange>;
export type AlertQuery = z.output<typeof alertQuery>;
export type Approval = z.output<typeof approval>;
export type Withdrawal = z.output<typeof withdrawal>;
export type Renewal = z.output<typeof renewal>;
