// Each night what is left of the audit log beyond its legal time is taken away, month by month.
import { systemActor } from '../../domain/access/actor.ts';
import { newId } from '../../platform/ids.ts';
import type { Job } from '../../platform/jobs/jobs.ts';
import type { AuditService } from './service.ts';

export const auditJobs = (audit: Pick<AuditService, 'shorten'>): Job[] => [
  {
    name: 'shorten-audit',
    // At night in Bishkek and Almaty, beside the night of retention.
    at: '40 21 * * *',
    run: async () => void (await audit.shorten(systemActor('shorten-audit', newId()))),
  },
];
