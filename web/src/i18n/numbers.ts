// Numbers as people of each language write them.
import type { Locale } from './locale.ts';

/** Chromium has no Kyrgyz and Kazakh number forms; they are written like the Russian ones. */
const tagOf = (locale: Locale): string => (locale === 'en' ? 'en-GB' : 'ru');

export const formatNumber = (locale: Locale, value: number, digits = 0): string =>
  new Intl.NumberFormat(tagOf(locale), {
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
  }).format(value);

const UNITS: Readonly<Record<Locale, readonly [string, string]>> = {
  ky: ['КБ', 'МБ'],
  ru: ['КБ', 'МБ'],
  kk: ['КБ', 'МБ'],
  en: ['KB', 'MB'],
};

export function formatBytes(locale: Locale, bytes: number): string {
  const [kilo, mega] = UNITS[locale];
  return bytes < 1024 * 1024
    ? `${formatNumber(locale, Math.max(1, Math.round(bytes / 1024)))} ${kilo}`
    : `${formatNumber(locale, bytes / 1024 / 1024, 1)} ${mega}`;
}

/** An amount stays the decimal text that it is: only its digits are grouped. */
export function formatMoney(
  locale: Locale,
  { amount, currency }: { amount: string; currency: string },
): string {
  const [whole = '0', part] = amount.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === 'en' ? ',' : '\u00a0');
  const fraction = part && /[1-9]/.test(part) ? `${locale === 'en' ? '.' : ','}${part.padEnd(2, '0')}` : '';
  return `${grouped}${fraction}\u00a0${currency}`;
}
