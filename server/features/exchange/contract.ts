// What is said about the other installations, the link to each, and the messages on it; never what a message holds.
import { z } from 'zod';
import { MESSAGE_KINDS, OUTCOMES, PEER_STATUSES } from '../../domain/exchange/message.ts';
import { pageOf, pageQuery } from '../../platform/http/page.ts';

const stateCode = z.string().regex(/^[A-Z]{3}$/);
const instant = z.string().nullable();

export const peerView = z
  .object({
    id: z.string(),
    name: z.string(),
    states: z.array(z.string()),
    address: z.string(),
    keyId: z
      .string()
      .meta({ description: 'Short name of its key: read aloud over the phone before it is let in.' }),
    publicKey: z.string(),
    status: z.enum(PEER_STATUSES),
    proposedBy: z.string(),
    proposedAt: z.string(),
    confirmedAt: instant,
    closedAt: instant,
    link: z.object({
      heardAt: instant.meta({ description: 'When something signed by it last came in.' }),
      silent: z
        .boolean()
        .meta({ description: 'Nothing was heard for five minutes: its alerts may be out of date.' }),
      waiting: z.number(),
      oldestWaitingSeconds: z.number().nullable(),
      refused: z.number().meta({ description: 'Messages that it will not take; somebody has to look.' }),
      failures: z.number(),
      nextTryAt: instant,
      lastFault: z.string().nullable(),
      sent: z.number().meta({ description: 'Number of the last message that was written for it.' }),
      received: z.number(),
      missing: z.number().meta({ description: 'Numbers below the highest that have not come in yet.' }),
      alerts: z.number().meta({ description: 'Alerts that it keeps and that work here now.' }),
    }),
    version: z.number(),
  })
  .meta({ id: 'ExchangePeer' });
export type PeerView = z.output<typeof peerView>;

export const exchangeView = z
  .object({
    keyId: z.string(),
    publicKey: z.string().meta({ description: 'What the other installation pins.' }),
    peers: z.array(peerView),
  })
  .meta({ id: 'Exchange' });
export type ExchangeView = z.output<typeof exchangeView>;

export const newPeer = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    states: z.array(stateCode).min(1).max(20),
    address: z.url({ protocol: /^https?$/ }).max(500),
    publicKey: z.string().trim().min(40).max(1_000),
  })
  .meta({
    id: 'NewExchangePeer',
    examples: [
      {
        name: 'Registry of Kazakhstan',
        states: ['KAZ'],
        address: 'https://izdoo.example.kz',
        publicKey: '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA…\n-----END PUBLIC KEY-----\n',
      },
    ],
  });
export type NewPeer = z.output<typeof newPeer>;

export const PEER_STEPS = ['confirm', 'pause', 'resume', 'close'] as const;
export type PeerStep = (typeof PEER_STEPS)[number];
export const peerStepBody = z.strictObject({ step: z.enum(PEER_STEPS) }).meta({ id: 'ExchangePeerStep' });

export const MESSAGE_STATUSES = ['PENDING', 'DELIVERED', 'REFUSED'] as const;

export const messageView = z
  .object({
    id: z.string(),
    direction: z.enum(['OUT', 'IN']),
    sequence: z.number(),
    kind: z.enum(MESSAGE_KINDS),
    thing: z.string(),
    thingId: z.string(),
    thingVersion: z.number(),
    status: z.enum(MESSAGE_STATUSES).nullable().meta({ description: 'Null for what came in.' }),
    outcome: z
      .enum(OUTCOMES)
      .nullable()
      .meta({ description: 'From the receipt: what the receiver did with it.' }),
    fault: z.string().nullable(),
    attempts: z.number(),
    at: z.string(),
    endedAt: instant,
  })
  .meta({ id: 'ExchangeMessage' });
export type MessageView = z.output<typeof messageView>;

export const messagePage = pageOf(messageView);
export type MessagePage = z.output<typeof messagePage>;
export const messageQuery = pageQuery.extend({
  direction: z.enum(['OUT', 'IN']).default('OUT'),
  status: z.enum(MESSAGE_STATUSES).optional(),
});
export type MessageQuery = z.output<typeof messageQuery>;

export const peerParams = z.strictObject({ peerId: z.uuid() });
export const messageParams = z.strictObject({ peerId: z.uuid(), messageId: z.uuid() });
