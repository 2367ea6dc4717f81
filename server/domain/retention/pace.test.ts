import { describe, expect, it } from 'vitest';
import { NO_PACE, type Pace, restAfter } from './pace.ts';

/** The rests of steps of one size, by how long each took. */
function rests(steps: readonly number[], records = 25): number[] {
  let pace: Pace = NO_PACE;
  return steps.map((worked) => {
    const { rest, pace: next } = restAfter(pace, worked, records);
    pace = next;
    return rest;
  });
}

describe('the pace of a night', () => {
  it('works a quarter of the time while it is alone', () => {
    expect(rests([80, 80, 80])).toEqual([240, 240, 240]);
  });

  it('gives way to others: a step that takes twice as long rests four times as long', () => {
    const [alone = 0, crowded = 0] = rests([80, 160]).map((rest) => rest);
    expect(crowded / alone).toBeCloseTo(4, 0);
  });

  it('never works more than a quarter of the time, and never stands still', () => {
    for (const worked of [1, 5, 80, 400, 1_300]) {
      const [, rest = 0] = rests([40, worked]);
      expect(rest).toBeGreaterThanOrEqual(Math.min(4_000, worked * 3));
      expect(rest).toBeLessThanOrEqual(4_000);
    }
  });

  it('takes the time of a record as its mark: a small step is not a quick one', () => {
    const { pace } = restAfter(NO_PACE, 100, 25);
    expect(restAfter(pace, 4, 1).rest).toBeCloseTo(12, 0);
  });

  it('forgets a lucky step after a while', () => {
    const steps = rests([10, ...Array.from({ length: 200 }, () => 80)]);
    expect(steps[1]).toBeGreaterThan(900);
    expect(steps.at(-1)).toBeCloseTo(240, 0);
  });
});
