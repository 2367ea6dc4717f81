// The periods that govern alerts, read from their rows of legal_period.
import { z } from 'zod';
import type { TreatyThreshold } from '../../domain/alerts/gate-facts.ts';
import type { ValidityPeriods } from '../../domain/alerts/validity.ts';
import { ALERT_TYPES } from '../../domain/alerts/vocabulary.ts';

export interface AlertPeriods {
  readonly validityMonths: ValidityPeriods;
  /** Days before the last valid day on which the owner is reminded; the largest makes the review due. */
  readonly reviewDaysBefore: readonly number[];
  readonly dangerFlagMonths: number;
  readonly suspensionMaxDays: number;
  readonly treaties: readonly TreatyThreshold[];
}

const count = z.number().int().min(1).max(1200);

const SETTINGS = {
  ALERT_VALIDITY: z.object({ months: z.record(z.enum(ALERT_TYPES), count) }),
  REVIEW_REMINDERS: z.object({ daysBefore: z.array(count).min(1) }),
  DANGER_FLAG_LIFE: z.object({ months: count }),
  SUSPENSION_LIMIT: z.object({ days: count }),
  EXTRADITION_THRESHOLDS: z.object({
    thresholds: z.array(z.object({ minMaxPenaltyMonths: count, minSentenceMonths: count })),
  }),
} as const;

type PeriodCode = keyof typeof SETTINGS;

/**
 * @param rows the current rows of legal_period
 * @throws Error when a row is missing or malformed: alerts without their periods would be bounded by nothing
 */
export function readAlertPeriods(
  rows: readonly { readonly code: string; readonly settings: unknown }[],
): AlertPeriods {
  const settings = <C extends PeriodCode>(code: C) => {
    const row = rows.find((candidate) => candidate.code === code);
    if (!row) throw new Error(`the period ${code} is missing from legal_period`);
    return SETTINGS[code].parse(row.settings) as z.output<(typeof SETTINGS)[C]>;
  };
  return {
    validityMonths: settings('ALERT_VALIDITY').months,
    reviewDaysBefore: settings('REVIEW_REMINDERS').daysBefore,
    dangerFlagMonths: settings('DANGER_FLAG_LIFE').months,
    suspensionMaxDays: settings('SUSPENSION_LIMIT').days,
    treaties: settings('EXTRADITION_THRESHOLDS').thresholds,
  };
}
