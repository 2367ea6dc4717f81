import { expect, test } from 'vitest';
import { DOCUMENT_CODES, REQUEST_FILE } from './documents.ts';
import { GROUND_CODES, mandatory, unanswered } from './grounds.ts';

test('every ground has to be answered; a mandatory one answered yes stands in the way', () => {
  expect(unanswered([])).toEqual(GROUND_CODES);
  const all = GROUND_CODES.map((code) => ({ code, answer: 'NO', force: 'MANDATORY' }) as const);
  expect(unanswered(all)).toEqual([]);
  expect(unanswered(all.filter(({ code }) => code !== 'R09'))).toEqual(['R09']);
  expect(mandatory(all)).toEqual([]);
  const yes = { answer: 'YES' } as const;
  expect(
    mandatory([
      { code: 'R01', force: 'MANDATORY', ...yes },
      { code: 'R14', force: 'OPTIONAL', ...yes },
    ]),
  ).toEqual(['R01']);
});

test('the request file is what the checklist may name', () => {
  expect(REQUEST_FILE).toEqual(DOCUMENT_CODES.filter((code) => code >= 'D10' && code <= 'D22'));
});
