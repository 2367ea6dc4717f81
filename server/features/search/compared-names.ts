// Every stored name beside the question, word by word.
import type { Actor } from '../../domain/access/actor.ts';
import type { Match, MatchQuery, MatchRecord } from '../../domain/matching/match.ts';
import { nameEvidence } from '../../domain/matching/match-record.ts';
import type { NameComparison } from '../../domain/names/analysed-name.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import type { ExplainAnswer } from './explain-contract.ts';
import { reasonsOf } from './found-person.ts';
import { highlightsOf } from './highlights.ts';

/** @returns the names that the reader may use, the one that counts first */
export function comparedNames(
  engine: NameEngine,
  actor: Pick<Actor, 'locale'>,
  query: MatchQuery,
  record: MatchRecord,
  { bestName }: Match,
): ExplainAnswer['names'] {
  const compared = record.names.flatMap((name) => {
    const comparisons = query.names.map((asked) => engine.compare(asked, name.analysed));
    const best = comparisons.sort((a, b) => b.logOdds - a.logOdds)[0];
    return best ? [{ name, best }] : [];
  });
  let counted = false;
  return compared
    .sort((a, b) => b.best.logOdds - a.best.logOdds)
    .map(({ name: { id, type, raw }, best }) => {
      // A name and its machine-readable form are rows of one id: the first is the one that counts.
      const counts = !counted && id === bestName?.id;
      counted ||= counts;
      return {
        type,
        full: raw,
        best: counts,
        score: best.score,
        logOdds: best.logOdds,
        reasons: reasonsOf(nameEvidence(best), actor),
        wholeName: wholeNameOf(best),
        highlights: highlightsOf(engine, raw, best.parts),
      };
    });
}

const wholeNameOf = ({ logOdds, parts }: NameComparison): number =>
  logOdds - parts.reduce((sum, { contribution }) => sum + contribution, 0);
