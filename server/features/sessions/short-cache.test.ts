import { expect, it } from 'vitest';
import { createShortCache } from './short-cache.ts';

function setUp(maxEntries?: number) {
  const clock = { at: new Date(0), now: () => clock.at };
  const cache = createShortCache<string>(clock, 15, maxEntries);
  let loads = 0;
  const load = async () => `load ${++loads}`;
  return { clock, cache, load, loads: () => loads };
}

it('asks once within its life, and for requests at the same time', async () => {
  const { clock, cache, load, loads } = setUp();
  expect(await Promise.all([cache.get('a', load), cache.get('a', load)])).toEqual(['load 1', 'load 1']);
  clock.at = new Date(14_999);
  expect(await cache.get('a', load)).toBe('load 1');
  clock.at = new Date(15_000);
  expect(await cache.get('a', load)).toBe('load 2');
  expect(loads()).toBe(2);
});

it('asks again after a drop, also one that comes while it asks', async () => {
  const { cache, load } = setUp();
  let finish: (value: string) => void = () => undefined;
  const slow = cache.get('a', () => new Promise<string>((resolve) => (finish = resolve)));
  cache.drop('a');
  finish('what was true before');
  expect(await slow).toBe('what was true before');
  expect(await cache.get('a', load)).toBe('load 1');
  cache.clear();
  expect(await cache.get('a', load)).toBe('load 2');
});

it('remembers neither absence nor failure', async () => {
  const { cache, load } = setUp();
  expect(await cache.get('a', async () => null)).toBeNull();
  await expect(cache.get('a', () => Promise.reject(new Error('database away')))).rejects.toThrow();
  expect(await cache.get('a', load)).toBe('load 1');
});

it('forgets the oldest beyond its size', async () => {
  const { cache, load, loads } = setUp(2);
  for (const id of ['a', 'b', 'c']) await cache.get(id, load);
  expect(loads()).toBe(3);
  await cache.get('c', load);
  await cache.get('b', load);
  expect(loads()).toBe(3);
  await cache.get('a', load);
  expect(loads()).toBe(4);
});
