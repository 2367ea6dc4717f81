import { describe, expect, it } from 'vitest';
import { isSilent, pauseAfter, SILENT_AFTER_MS } from './link.ts';
import { FRESH_MS, isNews, judgeArrival, tellingOf } from './message.ts';

const now = new Date('2026-11-26T06:00:00Z');
const at = (ms: number) => new Date(now.getTime() + ms);
const envelope = (ms: number) => ({ to: 'us', sentAt: at(ms), expiresAt: at(ms + FRESH_MS) });

describe('a message that arrives', () => {
  it('is taken while it is fresh, from a peer that works, and when it is for us', () => {
    expect(judgeArrival(envelope(0), 'us', 'ACTIVE', now)).toBeNull();
    expect(judgeArrival(envelope(-FRESH_MS - 1), 'us', 'ACTIVE', now)).toBe('message-too-old');
    expect(judgeArrival({ ...envelope(0), expiresAt: now }, 'us', 'ACTIVE', now)).toBe('message-too-old');
    expect(judgeArrival(envelope(FRESH_MS + 1), 'us', 'ACTIVE', now)).toBe('message-from-future');
    expect(judgeArrival(envelope(0), 'others', 'ACTIVE', now)).toBe('message-not-for-us');
    for (const status of ['PROPOSED', 'PAUSED', 'CLOSED'] as const)
      expect(judgeArrival(envelope(0), 'us', status, now)).toBe('peer-not-active');
  });

  it('counts only when its version is higher than what is known', () => {
    expect([
      isNews(null, 1),
      isNews({ version: 1 }, 2),
      isNews({ version: 2 }, 2),
      isNews({ version: 3 }, 2),
    ]).toEqual([true, true, false, false]);
  });
});

describe('what the other side is told of an alert', () => {
  it('follows from what it was told before and what it may see now', () => {
    expect(tellingOf(null, null)).toBeNull();
    expect(tellingOf(null, 'a')).toBe('alert.published');
    expect(tellingOf({ live: true, digest: 'a' }, 'a')).toBeNull();
    expect(tellingOf({ live: true, digest: 'a' }, 'b')).toBe('alert.changed');
    expect(tellingOf({ live: true, digest: 'a' }, null)).toBe('alert.withdrawn');
    expect(tellingOf({ live: false, digest: 'a' }, null)).toBeNull();
    expect(tellingOf({ live: false, digest: 'a' }, 'a')).toBe('alert.published');
  });
});

describe('a link', () => {
  it('is tried for ever, at most half a minute apart', () => {
    expect([1, 2, 3, 7, 100].map((failures) => pauseAfter(failures, 0))).toEqual([
      1_000, 2_000, 4_000, 30_000, 30_000,
    ]);
    expect(pauseAfter(100, 1)).toBe(36_000);
  });

  it('is silent when nothing signed came for five minutes', () => {
    expect([
      isSilent(null, now),
      isSilent(at(-SILENT_AFTER_MS), now),
      isSilent(at(-SILENT_AFTER_MS - 1), now),
    ]).toEqual([true, false, true]);
  });
});
