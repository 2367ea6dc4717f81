// Tells a reader at once that somebody changed the case that he has open: by the lines of the history that he may read.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '../../domain/access/actor.ts';
import { type Listener, listen } from '../../platform/database/announcements.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { EventReply, type ServerEvent } from '../../platform/http/route.ts';
import { type CaseDeps, openForReading, privateSideOf, sideOf } from './parts.ts';
import { countLines, readTimeline } from './store.ts';

/** A trigger on the history announces the case; the rest is read with the reader's rights. */
const CHANNEL = 'case_event';
/** Looked at without having been called, should an announcement be lost. */
const LOOK_AGAIN_MS = 30_000;
const AT_ONCE = 100;

export function createCaseFollowing({ database }: Pick<CaseDeps, 'database'>) {
  const waiting = new Map<() => void, string>();
  const stopping = new AbortController();
  let listener: Listener | null = null;

  const wake = (caseId: string | null) => {
    for (const [call, id] of [...waiting]) if (caseId === null || caseId === id) call();
  };

  /** The first reader starts it: a process that nobody follows needs no connection. */
  const hear = () => {
    listener ??= listen(database.pool, CHANNEL, { onMessage: wake, onGap: () => wake(null) });
  };

  async function* linesOf(
    actor: Actor,
    id: string,
    from: number,
    signal: AbortSignal,
  ): AsyncGenerator<ServerEvent> {
    let known = from;
    while (!signal.aborted) {
      // From before the look, so that a line written during it is not slept over.
      const calm = new AbortController();
      const call = () => calm.abort();
      waiting.set(call, id);
      try {
        // Every time anew: who may no longer see the case hears nothing more of it.
        const file = await openForReading(database.prisma, actor, id);
        const rows = await readTimeline(database.prisma, id, privateSideOf(actor, file), known, AT_ONCE);
        // Read after the lines: a version from before them would tell the reader that nothing is new.
        const { version } = rows.length > 0 ? await openForReading(database.prisma, actor, id) : file;
        for (const row of rows) {
          known = row.seq;
          const { kind, verb, side } = row;
          const data = {
            caseId: id,
            version,
            at: row.at.toISOString(),
            kind,
            verb,
            side,
            mine: side === sideOf(actor, file) && row.actorId === actor.id,
          };
          yield { id: String(row.seq), type: 'case.changed', data };
        }
        if (rows.length > AT_ONCE) continue;
        const either = AbortSignal.any([signal, calm.signal]);
        await sleep(LOOK_AGAIN_MS, undefined, { signal: either, ref: false }).catch(() => undefined);
      } finally {
        waiting.delete(call);
      }
    }
  }

  return {
    /** @param lastEventId number of the last line that the reader has heard of; null: from now on */
    async followCase(actor: Actor, id: string, lastEventId: string | null): Promise<EventReply> {
      hear();
      const file = await openForReading(database.prisma, actor, id).catch((error) =>
        Promise.reject(asProblem(error)),
      );
      const last = lastEventId !== null && /^\d{1,9}$/.test(lastEventId) ? Number(lastEventId) : null;
      const from = last ?? (await countLines(database.prisma, id, privateSideOf(actor, file)));
      await database.record(actor, {
        type: 'case.viewed',
        data: { part: 'events' },
        subject: { type: 'case', id },
      });
      return new EventReply((signal) => linesOf(actor, id, from, AbortSignal.any([signal, stopping.signal])));
    },

    /** Ends all open answers; those who read them come back to another process. */
    async stopFollowing(): Promise<void> {
      stopping.abort();
      wake(null);
      await listener?.close();
      listener = null;
    },
  };
}
