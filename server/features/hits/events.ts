// Tells second line and owners of hits at once. Every event is read with the reader's rights of that moment.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '../../domain/access/actor.ts';
import { type Listener, listen } from '../../platform/database/announcements.ts';
import { EventReply, type ServerEvent } from '../../platform/http/route.ts';
import {
  type BorderEventRow,
  eventsAfter,
  instantOfEvent,
  newestBefore,
  purgeEvents,
} from './events-store.ts';
import { hitReaderOf } from './reader.ts';
import type { HitDeps } from './steps.ts';

const CHANNEL = 'border_event';
/**
 * Numbers are given before commits: an event may appear below one that was sent already. No transaction lives longer than this,
 * so whoever goes on from here misses nothing. He may hear an event twice; its id tells.
 */
const SETTLED_AFTER_MS = 60_000;
/** Looked at without having been called, should an announcement be lost. */
const LOOK_AGAIN_MS = 5_000;
const AT_ONCE = 200;
const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;

export interface HitEvents {
  /** @param lastEventId of the last event that the reader has; null: from now on */
  follow(actor: Actor, lastEventId: string | null): Promise<EventReply>;
  purgeEvents(): Promise<number>;
  /** Ends all open answers; those who read them come back to another process. */
  stop(): Promise<void>;
}

const told = ({ id, at, type, hitId, checkId, data }: BorderEventRow): ServerEvent => ({
  id: String(id),
  type,
  data: { ...data, id: String(id), type, at: at.toISOString(), hitId, checkId },
});

export function createHitEvents({ database, clock }: Pick<HitDeps, 'database' | 'clock'>): HitEvents {
  const waiting = new Set<() => void>();
  const stopping = new AbortController();
  let listener: Listener | null = null;

  const wakeAll = () => {
    for (const wake of [...waiting]) wake();
  };

  /** The first reader starts it: a process that nobody follows needs no connection. */
  const hear = () => {
    listener ??= listen(database.pool, CHANNEL, { onMessage: wakeAll, onGap: wakeAll });
  };

  async function woken(signal: AbortSignal): Promise<void> {
    const calm = new AbortController();
    const either = AbortSignal.any([signal, calm.signal]);
    const wake = () => calm.abort();
    waiting.add(wake);
    await sleep(LOOK_AGAIN_MS, undefined, { signal: either, ref: false }).catch(() => undefined);
    waiting.delete(wake);
  }

  const settledBefore = (at: Date) =>
    newestBefore(database.prisma, new Date(at.getTime() - SETTLED_AFTER_MS));

  /** Where to begin: everything above may be new to the reader. */
  async function floorOf(lastEventId: string | null): Promise<{ floor: bigint; known: Set<bigint> }> {
    const now = clock.now();
    const last = lastEventId !== null && /^\d{1,18}$/.test(lastEventId) ? BigInt(lastEventId) : null;
    if (last === null) {
      const floor = await settledBefore(now);
      // From now on: what is there already is known, whoever wrote it.
      const there = await database.prisma.borderEvent.findMany({
        where: { id: { gt: floor } },
        select: { id: true },
      });
      return { floor, known: new Set(there.map(({ id }) => id)) };
    }
    const at = await instantOfEvent(database.prisma, last);
    const floor = at === null ? last : await settledBefore(at);
    return { floor: floor < last ? floor : last, known: new Set([last]) };
  }

  async function* eventsOf(
    actor: Actor,
    from: { floor: bigint; known: Set<bigint> },
    signal: AbortSignal,
  ): AsyncGenerator<ServerEvent> {
    let { floor } = from;
    const { known } = from;
    while (!signal.aborted) {
      const now = clock.now();
      let after = floor;
      for (;;) {
        const rows = await eventsAfter(database.prisma, hitReaderOf(actor), now, after, AT_ONCE);
        for (const row of rows) {
          if (known.has(row.id)) continue;
          known.add(row.id);
          yield told(row);
        }
        after = rows.at(-1)?.id ?? after;
        if (rows.length < AT_ONCE) break;
      }
      const settled = await settledBefore(now);
      if (settled > floor) floor = settled;
      for (const id of known) if (id <= floor) known.delete(id);
      await woken(signal);
    }
  }

  return {
    async follow(actor, lastEventId) {
      hear();
      const from = await floorOf(lastEventId);
      await database.record(actor, { type: 'hit.followed', data: { resumed: lastEventId !== null } });
      return new EventReply((signal) => eventsOf(actor, from, AbortSignal.any([signal, stopping.signal])));
    },
    purgeEvents: () => purgeEvents(database.prisma, new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS)),
    async stop() {
      stopping.abort();
      wakeAll();
      await listener?.close();
      listener = null;
    },
  };
}
