// When keys are those of a reader with a whole new zone, and not those of a hand that corrects a field.
import { describe, expect, it } from 'vitest';
import { TD1, TD2, TD3 } from '../../../../tests/support/sample-zones.ts';
import { afterKey, type Burst, beginsZone, NO_BURST, wholeZone } from './reader.ts';

const typed = (keys: readonly string[], pause: number, before: Burst = NO_BURST): Burst =>
  keys.reduce((burst, key, index) => afterKey(burst, key, before.at + 1_000 + index * pause), before);
const keysOf = (lines: readonly string[]) => lines.flatMap((line) => [...line, 'Enter']);

describe('a document read again while a misread zone is open', () => {
  it.each([TD1, TD2, TD3])('is known by its first line and asked for when its last has come', (...lines) => {
    const first = typed(keysOf(lines.slice(0, 1)), 5);
    expect(beginsZone(first.text)).toBe(true);
    expect(wholeZone(first.text)).toBeUndefined();
    expect(wholeZone(typed(keysOf(lines).slice(0, -2), 5).text)).toBeUndefined();
    expect(wholeZone(typed(keysOf(lines), 5).text)).toBe(lines.join('\n'));
  });

  it('holds nothing of what a hand typed before it, and keeps through Shift and the layout', () => {
    const hand = typed([...'AC123'], 200);
    expect(typed([], 5, hand).text).toBe('3');
    expect(wholeZone(typed(keysOf(TD3), 5, hand).text)).toBe(TD3.join('\n'));
    expect(wholeZone(typed(['Shift', ...keysOf(TD3)], 5).text)).toBe(TD3.join('\n'));
    const cyrillic = [
      ...'ЗБЛПЯЕУЫЕИУЛЩМББЯРУТШЫРБББББББББББББББББББББ',
      'Enter',
      ...'ФС12345674ЛПЯ8002158Ь31010122150219801234558',
    ];
    expect(wholeZone(typed(cyrillic, 5).text)).toBe(TD3.join('\n'));
  });

  it('is no field corrected by hand, however long, and no fast word', () => {
    expect(beginsZone(typed(keysOf(TD3), 120).text)).toBe(false);
    for (const word of ['AC1234567', 'TESTBEKOV<<ZHENISH', 'P<KGZTESTBEKOV<<ZHENISH'])
      expect(beginsZone(typed([...word, 'Enter'], 5).text), word).toBe(false);
    expect(beginsZone(typed(['Enter', ...'AC1234567', 'Enter'], 5).text)).toBe(false);
  });
});
