// What a step or a custody fact does to all clocks of a case, as a list of changes to be written down.

import type { ZoneName } from '../dates/zone.ts';
import { type ClockEvent, type ClockState, react, starting } from '../deadlines/clock.ts';
import type { RuleInForce } from '../treaties/profile.ts';
import { custodyEvents } from './custody.ts';
import type { CaseEventName } from './events.ts';
import type { CaseFacts, StepWords } from './facts.ts';
import { type CaseVerb, stepOf } from './procedure.ts';
import type { Step } from './steps/step.ts';
import type { CustodyState } from './vocabulary.ts';

export interface CaseClock extends ClockState {
  readonly id: string;
}

export type ClockEntry =
  | {
      readonly kind: 'START';
      readonly clock: CaseClock;
      readonly profile: RuleInForce['profile'];
      readonly event: string;
    }
  | { readonly kind: 'STOP'; readonly id: string; readonly at: Date; readonly event: string }
  | { readonly kind: 'PAUSE'; readonly id: string; readonly at: Date; readonly event: string }
  | {
      readonly kind: 'RESUME';
      readonly id: string;
      readonly at: Date;
      readonly dueAt: Date;
      readonly event: string;
    };

export interface ClockWork {
  readonly clocks: readonly CaseClock[];
  readonly rules: readonly RuleInForce[];
  readonly zone: ZoneName;
  readonly makeId: () => string;
}

/** @returns the clocks after the change, and the changes in their order */
export function runClocks(
  { clocks, rules, zone, makeId }: ClockWork,
  events: readonly ClockEvent[],
  stops: Step['stops'],
  at: Date,
): { readonly clocks: CaseClock[]; readonly log: ClockEntry[] } {
  const log: ClockEntry[] = [];
  let held = [...clocks];
  const set = (id: string, change: Partial<CaseClock>) => {
    held = held.map((clock) => (clock.id === id ? { ...clock, ...change } : clock));
  };
  const stop = (clock: CaseClock, when: Date, event: string) => {
    log.push({ kind: 'STOP', id: clock.id, at: when, event });
    set(clock.id, { status: 'STOPPED' });
  };
  for (const clock of held)
    if (
      clock.status !== 'STOPPED' &&
      (stops === 'ALL' || (stops === 'PROCEDURE' && clock.rule.scope === 'PROCEDURE'))
    )
      stop(clock, at, 'END_OF_PROCEDURE');
  for (const event of events) {
    for (const change of react(held, event)) {
      const { id } = change.clock;
      if (change.kind === 'STOP') stop(change.clock, change.at, event.name);
      else if (change.kind === 'PAUSE') {
        log.push({ kind: 'PAUSE', id, at: change.at, event: event.name });
        set(id, { status: 'PAUSED', pausedAt: change.at });
      } else {
        log.push({ kind: 'RESUME', id, at: change.at, dueAt: change.dueAt, event: event.name });
        set(id, { status: 'RUNNING', pausedAt: null, dueAt: change.dueAt });
      }
    }
    // A new date, and the next report, begin their period anew.
    for (const clock of held)
      if (clock.status !== 'STOPPED' && restarts(clock, event.name)) stop(clock, event.at, event.name);
    for (const { entry, startedAt, dueAt } of starting(
      rules,
      held,
      { ...event, name: startName(event.name) },
      zone,
    )) {
      const clock: CaseClock = {
        id: makeId(),
        rule: entry.rule,
        zone,
        startedAt,
        dueAt,
        status: 'RUNNING',
        pausedAt: null,
        extendedDays: 0,
      };
      held.push(clock);
      log.push({ kind: 'START', clock, profile: entry.profile, event: event.name });
    }
  }
  return { clocks: held, log };
}

/** A report that is due again and again starts like the transfer did. */
const startName = (event: string): string => (event === 'STATUS_REPORTED' ? 'TRANSFERRED' : event);

const restarts = ({ rule }: CaseClock, event: string): boolean =>
  (event === 'SURRENDER_SET' && rule.startEvent === event) ||
  (event === 'STATUS_REPORTED' && rule.startEvent === 'TRANSFERRED' && rule.recurring);

/** Where the person is after the step; null: the step says nothing about it. */
export function custodyAfter(
  verb: CaseVerb,
  { custody }: Pick<CaseFacts, 'custody'>,
  words: StepWords,
): CustodyState | null {
  switch (verb) {
    case 'record-arrest':
    case 'record-later-arrest':
    case 'rearrest':
      return words.custody ?? 'DETAINED_SHORT';
    case 'surrender':
    case 'surrender-temporarily':
    case 'make-surrender-final':
      return 'HANDED_OVER';
    case 'return-person':
    case 'return-for-surrender':
      return words.custody ?? 'LOCAL_SENTENCE';
    case 'lapse-arrest':
    case 'lapse-surrender':
      return custody === 'DETAINED_SHORT' ||
        custody === 'PROV_CUSTODY' ||
        custody === 'EXTRADITION_CUSTODY' ||
        custody === 'HOUSE_ARREST'
        ? 'RELEASED'
        : null;
    default:
      return null;
  }
}

/** The names of all events that the step raises, those of a change of custody first. */
export function eventsOf(verb: CaseVerb, facts: CaseFacts, words: StepWords): CaseEventName[] {
  const custody = custodyAfter(verb, facts, words);
  const fromCustody = custody === null ? [] : custodyEvents(facts.custody, custody, facts.requestReceived);
  return [...fromCustody, ...stepOf(verb).events];
}
