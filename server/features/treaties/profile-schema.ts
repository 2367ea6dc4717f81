// The form of a treaty profile: what does not fit is refused before a case could follow it.
import { z } from 'zod';
import { LOCALES } from '../../domain/access/actor.ts';
import { DOCUMENT_CODES } from '../../domain/cases/documents.ts';
import { CASE_EVENTS } from '../../domain/cases/events.ts';
import { GROUND_CODES, GROUND_FORCES } from '../../domain/cases/grounds.ts';
import { DEADLINE_UNITS, type DeadlineRule, ON_EXPIRY } from '../../domain/deadlines/rule.ts';
import {
  CHECKLIST_CONDITIONS,
  NATIONALS_RULES,
  PROFILE_KINDS,
  type TreatyProfile,
  type TreatySettings,
  type TreatyTitles,
} from '../../domain/treaties/profile.ts';

const text = z.string().trim().min(1).max(4_000);
const day = z.iso.date();
const alpha3 = z.string().regex(/^[A-Z]{3}$/);
const months = z.number().int().min(1).max(1200).nullable();
const event = z.enum(CASE_EVENTS);

export const deadlineRule: z.ZodType<DeadlineRule> = z
  .strictObject({
    key: z.string().regex(/^[A-Z][A-Z_]+$/),
    startEvent: event,
    length: z.number().int().min(1).max(10_000).nullable(),
    unit: z.enum(DEADLINE_UNITS),
    type: z.enum(['HARD', 'SOFT']),
    scope: z.enum(['CUSTODY', 'PROCEDURE']),
    extensible: z.boolean(),
    maxExtensionDays: z.number().int().min(1).nullable(),
    onExpiry: z.enum(ON_EXPIRY),
    countFirstDay: z.boolean(),
    stopEvents: z.array(event),
    pauseEvents: z.array(event),
    resumeEvents: z.array(event),
    recurring: z.boolean(),
    visibleTo: z.enum(['BOTH', 'RQ', 'RD']),
    legalRef: text.nullable(),
  })
  .meta({ id: 'DeadlineRule' });

const nationals = z.enum(NATIONALS_RULES).nullable();

export const treatySettings: z.ZodType<TreatySettings> = z.strictObject({
  priority: z.number().int(),
  bilateral: z.boolean(),
  universal: z.boolean(),
  legalBasis: z.boolean(),
  onlyUncacOffences: z.boolean(),
  parties: z.array(
    z.strictObject({
      state: alpha3,
      from: day,
      to: day.nullable(),
      nationals,
      basis: z.boolean(),
      reservations: z.array(text),
    }),
  ),
  replaces: z.array(text),
  minMaxPenaltyMonths: months,
  minSentenceMonths: months,
  nationals,
  extraditeOrProsecute: z.boolean(),
  provisionalArrest: z.boolean(),
  rearrestAfterLapse: z.boolean(),
  consentAllowed: z.boolean(),
  consentRevocable: z.boolean(),
  maxReschedules: z.number().int().min(0).nullable(),
  channels: z.array(text),
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)),
  specialtyGraceDays: z.number().int().min(1).nullable(),
  checklist: z.array(z.strictObject({ code: z.enum(DOCUMENT_CODES), when: z.enum(CHECKLIST_CONDITIONS) })),
  grounds: z.partialRecord(z.enum(GROUND_CODES), z.enum(GROUND_FORCES)),
  deadlines: z.array(deadlineRule),
  notes: z.array(text),
});

export const treatyTitles: z.ZodType<TreatyTitles> = z
  .strictObject({
    ky: text.optional(),
    ru: text.optional(),
    kk: text.optional(),
    official: z.array(z.enum(LOCALES)).default([]),
  })
  .meta({
    id: 'TreatyTitles',
    description:
      'The title in Kyrgyz, Russian and Kazakh. `official`: languages in which the treaty itself or a party says it so; the others are translations of this registry.',
  });

export const treatyRow = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]+$/),
  version: z.number().int().min(1),
  kind: z.enum(PROFILE_KINDS),
  title: text,
  titles: treatyTitles,
  validFrom: day,
  settings: treatySettings,
  source: text,
  verifiedBy: text.nullable(),
  verifiedOn: day.nullable(),
});

/** A row with its settings as the rules read it. */
export const profileOf = ({ settings, ...row }: z.output<typeof treatyRow>): TreatyProfile => ({
  ...settings,
  ...row,
});
