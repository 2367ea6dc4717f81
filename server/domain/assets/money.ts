// Amounts of money: exact to the hundredth, and never added across currencies without a rate of a known day.
import type { CalendarDate } from '../dates/calendar-date.ts';

export interface Money {
  /** `1234567.89`: up to 18 digits before the point and two after it. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** One unit of `from` is worth `rate` units of `to` on the day `on`, as `source` says. */
export interface Rate {
  readonly from: string;
  readonly to: string;
  /** Up to ten digits after the point. */
  readonly rate: string;
  readonly on: CalendarDate;
  readonly source: string;
}

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** @returns whether the three letters are a currency that this runtime knows, historic ones included */
export const isCurrency = (code: string): boolean => CURRENCIES.has(code);

const RATE_DIGITS = 10n ** 10n;
export const SHARE_DIGITS = 10_000n;

/** @returns hundredths; @throws RangeError when the text is no amount */
export function centsOf(amount: string): bigint {
  const match = /^(\d{1,18})(?:\.(\d{1,2}))?$/u.exec(amount);
  if (!match?.[1]) throw new RangeError('not an amount');
  return BigInt(match[1]) * 100n + BigInt((match[2] ?? '').padEnd(2, '0'));
}

export function amountOf(cents: bigint): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function fraction(text: string, digits: number): bigint {
  const match = /^(\d{1,12})(?:\.(\d+))?$/u.exec(text);
  if (!match?.[1] || (match[2]?.length ?? 0) > digits)
    throw new RangeError('not a number of that many digits');
  return BigInt(match[1]) * 10n ** BigInt(digits) + BigInt((match[2] ?? '').padEnd(digits, '0'));
}

/** Half up: what courts and banks of the region do. */
const divided = (value: bigint, by: bigint): bigint => (value * 2n + by) / (by * 2n);

/** @param share `1`, `0.5`: the part that counts, at most four digits after the point, between 0 and 1 */
export function shareOf(money: Money, share: string): Money {
  const units = fraction(share, 4);
  if (units > SHARE_DIGITS) throw new RangeError('a share is at most 1');
  return { amount: amountOf(divided(centsOf(money.amount) * units, SHARE_DIGITS)), currency: money.currency };
}

/** @returns the shares added, in ten-thousandths */
export const addShares = (shares: readonly string[]): bigint =>
  shares.reduce((sum, share) => sum + fraction(share, 4), 0n);

/** @throws RangeError when the rate is not from the money's currency, or not positive */
export function convert(money: Money, rate: Rate): Money {
  if (rate.from !== money.currency) throw new RangeError('a rate of another currency');
  const factor = fraction(rate.rate, 10);
  if (factor === 0n) throw new RangeError('a rate is positive');
  return { amount: amountOf(divided(centsOf(money.amount) * factor, RATE_DIGITS)), currency: rate.to };
}

/** @returns one sum per currency, in the order of their codes */
export function sumsByCurrency(all: readonly Money[]): Money[] {
  const sums = new Map<string, bigint>();
  for (const { amount, currency } of all) sums.set(currency, (sums.get(currency) ?? 0n) + centsOf(amount));
  return [...sums]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([currency, cents]) => ({ amount: amountOf(cents), currency }));
}

/** `total` is null when a rate is missing: a sum that leaves money out is worse than none. */
export interface Total {
  readonly sums: readonly Money[];
  readonly total: Money | null;
  readonly rates: readonly Rate[];
  /** Currencies for which there is no dated rate. */
  readonly missing: readonly string[];
}

/** Adds up in one currency, with the rates that are given; each rate names its day. */
export function totalIn(currency: string, all: readonly Money[], rates: readonly Rate[]): Total {
  const sums = sumsByCurrency(all);
  const used: Rate[] = [];
  const missing: string[] = [];
  let cents = 0n;
  for (const sum of sums) {
    if (sum.currency === currency) {
      cents += centsOf(sum.amount);
      continue;
    }
    const rate = rates.find(({ from, to }) => from === sum.currency && to === currency);
    if (!rate) {
      missing.push(sum.currency);
      continue;
    }
    used.push(rate);
    cents += centsOf(convert(sum, rate).amount);
  }
  return {
    sums,
    total: missing.length > 0 ? null : { amount: amountOf(cents), currency },
    rates: used,
    missing,
  };
}
