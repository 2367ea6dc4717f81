// Exports in the background: what was not taken in time is over.
import type { Job } from '../../platform/jobs/jobs.ts';
import type { ExportService } from './service.ts';

export const exportJobs = (exports: Pick<ExportService, 'expire'>): Job[] => [
  { name: 'expire-exports', at: '45 * * * *', run: async () => void (await exports.expire()) },
];
