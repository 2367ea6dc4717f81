// What the registry says about law and practice: tables that are data, with their source and who verified them.
import { z } from 'zod';
import { ACTION_CODES } from '../../domain/alerts/vocabulary.ts';
import { BANDS, POLICY_CODES } from '../../domain/matching/match.ts';
import type { MatchPolicy } from '../../domain/matching/policy.ts';

const day = z.iso.date();
const verified = {
  source: z.string(),
  verifiedBy: z.string().nullable(),
  verifiedOn: day
    .nullable()
    .meta({ description: 'Null: nobody has confirmed this row; not to be relied on.' }),
};

export const countryView = z
  .object({
    alpha3: z.string(),
    alpha2: z.string().nullable(),
    nameKy: z.string(),
    nameRu: z.string(),
    nameKk: z.string(),
    nameEn: z.string(),
    timeZone: z.string().nullable(),
    member: z.boolean(),
    successors: z.array(z.string()).meta({ description: 'Of a historic state: where its places lie today.' }),
    source: z.string(),
  })
  .meta({ id: 'Country' });

export const offenceCodeView = z
  .object({
    id: z.string(),
    state: z.string(),
    codeName: z.string(),
    article: z.string(),
    part: z.string().nullable(),
    point: z.string().nullable(),
    validFrom: day,
    validTo: day.nullable(),
    titleOrig: z.string(),
    titleRu: z.string(),
    titleEn: z.string(),
    minPenaltyMonths: z.number().int().nullable(),
    maxPenaltyMonths: z.number().int().nullable(),
    seriousness: z.string().nullable(),
    uncacArticles: z.array(z.number().int()),
    ...verified,
  })
  .meta({ id: 'OffenceCode' });

export const officerCardView = z
  .object({
    action: z.enum(ACTION_CODES),
    version: z.number().int(),
    textKy: z.string(),
    textRu: z.string(),
    textKk: z.string(),
    textEn: z.string(),
    validFrom: day,
    ...verified,
  })
  .meta({ id: 'OfficerCardText' });

const score = z.number().min(0).max(1);
const logOdds = z.number().min(-20).max(20);

/** The settings of a match policy; a file or row that does not fit is refused before anybody is scored by it. */
export const matchPolicySettings: z.ZodType<MatchPolicy> = z.object({
  code: z.enum(POLICY_CODES),
  version: z.number().int().min(1),
  bands: z.object({ strong: score, possible: score, weak: score }),
  birth: z.object({
    equal: logOdds,
    swapped: logOdds,
    oneDigit: logOdds,
    monthCompatible: logOdds,
    yearCompatible: logOdds,
    inRange: logOdds,
    sameYear: logOdds,
    yearNear: logOdds,
    different: logOdds,
  }),
  sexDifferent: logOdds,
  nationalityShared: logOdds,
  documentOneCharacter: logOdds,
  nameFloor: score,
  nameDiffersBelow: score,
  ceilings: z.object({
    nameAlone: z.enum(BANDS),
    weakAlias: z.enum(BANDS),
    initialOnly: z.enum(BANDS),
    misprint: z.enum(BANDS),
    birthContradicts: z.enum(BANDS),
  }),
});

export const matchPolicyView = z
  .object({
    code: z.string(),
    version: z.number().int(),
    settings: z.record(z.string(), z.unknown()),
    validFrom: z.string(),
    source: z.string(),
    approvedBy: z.string().nullable(),
  })
  .meta({ id: 'MatchPolicy' });

export const legalPeriodView = z
  .object({
    code: z.string(),
    version: z.number().int(),
    settings: z.record(z.string(), z.unknown()),
    validFrom: day,
    ...verified,
  })
  .meta({ id: 'LegalPeriod' });

export const offenceCodeQuery = z.strictObject({
  state: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .meta({ description: 'ISO 3166 alpha-3.' }),
  article: z.string().min(1).max(20).optional(),
});

export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

export type CountryView = z.output<typeof countryView>;
export type OffenceCodeView = z.output<typeof offenceCodeView>;
export type OfficerCardView = z.output<typeof officerCardView>;
export type MatchPolicyView = z.output<typeof matchPolicyView>;
export type LegalPeriodView = z.output<typeof legalPeriodView>;
export type OffenceCodeQuery = z.output<typeof offenceCodeQuery>;
