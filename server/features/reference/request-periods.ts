// The periods of persons' requests, read from their row of legal_period.
import { z } from 'zod';

const settings = z.strictObject({
  answerMonths: z.number().int().min(1).max(24),
  /** The answer leaves after whole periods of so many days, whatever was decided. */
  ownerAnswerDays: z.number().int().min(1).max(120),
  /** In which recipients confirm. */
  confirmDays: z.number().int().min(1).max(120),
});
export type RequestPeriods = z.output<typeof settings>;

/** @throws Error when the row is missing or malformed */
export function readRequestPeriods(
  rows: readonly { readonly code: string; readonly settings: unknown }[],
): RequestPeriods {
  const row = rows.find(({ code }) => code === 'SUBJECT_REQUESTS');
  if (!row) throw new Error('the period SUBJECT_REQUESTS is missing from legal_period');
  return settings.parse(row.settings);
}
