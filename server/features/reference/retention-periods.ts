// The periods of retention, read from their rows of legal_period: the defaults, and what single states set otherwise.
import { z } from 'zod';
import { WITHDRAWAL_REASONS } from '../../domain/alerts/vocabulary.ts';
import { type RetentionBook, retentionBook } from '../../domain/retention/periods.ts';

const days = z.number().int().min(0).max(366);
const months = z.number().int().min(1).max(600);

const settings = z.strictObject({
  archiveAfterDays: days,
  archivedMonths: months,
  quickReasons: z.array(z.enum(WITHDRAWAL_REASONS)),
  quickDays: days,
  personWithoutAlertMonths: months,
  caseMonths: months,
  assetCaseMonths: months,
  queryMonths: months,
  hitMonths: months,
  auditMonths: months,
});

const OWN = /^RETENTION_([A-Z]{3})$/u;

/** @throws Error when the defaults are missing or a row is malformed: nothing is erased, or kept, by guesswork */
export function readRetentionPeriods(
  rows: readonly { readonly code: string; readonly settings: unknown }[],
): RetentionBook {
  const defaults = rows.find(({ code }) => code === 'RETENTION');
  if (!defaults) throw new Error('the period RETENTION is missing from legal_period');
  const own = rows.flatMap((row) => {
    const state = OWN.exec(row.code)?.[1];
    return state ? [[state, settings.partial().parse(row.settings)] as const] : [];
  });
  const set = <T extends object>(given: T) =>
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return retentionBook(
    settings.parse(defaults.settings),
    new Map(own.map(([state, given]) => [state, set(given)])),
  );
}
