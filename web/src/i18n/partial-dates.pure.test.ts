// A date is shown with what is unknown of it, in the form in which it is typed, and a text that is none as it was written.
import { expect, test } from 'vitest';
import { LOCALES } from './locale.ts';
import { showPartialDate } from './partial-dates.ts';
import { readDay, writeDay } from './typed-dates.ts';

test('parts that are not known are question marks, and foreign writings stay as they are', () => {
  expect(['1975', '1975-03', '1975-03-09'].map((value) => showPartialDate('ru', value))).toEqual([
    '??.??.1975',
    '??.03.1975',
    '09.03.1975',
  ]);
  expect(showPartialDate('en', '1975-03')).toBe('??/03/1975');
  expect(['12.03.1984', 'ca. 1970', '??.??.1980'].map((value) => showPartialDate('en', value))).toEqual([
    '12.03.1984',
    'ca. 1970',
    '??.??.1980',
  ]);
});

test.each(LOCALES)(
  'in %s a whole date reads as the field writes it, and can be typed as it reads',
  (locale) => {
    for (const day of ['1980-02-15', '2026-11-03']) {
      expect(showPartialDate(locale, day)).toBe(writeDay(locale, day));
      expect(readDay(showPartialDate(locale, day))).toBe(day);
    }
  },
);
