// Lists in the background: chunks of new ones, single persons again, and what is over.
import { z } from 'zod';
import type { Job } from '../../platform/jobs/jobs.ts';
import { SCREEN_LIST } from './receiving.ts';
import type { ListScreening } from './service.ts';

const chunk = z.object({ listId: z.uuid(), after: z.number().int(), to: z.number().int() });

export const passengerListJobs = (screening: Pick<ListScreening, 'screenChunk' | 'purge'>): Job[] => [
  { name: SCREEN_LIST, run: (given) => screening.screenChunk(chunk.parse(given)) },
  {
    name: 'purge-passenger-lists',
    at: '*/15 * * * *',
    run: async () => void (await screening.purge()),
  },
];
