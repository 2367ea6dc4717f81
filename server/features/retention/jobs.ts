// The night of retention, and the proof of what was erased.
import { systemActor } from '../../domain/access/actor.ts';
import { newId } from '../../platform/ids.ts';
import type { Job } from '../../platform/jobs/jobs.ts';
import type { RetentionService } from './service.ts';

/** Shorter than the time to the next run, so that the queue's place is free again. */
const AT_MOST_MS = 25 * 60_000;

export const retentionJobs = (retention: Pick<RetentionService, 'runNight' | 'prove'>): Job[] => [
  {
    name: 'retention',
    // From two o'clock at night to six in Bishkek and Almaty; what is left waits for the next night.
    at: '*/30 20-23 * * *',
    run: async () => void (await retention.runNight(systemActor('retention', newId()), AT_MOST_MS)),
  },
  {
    name: 'prove-erasures',
    at: '20 * * * *',
    run: async () => void (await retention.prove(systemActor('prove-erasures', newId()))),
  },
];
