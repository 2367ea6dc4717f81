// What is asked and answered about treaties: profiles as data, and which of them governs between two states on a day.
import { z } from 'zod';
import { PROFILE_KINDS } from '../../domain/treaties/profile.ts';
import { CHAIN_REASONS } from '../../domain/treaties/resolve.ts';
import { treatySettings, treatyTitles } from './profile-schema.ts';

const alpha3 = z.string().regex(/^[A-Z]{3}$/);

const banner = z
  .boolean()
  .meta({ description: 'True: no lawyer has confirmed this profile; every screen says so.' });

export const treatyEntry = z
  .object({
    code: z.string(),
    version: z.number(),
    kind: z.enum(PROFILE_KINDS),
    title: z.string().meta({ description: 'In English.' }),
    titles: treatyTitles,
    validFrom: z.iso.date(),
    states: z.array(z.string()),
    source: z.string(),
    verifiedBy: z.string().nullable(),
    verifiedOn: z.iso.date().nullable(),
    unverified: banner,
  })
  .meta({ id: 'TreatyEntry' });

export const treatyView = treatyEntry
  .extend({
    settings: treatySettings,
    versions: z
      .array(z.object({ version: z.number(), validFrom: z.iso.date(), inForce: z.boolean() }))
      .meta({ description: 'All versions, oldest first; a case keeps those in which it began.' }),
  })
  .meta({ id: 'TreatyProfile' });

export const treatyList = z.object({ items: z.array(treatyEntry) });

export const treatyCode = z.strictObject({ code: z.string().regex(/^[A-Z][A-Z0-9_]{1,60}$/) });

export const treatyVersion = z.strictObject({ version: z.coerce.number().int().min(1).optional() });

export const pairQuery = z.strictObject({
  requesting: alpha3.meta({ description: 'ISO 3166 alpha-3 of the state that wants the person.' }),
  requested: alpha3,
  on: z.iso.date().optional().meta({ description: 'Today in the requested state when left out.' }),
  onlyUncacOffences: z.enum(['true', 'false']).default('false'),
});

export const chainLink = z
  .object({
    code: z.string(),
    version: z.number(),
    outcome: z.enum(CHAIN_REASONS),
    detail: z
      .string()
      .nullable()
      .meta({ description: 'By which profile it is replaced, or which state is no party.' }),
  })
  .meta({ id: 'TreatyChainLink' });

export const resolutionView = z
  .object({
    treaty: treatyEntry,
    national: treatyEntry
      .nullable()
      .meta({ description: 'National law of the requested state, where it is known.' }),
    chain: z.array(chainLink),
    deadlines: z.array(
      z.object({
        key: z.string(),
        profile: z.string(),
        length: z.number().nullable(),
        unit: z.string(),
        type: z.string(),
        startEvent: z.string(),
        legalRef: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'TreatyResolution' });

export type TreatyEntry = z.output<typeof treatyEntry>;
export type PairQuery = z.output<typeof pairQuery>;
