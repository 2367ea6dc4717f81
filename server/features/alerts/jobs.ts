// What happens to alerts by the clock.
import type { Clock } from '../../platform/clock.ts';
import type { Job } from '../../platform/jobs/jobs.ts';
import type { AlertService } from './service.ts';

const AT_ONCE = 200;

export const alertJobs = (alerts: Pick<AlertService, 'expireAlerts'>, clock: Clock): Job[] => [
  {
    name: 'expire-alerts',
    at: '* * * * *',
    async run() {
      while ((await alerts.expireAlerts(clock.now(), AT_ONCE)) === AT_ONCE);
    },
  },
];
