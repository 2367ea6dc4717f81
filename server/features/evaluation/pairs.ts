// Pair test: are two names (and, when asked, birth dates) one person or two.

import type { MatchPolicy } from '../../domain/matching/policy.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import { compareSides } from './compare-sides.ts';
import type { LabelledPair } from './eval-files.ts';
import { bestDecision, type DecisionFigures, decisionFigures, rocArea, type ScoredPair } from './metrics.ts';

export interface CalibrationStep {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly meanScore: number;
  readonly shareTrue: number;
}

export interface KindFigures {
  readonly n: number;
  /** Whether the first pair of the kind is one person; `positives` says of how many that holds. */
  readonly match: boolean;
  readonly positives: number;
  /** Share called a match at the policy's threshold. */
  readonly called: number;
  /** Share called a match at the threshold that lets 95 % of the true pairs pass. */
  readonly calledAt95: number;
}

export interface PairsReport {
  readonly n: number;
  readonly useBorn: boolean;
  readonly auc: number;
  readonly bestF1: number;
  readonly bestThreshold: number;
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Of 1 000 pairs that are not one person, how many are called a match at the policy's threshold. */
  readonly falseAlarmsPer1000: number;
  readonly thresholdAt95: number;
  readonly pairsPerSecond: number;
  readonly calibration: readonly CalibrationStep[];
  readonly byKind: Readonly<Record<string, KindFigures>>;
}

/** Scores every pair and reports. */
export function evaluatePairs(
  engine: NameEngine,
  policy: MatchPolicy,
  pairs: readonly LabelledPair[],
  useBorn: boolean,
): PairsReport {
  const started = performance.now();
  const scored = pairs.map((pair) => ({
    kind: pair.kind,
    match: pair.match,
    score: compareSides(
      engine,
      policy,
      { name: pair.a, born: useBorn ? pair.a_born : null },
      { name: pair.b, born: useBorn ? pair.b_born : null },
    ).score,
  }));
  const seconds = (performance.now() - started) / 1000;
  const threshold = policy.bands.possible;
  const decision = decisionFigures(scored, threshold);
  const best = bestDecision(scored);
  const at95 = thresholdFor(scored, 0.95);
  const kinds = [...new Set(scored.map((one) => one.kind))].sort();
  return {
    n: scored.length,
    useBorn,
    auc: rocArea(scored),
    bestF1: best.f1,
    bestThreshold: best.threshold,
    ...pick(decision),
    falseAlarmsPer1000: falseAlarms(scored, threshold),
    thresholdAt95: at95,
    pairsPerSecond: scored.length / seconds,
    calibration: calibrationOf(scored),
    byKind: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        kindFigures(
          scored.filter((one) => one.kind === kind),
          threshold,
          at95,
        ),
      ]),
    ),
  };
}

function pick({ threshold, precision, recall, f1 }: DecisionFigures): DecisionFigures {
  return { threshold, precision, recall, f1 };
}

function falseAlarms(pairs: readonly ScoredPair[], threshold: number): number {
  const strangers = pairs.filter((pair) => !pair.match);
  const called = strangers.filter((pair) => pair.score >= threshold).length;
  return strangers.length === 0 ? 0 : (1000 * called) / strangers.length;
}

function kindFigures(pairs: readonly ScoredPair[], threshold: number, at95: number): KindFigures {
  const share = (limit: number) => pairs.filter((pair) => pair.score >= limit).length / pairs.length;
  return {
    n: pairs.length,
    match: pairs[0]?.match ?? false,
    positives: pairs.filter((pair) => pair.match).length,
    called: share(threshold),
    calledAt95: share(at95),
  };
}

function thresholdFor(pairs: readonly ScoredPair[], recall: number): number {
  const positives = pairs
    .filter((pair) => pair.match)
    .map((pair) => pair.score)
    .sort((a, b) => b - a);
  return positives[Math.max(0, Math.ceil(recall * positives.length) - 1)] ?? 1;
}

const STEPS = 10;

/** Of the pairs scored between two tenths: how many are true. */
function calibrationOf(pairs: readonly ScoredPair[]): CalibrationStep[] {
  const steps: CalibrationStep[] = [];
  for (let step = 0; step < STEPS; step++) {
    const from = step / STEPS;
    const to = (step + 1) / STEPS;
    const inside = pairs.filter((pair) => pair.score >= from && (pair.score < to || step === STEPS - 1));
    if (inside.length === 0) continue;
    steps.push({
      from,
      to,
      n: inside.length,
      meanScore: inside.reduce((sum, pair) => sum + pair.score, 0) / inside.length,
      shareTrue: inside.filter((pair) => pair.match).length / inside.length,
    });
  }
  return steps;
}
