import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRegistryNumber, parseRegistryNumber } from './registry-number.ts';

const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const number = fc.record({
  state: fc.tuple(letter, letter).map((pair) => pair.join('')),
  year: fc.integer({ min: 1990, max: 2100 }),
  sequence: fc.integer({ min: 1, max: 9_999_999 }),
});

test('is printed with six digits and a check digit', () => {
  expect(formatRegistryNumber({ state: 'KG', year: 2026, sequence: 4812 })).toBe('KG-2026-004812-1');
  expect(formatRegistryNumber({ state: 'KG', year: 2026, sequence: 1_004_812 })).toMatch(
    /^KG-2026-1004812-\d$/u,
  );
});

test.each([
  'kg 2026 004812 1',
  'KG20260048121',
  'KG–2026–004812–1',
  'КG-2026-004812-1',
  ' ＫＧ-2026-004812-1 ',
])('%j is read from paper', (written) => {
  expect(parseRegistryNumber(written)).toEqual({
    ok: true,
    number: { state: 'KG', year: 2026, sequence: 4812 },
    text: 'KG-2026-004812-1',
  });
});

test.each([
  ['KG-2026-004812-2', 'CHECK_DIGIT'],
  ['KG-2026-004821-1', 'CHECK_DIGIT'],
  ['KZ-2026-004812-1', 'CHECK_DIGIT'],
  ['KG-2026-4812-1', 'FORMAT'],
  ['KGZ-2026-004812-1', 'FORMAT'],
  ['KG-2026-0004812-1', 'FORMAT'],
  ['KG-2026-000000-0', 'FORMAT'],
  ['', 'FORMAT'],
])('%j is refused as %s', (written, problem) => {
  expect(parseRegistryNumber(written)).toEqual({ ok: false, problem });
});

test('parts out of range throw', () => {
  expect(() => formatRegistryNumber({ state: 'kg', year: 2026, sequence: 1 })).toThrow(RangeError);
  expect(() => formatRegistryNumber({ state: 'KG', year: 26, sequence: 1 })).toThrow(RangeError);
  expect(formatRegistryNumber({ state: 'KG', year: 1000, sequence: 1 })).toMatch(/^KG-1000-000001-\d$/u);
  expect(() => formatRegistryNumber({ state: 'KG', year: 2026, sequence: 0 })).toThrow(RangeError);
  expect(() => formatRegistryNumber({ state: 'KG', year: 2026, sequence: 1.5 })).toThrow(RangeError);
});

test('reads back what it prints, and finds one wrong digit or two exchanged neighbours', () => {
  fc.assert(
    fc.property(number, fc.nat(30), fc.integer({ min: 1, max: 9 }), (given, at, shift) => {
      const text = formatRegistryNumber(given);
      expect(parseRegistryNumber(text)).toEqual({ ok: true, number: given, text });
      const compact = text.replaceAll('-', '');
      const place = 2 + (at % (compact.length - 2));
      const wrong = (Number(compact.charAt(place)) + shift) % 10;
      expect(parseRegistryNumber(compact.slice(0, place) + wrong + compact.slice(place + 1)).ok).toBe(false);
      const [left, right] = [compact.charAt(place), compact.charAt(place + 1)];
      if (right === '' || left === right) return;
      expect(parseRegistryNumber(compact.slice(0, place) + right + left + compact.slice(place + 2)).ok).toBe(
        false,
      );
    }),
  );
});
