// Sends what was written down.
import { z } from 'zod';
import type { Job } from '../../platform/jobs/jobs.ts';
import { type CaseMailService, SEND_CASE_MAIL } from './service.ts';

const payload = z.object({ letterId: z.uuid() });

export const caseMailJobs = (mail: Pick<CaseMailService, 'send'>): Job[] => [
  { name: SEND_CASE_MAIL, run: async (given) => mail.send(payload.parse(given).letterId) },
];
