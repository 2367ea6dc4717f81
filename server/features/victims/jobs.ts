// Victims leave with the alert for which they gave their consent.
import type { Job } from '../../platform/jobs/jobs.ts';
import type { VictimService } from './service.ts';

export const victimJobs = (victims: Pick<VictimService, 'purgeVictims'>): Job[] => [
  { name: 'purge-victims', at: '50 * * * *', run: async () => void (await victims.purgeVictims()) },
];
