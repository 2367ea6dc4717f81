// Clocks of one case: how an event starts, stops, pauses and resumes them, by the rules that the case follows.
import type { ZoneName } from '../dates/zone.ts';
import { addDaysTo, afterPause, dueAt } from './due.ts';
import { type DeadlineRule, isTerm } from './rule.ts';

export type ClockStatus = 'RUNNING' | 'PAUSED' | 'STOPPED';

export interface ClockState {
  readonly rule: DeadlineRule;
  readonly zone: ZoneName;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly status: ClockStatus;
  readonly pausedAt: Date | null;
  readonly extendedDays: number;
}

/** An act with the instant at which it happened, which may lie before the one at which it was recorded. */
export interface ClockEvent {
  readonly name: string;
  readonly at: Date;
  /** For rules without a length: the agreed end. */
  readonly until?: Date | null;
}

export type ClockChange<C> =
  | { readonly kind: 'STOP'; readonly clock: C; readonly at: Date }
  | { readonly kind: 'PAUSE'; readonly clock: C; readonly at: Date }
  | { readonly kind: 'RESUME'; readonly clock: C; readonly at: Date; readonly dueAt: Date };

/** What an event does to the clocks that are there; the caller keeps them, and starts those of `starting`. */
export function react<C extends ClockState>(
  clocks: readonly C[],
  { name, at }: ClockEvent,
): ClockChange<C>[] {
  return clocks.flatMap((clock): ClockChange<C>[] => {
    if (clock.status === 'STOPPED') return [];
    const { rule } = clock;
    if (rule.stopEvents.includes(name)) return [{ kind: 'STOP', clock, at }];
    if (clock.status === 'RUNNING' && rule.pauseEvents.includes(name)) return [{ kind: 'PAUSE', clock, at }];
    if (clock.status === 'PAUSED' && rule.resumeEvents.includes(name)) {
      const pause = { from: clock.pausedAt ?? at, until: at };
      return [{ kind: 'RESUME', clock, at, dueAt: afterPause(rule.unit, clock.dueAt, pause, clock.zone) }];
    }
    return [];
  });
}

export interface Starting<R> {
  readonly entry: R;
  readonly startedAt: Date;
  readonly dueAt: Date;
}

/**
 * The clocks that an event starts. A rule whose clock still runs is not started a second time: the first start counts,
 * because it gives the shorter period.
 */
export function starting<R extends { readonly rule: DeadlineRule }>(
  rules: readonly R[],
  open: readonly ClockState[],
  { name, at, until = null }: ClockEvent,
  zone: ZoneName,
): Starting<R>[] {
  return rules.flatMap((entry): Starting<R>[] => {
    const { rule } = entry;
    if (rule.startEvent !== name) return [];
    if (open.some((clock) => clock.rule.key === rule.key && clock.status !== 'STOPPED')) return [];
    const end = rule.length === null ? until : dueAt({ ...rule, length: rule.length }, at, zone);
    return end === null ? [] : [{ entry, startedAt: at, dueAt: end }];
  });
}

export type ExtensionRefusal = 'NOT_EXTENSIBLE' | 'BEYOND_MAXIMUM' | 'NOT_RUNNING';

/** @returns the end after an extension by calendar days, or why the rule does not allow it */
export function extend(
  clock: ClockState,
  days: number,
): { readonly dueAt: Date; readonly extendedDays: number } | { readonly refusal: ExtensionRefusal } {
  const { rule, extendedDays } = clock;
  if (clock.status === 'STOPPED') return { refusal: 'NOT_RUNNING' };
  if (!rule.extensible) return { refusal: 'NOT_EXTENSIBLE' };
  const total = extendedDays + days;
  if (rule.maxExtensionDays !== null && total > rule.maxExtensionDays) return { refusal: 'BEYOND_MAXIMUM' };
  return { dueAt: addDaysTo(clock.dueAt, days, clock.zone), extendedDays: total };
}

/** Its end has come: computed when it is read, so no job can be late with it and nobody can hide it. */
export const isOver = (clock: Pick<ClockState, 'status' | 'dueAt'>, now: Date): boolean =>
  clock.status === 'RUNNING' && clock.dueAt.getTime() <= now.getTime();

/** Somebody had to act by its end and has not; a term that simply ends is nobody's omission. */
export const isOverdue = (clock: Pick<ClockState, 'status' | 'dueAt' | 'rule'>, now: Date): boolean =>
  isOver(clock, now) && !isTerm(clock.rule);
