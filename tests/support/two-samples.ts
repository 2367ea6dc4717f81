// Whether two samples come from one distribution: Kolmogorov-Smirnov for any difference of shape, Mann-Whitney for one that is mostly
// greater, and the size of the effect, which unlike a probability does not grow with patience.

/** Probability that chance alone gives a greater distance (two-sided, the limit for large samples). */
function kolmogorov(distance: number, m: number, n: number): number {
  const lambda = distance * Math.sqrt((m * n) / (m + n));
  if (lambda < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k += 1) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * (k * lambda) ** 2);
  return Math.min(1, Math.max(0, sum));
}

/** Two-sided, of a standard normal value (Abramowitz and Stegun 7.1.26: off by less than 2e-7). */
function normalTails(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return series * Math.exp(-x * x);
}

export interface Comparison {
  /** Greatest distance between the two empirical distributions. */
  readonly ks: number;
  readonly ksProbability: number;
  /** Share of pairs in which the left value is the greater one, ties halved: 0.5 tells nothing. */
  readonly greater: number;
  readonly mannWhitneyProbability: number;
}

const round = (value: number) => Math.round(value * 1e6) / 1e6;

export function compareSamples(left: readonly number[], right: readonly number[]): Comparison {
  const [m, n] = [left.length, right.length];
  const all = [
    ...left.map((value) => ({ value, isLeft: true })),
    ...right.map((value) => ({ value, isLeft: false })),
  ];
  all.sort((a, b) => a.value - b.value);
  let [seenLeft, seenRight, ks, ranks, ties] = [0, 0, 0, 0, 0];
  for (let at = 0; at < all.length; ) {
    let end = at;
    let here = 0;
    while (end < all.length && all[end]?.value === all[at]?.value) {
      here += Number(all[end]?.isLeft);
      end += 1;
    }
    const size = end - at;
    // Equal values share the middle of their ranks.
    ranks += here * ((at + 1 + end) / 2);
    ties += size ** 3 - size;
    seenLeft += here;
    seenRight += size - here;
    ks = Math.max(ks, Math.abs(seenLeft / m - seenRight / n));
    at = end;
  }
  const u = ranks - (m * (m + 1)) / 2;
  const total = m + n;
  const deviation = Math.sqrt(((m * n) / 12) * (total + 1 - ties / (total * (total - 1))));
  const z = deviation === 0 ? 0 : (u - (m * n) / 2) / deviation;
  return {
    ks: round(ks),
    ksProbability: round(kolmogorov(ks, m, n)),
    greater: round(u / (m * n)),
    mannWhitneyProbability: round(normalTails(z)),
  };
}
