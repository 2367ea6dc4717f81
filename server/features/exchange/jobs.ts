// What the channel does in the background: writes messages of what changed, sends them, gives signs of life, tidies its books.
import { z } from 'zod';
import type { Job } from '../../platform/jobs/jobs.ts';
import { COMPOSE, COMPOSE_ALL, SEND } from './channel-store.ts';
import { END_PEER } from './peers.ts';
import type { ExchangeChannel } from './service.ts';

const noted = z.object({ thing: z.string(), thingId: z.uuid() });
const ofPeer = z.object({ peerId: z.uuid() });

export const exchangeJobs = (channel: ExchangeChannel): Job[] => [
  {
    name: COMPOSE,
    run: (payload) => {
      const { thing, thingId } = noted.parse(payload);
      return channel.compose(thing, thingId);
    },
  },
  { name: SEND, run: (payload) => channel.send(ofPeer.parse(payload).peerId) },
  { name: END_PEER, run: (payload) => channel.endPeer(ofPeer.parse(payload).peerId) },
  {
    // What no job took care of: of very many changes at once, and of a job that was lost.
    name: 'exchange-minute',
    at: '* * * * *',
    run: async () => {
      await channel.composeNoted();
      await channel.pingAll();
    },
  },
  // Every night everything that stands is compared with what was told; when a peer is let in it is told everything.
  { name: COMPOSE_ALL, at: '20 3 * * *', run: () => channel.composeAll() },
  { name: 'purge-exchange', at: '50 1 * * *', run: async () => void (await channel.purge()) },
];
