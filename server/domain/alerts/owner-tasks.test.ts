// What an alert asks of its owner, and when it asks nothing.
import { expect, it } from 'vitest';
import { ownerTasks, type TaskFacts } from './owner-tasks.ts';

const now = new Date('2026-06-01T12:00:00Z');
const today = '2026-06-01';
const standing = { revokedOn: null, validUntil: null, hasScannedFile: true };
const alert = (change: Partial<TaskFacts> = {}): TaskFacts => ({
  type: 'ARREST_PROSECUTION',
  status: 'ACTIVE',
  startsAt: new Date('2026-01-01T00:00:00Z'),
  endsAt: new Date('2027-01-01T00:00:00Z'),
  suspendedAt: null,
  reviewDueOn: '2026-07-01',
  warrants: [standing],
  deceased: 'NO',
  ...change,
});
const tasks = (change?: Partial<TaskFacts>) => ownerTasks(alert(change), now, today, 90);

it('asks nothing while all is well', () => {
  expect(tasks()).toEqual([]);
});

it('a revoked or expired last warrant is a task, another standing one is not', () => {
  const revoked = { ...standing, revokedOn: '2026-05-01' };
  expect(tasks({ warrants: [revoked] })).toEqual(['NO_STANDING_WARRANT']);
  expect(tasks({ warrants: [{ ...standing, validUntil: '2026-05-31' }] })).toEqual(['NO_STANDING_WARRANT']);
  expect(tasks({ warrants: [revoked, standing] })).toEqual([]);
  expect(tasks({ warrants: [], type: 'LOCATE_WITNESS' })).toEqual([]);
});

it('review is due on its day, a death is reported, a suspension runs out', () => {
  expect(tasks({ reviewDueOn: today })).toEqual(['REVIEW_DUE']);
  expect(tasks({ deceased: 'CONFIRMED' })).toEqual(['PERSON_DEAD']);
  const suspendedAt = new Date(now.getTime() - 90 * 86_400_000);
  expect(tasks({ status: 'SUSPENDED', suspendedAt })).toEqual([]);
  expect(tasks({ status: 'SUSPENDED', suspendedAt: new Date(suspendedAt.getTime() - 1) })).toEqual([
    'SUSPENSION_OVERDUE',
  ]);
});

it.each(['DRAFT', 'SUBMITTED', 'WITHDRAWN', 'EXECUTED', 'EXPIRED', 'ARCHIVED'] as const)(
  'asks nothing of an alert that is %s',
  (status) => {
    expect(tasks({ status, warrants: [], reviewDueOn: today })).toEqual([]);
  },
);
