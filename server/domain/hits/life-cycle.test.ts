import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALERT_TYPES, isArrest } from '../alerts/vocabulary.ts';
import { answerDueAt, type HitClocks, holdLeftMinutes, overdueClocks } from './clocks.ts';
import {
  allowedHitSteps,
  effectiveHitStatus,
  type HitCapacity,
  type HitState,
  takeHitStep,
} from './life-cycle.ts';
import { HIT_ACTIONS, HIT_STATUSES, HIT_VERBS, type HitVerb, type IDENTIFIERS } from './vocabulary.ts';

const NOW = new Date('2026-11-23T06:00:00Z');
const hit = (changes: Partial<HitState> = {}): HitState => ({
  kind: 'MATCH',
  status: 'MATCHED',
  alertType: 'ARREST_PROSECUTION',
  alertInForce: true,
  answerDueAt: null,
  decidedBy: null,
  supervisedBy: null,
  ...changes,
});
const by = (capacity: HitCapacity, more: object = {}) => ({
  now: NOW,
  actorId: 'me',
  capacities: [capacity],
  hasNote: false,
  ...more,
});

test('the whole way of a confirmed hit', () => {
  const way: [HitVerb, HitCapacity, object, string][] = [
    ['acknowledge', 'FIRST_LINE', {}, 'ACKNOWLEDGED'],
    ['refer', 'SECOND_LINE', {}, 'REFERRED'],
    ['check-identity', 'SECOND_LINE', {}, 'IDENTITY_CHECK'],
    ['confirm', 'SECOND_LINE', { identifiers: ['DOCUMENT', 'FACE'] }, 'CONFIRMED'],
    ['ask-owner', 'SECOND_LINE', {}, 'OWNER_ASKED'],
    ['owner-confirm', 'OWNER', {}, 'OWNER_CONFIRMED'],
    ['act', 'SECOND_LINE', { action: 'ARRESTED' }, 'ACTION_TAKEN'],
    ['close', 'SECOND_LINE', {}, 'CLOSED'],
  ];
  let status: HitState['status'] = 'MATCHED';
  for (const [verb, capacity, more, to] of way) {
    const step = takeHitStep(hit({ status }), verb, by(capacity, more));
    expect([verb, step]).toEqual([verb, { ok: true, to }]);
    if (step.ok) status = step.to;
  }
});

describe('who may', () => {
  test('first line acknowledges and does nothing else, whatever the state', () => {
    for (const status of HIT_STATUSES)
      expect(
        allowedHitSteps(hit({ status }), { now: NOW, actorId: 'me', capacities: ['FIRST_LINE'] }),
      ).toEqual(status === 'MATCHED' ? ['acknowledge'] : []);
  });
  test('the owner never decides who the traveller is, second line never whether the warrant stands', () => {
    for (const status of HIT_STATUSES) {
      const steps = (capacity: HitCapacity) =>
        allowedHitSteps(hit({ status }), { now: NOW, actorId: 'me', capacities: [capacity] });
      expect(steps('OWNER').every((verb) => /^owner-|^take-note/.test(verb))).toBe(true);
      expect(steps('SECOND_LINE').some((verb) => /^owner-|^take-note/.test(verb))).toBe(false);
    }
  });
  test('an undecided hit is supervised by somebody else than who could not decide', () => {
    const undecided = hit({ status: 'INCONCLUSIVE', decidedBy: 'me' });
    expect(takeHitStep(undecided, 'supervise', by('SECOND_LINE', { hasNote: true }))).toMatchObject({
      refusal: 'FOUR_EYES',
    });
    const other = by('SECOND_LINE', { actorId: 'other', hasNote: true });
    expect(takeHitStep(undecided, 'supervise', other)).toEqual({ ok: true, to: 'INCONCLUSIVE' });
    expect(takeHitStep(undecided, 'act', { ...other, action: 'LET_GO' })).toMatchObject({
      guards: ['SUPERVISED'],
    });
  });
});

describe('conditions', () => {
  const confirm = (identifiers: (typeof IDENTIFIERS)[number][]) =>
    takeHitStep(hit({ status: 'IDENTITY_CHECK' }), 'confirm', by('SECOND_LINE', { identifiers })).ok;
  test('two independent identifiers or a fingerprint', () => {
    expect(confirm(['FINGERPRINT'])).toBe(true);
    expect(confirm(['FACE', 'DOCUMENT'])).toBe(true);
    expect(confirm(['PARENTS', 'MARKS'])).toBe(true);
    expect(confirm([])).toBe(false);
    expect(confirm(['FACE'])).toBe(false);
    // One page that somebody else may carry.
    expect(confirm(['DOCUMENT', 'BIRTH_DATE', 'NATIONAL_ID'])).toBe(false);
    expect(confirm(['FACE', 'FACE'])).toBe(false);
  });
  test('nobody is arrested but for an arrest alert whose owner confirmed, or was silent and the law is named', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...HIT_STATUSES),
        fc.constantFrom(...ALERT_TYPES),
        fc.boolean(),
        fc.boolean(),
        (status, alertType, alertInForce, hasNote) => {
          const step = takeHitStep(
            hit({ status, alertType, alertInForce, supervisedBy: 'x' }),
            'act',
            by('SECOND_LINE', { action: 'ARRESTED', hasNote }),
          );
          if (!step.ok) return;
          expect(isArrest(alertType) && alertInForce).toBe(true);
          expect(status === 'OWNER_CONFIRMED' || (status === 'OWNER_SILENT' && hasNote)).toBe(true);
        },
      ),
    );
  });
  test('after a withdrawal only letting go is left', () => {
    const gone = hit({ status: 'OWNER_CONFIRMED', alertInForce: false });
    expect(effectiveHitStatus(gone, NOW)).toBe('OWNER_WITHDREW');
    for (const action of HIT_ACTIONS)
      expect(takeHitStep(gone, 'act', by('SECOND_LINE', { action, hasNote: true })).ok).toBe(
        action === 'LET_GO' || action === 'ESCAPED',
      );
  });
  test('a silent report knows no step but its owner’s', () => {
    const silent = hit({ kind: 'SILENT', status: 'REPORTED', alertType: 'DISCREET_CHECK' });
    for (const verb of HIT_VERBS)
      for (const capacity of ['FIRST_LINE', 'SECOND_LINE', 'OWNER'] as const)
        expect(takeHitStep(silent, verb, by(capacity, { hasNote: true })).ok).toBe(
          verb === 'take-note' && capacity === 'OWNER',
        );
  });
});

describe('clocks', () => {
  const clocks: HitClocks = {
    ownerAnswerMinutes: { URGENT: 10, ROUTINE: 60, INTERNATIONAL: 720 },
    claimMinutes: 2,
    decisionMinutes: 15,
    decisionLimitMinutes: 120,
    lawfulHoldHours: { KAZ: 72 },
    notSameYears: 5,
  };
  const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
  const clocked = { kind: 'MATCH', status: 'MATCHED', at: NOW, claimedAt: null, answerDueAt: null } as const;

  test('run out one after the other while nobody acts', () => {
    expect(overdueClocks(clocked, clocks, later(1))).toEqual([]);
    expect(overdueClocks(clocked, clocks, later(2))).toEqual(['CLAIM']);
    expect(overdueClocks(clocked, clocks, later(15))).toEqual(['CLAIM', 'DECISION']);
    expect(
      overdueClocks({ ...clocked, status: 'IDENTITY_CHECK', claimedAt: later(10) }, clocks, later(24)),
    ).toEqual([]);
    expect(
      overdueClocks({ ...clocked, status: 'IDENTITY_CHECK', claimedAt: later(110) }, clocks, later(120)),
    ).toEqual(['DECISION_LIMIT']);
    expect(overdueClocks({ ...clocked, status: 'CLOSED' }, clocks, later(9_000))).toEqual([]);
  });

  test('an owner who does not answer is silent from the minute on, with no job running', () => {
    const due = answerDueAt(NOW, 'URGENT', clocks);
    const asked = hit({ status: 'OWNER_ASKED', answerDueAt: due });
    expect(effectiveHitStatus(asked, later(9.99))).toBe('OWNER_ASKED');
    expect(effectiveHitStatus(asked, later(10))).toBe('OWNER_SILENT');
    expect(takeHitStep(asked, 'owner-confirm', { ...by('OWNER'), now: later(11) }).ok).toBe(true);
  });

  test('the hold that is left is told where the law is known, and nowhere else', () => {
    expect(holdLeftMinutes({ ...clocked, state: 'KAZ' }, clocks, later(60))).toBe(71 * 60);
    expect(holdLeftMinutes({ ...clocked, state: 'KAZ' }, clocks, later(90_000))).toBe(0);
    expect(holdLeftMinutes({ ...clocked, state: 'KGZ' }, clocks, later(60))).toBeNull();
  });
});
