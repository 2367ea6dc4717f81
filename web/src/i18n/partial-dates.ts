// Dates of which only a part may be known, as people of each language read them: with the marks that they type them with.
import { DATE_MARK } from './date-mark.ts';
import type { Locale } from './locale.ts';

const ISO = /^\d{4}(-\d\d){0,2}$/;

/** `1975-03` as `??.03.1975`: question marks stand for what is not known; what is no such date (a file said it so) as it stands. */
export function showPartialDate(locale: Locale, value: string): string {
  if (!ISO.test(value)) return value;
  const [year = '????', month = '??', day = '??'] = value.split('-');
  return [day, month, year].join(DATE_MARK[locale]);
}
