// The frozen words of the reports on cases of every kind: what is granted, refused, lapsed, open, and since when.
import { expect, test } from 'vitest';
import type { CaseState } from '../cases/vocabulary.ts';
import {
  type CaseHistory,
  type CaseStepFact,
  factsOfCase,
  finalGrant,
  intervalsOf,
  waitingOn,
} from './case-facts.ts';
import { daysFromTo, summarise } from './durations.ts';
import { boundsOf, quartersOf } from './period.ts';

const way = (...steps: [day: string, to: CaseState, verb?: string][]): CaseStepFact[] =>
  steps.map(([day, to, verb], at) => ({ day, to, verb: verb ?? null, from: steps[at - 1]?.[1] ?? null }));

const history = (steps: CaseStepFact[], change: Partial<CaseHistory> = {}): CaseHistory => ({
  ...{ requesting: 'KGZ', requested: 'KAZ', personId: 'p', treaty: 'KAZ_KGZ_1997' },
  ...{ articles: [17], isPartial: false, grounds: [], steps },
  ...change,
});

const families = (one: CaseHistory) =>
  factsOfCase(one)
    .map(({ family, quarter }) => `${family} ${quarter}`)
    .sort();

const RECEIVED = [
  ['2026-01-10', 'REQUEST_SENT'],
  ['2026-01-20', 'REQUEST_RECEIVED'],
  ['2026-02-01', 'UNDER_REVIEW'],
] as [string, CaseState][];

test('granted is the first grant that becomes final, on the day of that grant', () => {
  const open = way(...RECEIVED, ['2026-03-30', 'GRANTED']);
  expect(finalGrant(open)).toBeUndefined();
  const upheld = way(
    ...RECEIVED,
    ['2026-03-30', 'GRANTED'],
    ['2026-04-02', 'APPEAL'],
    ['2026-05-02', 'GRANTED'],
  );
  expect(finalGrant(upheld)?.day).toBe('2026-03-30');
  const overturned = way(
    ...RECEIVED,
    ['2026-03-30', 'GRANTED'],
    ['2026-04-02', 'APPEAL'],
    ['2026-05-02', 'REFUSED'],
  );
  expect(finalGrant(overturned)).toBeUndefined();
  expect(families(history(overturned, { grounds: ['R01'] }))).toEqual([
    ...['ground 2026-Q2', 'received 2026-Q1', 'refused 2026-Q2', 'sent 2026-Q1', 'treaty-decided 2026-Q2'],
  ]);
  const waived = way(...RECEIVED, ['2026-03-30', 'GRANTED'], ['2026-04-02', 'GRANTED', 'waive-appeal']);
  expect(finalGrant(waived)?.day).toBe('2026-03-30');
});

test('a lapse is no refusal, and tells before and after the grant apart', () => {
  const before = way(['2026-01-01', 'PROV_ARRESTED'], ['2026-02-09', 'LAPSED']);
  expect(families(history(before))).toEqual(['arrest-lapsed 2026-Q1', 'arrested 2026-Q1']);
  const after = way(...RECEIVED, ['2026-03-30', 'GRANTED'], ['2026-05-30', 'LAPSED']);
  expect(families(history(after))).toContain('not-taken-over 2026-Q2');
  expect(families(history(after)).join()).not.toMatch(/refused|arrest-lapsed/);
});

test('partly granted, by consent, given back', () => {
  const steps = way(
    ...RECEIVED,
    ['2026-02-10', 'CONSENT_TRACK'],
    ['2026-02-12', 'GRANTED'],
    ['2026-02-20', 'SURRENDER_SCHEDULED'],
    ['2026-02-28', 'SURRENDERED'],
  );
  expect(families(history(steps, { isPartial: true }))).toEqual([
    ...['by-consent 2026-Q1', 'partly 2026-Q1', 'received 2026-Q1', 'sent 2026-Q1', 'surrendered 2026-Q1'],
    'treaty-decided 2026-Q1',
  ]);
  expect(intervalsOf(history(steps), '2026-12-31')).toEqual([
    { stage: 'REQUEST_TO_DECISION', from: '2026-01-20', until: '2026-02-12' },
    { stage: 'DECISION_TO_SURRENDER', from: '2026-02-12', until: '2026-02-28' },
    { stage: 'WHOLE', from: '2026-01-20', until: '2026-02-28' },
  ]);
  // As it stood in January nothing of this had happened.
  expect(intervalsOf(history(steps), '2026-01-31')).toEqual([
    { stage: 'REQUEST_TO_DECISION', from: '2026-01-20', until: null },
    { stage: 'WHOLE', from: '2026-01-20', until: null },
  ]);
});

test('waiting is counted in months at the end of the period', () => {
  const one = history(way(...RECEIVED));
  expect(['2026-01-19', '2026-06-30', '2026-12-31', '2027-12-31'].map((day) => waitingOn(one, day))).toEqual([
    ...[null, 'TO_6', 'TO_12', 'OVER_12'],
  ]);
});

test('the average is the median of closed intervals; open ones stand beside it', () => {
  expect(summarise([], 4)).toEqual({ closed: 0, open: 4, median: null, p90: null });
  expect(summarise([30, 10, 20, 400], 1)).toEqual({ closed: 4, open: 1, median: 25, p90: 400 });
  expect(summarise([10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0)).toMatchObject({ median: 55, p90: 90 });
  expect(daysFromTo('2026-02-27', '2026-03-01')).toBe(2);
});

test('a year is four quarters', () => {
  expect(boundsOf({ year: 2026, quarter: null })).toEqual({ from: '2026-01-01', until: '2027-01-01' });
  expect(boundsOf({ year: 2026, quarter: 4 })).toEqual({ from: '2026-10-01', until: '2027-01-01' });
  expect(quartersOf({ year: 2026, quarter: null })).toHaveLength(4);
});
