// Reports as tables for people.

import type { BorderReport } from './border.ts';
import type { RetrievalFigures } from './metrics.ts';
import type { PairsReport } from './pairs.ts';
import type { RetrievalReport } from './retrieval.ts';

const share = (value: number) => value.toFixed(4).padStart(8);

export function retrievalTable(report: RetrievalReport): string {
  const line = (name: string, figures: RetrievalFigures) =>
    `${name.padEnd(32)}${String(figures.n).padStart(7)}${share(figures['recall@1'])}${share(figures['recall@5'])}${share(
      figures['recall@10'],
    )}${share(figures.mrr)}${share(figures.candidateRecall)}${share(figures.behindNamesake)}`;
  return [
    `${report.indexed} names indexed, ${report.backend}${report.useBorn ? ', with birth dates' : ''}`,
    `${'kind'.padEnd(32)}${'n'.padStart(7)}${'@1'.padStart(8)}${'@5'.padStart(8)}${'@10'.padStart(8)}${'mrr'.padStart(8)}${'cand'.padStart(8)}${'namesake'.padStart(9)}`,
    ...Object.entries(report.byKind).map(([kind, figures]) => line(kind, figures)),
    line('OVERALL', report.overall),
    line('UNAMBIGUOUS', report.unambiguous),
    ...(report.dated.n > 0 ? [line('… ASKED WITH A DATE', report.dated)] : []),
    `candidates per query ${report.candidatesPerQuery.toFixed(1)}, latency p50 ${report.latencyMs.p50.toFixed(2)} ms, p99 ${report.latencyMs.p99.toFixed(2)} ms`,
  ].join('\n');
}

export function pairsTable(report: PairsReport): string {
  return [
    `${'kind'.padEnd(36)}${'n'.padStart(7)}${'match'.padStart(7)}${'called'.padStart(8)}${'@95%'.padStart(8)}`,
    ...Object.entries(report.byKind).map(
      ([kind, figures]) =>
        `${kind.padEnd(36)}${String(figures.n).padStart(7)}${String(figures.match).padStart(7)}${share(figures.called)}${share(figures.calledAt95)}`,
    ),
    ...report.calibration.map(
      (step) =>
        `score ${step.from.toFixed(1)}–${step.to.toFixed(1)}: ${String(step.n).padStart(6)} pairs, mean score ${step.meanScore.toFixed(3)}, true ${step.shareTrue.toFixed(3)}`,
    ),
    `${report.n} pairs${report.useBorn ? ' with birth dates' : ', names only'}: AUC ${report.auc.toFixed(4)}, best F1 ${report.bestF1.toFixed(4)} at ${report.bestThreshold.toFixed(3)}`,
    `at the policy's threshold ${report.threshold}: precision ${report.precision.toFixed(4)}, recall ${report.recall.toFixed(4)}, F1 ${report.f1.toFixed(4)}; ${report.pairsPerSecond.toFixed(0)} pairs/s`,
  ].join('\n');
}

export function borderTable(report: BorderReport): string {
  const { falseAlarms } = report;
  const line = (name: string, cells: readonly (string | number)[]) =>
    `${name.padEnd(28)}${cells.map((cell) => String(cell).padStart(10)).join('')}`;
  return [
    `${report.wanted} wanted (${(100 * report.yearOnly).toFixed(0)} % with a year of birth only), policy ${report.policy.code} version ${report.policy.version}`,
    line('ordinary travellers by state', ['n', 'stopped']),
    ...Object.entries(falseAlarms.byNationality)
      .sort(([, a], [, b]) => b.travellers - a.travellers)
      .map(([state, stratum]) => line(state, [stratum.travellers, stratum.possible])),
    `stopped per 1 000: ${falseAlarms.possiblePer1000.toFixed(2)}, of them STRONG ${falseAlarms.strongPer1000.toFixed(2)}; by birth evidence ${JSON.stringify(falseAlarms.byBirthEvidence)}`,
    line('the wanted, by disguise', ['n', 'stopped', 'strong', 'candidate']),
    ...Object.entries(report.wantedStopped).map(([name, figures]) =>
      line(name, [
        figures.n,
        figures.stopped.toFixed(4),
        figures.strong.toFixed(4),
        figures.candidate.toFixed(4),
      ]),
    ),
  ].join('\n');
}
