import { describe, expect, it } from 'vitest';
import { subscriberTokens } from '../access/audience.ts';
import { type AlertEvent, isSecretEvent, seenAs, toldData } from './domain-event.ts';

const event = (before: string[], after: string[]): AlertEvent => ({
  kind: 'alert',
  alertId: 'alert-1',
  personId: 'person-1',
  audienceBefore: before,
  audience: after,
  data: {
    alertNumber: 'KGZ-2026-000001-7',
    alertType: 'ARREST_PROSECUTION',
    ownerState: 'KGZ',
    status: 'ACTIVE',
  },
});

const kaz = subscriberTokens('KAZ', 'a1', false);
const kgz = subscriberTokens('KGZ', 'a2', false);

describe('an alert event', () => {
  it('is to each reader what changed for him', () => {
    expect(seenAs(event([], ['*', 's:KGZ']), kaz)).toBe('alert.activated');
    expect(seenAs(event(['*', 's:KGZ'], ['s:KAZ', 's:KGZ']), kaz)).toBe('alert.changed');
    const narrowed = event(['*', 's:KGZ'], ['s:UZB', 's:KGZ']);
    expect([seenAs(narrowed, kaz), seenAs(narrowed, kgz)]).toEqual(['alert.withdrawn', 'alert.changed']);
    expect(seenAs(event(['s:KGZ'], []), kaz)).toBeNull();
  });

  it('of secret work is nothing to those who are not cleared for it', () => {
    const discreet = event([], ['s:KGZ#D', 'a:a9#D', 's:KAZ#d']);
    expect(isSecretEvent(discreet)).toBe(true);
    expect([seenAs(discreet, kaz), seenAs(discreet, kgz)]).toEqual([null, null]);
    expect(seenAs(discreet, subscriberTokens('KAZ', 'a1', true))).toBe('alert.activated');
    expect(seenAs(discreet, subscriberTokens('UZB', 'a3', true))).toBeNull();
    expect(isSecretEvent(event([], ['*', 's:KGZ', 'a:a9']))).toBe(false);
    expect(isSecretEvent(event(['s:KGZ#D'], []))).toBe(true);
  });

  it('tells no status to those who lost sight of the alert', () => {
    const suspended = { ...event(['*'], []), data: { ...event([], []).data, status: 'SUSPENDED' as const } };
    expect(toldData(suspended, 'alert.withdrawn')).not.toHaveProperty('status');
    expect(toldData(suspended, 'alert.changed')).toMatchObject({ alertId: 'alert-1', status: 'SUSPENDED' });
  });
});
