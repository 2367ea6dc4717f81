// Which form of a word goes with a number; Chromium has no rules of its own for Kyrgyz.
import type { Locale } from './locale.ts';

export type PluralForm = 'one' | 'few' | 'many' | 'other';

function russian(count: number): PluralForm {
  const ten = count % 10;
  const hundred = count % 100;
  if (ten === 1 && hundred !== 11) return 'one';
  if (ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14)) return 'few';
  return 'many';
}

/** @returns the CLDR plural category of a whole number */
export function pluralForm(locale: Locale, count: number): PluralForm {
  if (locale === 'ru') return russian(Math.abs(count));
  return Math.abs(count) === 1 ? 'one' : 'other';
}
