// Reproducible random numbers for invented data: one stream per seed and index, so person 17 is the same whoever came before.

/** The state of one stream; the functions here advance it. */
export interface Random {
  s0: number;
  s1: number;
}

/** A stream for one item of a run. @param seed the run, any integer. @param index the item, 0 to 2^32 - 1. */
export function createRandom(seed: number, index = 0): Random {
  const random = { s0: 0, s1: 0 };
  reseed(random, seed, index);
  return random;
}

/** Puts an existing stream at the start of another, so that millions of items need no new objects. */
export function reseed(random: Random, seed: number, index: number): void {
  // The second word alone tells two indexes apart: the mix is a bijection of 32 bits.
  random.s0 = mix(mix(seed) ^ index) || 1;
  random.s1 = mix(index + Math.imul(seed, 0x9e3779b1));
}

// The 32-bit finaliser of MurmurHash3 (public domain).
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A whole number from 0 to 2^32 - 1. Source: xoroshiro64**, Blackman and Vigna (public domain). */
function nextUint32(random: Random): number {
  const { s0 } = random;
  const s1 = random.s1 ^ s0;
  const product = Math.imul(s0, 0x9e3779bb);
  random.s0 = ((s0 << 26) | (s0 >>> 6)) ^ s1 ^ (s1 << 9);
  random.s1 = (s1 << 13) | (s1 >>> 19);
  return Math.imul((product << 5) | (product >>> 27), 5) >>> 0;
}

/** A number from 0 up to, not including, 1. */
export function uniform(random: Random): number {
  return nextUint32(random) / 0x1_0000_0000;
}

/** A whole number from 0 up to, not including, `count`. */
export function below(random: Random, count: number): number {
  return Math.floor(uniform(random) * count);
}

/** True with the given probability (0–1). */
export function chance(random: Random, probability: number): boolean {
  return uniform(random) < probability;
}

/** One of the items, all alike. @throws RangeError when there is none. */
export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** `length` decimal digits. */
export function digits(random: Random, length: number): string {
  let text = '';
  for (let rest = length; rest > 0; rest -= 4) {
    const group = String(10_000 + below(random, 10_000)).slice(1);
    text += rest >= 4 ? group : group.slice(4 - rest);
  }
  return text;
}
