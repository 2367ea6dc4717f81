import { describe, expect, test } from 'vitest';
import { mayRecord, needsOf, nextStates, possibleMeasures } from './measures.ts';
import { ASSET_STATES, type AssetState } from './vocabulary.ts';

const criminal = (state: AssetState) => ({ state, routes: ['CRIMINAL'] as const });
const all = { ownSide: true, ownerAuthority: true, executingAuthority: false };
const investigator = { ownSide: true, ownerAuthority: false, executingAuthority: false };
const abroad = { ownSide: false, ownerAuthority: false, executingAuthority: true };

describe('the way of an asset', () => {
  test('leads from suspicion to every other state, and on from all but the two ends', () => {
    const seen = new Set<AssetState>(['SUSPECTED']);
    for (const state of seen) for (const next of nextStates(criminal(state))) seen.add(next);
    expect([...seen].sort()).toEqual([...ASSET_STATES].sort());
    const ends = ASSET_STATES.filter((state) => nextStates(criminal(state)).length === 0);
    expect(ends).toEqual(['DISPOSED_LOCALLY', 'VICTIM_COMPENSATED']);
  });

  test('never jumps: what was only suspected is not frozen, what is frozen is not returned', () => {
    expect(nextStates(criminal('SUSPECTED'))).toEqual(['TRACED', 'LOST']);
    expect(nextStates(criminal('FROZEN'))).not.toContain('RETURNED');
    expect(nextStates(criminal('FROZEN'))).not.toContain('CONFISCATED');
  });

  test('is shorter by agreement', () => {
    expect(nextStates(criminal('FROZEN'))).not.toContain('RETURN_NEGOTIATED');
    expect(nextStates({ state: 'FROZEN', routes: ['CRIMINAL', 'SETTLEMENT'] })).toContain(
      'RETURN_NEGOTIATED',
    );
  });

  test('can be lost from wherever somebody still works on it', () => {
    const over = ['RETURNED', 'DISPOSED_LOCALLY', 'VICTIM_COMPENSATED', 'LOST'];
    for (const state of ASSET_STATES)
      expect([state, nextStates(criminal(state)).includes('LOST')]).toEqual([state, !over.includes(state)]);
  });
});

describe('who records what', () => {
  test('an investigator traces and no more; asking abroad is for the authorities', () => {
    expect(possibleMeasures(criminal('SUSPECTED'), investigator).map(({ to }) => to)).toEqual(['TRACED']);
    expect(possibleMeasures(criminal('TRACED'), investigator)).toEqual([]);
    expect(possibleMeasures(criminal('TRACED'), all).map(({ to }) => to)).toContain('FREEZE_REQUESTED');
  });

  test('the executing side records what it did, and asks for nothing in the name of the owner', () => {
    expect(mayRecord('FROZEN', abroad)).toBe(true);
    expect(mayRecord('FREEZE_REQUESTED', abroad)).toBe(false);
    expect(mayRecord('TRACED', abroad)).toBe(false);
  });

  test('a freeze has a last day; money that came back has an account', () => {
    expect(needsOf('FROZEN')).toContain('expiresOn');
    expect(needsOf('RETURNED')).toContain('accountClass');
    for (const state of ['RELEASED', 'LOST', 'REFUSED'] as const) expect(needsOf(state)).toContain('reason');
  });
});
