// What is said about webhooks and their deliveries.
import { z } from 'zod';
import { EVENT_TYPES } from '../../domain/events/domain-event.ts';
import { pageOf, pageQuery } from '../../platform/http/page.ts';
import { OUTGOING_FAULTS } from '../../platform/security/outgoing.ts';

export const DELIVERY_STATUSES = ['PENDING', 'DELIVERED', 'DEAD', 'DROPPED'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

const url = z.url({ protocol: /^https?$/ }).max(2_000);
const description = z.string().trim().min(1).max(200);
const eventTypes = z
  .array(z.enum(EVENT_TYPES))
  .min(1)
  .max(EVENT_TYPES.length)
  .refine((types) => new Set(types).size === types.length, { params: { code: 'repeated' } });

export const webhookView = z
  .object({
    id: z.string(),
    agencyId: z.string(),
    url: z.string(),
    eventTypes: z.array(z.enum(EVENT_TYPES)),
    description: z.string(),
    secretEvents: z
      .boolean()
      .meta({ description: 'Events of discreet and asset-trace alerts go out too: a case officer said so.' }),
    active: z.boolean(),
    failingSince: z.string().nullable().meta({ description: 'Since when nothing has arrived.' }),
    disabledAt: z
      .string()
      .nullable()
      .meta({ description: 'When it was disabled because nothing arrived for days.' }),
    createdAt: z.string(),
    version: z.number(),
  })
  .meta({ id: 'Webhook' });

export const newWebhook = z.strictObject({ agencyId: z.uuid(), url, eventTypes, description }).meta({
  id: 'NewWebhook',
  examples: [
    {
      agencyId: '01890a5d-ac96-774b-bcce-b302099a8057',
      url: 'https://gateway.example/izdoo',
      eventTypes: ['alert.activated', 'alert.changed', 'alert.withdrawn'],
      description: 'Gateway of the border service',
    },
  ],
});

export const webhookChange = z
  .strictObject({
    url: url.optional(),
    eventTypes: eventTypes.optional(),
    description: description.optional(),
    active: z.boolean().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, { params: { code: 'nothing-to-change' } })
  .meta({ id: 'WebhookChange', description: 'A new URL closes it for secret events again.' });

export const createdWebhook = z
  .object({
    webhook: webhookView,
    secret: z.string().meta({ description: 'Verifies signatures; shown this one time only.' }),
  })
  .meta({ id: 'CreatedWebhook' });

export const secretEventsBody = z.strictObject({ open: z.boolean() }).meta({ id: 'WebhookSecretEvents' });

export const deliveryView = z
  .object({
    id: z.string().meta({ description: 'The `webhook-id` that the receiver saw.' }),
    type: z.string(),
    status: z.enum(DELIVERY_STATUSES).meta({
      description: 'DROPPED: what it told of may not be seen by the receiver any more.',
    }),
    attempts: z.number(),
    nextAt: z.string().nullable(),
    createdAt: z.string(),
    endedAt: z.string().nullable(),
  })
  .meta({ id: 'WebhookDelivery' });

export const deliveryDetail = deliveryView
  .extend({
    tries: z.array(
      z.object({
        at: z.string(),
        status: z.number().nullable(),
        fault: z.enum(OUTGOING_FAULTS).nullable(),
        elapsedMs: z.number(),
      }),
    ),
  })
  .meta({ id: 'WebhookDeliveryDetail' });

export const webhookPage = pageOf(webhookView);
export const webhookQuery = pageQuery;
export const deliveryPage = pageOf(deliveryView);
export const deliveryQuery = pageQuery.extend({ status: z.enum(DELIVERY_STATUSES).optional() });
export const webhookParams = z.strictObject({ webhookId: z.uuid() });
export const deliveryParams = z.strictObject({ webhookId: z.uuid(), deliveryId: z.uuid() });

export type WebhookView = z.output<typeof webhookView>;
export type NewWebhook = z.output<typeof newWebhook>;
export type WebhookChange = z.output<typeof webhookChange>;
export type CreatedWebhook = z.output<typeof createdWebhook>;
export type WebhookPage = z.output<typeof webhookPage>;
export type WebhookQuery = z.output<typeof webhookQuery>;
export type DeliveryView = z.output<typeof deliveryView>;
export type DeliveryDetail = z.output<typeof deliveryDetail>;
export type DeliveryPage = z.output<typeof deliveryPage>;
export type DeliveryQuery = z.output<typeof deliveryQuery>;
