import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dammDigit, icaoCheckDigit, verifyIcaoCheckDigit } from './check-digit.ts';

describe('icaoCheckDigit', () => {
  test.each([
    ['AC1234567', 4],
    ['800215', 8],
    ['310101', 2],
    ['PE7654321', 3],
    ['N12345678', 5],
    ['7503<<', 5],
    ['D23145890', 7],
    ['21502198012345', 5],
    ['<<<<<<<<<<<<<<', 0],
    ['', 0],
    ['A', 0],
    ['Z', 5],
    ['9', 3],
    ['009', 9],
  ])('%s has %i', (field, digit) => {
    expect(icaoCheckDigit(field)).toBe(digit);
  });

  test('signs that no machine-readable zone has give nothing', () => {
    expect(icaoCheckDigit('AC 123')).toBeUndefined();
    expect(icaoCheckDigit('ac123')).toBeUndefined();
    expect(icaoCheckDigit('АС123')).toBeUndefined();
  });

  test('the printed digit is held against the field; an empty field may print the filler', () => {
    expect(verifyIcaoCheckDigit('800215', '8')).toBe(true);
    expect(verifyIcaoCheckDigit('800215', '7')).toBe(false);
    expect(verifyIcaoCheckDigit('<<<<', '<')).toBe(true);
    expect(verifyIcaoCheckDigit('<<<<', '0')).toBe(true);
    expect(verifyIcaoCheckDigit('0000', '<')).toBe(false);
    expect(verifyIcaoCheckDigit('8002 5', '8')).toBe(false);
  });

  test('one wrong digit is always found', () => {
    const digits = fc.stringMatching(/^\d{6}$/);
    fc.assert(
      fc.property(digits, fc.nat(5), fc.integer({ min: 1, max: 9 }), (field, place, shift) => {
        const wrong = (Number(field.charAt(place)) + shift) % 10;
        const other = field.slice(0, place) + wrong + field.slice(place + 1);
        expect(icaoCheckDigit(other)).not.toBe(icaoCheckDigit(field));
      }),
    );
  });
});

describe('dammDigit', () => {
  const digits = fc.stringMatching(/^\d{1,20}$/);

  test('known value', () => {
    expect(dammDigit('572')).toBe(4);
    expect(() => dammDigit('57A')).toThrow(RangeError);
  });

  test('a number followed by its digit gives 0', () => {
    fc.assert(fc.property(digits, (text) => dammDigit(text + dammDigit(text)) === 0));
  });

  test('finds every wrong digit and every exchange of neighbours', () => {
    fc.assert(
      fc.property(digits, fc.nat(19), fc.integer({ min: 1, max: 9 }), (text, at, shift) => {
        const place = at % text.length;
        const wrong = (Number(text.charAt(place)) + shift) % 10;
        expect(dammDigit(text.slice(0, place) + wrong + text.slice(place + 1))).not.toBe(dammDigit(text));
        const [left, right] = [text.charAt(place), text.charAt(place + 1)];
        if (right === '' || left === right) return;
        const swapped = text.slice(0, place) + right + left + text.slice(place + 2);
        expect(dammDigit(swapped)).not.toBe(dammDigit(text));
      }),
    );
  });
});
