import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseDocumentNumber, repairByPattern } from './document-number.ts';

// Every code point, lone surrogates among them.
const anyText = fc.array(fc.nat(0x10ffff), { maxLength: 40 }).map((codes) => String.fromCodePoint(...codes));

describe('normaliseDocumentNumber', () => {
  test.each([
    ['ac 1234567', 'AC1234567'],
    ['AC-123–45 67', 'AC1234567'],
    ['AC1234567<', 'AC1234567'],
    ['АС1234567', 'AC1234567'],
    ['ас 1234567', 'AC1234567'],
    ['ＡＣ１２３４５６７', 'AC1234567'],
    ['№ AC 1234567', 'AC1234567'],
    ['ΑΕ123', 'AE123'],
    ['٤٥٦ ۷۸۹', '456789'],
    ['٠٩ ۰۹', '0909'],
    ['IV-АБ № 123456', 'IVAБ123456'],
    ['Ⅳ-АБ 123456', 'IVAБ123456'],
    ['12/34.56_7', '1234567'],
    ['  -- ', ''],
  ])('%j becomes %s', (written, number) => {
    expect(normaliseDocumentNumber(written)).toBe(number);
  });

  test('letters are not read as digits: O and 0, З and 3, Б and 6 stay apart', () => {
    expect(normaliseDocumentNumber('O0')).toBe('O0');
    expect(normaliseDocumentNumber('З3Б6')).toBe('З3Б6');
  });

  test('is idempotent, never throws and leaves no separators', () => {
    fc.assert(
      fc.property(anyText, (written) => {
        const number = normaliseDocumentNumber(written);
        expect(normaliseDocumentNumber(number)).toBe(number);
        expect(number).toMatch(/^[\p{L}\p{N}]*$/u);
      }),
      { numRuns: 2000 },
    );
  });

  test('different Latin numbers stay different', () => {
    const number = fc.stringMatching(/^[A-Z0-9]{1,12}$/);
    fc.assert(fc.property(number, (text) => normaliseDocumentNumber(text) === text));
  });
});

describe('repairByPattern', () => {
  const kyrgyz = ['AC9999999', 'AN9999999', 'ID9999999'];

  test.each([
    ['AC12345O7', kyrgyz, 'AC1234507'],
    ['1D1234567', kyrgyz, 'ID1234567'],
    ['AC1234567', kyrgyz, 'AC1234567'],
    ['O12345678', ['999999999'], '012345678'],
    ['N0234S678', ['A99999999'], 'N02345678'],
    ['0B123', ['AA999'], 'OB123'],
    ['Z0123', ['AA999'], 'ZO123'],
    ['9A0', ['99A', '9A9'], '9A0'],
    ['O9A', ['99A'], '09A'],
    ['XC12345O7', ['NC9999999'], 'XC12345O7'],
    ['A91', ['A99'], 'A91'],
  ])('%s with %j becomes %s', (number, patterns, repaired) => {
    expect(repairByPattern(number, patterns)).toBe(repaired);
  });

  test('leaves alone what fits nothing, what fits two ways and what nobody described', () => {
    expect(repairByPattern('AX12345O7', ['999999999'])).toBe('AX12345O7');
    expect(repairByPattern('O123', ['A999', '9999'])).toBe('O123');
    expect(repairByPattern('80O', ['A99', '99A'])).toBe('80O');
    expect(repairByPattern('OO1', ['A99', '99A'])).toBe('OO1');
    expect(repairByPattern('AC12345O7', [])).toBe('AC12345O7');
  });
});
