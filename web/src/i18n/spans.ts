// Lengths of time in short words: "3 min 20 s", "2 d 4 h".
import type { Locale } from './locale.ts';

const UNITS: Readonly<Record<Locale, readonly [string, string, string, string]>> = {
  ky: ['күн', 'саат', 'мүн', 'сек'],
  ru: ['дн.', 'ч', 'мин', 'с'],
  kk: ['күн', 'сағ', 'мин', 'с'],
  en: ['d', 'h', 'min', 's'],
};

/**
 * A number is never parted from its unit at the end of a line.
 * @param ms its sign does not count; the two greatest units that are not zero are said
 */
export function formatSpan(locale: Locale, ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1_000);
  const parts = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3_600) % 24,
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  const first = parts.findIndex((part) => part > 0);
  if (first < 0) return `0\u00a0${UNITS[locale][3]}`;
  return parts
    .slice(first, first + 2)
    .flatMap((part, index) => (part > 0 ? [`${part}\u00a0${UNITS[locale][first + index]}`] : []))
    .join(' ');
}
