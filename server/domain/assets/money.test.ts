import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addShares,
  amountOf,
  centsOf,
  convert,
  isCurrency,
  type Rate,
  shareOf,
  sumsByCurrency,
  totalIn,
} from './money.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const rate = (from: string, to: string, value: string): Rate => ({
  from,
  to,
  rate: value,
  on: '2026-03-01',
  source: 'National Bank',
});

describe('amounts', () => {
  test('are exact where floating point is not', () => {
    expect(sumsByCurrency([usd('0.10'), usd('0.20')])).toEqual([usd('0.30')]);
    expect(sumsByCurrency(Array.from({ length: 3 }, () => usd('999999999999999999.99')))).toEqual([
      usd('2999999999999999999.97'),
    ]);
  });

  test('survive the way through hundredths', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 20n - 1n), (cents) => {
        expect(centsOf(amountOf(cents))).toBe(cents);
      }),
    );
    for (const text of ['', '-1', '1.234', '1,5', '1e3', '1234567890123456789'])
      expect(() => centsOf(text), text).toThrow(RangeError);
  });

  test('know their currency', () => {
    expect(['KGS', 'KZT', 'USD', 'EUR'].every(isCurrency)).toBe(true);
    expect(isCurrency('ABC')).toBe(false);
  });
});

describe('a total', () => {
  test('of two currencies does not exist without a dated rate', () => {
    expect(totalIn('USD', [usd('100'), eur('50')], [])).toEqual({
      sums: [eur('50.00'), usd('100.00')],
      total: null,
      rates: [],
      missing: ['EUR'],
    });
  });

  test('names each rate and its day', () => {
    const dated = rate('EUR', 'USD', '1.0857');
    const { total, rates, missing } = totalIn('USD', [usd('100'), eur('50'), eur('0.55')], [dated]);
    expect(total).toEqual(usd('154.88'));
    expect(rates).toEqual([dated]);
    expect(missing).toEqual([]);
  });

  test('never uses a rate the other way round', () => {
    expect(totalIn('USD', [eur('50')], [rate('USD', 'EUR', '0.92')]).total).toBeNull();
    expect(() => convert(eur('1'), rate('USD', 'EUR', '0.92'))).toThrow(RangeError);
    expect(() => convert(usd('1'), rate('USD', 'EUR', '0'))).toThrow(RangeError);
  });
});

describe('shares', () => {
  test('cut an amount and add up to a whole', () => {
    expect(shareOf(usd('100.01'), '0.5')).toEqual(usd('50.01'));
    expect(addShares(['0.3333', '0.6667'])).toBe(10_000n);
    expect(() => shareOf(usd('1'), '1.0001')).toThrow(RangeError);
    expect(() => shareOf(usd('1'), '0.33333')).toThrow(RangeError);
  });
});
