import { describe, expect, test } from 'vitest';
import type { CheckOutcome } from './outcome.ts';
import { type RecordedDocument, shownProblems, tell } from './told.ts';

const CLEAR: CheckOutcome = { outcome: 'CLEAR', colour: 'GREEN', silent: [] };
const SILENT: CheckOutcome = {
  outcome: 'SILENT',
  colour: 'GREEN',
  silent: [{ personId: 'p', alertId: 'a', actions: ['D1'], band: 'STRONG' }],
};
const lead = { personId: 'p', alertId: 'a', band: 'POSSIBLE' } as const;
const POSSIBLE: CheckOutcome = { outcome: 'POSSIBLE', colour: 'AMBER', lead, silent: [] };

describe('tell', () => {
  test('SILENT and CLEAR are equal, with and without a document problem, whole and degraded', () => {
    for (const problems of [[], ['EXPIRED' as const]])
      for (const degraded of [false, true])
        expect(tell(SILENT, problems, degraded)).toEqual(tell(CLEAR, problems, degraded));
  });
  test('an end that has passed is a document problem; a person found comes before it', () => {
    expect(tell(CLEAR, ['EXPIRED'], false)).toMatchObject({ outcome: 'DOCUMENT_PROBLEM', colour: 'AMBER' });
    expect(tell(POSSIBLE, ['EXPIRED'], false)).toMatchObject({
      outcome: 'POSSIBLE',
      documentProblems: ['EXPIRED'],
    });
  });
  test('what was not looked at to the end is never green', () => {
    expect(tell(CLEAR, [], true)).toMatchObject({ outcome: 'POSSIBLE', colour: 'AMBER' });
  });
});

describe('shownProblems', () => {
  const row = (changes: Partial<RecordedDocument>): RecordedDocument => ({
    personId: 'p',
    problem: 'STOLEN',
    own: true,
    bound: false,
    ...changes,
  });
  const [nobody, somebody] = [new Set<string>(), new Set(['p'])];
  test.each([
    ['own and unbound', row({}), nobody, nobody, ['STOLEN']],
    ['own, of a person only watched in silence', row({}), nobody, somebody, []],
    ['own, bound to an alert that is not shown', row({ bound: true }), nobody, nobody, []],
    ['of another state, person not found', row({ own: false }), nobody, nobody, []],
    ['of another state, person shown', row({ own: false, bound: true }), somebody, nobody, ['STOLEN']],
  ] as const)('%s', (_, recorded, shown, silent, expected) =>
    expect(shownProblems([recorded], shown, silent)).toEqual(expected),
  );
});
