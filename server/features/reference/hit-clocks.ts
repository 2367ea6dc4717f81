// The clocks of a hit, read from their row of legal_period.
import { z } from 'zod';
import type { HitClocks } from '../../domain/hits/clocks.ts';

const minutes = z.number().int().min(1).max(10_080);

const settings = z.object({
  ownerAnswerMinutes: z.object({ URGENT: minutes, ROUTINE: minutes, INTERNATIONAL: minutes }),
  claimMinutes: minutes,
  decisionMinutes: minutes,
  decisionLimitMinutes: minutes,
  lawfulHoldHours: z.record(z.string().regex(/^[A-Z]{3}$/), z.number().int().min(1).max(720)),
  notSameYears: z.number().int().min(1).max(10),
});

/** @throws Error when the row is missing or malformed: a hit without its clocks would escalate to nobody */
export function readHitClocks(
  rows: readonly { readonly code: string; readonly settings: unknown }[],
): HitClocks {
  const row = rows.find(({ code }) => code === 'HIT_CLOCKS');
  if (!row) throw new Error('the period HIT_CLOCKS is missing from legal_period');
  return settings.parse(row.settings);
}
