// What is asked at once goes together, each with its own answer; what is wrong with one question is told to nobody else.
import { expect, test } from 'vitest';
import { Problem } from '../../domain/errors.ts';
import { together } from './together.ts';

/** Answers when it is told to, and keeps what it was asked. */
function slow() {
  const asked: (readonly number[])[] = [];
  const open: (() => void)[] = [];
  const ask = together(async (questions: readonly number[]) => {
    asked.push(questions);
    await new Promise<void>((resolve) => open.push(resolve));
    return questions.map((question) => question * 10);
  });
  return { ask, asked, goOn: () => open.shift()?.() };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('questions of one turn are one statement, those that come meanwhile the next', async () => {
  const { ask, asked, goOn } = slow();
  const first = [ask(1), ask(2)];
  await turn();
  const second = [ask(3), ask(4), ask(5)];
  await turn();
  expect(asked).toEqual([[1, 2]]);
  goOn();
  expect(await Promise.all(first)).toEqual([10, 20]);
  await expect
    .poll(() => asked)
    .toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
  goOn();
  expect(await Promise.all(second)).toEqual([30, 40, 50]);
  const alone = ask(6);
  await turn();
  goOn();
  expect(await alone).toBe(60);
});

test('a statement that is not answered does not hold up those that come later', async () => {
  const { ask, asked, goOn } = slow();
  const lost = ask(1);
  await turn();
  const later = ask(2);
  await expect.poll(() => asked).toEqual([[1], [2]]);
  goOn();
  goOn();
  expect(await Promise.all([lost, later])).toEqual([10, 20]);
});

test('a statement never has more than its most', async () => {
  const sizes: number[] = [];
  const ask = together(async (questions: readonly number[]) => {
    sizes.push(questions.length);
    return questions;
  });
  await Promise.all(Array.from({ length: 70 }, (_, index) => ask(index)));
  expect(sizes).toEqual([32, 32, 6]);
});

test('a wrong question fails alone; without a database nobody asks again', async () => {
  let calls = 0;
  const ask = together(async (questions: readonly string[]) => {
    calls += 1;
    if (questions.includes('wrong')) throw new Error('wrong');
    if (questions.includes('away')) throw new Problem('unavailable');
    return questions;
  });
  const outcomes = (asked: readonly string[]) =>
    Promise.allSettled(asked.map(ask)).then((all) =>
      all.map((one) => (one.status === 'fulfilled' ? one.value : (one.reason.code ?? one.reason.message))),
    );
  expect(await outcomes(['a', 'wrong', 'b'])).toEqual(['a', 'wrong', 'b']);
  expect(calls).toBe(4);
  expect(await outcomes(['a', 'away', 'b'])).toEqual(['unavailable', 'unavailable', 'unavailable']);
  expect(calls).toBe(5);
});
