// What happens to cases by the clock: warnings of deadlines, once each.
import type { Clock } from '../../platform/clock.ts';
import type { Job } from '../../platform/jobs/jobs.ts';
import type { CaseService } from './service.ts';

const AT_ONCE = 200;

export const caseJobs = (cases: Pick<CaseService, 'warnOfDeadlines'>, clock: Clock): Job[] => [
  {
    name: 'warn-of-deadlines',
    at: '* * * * *',
    run: async () => void (await cases.warnOfDeadlines(clock.now(), AT_ONCE)),
  },
];
