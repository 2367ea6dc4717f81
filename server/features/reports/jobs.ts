// Daily sums for reports, after the checks of the night were carried out.
import type { Job } from '../../platform/jobs/jobs.ts';
import type { DayClosing } from './day-closing.ts';

/** A registry that was never summed catches up in steps, each short. */
const AT_ONCE = 31;

export const reportJobs = (reports: DayClosing): Job[] => [
  { name: 'close-days', at: '20 * * * *', run: async () => void (await reports.closeDays(AT_ONCE)) },
];
