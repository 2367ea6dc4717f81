// Deliveries, one job each, and the tidying of their log.
import { z } from 'zod';
import type { Job } from '../../platform/jobs/jobs.ts';
import { DELIVER_WEBHOOK } from './delivery-facts.ts';
import type { WebhookCourier } from './service.ts';

const payload = z.object({ deliveryId: z.uuid() });

export const webhookJobs = (courier: Pick<WebhookCourier, 'deliver' | 'purge'>): Job[] => [
  { name: DELIVER_WEBHOOK, run: (given) => courier.deliver(payload.parse(given).deliveryId) },
  { name: 'purge-webhook-log', at: '45 1 * * *', run: async () => void (await courier.purge()) },
];
