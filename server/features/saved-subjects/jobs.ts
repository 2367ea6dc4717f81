// Kept questions whose time is over are forgotten.
import type { Job } from '../../platform/jobs/jobs.ts';
import type { SavedSubjectService } from './service.ts';

export const savedSubjectJobs = (subjects: Pick<SavedSubjectService, 'purge'>): Job[] => [
  { name: 'purge-saved-subjects', at: '5 2 * * *', run: async () => void (await subjects.purge()) },
];
