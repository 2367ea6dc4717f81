import { describe, expect, it } from 'vitest';
import {
  answerOf,
  REQUEST_STATUSES,
  releaseOf,
  requestStatusAfter,
  requestVerbs,
  statusSeenBy,
} from './procedure.ts';

const sent = new Date('2026-11-01T10:00:00Z');
const day = (count: number) => new Date(sent.getTime() + count * 86_400_000);

describe('a request', () => {
  it('goes from its receipt to its close by steps of two sides', () => {
    const now = day(30);
    const released = { releaseAt: day(20) };
    const table = REQUEST_STATUSES.map((status) => [
      status,
      requestVerbs(['RECEIVER'], { status, ...released }, now),
      requestVerbs(['OWNER'], { status, ...released }, now),
    ]);
    expect(table).toEqual([
      ['RECEIVED', ['identify', 'close'], []],
      ['IDENTIFIED', ['send-to-owner'], []],
      ['SENT_TO_OWNER', [], ['decide']],
      ['DECIDED', ['appeal', 'close'], []],
      ['APPEALED', [], ['decide']],
      ['CLOSED', [], []],
    ]);
    expect(requestStatusAfter('appeal')).toBe('APPEALED');
  });

  it('shows no decision outside of its owner before the answer leaves', () => {
    const decided = { status: 'DECIDED', releaseAt: day(20) } as const;
    const before = new Date(day(20).getTime() - 1);
    expect(statusSeenBy(['RECEIVER'], decided, before)).toBe('SENT_TO_OWNER');
    expect(statusSeenBy(['RECEIVER'], decided, day(20))).toBe('DECIDED');
    expect(statusSeenBy(['OWNER'], decided, before)).toBe('DECIDED');
    expect(requestVerbs(['RECEIVER', 'OWNER'], decided, before)).toEqual([]);
  });
});

describe('an answer', () => {
  it('leaves at the same time whether it was decided in a minute or a fortnight', () => {
    expect(releaseOf(sent, new Date(sent.getTime() + 60_000), 20)).toEqual(day(20));
    expect(releaseOf(sent, day(14), 20)).toEqual(day(20));
    expect(releaseOf(sent, sent, 20)).toEqual(day(20));
    expect(releaseOf(sent, day(20.5), 20)).toEqual(day(40));
  });

  it('is one for nothing there and nothing that may be told', () => {
    expect(answerOf('REFUSED')).toBe(answerOf('NOTHING'));
    expect(answerOf('GRANTED')).toBe('COMMUNICATED');
  });
});
