import { describe, expect, test } from 'vitest';
import { countRight, type Exercise, isPassed, judge, sheetOf } from './exercise.ts';

const words = { ky: 'к', ru: 'р', kk: 'қ', en: 'e' };
const question = (expected: string) => ({
  ask: words,
  offered: ['YES', 'NO', 'LATER'],
  expected,
  why: words,
});
const exercise = (code: string, ...expected: string[]): Exercise => ({
  ...{ code, kind: 'CASE', title: words, situation: words, zone: [] },
  questions: expected.map(question),
});

describe('an attempt', () => {
  const two = exercise('CASE-1', 'YES', 'NO');

  test('is judged question by question', () => {
    const judged = judge(two, ['YES', 'LATER']) ?? [];
    expect(judged).toEqual([
      { given: 'YES', expected: 'YES', isRight: true },
      { given: 'LATER', expected: 'NO', isRight: false },
    ]);
    expect(countRight(judged)).toBe(1);
  });

  test.each([
    ['too few decisions', ['YES']],
    ['too many', ['YES', 'NO', 'NO']],
    ['one that was not offered', ['YES', 'PERHAPS']],
    ['none', []],
  ])('is none with %s', (_, given) => {
    expect(judge(two, given)).toBeNull();
  });
});

describe('the result sheet', () => {
  const [first, second, third] = [exercise('MRZ-1', 'YES'), exercise('MRZ-2', 'NO'), exercise('MRZ-3', 'NO')];
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 26, 6, minute));

  test('counts the first attempt, however good the later ones are', () => {
    const sheet = sheetOf(
      [first, second, third],
      [
        { exercise: 'MRZ-2', right: 0, answeredAt: at(1) },
        { exercise: 'MRZ-1', right: 1, answeredAt: at(2) },
        { exercise: 'MRZ-2', right: 1, answeredAt: at(3) },
        { exercise: 'GONE-1', right: 1, answeredAt: at(4) },
      ],
    );
    expect(sheet.map(({ exercise: { code }, attempts }) => [code, attempts])).toEqual([
      ['MRZ-1', 1],
      ['MRZ-2', 2],
      ['MRZ-3', 0],
    ]);
    expect(sheet.map(isPassed)).toEqual([true, false, false]);
    expect(sheet[1]?.first?.right).toBe(0);
    expect(sheet[1]?.last?.answeredAt).toEqual(at(3));
    expect(sheet[2]?.first).toBeNull();
  });
});
