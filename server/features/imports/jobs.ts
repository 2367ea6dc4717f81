// Imports in the background: going on, picking up what a dead worker left, and removing files that are no longer needed.
import { z } from 'zod';
import type { Job } from '../../platform/jobs/jobs.ts';
import { GO_ON } from './parts.ts';
import type { ImportService } from './service.ts';

const payload = z.object({ importId: z.uuid() });

export const importJobs = (imports: Pick<ImportService, 'goOn' | 'pickUp' | 'purgeFiles'>): Job[] => [
  { name: GO_ON, run: (given) => imports.goOn(payload.parse(given).importId) },
  { name: 'pick-up-imports', at: '* * * * *', run: async () => void (await imports.pickUp()) },
  { name: 'purge-import-files', at: '20 2 * * *', run: async () => void (await imports.purgeFiles()) },
];
