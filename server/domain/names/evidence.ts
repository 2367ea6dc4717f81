// The evidence of a comparison of two names: which observations there are and what each of them weighs.

import type { TokenRole } from './analysed-name.ts';

/** Roles that carry evidence of their own. */
const ROLES = ['family', 'given', 'patronymic', 'any'] as const;

/** Similarities at which a weight is given; in between, weights are interpolated. */
export const KNOTS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1] as const;

const PER_ROLE = [
  ...KNOTS.map((knot) => `similarity-${knot}`),
  'rare',
  'equivalent',
  'pet-form',
  'other-name',
  'other-name-close',
  'missing',
] as const;

const SHARED = [
  'bias',
  'initial',
  'initial-differs',
  'initial-missing',
  'joined',
  'sex-of-form-differs',
  'patronymic-sex-differs',
  'roles-differ',
  'second-weak-part',
  'order-differs',
] as const;

/** Every observation that has a weight: `role:observation`, or a shared one. */
export const OBSERVATIONS: readonly string[] = [
  ...ROLES.flatMap((role) => PER_ROLE.map((name) => `${role}:${name}`)),
  ...SHARED,
];

const INDEX = new Map(OBSERVATIONS.map((name, index) => [name, index]));
const BLOCK = PER_ROLE.length;
const PLACE = new Map<string, number>(PER_ROLE.map((name, place) => [name, place]));
const ROLE_START: Record<TokenRole, number> = {
  family: 0,
  given: BLOCK,
  patronymic: 2 * BLOCK,
  any: 3 * BLOCK,
  initial: 3 * BLOCK,
  particle: 3 * BLOCK,
};

/** Where the observations of a comparison go. */
export interface Tally {
  /** @param index into OBSERVATIONS, with how much of it there is */
  add(index: number, amount: number): void;
}

/** Weights in natural log-odds, one per observation. */
export type EvidenceWeights = Float64Array;

/** Builds the weights from rows "observation, weight". Throws on an unknown or missing observation. */
export function createEvidenceWeights(rows: readonly (readonly string[])[]): EvidenceWeights {
  const weights = new Float64Array(OBSERVATIONS.length).fill(Number.NaN);
  for (const [name = '', weight = ''] of rows) {
    const index = INDEX.get(name);
    if (index === undefined) throw new Error(`evidence-weights.tsv: unknown observation "${name}"`);
    weights[index] = Number(weight);
  }
  const missing = OBSERVATIONS.filter((_, index) => Number.isNaN(weights[index]));
  if (missing.length > 0) throw new Error(`evidence-weights.tsv: no weight for ${missing.join(', ')}`);
  return weights;
}

export function shared(name: (typeof SHARED)[number]): number {
  return INDEX.get(name) as number;
}

type RoleObservation = (typeof PER_ROLE)[number];

/** The index of an observation of each role. */
export function byRole(name: RoleObservation): Readonly<Record<TokenRole, number>> {
  const place = PLACE.get(name) as number;
  return Object.fromEntries(
    Object.entries(ROLE_START).map(([role, start]) => [role, start + place]),
  ) as Record<TokenRole, number>;
}

/** A similarity as shares of its two neighbouring knots. */
export function addSimilarity(tally: Tally, role: TokenRole, similarity: number): void {
  const start = ROLE_START[role];
  for (let at = 1; at < KNOTS.length; at++) {
    const high = KNOTS[at] as number;
    if (similarity > high) continue;
    const low = KNOTS[at - 1] as number;
    const share = (similarity - low) / (high - low);
    tally.add(start + at - 1, 1 - share);
    tally.add(start + at, share);
    return;
  }
  tally.add(start + KNOTS.length - 1, 1);
}

/** Adds up what the observations weigh. */
export class WeightSum implements Tally {
  readonly #weights: EvidenceWeights;
  sum = 0;

  constructor(weights: EvidenceWeights) {
    this.#weights = weights;
  }

  add(index: number, amount: number): void {
    this.sum += (this.#weights[index] as number) * amount;
  }
}
