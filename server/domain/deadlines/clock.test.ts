import { describe, expect, test } from 'vitest';
import { endOfDay } from '../dates/zone.ts';
import { type ClockState, extend, isOver, isOverdue, react, starting } from './clock.ts';
import type { DeadlineRule } from './rule.ts';
import { warningsDue, warningsOf } from './warnings.ts';

const ZONE = 'Asia/Bishkek';
const rule = (change: Partial<DeadlineRule> = {}): DeadlineRule => ({
  key: 'PA_LIMIT',
  startEvent: 'PROV_ARREST',
  length: 40,
  unit: 'DAYS',
  type: 'HARD',
  scope: 'CUSTODY',
  extensible: true,
  maxExtensionDays: 15,
  onExpiry: 'RELEASE',
  countFirstDay: true,
  stopEvents: ['REQUEST_RECEIVED'],
  pauseEvents: ['HELD'],
  resumeEvents: ['HOLD_LIFTED'],
  recurring: false,
  visibleTo: 'BOTH',
  legalRef: null,
  ...change,
});
const at = (text: string) => new Date(text);
const ARREST = { name: 'PROV_ARREST', at: at('2026-03-01T04:00:00Z') };

function started(change: Partial<DeadlineRule> = {}): ClockState {
  const [begun] = starting([{ rule: rule(change) }], [], ARREST, ZONE);
  if (!begun) throw new Error('not started');
  const { startedAt, dueAt } = begun;
  return {
    rule: begun.entry.rule,
    zone: ZONE,
    startedAt,
    dueAt,
    status: 'RUNNING',
    pausedAt: null,
    extendedDays: 0,
  };
}

describe('an event', () => {
  test('starts the clock of its rule once', () => {
    const clock = started();
    expect(clock.dueAt).toEqual(endOfDay('2026-04-09', ZONE));
    expect(starting([{ rule: clock.rule }], [clock], ARREST, ZONE)).toEqual([]);
    expect(starting([{ rule: clock.rule }], [{ ...clock, status: 'STOPPED' }], ARREST, ZONE)).toHaveLength(1);
    expect(starting([{ rule: clock.rule }], [], { ...ARREST, name: 'GRANTED' }, ZONE)).toEqual([]);
  });

  test('with an agreed end starts a rule that has no length, and none without it', () => {
    const agreed = rule({ key: 'RETURN_BY', length: null });
    const until = at('2026-06-01T00:00:00Z');
    expect(starting([{ rule: agreed }], [], { ...ARREST, until }, ZONE)[0]?.dueAt).toEqual(until);
    expect(starting([{ rule: agreed }], [], ARREST, ZONE)).toEqual([]);
  });

  test('stops, pauses and resumes; a stopped clock hears nothing', () => {
    const clock = started();
    const event = (name: string, day: string) => ({ name, at: at(`${day}T06:00:00Z`) });
    expect(react([clock], event('REQUEST_RECEIVED', '2026-03-20'))[0]?.kind).toBe('STOP');
    expect(react([clock], event('HOLD_LIFTED', '2026-03-20'))).toEqual([]);
    expect(react([clock], event('HELD', '2026-03-10'))[0]?.kind).toBe('PAUSE');
    const paused: ClockState = { ...clock, status: 'PAUSED', pausedAt: at('2026-03-10T06:00:00Z') };
    const [resumed] = react([paused], event('HOLD_LIFTED', '2026-03-15'));
    expect(resumed).toMatchObject({ kind: 'RESUME', dueAt: endOfDay('2026-04-14', ZONE) });
    expect(react([{ ...clock, status: 'STOPPED' }], event('REQUEST_RECEIVED', '2026-03-20'))).toEqual([]);
  });
});

test('an extension keeps to what the rule allows, all extensions together', () => {
  const clock = started();
  const once = extend(clock, 10);
  expect(once).toEqual({ dueAt: endOfDay('2026-04-19', ZONE), extendedDays: 10 });
  expect(extend({ ...clock, extendedDays: 10 }, 6)).toEqual({ refusal: 'BEYOND_MAXIMUM' });
  expect(extend(started({ extensible: false }), 1)).toEqual({ refusal: 'NOT_EXTENSIBLE' });
  expect(extend({ ...clock, status: 'STOPPED' }, 1)).toEqual({ refusal: 'NOT_RUNNING' });
});

test('overdue begins with the first moment after the last day, and only while it runs', () => {
  const clock = started();
  expect(isOverdue(clock, at('2026-04-09T17:59:59.999Z'))).toBe(false);
  expect(isOverdue(clock, at('2026-04-09T18:00:00Z'))).toBe(true);
  expect(isOverdue({ ...clock, status: 'PAUSED' }, at('2026-05-01T00:00:00Z'))).toBe(false);
});

test('a term that ends by itself is over and not overdue', () => {
  const end = at('2026-04-09T18:00:00Z');
  for (const rule of [{ key: 'APPEAL' }, { onExpiry: 'MAY_RELEASE' as const }]) {
    const clock = started(rule);
    expect([isOver(clock, end), isOverdue(clock, end)]).toEqual([true, false]);
  }
  for (const onExpiry of ['RELEASE', 'REMIND', 'REFUSE_POSSIBLE'] as const)
    expect(isOverdue(started({ onExpiry }), end)).toBe(true);
});

describe('warnings', () => {
  test('come at half, three quarters, ten days, three days, one day and the end', () => {
    expect(warningsOf(started()).map(({ warning }) => warning)).toEqual([
      'HALF',
      'TEN_DAYS',
      'THREE_QUARTERS',
      'THREE_DAYS',
      'ONE_DAY',
      'OVERDUE',
    ]);
    // Seventy-two hours have no tenth day before their end.
    const short = started({ length: 72, unit: 'HOURS' });
    expect(warningsOf(short).map(({ warning }) => warning)).toEqual([
      'HALF',
      'ONE_DAY',
      'THREE_QUARTERS',
      'OVERDUE',
    ]);
  });

  test('that fell due together are one message, and none is said twice', () => {
    const clock = started();
    const first = warningsDue(clock, [], at('2026-04-02T00:00:00Z'));
    expect(first).toMatchObject({ tell: 'THREE_QUARTERS', given: ['HALF', 'TEN_DAYS', 'THREE_QUARTERS'] });
    expect(warningsDue(clock, first.given, at('2026-04-02T00:00:00Z'))).toMatchObject({
      tell: null,
      given: [],
    });
    expect(first.nextAt).toEqual(at('2026-04-06T18:00:00Z'));
    expect(warningsDue(clock, first.given, at('2026-05-01T00:00:00Z'))).toMatchObject({
      tell: 'OVERDUE',
      nextAt: null,
    });
  });
});
