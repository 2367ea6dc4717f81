// A page that is printed in training mode says so in its own language.
import { expect, test } from 'vitest';
import { markTraining } from './training-mark.ts';

const document = (language: string) => ({
  language,
  title: 'DEMO',
  author: 'DEMO',
  createdAt: new Date('2026-11-23T06:00:00Z'),
  cover: { above: '', headline: [], below: '', facts: [], warnings: ['DRAFT'] },
  indexTitle: '',
  sections: [],
  running: 'DEMO',
  watermark: 'officer · 12:00',
});

test.each([
  ['ky', 'ОКУУ РЕЖИМИ'],
  ['ru', 'УЧЕБНЫЙ РЕЖИМ'],
  ['kk', 'ОҚУ РЕЖИМІ'],
  ['en', 'TRAINING'],
])('in %s it is marked %s, and nothing that stood there is lost', (language, word) => {
  const { watermark, cover } = markTraining(document(language));
  expect(watermark).toBe(`${word} · officer · 12:00`);
  expect(cover.warnings).toEqual([word, 'DRAFT']);
});
