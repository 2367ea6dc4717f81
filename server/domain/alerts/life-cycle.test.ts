import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlertClock } from './effective-status.ts';
import {
  ALERT_VERBS,
  type AlertCapacity,
  type AlertVerb,
  allowedVerbs,
  type TransitionFacts,
  transition,
} from './life-cycle.ts';
import { ALERT_STATUSES, type AlertStatus } from './vocabulary.ts';

const CAPACITIES: readonly AlertCapacity[] = [
  'AUTHOR',
  'APPROVER',
  'OWNER',
  'DATA_PROTECTION',
  'CASE_OFFICER',
  'SYSTEM',
];
const now = new Date('2026-11-23T12:00:00Z');
const running = { startsAt: new Date('2026-01-01T00:00:00Z'), endsAt: new Date('2027-01-01T00:00:00Z') };
const over = { ...running, endsAt: new Date('2026-11-23T00:00:00Z') };
const ahead = { ...running, startsAt: new Date('2026-12-01T00:00:00Z') };

const facts = (
  capacities: readonly AlertCapacity[],
  more: Partial<TransitionFacts> = {},
): TransitionFacts => ({
  now,
  capacities,
  isAuthor: false,
  hasReason: true,
  gatePassed: true,
  newEndsAt: new Date('2028-01-01T00:00:00Z'),
  retentionOver: true,
  ...more,
});

// Written out by hand from the rules, one line a step: whoever changes the table changes this list too.
const LEGAL: readonly (readonly [AlertStatus, AlertVerb, AlertCapacity, AlertStatus])[] = [
  ['DRAFT', 'submit', 'AUTHOR', 'SUBMITTED'],
  ['SUBMITTED', 'return', 'APPROVER', 'DRAFT'],
  ['SUBMITTED', 'approve', 'APPROVER', 'ACTIVE'],
  ['ACTIVE', 'suspend', 'OWNER', 'SUSPENDED'],
  ['ACTIVE', 'suspend', 'DATA_PROTECTION', 'SUSPENDED'],
  ['LOCATED', 'suspend', 'OWNER', 'SUSPENDED'],
  ['LOCATED', 'suspend', 'DATA_PROTECTION', 'SUSPENDED'],
  ['SUSPENDED', 'resume', 'OWNER', 'ACTIVE'],
  ['ACTIVE', 'locate', 'SYSTEM', 'LOCATED'],
  ['ACTIVE', 'locate', 'CASE_OFFICER', 'LOCATED'],
  ['LOCATED', 'relocate', 'SYSTEM', 'ACTIVE'],
  ['LOCATED', 'relocate', 'CASE_OFFICER', 'ACTIVE'],
  ['ACTIVE', 'execute', 'OWNER', 'EXECUTED'],
  ['ACTIVE', 'execute', 'SYSTEM', 'EXECUTED'],
  ['LOCATED', 'execute', 'OWNER', 'EXECUTED'],
  ['LOCATED', 'execute', 'SYSTEM', 'EXECUTED'],
  ['ACTIVE', 'withdraw', 'OWNER', 'WITHDRAWN'],
  ['LOCATED', 'withdraw', 'OWNER', 'WITHDRAWN'],
  ['SUSPENDED', 'withdraw', 'OWNER', 'WITHDRAWN'],
  ['ACTIVE', 'renew', 'OWNER', 'ACTIVE'],
  ['LOCATED', 'renew', 'OWNER', 'LOCATED'],
  ['EXECUTED', 'archive', 'SYSTEM', 'ARCHIVED'],
  ['WITHDRAWN', 'archive', 'SYSTEM', 'ARCHIVED'],
  ['EXPIRED', 'archive', 'SYSTEM', 'ARCHIVED'],
  ['ARCHIVED', 'erase', 'SYSTEM', 'ERASED'],
];

test('while an alert runs, exactly the listed steps are possible, each for exactly those listed', () => {
  const possible = ALERT_STATUSES.flatMap((status) =>
    ALERT_VERBS.flatMap((verb) =>
      CAPACITIES.flatMap((capacity) => {
        const result = transition({ status, ...running }, verb, facts([capacity]));
        return result.ok ? [[status, verb, capacity, result.to].join(' ')] : [];
      }),
    ),
  );
  expect(possible.sort()).toEqual(LEGAL.map((step) => step.join(' ')).sort());
});

describe('four eyes', () => {
  const submitted: AlertClock = { status: 'SUBMITTED', ...running };

  test('scenario 9: an author does not approve his own alert, a second approver does', () => {
    const own = transition(submitted, 'approve', facts(['APPROVER', 'AUTHOR'], { isAuthor: true }));
    expect(own).toMatchObject({
      ok: false,
      refusal: 'FOUR_EYES',
      guards: ['FOUR_EYES'],
      allowed: ['return'],
    });
    expect(transition(submitted, 'approve', facts(['APPROVER']))).toEqual({ ok: true, to: 'ACTIVE' });
  });

  test('all conditions not met are named at once', () => {
    const result = transition(
      { ...submitted, ...over },
      'approve',
      facts(['APPROVER'], { isAuthor: true, gatePassed: false }),
    );
    expect(result).toMatchObject({ refusal: 'FOUR_EYES', guards: ['FOUR_EYES', 'GATE', 'END_NOT_PASSED'] });
  });
});

describe('the clock', () => {
  test('an alert past its end is expired for every verb, whatever is stored', () => {
    for (const status of ['ACTIVE', 'LOCATED', 'SUSPENDED'] as const) {
      const possible = ALERT_VERBS.filter(
        (verb) => transition({ status, ...over }, verb, facts(CAPACITIES)).ok,
      );
      expect(possible).toEqual(['expire', 'archive']);
    }
  });

  test('the system writes the end down once, and not before it', () => {
    expect(transition({ status: 'ACTIVE', ...over }, 'expire', facts(['SYSTEM']))).toEqual({
      ok: true,
      to: 'EXPIRED',
    });
    expect(transition({ status: 'ACTIVE', ...running }, 'expire', facts(['SYSTEM']))).toMatchObject({
      refusal: 'GUARD',
      guards: ['END_PASSED'],
    });
    expect(transition({ status: 'EXPIRED', ...over }, 'expire', facts(['SYSTEM']))).toMatchObject({
      refusal: 'WRONG_STATE',
    });
  });

  test('what has not begun can be stopped or changed but nobody is found by it', () => {
    const possible = ALERT_VERBS.filter(
      (verb) => transition({ status: 'ACTIVE', ...ahead }, verb, facts(CAPACITIES)).ok,
    );
    expect(possible).toEqual(['suspend', 'withdraw', 'renew']);
  });
});

describe('conditions', () => {
  test.each<[AlertStatus, AlertVerb, AlertCapacity, Partial<TransitionFacts>, string]>([
    ['DRAFT', 'submit', 'AUTHOR', { gatePassed: false }, 'GATE'],
    ['SUBMITTED', 'return', 'APPROVER', { hasReason: false }, 'REASON'],
    ['SUBMITTED', 'approve', 'APPROVER', { gatePassed: false }, 'GATE'],
    ['ACTIVE', 'suspend', 'OWNER', { hasReason: false }, 'REASON'],
    ['SUSPENDED', 'resume', 'OWNER', { hasReason: false }, 'REASON'],
    ['LOCATED', 'relocate', 'SYSTEM', { hasReason: false }, 'REASON'],
    ['ACTIVE', 'withdraw', 'OWNER', { hasReason: false }, 'REASON'],
    ['ACTIVE', 'renew', 'OWNER', { hasReason: false }, 'REASON'],
    ['ACTIVE', 'renew', 'OWNER', { newEndsAt: null }, 'LATER_END'],
    ['ACTIVE', 'renew', 'OWNER', { newEndsAt: running.endsAt }, 'LATER_END'],
    ['EXPIRED', 'archive', 'SYSTEM', { retentionOver: false }, 'RETENTION_OVER'],
    ['ARCHIVED', 'erase', 'SYSTEM', { retentionOver: false }, 'RETENTION_OVER'],
  ])('%s %s by %s with %o wants %s', (status, verb, capacity, more, guard) => {
    expect(transition({ status, ...running }, verb, facts([capacity], more))).toMatchObject({
      ok: false,
      refusal: 'GUARD',
      guards: [guard],
    });
  });

  test('the wrong state is told before the wrong actor', () => {
    expect(transition({ status: 'DRAFT', ...running }, 'approve', facts(['AUTHOR']))).toEqual({
      ok: false,
      refusal: 'WRONG_STATE',
      status: 'DRAFT',
      guards: [],
      allowed: ['submit'],
    });
    expect(transition({ status: 'ACTIVE', ...running }, 'withdraw', facts(['CASE_OFFICER']))).toMatchObject({
      refusal: 'WRONG_ACTOR',
      status: 'ACTIVE',
      allowed: ['locate'],
    });
  });
});

test('what succeeds was allowed, and nobody without a capacity can do anything', () => {
  const capacities = fc.subarray([...CAPACITIES]);
  fc.assert(
    fc.property(
      fc.constantFrom(...ALERT_STATUSES),
      fc.constantFrom(...ALERT_VERBS),
      capacities,
      fc.constantFrom(running, over, ahead),
      fc.boolean(),
      (status, verb, who, clock, isAuthor) => {
        const actor = facts(who, { isAuthor });
        const result = transition({ status, ...clock }, verb, actor);
        if (result.ok) expect(allowedVerbs({ status, ...clock }, actor)).toContain(verb);
        if (who.length === 0) expect(result.ok).toBe(false);
      },
    ),
  );
});
