// A date is shown with what is unknown of it, and a text that is none as it was written.
import { expect, test } from 'vitest';
import { showPartialDate } from './partial-dates.ts';

test('parts that are not known are question marks, and foreign writings stay as they are', () => {
  expect(['1975', '1975-03', '1975-03-09'].map(showPartialDate)).toEqual([
    '??.??.1975',
    '??.03.1975',
    '09.03.1975',
  ]);
  expect(['12.03.1984', 'ca. 1970', '??.??.1980'].map(showPartialDate)).toEqual([
    '12.03.1984',
    'ca. 1970',
    '??.??.1980',
  ]);
});
