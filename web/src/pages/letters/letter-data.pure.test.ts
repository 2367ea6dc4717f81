// Questions and their answers are put together, whatever page they stand on.
import { expect, test } from 'vitest';
import { type LetterView, talksOf } from './letter-data.ts';

const letter = (id: string, at: string, inReplyTo: string | null = null) =>
  ({ id, at, inReplyTo }) as LetterView;

test('answers stand under their question in the order in which they were written', () => {
  const letters = [letter('c', '2026-03-03', 'a'), letter('b', '2026-03-02', 'a'), letter('a', '2026-03-01')];
  expect(talksOf(letters).map((one) => [one.letter.id, one.answers.map(({ id }) => id)])).toEqual([
    ['a', ['b', 'c']],
  ]);
});

test('an answer whose question is not there yet is shown by itself', () => {
  const alone = [letter('c', '2026-03-03', 'older')];
  expect(talksOf(alone).map((one) => one.letter.id)).toEqual(['c']);
});
