// What is asked while another question is answered goes together, each with its own answer; what is wrong with one is told to nobody else.
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

test('a question is sent at once, those that come meanwhile are the next statement', async () => {
  const { ask, asked, goOn } = slow();
  const first = ask(1);
  const second = [ask(2), ask(3)];
  await turn();
  second.push(ask(4));
  expect(asked).toEqual([[1]]);
  goOn();
  expect(await first).toBe(10);
  await expect.poll(() => asked).toEqual([[1], [2, 3, 4]]);
  goOn();
  expect(await Promise.all(second)).toEqual([20, 30, 40]);
  await turn();
  const alone = ask(5);
  expect(asked.at(-1)).toEqual([5]);
  goOn();
  expect(await alone).toBe(50);
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
  expect(sizes).toEqual([1, 32, 32, 5]);
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
  await turn();
  expect(await outcomes(['a', 'away', 'b'])).toEqual(['a', 'unavailable', 'unavailable']);
  expect(calls).toBe(6);
});
