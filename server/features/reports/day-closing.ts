// Sums up days that are over, one after another, so that no report has to walk over the checks of a year.
import { systemActor } from '../../domain/access/actor.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { closeDay, createDayStore } from './day-store.ts';

export interface DayClosing {
  /** @returns how many days were summed; fewer than `limit` when there are no more */
  closeDays(limit: number): Promise<number>;
}

export function createDayClosing(database: Database, clock: Clock): DayClosing {
  const store = createDayStore(database.pool);
  return {
    async closeDays(limit) {
      const now = clock.now();
      const days = await store.daysToClose(now.toISOString().slice(0, 10), limit);
      for (const day of days) await closeDay(database.pool, day, now);
      if (days.length > 0)
        await database.record(systemActor('close-days', newId()), {
          type: 'report.days-closed',
          data: { days: days.length },
        });
      return days.length;
    },
  };
}
