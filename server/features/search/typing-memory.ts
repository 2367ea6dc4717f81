// What was already traced of somebody's typing, so that a trace is left for every name shown but not for every key pressed.
import type { Actor } from '../../domain/access/actor.ts';

/** One typing is over after this long without a trace; then everything is traced anew. */
const LASTS_MS = 5 * 60_000;
const MOST_TYPISTS = 2_000;

interface Typing {
  /** The text of the last trace; what follows it begins with it. */
  readonly text: string;
  readonly shown: ReadonlySet<string>;
  readonly until: number;
}

const folded = (text: string): string => text.normalize('NFC').trimStart().toLowerCase();

/** Another session or purpose is another typing. */
const typistOf = ({ id, sessionId, purpose }: Actor): string =>
  JSON.stringify([id, sessionId, purpose?.code, purpose?.reference]);

/**
 * Kept in one process: another process, or this one after a restart, traces once more than needed, never less.
 */
export function createTypingMemory() {
  const typings = new Map<string, Typing>();

  function current(actor: Actor, text: string, now: Date): Typing | null {
    const typing = typings.get(typistOf(actor));
    if (!typing || now.getTime() >= typing.until) return null;
    return folded(text).startsWith(typing.text) ? typing : null;
  }

  return {
    /**
     * @returns the persons whose names were not traced yet in this typing; null when there is nothing to trace: the text goes on
     * from a traced one, and it shows nothing new, or again nothing at all
     */
    unknown(actor: Actor, text: string, personIds: readonly string[], now: Date): readonly string[] | null {
      const typing = current(actor, text, now);
      if (!typing) return personIds;
      const fresh = personIds.filter((id) => !typing.shown.has(id));
      const again = personIds.length > 0 || typing.shown.size === 0;
      return fresh.length === 0 && again ? null : fresh;
    },

    /** To be called when the trace is written. */
    keep(actor: Actor, text: string, personIds: readonly string[], now: Date): void {
      const typist = typistOf(actor);
      const before = personIds.length > 0 ? (current(actor, text, now)?.shown ?? []) : [];
      typings.delete(typist);
      if (typings.size >= MOST_TYPISTS) typings.delete(typings.keys().next().value ?? '');
      typings.set(typist, {
        text: folded(text),
        shown: new Set([...before, ...personIds]),
        until: now.getTime() + LASTS_MS,
      });
    },
  };
}
