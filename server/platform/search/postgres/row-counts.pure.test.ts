// Common keys are counted, not guessed: a long list waits for the last round.
import { describe, expect, it } from 'vitest';
import { rounds } from './candidate-source.ts';
import { affordable } from './dated-candidates.ts';
import { rowCountsOf } from './row-counts.ts';

const key = (key: number, weight: number) => ({ key, weight });

describe('rows that a key brings', () => {
  const counts = rowCountsOf({ size: 1_000_000, keys: [7, 8], shares: [0.05, 0.002, 0.002, 0.05, 0] });

  it('are those that were counted, whatever the tables expect', () => {
    expect(counts(key(7, 18))).toBe(50_000);
  });

  it('are no more than the rarest counted key brings, where the key is not counted', () => {
    expect(counts(key(1, 4))).toBe(2_000);
    expect(counts(key(1, 18))).toBeCloseTo(3.8, 1);
  });

  it('are a share of those who have another key, where only such persons have it', () => {
    expect(counts({ ...key(1, 8), within: 7 })).toBeCloseTo(195.3, 1);
    expect(counts({ ...key(1, 8), within: 9 })).toBeCloseTo(7.8, 1);
  });

  it('come from the tables while nothing was counted', () => {
    expect(rowCountsOf({ size: 1_024, keys: null, shares: null })(key(1, 4))).toBe(64);
  });

  it('put a long list into the last round that has room for it, or leave it out', () => {
    expect(rounds([key(7, 18), key(8, 17), key(1, 16), key(2, 12)], counts)).toEqual([
      [key(1, 16), key(2, 12)],
      [key(1, 16), key(2, 12), key(8, 17)],
    ]);
  });

  it('the only key is asked even when it is common', () => {
    expect(rounds([key(7, 18)], counts)).toEqual([[key(7, 18)]]);
  });
});

describe('keys of a question with a date', () => {
  it('are asked from those that bring few rows, while the rows are worth it, and at least one', () => {
    const counts = rowCountsOf({ size: 1_000_000, keys: [7], shares: [0.5, 0.1] });
    const keys = [key(1, 13), key(7, 20), key(2, 20)];
    expect(affordable({ keys, near: [key(3, 14), key(4, 13)] }, counts)).toEqual({
      keys: [key(2, 20)],
      near: [key(3, 14)],
    });
    expect(affordable({ keys: [key(7, 20)], near: [] }, counts)).toEqual({ keys: [key(7, 20)], near: [] });
  });
});
