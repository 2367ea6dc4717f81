// A typed date is read as it is meant or not at all: a day that is guessed wrong is worse than one asked for again.
import { expect, test } from 'vitest';
import { dayAfter, readDay, readMoment, writeDay, writeMoment } from './typed-dates.ts';

test.each([
  ['23.11.2026', '2026-11-23'],
  ['23/11/2026', '2026-11-23'],
  ['3-1-2026', '2026-01-03'],
  [' 3 1 2026 ', '2026-01-03'],
  ['03012026', '2026-01-03'],
  ['2026-11-23', '2026-11-23'],
  ['29.02.2028', '2028-02-29'],
])('%s is a day', (text, iso) => {
  expect(readDay(text)).toBe(iso);
});

test.each([
  '29.02.2027',
  '31.04.2026',
  '13.13.2026',
  '11/23/2026',
  '1.1.26',
  '0.1.2026',
  '01.01.1849',
  '01.01.2200',
  '23.11',
  'завтра',
  '',
  '2026-13-01',
])('%s is none', (text) => {
  expect(readDay(text)).toBeUndefined();
});

test('a moment is a day and a time of it', () => {
  expect(readMoment('23.11.2026 9:05')).toBe('2026-11-23T09:05');
  expect(readMoment('23/11/2026, 09:05')).toBe('2026-11-23T09:05');
  expect(readMoment('2026-11-23T23:59')).toBe('2026-11-23T23:59');
  for (const text of ['23.11.2026', '23.11.2026 24:00', '23.11.2026 9:60', '31.11.2026 10:00', '10:00'])
    expect(readMoment(text), text).toBeUndefined();
});

test('what is written is read back the same in every language', () => {
  for (const locale of ['ky', 'ru', 'kk', 'en'] as const) {
    expect(readDay(writeDay(locale, '1980-02-15'))).toBe('1980-02-15');
    expect(readMoment(writeMoment(locale, '2026-11-23T09:05'))).toBe('2026-11-23T09:05');
    expect([writeDay(locale, ''), writeMoment(locale, '')]).toEqual(['', '']);
  }
  expect([writeDay('kk', '1980-02-15'), writeDay('en', '1980-02-15')]).toEqual(['15.02.1980', '15/02/1980']);
});

test('the arrow keys go over the ends of months and stay within the range', () => {
  expect([dayAfter('2026-12-31', 1), dayAfter('2028-03-01', -1)]).toEqual(['2027-01-01', '2028-02-29']);
  expect(dayAfter('2199-12-31', 1)).toBe('2199-12-31');
});
