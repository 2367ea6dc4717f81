// Traces of what is exchanged with other systems: webhooks and their deliveries, the channel to other installations.
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
  'exchange.viewed': { count: number };
  'exchange.peer-proposed': { states: string[]; keyId: string };
  'exchange.peer-changed': { from: string; to: string };
  'exchange.message-written': { peerId: string; kind: string; sequence: number; thingVersion: number };
  'exchange.message-delivered': {
    peerId: string;
    messageId: string;
    kind: string;
    sequence: number;
    outcome: string;
  };
  /** The other side understood the message and will not take it. */
  'exchange.message-refused': { peerId: string; messageId: string; kind: string; fault: string };
  'exchange.message-retried': { messageId: string };
  'exchange.received': { peerId: string; messageId: string; kind: string; sequence: number; outcome: string };
  /** Something came in that was not taken: a strange key, a wrong signature, too old, a number used twice. */
  'exchange.rejected': { reason: string; keyId: string };
  'exchange.letter-written': { peerId: string; kind: string };
}
