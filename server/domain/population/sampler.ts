// Draws items with given frequencies in constant time (alias method of Walker and Vose).
import { type Random, uniform } from './random.ts';

export interface Weighted<T> {
  readonly item: T;
  readonly weight: number;
}

export interface Sampler<T> {
  readonly items: readonly T[];
  readonly keep: Float64Array;
  readonly other: Uint32Array;
}

/** @param entries weights of any scale. @throws RangeError when no weight is positive or one is negative or not finite. */
export function createSampler<T>(entries: readonly Weighted<T>[]): Sampler<T> {
  const count = entries.length;
  const total = entries.reduce((sum, { weight }) => {
    if (!Number.isFinite(weight) || weight < 0) throw new RangeError('a weight is a number from 0 up');
    return sum + weight;
  }, 0);
  if (!(total > 0)) throw new RangeError('a sampler needs an entry with a positive weight');
  const scaled = Float64Array.from(entries, ({ weight }) => (weight * count) / total);
  const keep = new Float64Array(count).fill(1);
  const other = Uint32Array.from(entries, (_, index) => index);
  const small: number[] = [];
  const large: number[] = [];
  scaled.forEach((share, index) => {
    (share < 1 ? small : large).push(index);
  });
  for (let poor = small.pop(), rich = large.pop(); poor !== undefined && rich !== undefined; ) {
    keep[poor] = scaled[poor] ?? 1;
    other[poor] = rich;
    const left = (scaled[rich] ?? 1) - (1 - (scaled[poor] ?? 1));
    scaled[rich] = left;
    poor = left < 1 ? rich : small.pop();
    if (left < 1) rich = large.pop();
  }
  return { items: entries.map(({ item }) => item), keep, other };
}

export function draw<T>(sampler: Sampler<T>, random: Random): T {
  // One number serves twice: its whole part is the place, its fraction decides between the two items there.
  const scaled = uniform(random) * sampler.items.length;
  const place = Math.floor(scaled);
  const index = scaled - place < (sampler.keep[place] ?? 1) ? place : (sampler.other[place] ?? place);
  return sampler.items[index] as T;
}

/** Lists put together so that each has the given share of all draws, whatever its own weights add up to. */
export function blend<T>(
  ...parts: readonly (readonly [share: number, entries: readonly Weighted<T>[]])[]
): Weighted<T>[] {
  return parts.flatMap(([share, entries]) => {
    const total = entries.reduce((sum, { weight }) => sum + weight, 0);
    return total > 0 ? entries.map(({ item, weight }) => ({ item, weight: (share * weight) / total })) : [];
  });
}
