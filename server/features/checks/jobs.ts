// What of a check is done by the clock.
import type { Job } from '../../platform/jobs/jobs.ts';
import type { CheckService } from './service.ts';

export const checkJobs = (checks: Pick<CheckService, 'writeLeftReports'>): Job[] => [
  {
    name: 'write-left-reports',
    at: '* * * * *',
    async run() {
      while ((await checks.writeLeftReports()) > 0);
    },
  },
];
