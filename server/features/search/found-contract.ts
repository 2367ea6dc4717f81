// A person as a search shows him: score, reasons, the stored name with the letters that agreed.
import { z } from 'zod';
import { ALERT_TYPES } from '../../domain/alerts/vocabulary.ts';
import { BANDS, EVIDENCE_FEATURES, MATCH_FLAGS, REASON_CODES } from '../../domain/matching/match.ts';
import { PART_REASONS } from '../../domain/names/analysed-name.ts';
import { NAME_TYPES, SEXES } from '../../domain/persons/vocabulary.ts';
import { EFFECTIVE_STATUSES } from './filters.ts';

export const reasonView = z
  .object({
    feature: z.enum(EVIDENCE_FEATURES),
    code: z.enum(REASON_CODES),
    text: z.string(),
    queryValue: z.string().nullable(),
    recordValue: z.string().nullable(),
    similarity: z.number(),
    contribution: z.number().meta({ description: 'Log-odds; for rules the change of the score itself.' }),
  })
  .meta({ id: 'MatchReason' });

export const highlightView = z
  .object({
    start: z.number(),
    end: z.number(),
    reason: z.enum(PART_REASONS),
    similarity: z.number(),
  })
  .meta({
    id: 'NameHighlight',
    description: 'A word of the stored name that agreed: UTF-16 units from its start, the end not included.',
  });

export const matchedName = z.object({
  type: z.enum(NAME_TYPES),
  full: z.string(),
  highlights: z.array(highlightView),
});

const foundAlert = z.object({
  id: z.string(),
  alertNumber: z.string(),
  type: z.enum(ALERT_TYPES),
  status: z.enum(EFFECTIVE_STATUSES),
  ownerState: z.string(),
});

export const foundPerson = z
  .object({
    personId: z.string(),
    registryNumber: z.string(),
    score: z.number().nullable().meta({
      description: '0–1 after all rules of the policy; null in lists by filters alone.',
    }),
    band: z.enum(BANDS).nullable(),
    flags: z.array(z.enum(MATCH_FLAGS)),
    matchedName: matchedName.nullable(),
    names: z.array(z.object({ type: z.enum(NAME_TYPES), full: z.string() })),
    births: z.array(z.string()),
    sex: z.enum(SEXES),
    nationalities: z.array(z.string()),
    alerts: z.array(foundAlert).meta({
      description: 'Alerts in force that you may see; with a filter by alert also those that met it.',
    }),
    reasons: z.array(reasonView),
  })
  .meta({ id: 'FoundPerson' });
export type FoundPerson = z.output<typeof foundPerson>;
