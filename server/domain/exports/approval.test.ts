import { expect, test } from 'vitest';
import { approvalsNeeded, decisionFault, statusAfter } from './approval.ts';

const yes = (decidedBy: string) => ({ decidedBy, approved: true });

test('a hundred persons need nobody, one more needs two', () => {
  expect([approvalsNeeded(1), approvalsNeeded(100), approvalsNeeded(101)]).toEqual([0, 0, 2]);
});

test('two different people have to consent, and one refusal ends it', () => {
  expect(statusAfter(2, [])).toBe('REQUESTED');
  expect(statusAfter(2, [yes('a'), yes('a')])).toBe('REQUESTED');
  expect(statusAfter(2, [yes('a'), yes('b')])).toBe('READY');
  expect(statusAfter(2, [yes('a'), { decidedBy: 'b', approved: false }])).toBe('REFUSED');
  expect(statusAfter(0, [])).toBe('READY');
});

test('nobody decides on his own request, or twice', () => {
  expect(decisionFault('a', 'a', [])).toBe('own-work');
  expect(decisionFault('b', 'a', [yes('b')])).toBe('decided-already');
  expect(decisionFault('b', 'a', [yes('c')])).toBeNull();
});
