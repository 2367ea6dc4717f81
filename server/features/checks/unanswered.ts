// Checks that nobody could answer: kept on the disk at once, carried out exactly once when the database is back.
import type { Actor } from '../../domain/access/actor.ts';
import { Problem } from '../../domain/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Spool } from '../../platform/files/spool.ts';
import { newId } from '../../platform/ids.ts';
import { type CheckContext, type CheckResult, type CheckTraveller, referenceOf } from './check-traveller.ts';
import type { CheckStore } from './store.ts';
import type { Traveller } from './traveller.ts';

interface Note {
  readonly id: string;
  readonly at: string;
  readonly actor: Actor;
  readonly traveller: Traveller;
  readonly context: CheckContext;
}

export interface UnansweredParts {
  readonly clock: Clock;
  readonly spool: Spool;
  readonly store: Pick<CheckStore, 'tellUnavailable'>;
  /** Told of everything that stops a replay; it is tried again. */
  warn(error: unknown): void;
  /** Milliseconds that the work may take; a test shortens it. */
  readonly deadlineMs?: number;
}

/** Together with the time in which the caller is identified this stays under the three seconds of the booth. */
const DEADLINE_MS = 2_400;
const RETRY_MS = 1_000;

/** The caller is told what is wrong with his question; everything else is no answer. */
const isAnswer = (error: unknown): boolean =>
  error instanceof Problem && error.code !== 'unavailable' && error.code !== 'internal-error';

export function createUnanswered(
  { clock, spool, store, warn, deadlineMs = DEADLINE_MS }: UnansweredParts,
  checkTraveller: CheckTraveller,
) {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();
  let closed = false;

  async function keep(note: Note): Promise<never> {
    await spool.keep(note.id, JSON.stringify(note));
    tryLater();
    throw new Problem('unavailable', [], {
      outcome: 'UNAVAILABLE',
      checkId: note.id,
      reference: referenceOf(note.id),
      kept: true,
    });
  }

  function tryLater(): void {
    if (closed || timer) return;
    timer = setTimeout(() => {
      timer = null;
      running = replay()
        .catch(warn)
        .then(async () => {
          if ((await spool.list()).length > 0) tryLater();
        }, warn);
    }, RETRY_MS);
    timer.unref();
  }

  /**
   * The answer, or after the deadline UNAVAILABLE with the check on the disk. Work that goes on meanwhile keeps nothing:
   * it asks before it writes whether anybody still waits.
   * @throws Problem `unavailable` with the id under which the check is kept
   */
  async function answerOrKeep(
    actor: Actor,
    traveller: Traveller,
    context: CheckContext,
  ): Promise<CheckResult> {
    const at = clock.now();
    const id = newId(at.getTime());
    const note = { id, at: at.toISOString(), actor, traveller, context };
    if (actor.stale) return keep(note);
    let late = false;
    let deadline: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      deadline = setTimeout(() => {
        late = true;
        reject(new Problem('unavailable'));
      }, deadlineMs);
    });
    const work = checkTraveller(actor, traveller, {
      ...context,
      begun: { id, at },
      abandoned: () => late,
    });
    // What fails after the deadline was answered already.
    work.catch(() => undefined);
    try {
      return await Promise.race([work, tooLate]);
    } catch (error) {
      if (isAnswer(error)) throw error;
      if (!(error instanceof Problem)) warn(error);
      return await keep(note);
    } finally {
      clearTimeout(deadline);
    }
  }

  async function replayOne(id: string): Promise<void> {
    const note = JSON.parse(await spool.read(id)) as Note;
    const { stale: _, ...actor } = note.actor;
    // Written under its first id: of two replays, or of one that was cut off before the file went, the second writes nothing.
    const { isNew } = await checkTraveller(actor, note.traveller, {
      ...note.context,
      origin: 'REPLAY',
      begun: { id: note.id, at: new Date(note.at) },
    });
    // Its own statement came through after the deadline: what it found stands, what was told did not.
    if (!isNew) await store.tellUnavailable(actor, id, clock.now());
    await spool.remove(id);
  }

  /** @returns how many checks were carried out. One that cannot be read or carried out stays and holds up no other. */
  async function replay(): Promise<number> {
    let done = 0;
    for (const id of await spool.list()) {
      try {
        await replayOne(id);
        done += 1;
      } catch (error) {
        warn(error);
        // Without a database the others wait too.
        if (error instanceof Problem && error.code === 'unavailable') return done;
      }
    }
    return done;
  }

  return {
    answerOrKeep,
    replay,
    /** Looks after what an earlier process left behind. */
    async resume(): Promise<void> {
      if ((await spool.list()).length > 0) tryLater();
    },
    async stop(): Promise<void> {
      closed = true;
      if (timer) clearTimeout(timer);
      await running;
    },
  };
}
