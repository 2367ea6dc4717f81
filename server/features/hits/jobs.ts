// What happens to hits by the clock.
import type { Job } from '../../platform/jobs/jobs.ts';
import type { HitService } from './service.ts';

export const hitJobs = (hits: Pick<HitService, 'watchClocks' | 'purgeEvents'>): Job[] => [
  { name: 'watch-hits', at: '* * * * *', run: async () => void (await hits.watchClocks()) },
  { name: 'purge-border-events', at: '45 1 * * *', run: async () => void (await hits.purgeEvents()) },
];
