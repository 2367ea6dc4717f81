import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessQuality, type QualityFacts } from './quality.ts';

const poor: QualityFacts = {
  today: '2026-11-23',
  births: [],
  names: [],
  photosTakenOn: [],
  documentNumbers: 0,
  nationalIds: 0,
  hasFingerprintReference: false,
  hasOrigin: false,
  warrantsValidUntil: [],
  isReviewOverdue: false,
};

const rich: QualityFacts = {
  ...poor,
  births: [{ year: 1980, month: 2, day: 15, status: 'TRUE' }],
  names: [
    { type: 'PRIMARY', script: 'Cyrl', hasPatronymic: true },
    { type: 'PRIMARY', script: 'Latn', hasPatronymic: false },
  ],
  photosTakenOn: ['2024-01-01'],
  documentNumbers: 1,
  nationalIds: 1,
  hasFingerprintReference: true,
  hasOrigin: true,
  warrantsValidUntil: ['2028-01-01'],
};

const codes = (facts: QualityFacts) => assessQuality(facts).reasons.map((reason) => reason.code);

test('a complete record has 100 points and nothing to do', () => {
  expect(assessQuality(rich)).toMatchObject({ score: 100, todo: [] });
});

test('an empty record has none, and its list begins with what brings most', () => {
  const { score, reasons, todo } = assessQuality(poor);
  expect({ score, reasons }).toEqual({ score: 0, reasons: [] });
  expect(todo.slice(0, 3)).toEqual(['FULL_BIRTH_DATE', 'RECENT_PHOTO', 'DOCUMENT_NUMBER']);
  expect(todo).toHaveLength(9);
});

test('faults cost points and stand on the list', () => {
  const faulty = assessQuality({ ...rich, isReviewOverdue: true });
  expect(faulty).toMatchObject({ score: 80, todo: ['REVIEW_OVERDUE'] });
  expect(assessQuality({ ...poor, isReviewOverdue: true }).score).toBe(0);
});

describe('limits', () => {
  test('a photo counts for five years, one without a date not at all', () => {
    expect(codes({ ...poor, photosTakenOn: ['2021-11-24'] })).toEqual(['RECENT_PHOTO']);
    expect(codes({ ...poor, photosTakenOn: ['2021-11-23', null] })).toEqual([]);
  });

  test('a warrant counts when more than a year is left or when it has no end', () => {
    expect(codes({ ...poor, warrantsValidUntil: ['2027-11-23'] })).toEqual([]);
    expect(codes({ ...poor, warrantsValidUntil: ['2027-11-24'] })).toEqual(['LASTING_WARRANT']);
    expect(codes({ ...poor, warrantsValidUntil: [null] })).toEqual(['LASTING_WARRANT']);
  });

  test('an approximate or partial birth date is not full', () => {
    expect(codes({ ...poor, births: [{ year: 1980, month: 2 }] })).toEqual([]);
    expect(codes({ ...poor, births: [{ year: 1980, month: 2, day: 15, isApproximate: true }] })).toEqual([]);
  });

  test('two true dates that contradict conflict; used and claimed ones are normal for a fugitive', () => {
    const [a, b] = [{ year: 1980 }, { year: 1990 }];
    expect(codes({ ...poor, births: [a, b] })).toEqual(['BIRTH_DATES_CONFLICT']);
    expect(codes({ ...poor, births: [a, { ...b, status: 'USED' }] })).toEqual([]);
    expect(codes({ ...poor, births: [a, { year: 1980, month: 5 }] })).toEqual([]);
  });

  test('machine-made spellings bring no second script and save nobody from weak aliases', () => {
    const weak = { type: 'ALIAS_WEAK', script: 'Cyrl', hasPatronymic: false } as const;
    const made = { type: 'TRANSLITERATED', script: 'Latn', hasPatronymic: false } as const;
    expect(codes({ ...poor, names: [weak, made] })).toEqual(['ONLY_WEAK_ALIASES']);
    expect(codes({ ...poor, names: [weak, { ...made, type: 'DOCUMENT' }] })).toEqual(['TWO_SCRIPTS']);
  });
});

test('the score is 0–100, and a better fact never lowers it', () => {
  const facts = fc.record({
    documentNumbers: fc.nat(2),
    nationalIds: fc.nat(2),
    hasFingerprintReference: fc.boolean(),
    hasOrigin: fc.boolean(),
    isReviewOverdue: fc.boolean(),
  });
  fc.assert(
    fc.property(facts, (some) => {
      const { score } = assessQuality({ ...poor, ...some });
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
      const better = { ...poor, ...some, documentNumbers: some.documentNumbers + 1, isReviewOverdue: false };
      expect(assessQuality(better).score).toBeGreaterThanOrEqual(score);
    }),
  );
});
