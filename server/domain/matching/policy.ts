// A match policy: every weight and threshold of a decision as data, so that it can be versioned, measured and explained.

import type { Band, PolicyCode } from './match.ts';

/** All weights are natural log-odds; all thresholds are scores 0–1; all ceilings are bands. */
export interface MatchPolicy {
  readonly code: PolicyCode;
  readonly version: number;
  readonly bands: { readonly strong: number; readonly possible: number; readonly weak: number };
  readonly birth: {
    readonly equal: number;
    readonly swapped: number;
    readonly oneDigit: number;
    readonly monthCompatible: number;
    readonly yearCompatible: number;
    readonly inRange: number;
    readonly sameYear: number;
    readonly yearNear: number;
    readonly different: number;
  };
  readonly sexDifferent: number;
  readonly nationalityShared: number;
  readonly documentOneCharacter: number;
  /** Below this name score no other evidence speaks for a person (only a document or national id does). */
  readonly nameFloor: number;
  /** Below this name score a document hit is marked NAME_DIFFERS. */
  readonly nameDiffersBelow: number;
  /** Highest band a match may reach while the condition holds, whatever its score. */
  readonly ceilings: {
    readonly nameAlone: Band;
    readonly weakAlias: Band;
    readonly initialOnly: Band;
    readonly misprint: Band;
    readonly birthContradicts: Band;
  };
}
