// Traces of what is exchanged with other systems: webhooks and their deliveries.
import type { Changed } from './changed.ts';

export interface ExchangeEvents {
  'webhook.listed': { count: number };
  'webhook.viewed': Record<never, never>;
  'webhook.created': { agencyId: string; eventTypes: string[] };
  'webhook.changed': Changed;
  'webhook.removed': Record<never, never>;
  'webhook.tried': { deliveryId: string };
  'webhook.replayed': { deliveryId: string };
  'webhook.log-read': { count: number };
  /** Written when a delivery has ended, by success or after the last attempt. */
  'webhook.delivered': { deliveryId: string; type: string; attempts: number };
  'webhook.disabled': { failingSince: string };
}
