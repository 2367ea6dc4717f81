// Figures of merit: recall at k with ties at the middle of their ranks, ROC area, best F1.

export interface RetrievalFigures {
  readonly n: number;
  readonly 'recall@1': number;
  readonly 'recall@5': number;
  readonly 'recall@10': number;
  readonly mrr: number;
  readonly candidateRecall: number;
  /** Share that is not first and stands behind a full namesake: what no engine can win without a further fact. */
  readonly behindNamesake: number;
}

export interface RankedQuery {
  readonly kind: string;
  readonly ambiguous: boolean;
  readonly candidate: boolean;
  /** Rank from 1; undefined when the target is not among the results. A tie counts at its middle. */
  readonly rank: number | undefined;
  /** Asked with a full date of birth, and the target has one as well. */
  readonly dated: boolean;
  /** One of those before it or level with it bears the very name of the target: no engine could tell. */
  readonly behindNamesake: boolean;
}

/** Rank of a score among others: those better, plus half of those equal, plus one. */
export function middleRank(score: number, others: Iterable<number>): number {
  let better = 0;
  let equal = 0;
  for (const other of others) {
    if (other > score) better++;
    else if (other === score) equal++;
  }
  return 1 + better + equal / 2;
}

/** Recall at 1, 5 and 10, mean reciprocal rank and candidate recall of a set of answered queries. */
export function retrievalFigures(ranked: readonly RankedQuery[]): RetrievalFigures {
  const n = ranked.length;
  const share = (count: number) => (n === 0 ? 0 : count / n);
  const within = (limit: number) =>
    share(ranked.filter((one) => one.rank !== undefined && one.rank <= limit).length);
  return {
    n,
    'recall@1': within(1),
    'recall@5': within(5),
    'recall@10': within(10),
    mrr: share(ranked.reduce((sum, one) => sum + (one.rank === undefined ? 0 : 1 / one.rank), 0)),
    candidateRecall: share(ranked.filter((one) => one.candidate).length),
    behindNamesake: share(ranked.filter((one) => one.behindNamesake).length),
  };
}

export interface ScoredPair {
  readonly score: number;
  readonly match: boolean;
}

/** Area under the ROC curve by rank sums; ties count half. */
export function rocArea(pairs: readonly ScoredPair[]): number {
  const sorted = [...pairs].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  let positives = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) end++;
    const rank = (start + 1 + end) / 2;
    for (let at = start; at < end; at++)
      if (sorted[at]?.match) {
        rankSum += rank;
        positives++;
      }
    start = end;
  }
  const negatives = sorted.length - positives;
  if (positives === 0 || negatives === 0) return Number.NaN;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

export interface DecisionFigures {
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Precision, recall and F1 when scores at or above the threshold are called a match. */
export function decisionFigures(pairs: readonly ScoredPair[], threshold: number): DecisionFigures {
  let hits = 0;
  let called = 0;
  let positives = 0;
  for (const { score, match } of pairs) {
    if (match) positives++;
    if (score < threshold) continue;
    called++;
    if (match) hits++;
  }
  const precision = called === 0 ? 0 : hits / called;
  const recall = positives === 0 ? 0 : hits / positives;
  return {
    threshold,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

/** The threshold with the highest F1. */
export function bestDecision(pairs: readonly ScoredPair[]): DecisionFigures {
  const sorted = [...pairs].sort((a, b) => b.score - a.score);
  const positives = sorted.filter((pair) => pair.match).length;
  let hits = 0;
  let best: DecisionFigures = { threshold: 1, precision: 0, recall: 0, f1: 0 };
  sorted.forEach(({ score, match }, at) => {
    if (match) hits++;
    if (sorted[at + 1]?.score === score) return;
    const precision = hits / (at + 1);
    const recall = positives === 0 ? 0 : hits / positives;
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    if (f1 > best.f1) best = { threshold: score, precision, recall, f1 };
  });
  return best;
}

/** Value below which the given share of the numbers lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
