// Numbers about the hits that a reader may see: how many are open, and how many came by day and checkpoint.
import { type Actor, may } from '../../domain/access/actor.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { hitReaderOf } from './reader.ts';
import { tallyHits } from './tally-store.ts';

export interface HitTally {
  readonly open: number;
  readonly byDay: readonly { day: string; count: number; confirmed: number }[];
  readonly byCheckpoint: readonly { checkpoint: string; count: number }[];
}

const DAYS = 30;
const DAY_MS = 86_400_000;

export function createHitTally({ database, clock }: { readonly database: Database; readonly clock: Clock }) {
  return {
    /** Silent reports are left out: a chart that counts them would tell of them. @returns null without the right */
    async tally(actor: Actor): Promise<HitTally | null> {
      if (!may(actor, 'hit.read')) return null;
      const now = clock.now();
      const since = new Date(now.getTime() - DAYS * DAY_MS);
      const rows = await tallyHits(database.prisma, hitReaderOf(actor), now, since).catch((error) =>
        Promise.reject(asProblem(error)),
      );
      const days = new Map<string, { count: number; confirmed: number }>();
      const checkpoints = new Map<string, number>();
      let open = 0;
      for (const row of rows) {
        open += row.open;
        if (row.day === null) continue;
        const day = days.get(row.day) ?? { count: 0, confirmed: 0 };
        days.set(row.day, { count: day.count + row.count, confirmed: day.confirmed + row.confirmed });
        if (row.checkpoint !== null)
          checkpoints.set(row.checkpoint, (checkpoints.get(row.checkpoint) ?? 0) + row.count);
      }
      return {
        open,
        byDay: Array.from({ length: DAYS }, (_, index) => {
          const day = new Date(now.getTime() - (DAYS - 1 - index) * DAY_MS).toISOString().slice(0, 10);
          return { day, ...(days.get(day) ?? { count: 0, confirmed: 0 }) };
        }),
        byCheckpoint: [...checkpoints]
          .map(([checkpoint, count]) => ({ checkpoint, count }))
          .sort((left, right) => right.count - left.count)
          .slice(0, 8),
      };
    },
  };
}
