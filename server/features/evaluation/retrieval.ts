// Retrieval test: does the right person come up, and how high, among distractors.

import type { PartialDate } from '../../domain/dates/partial-date.ts';
import type { MatchRecord } from '../../domain/matching/match.ts';
import { scoreRecord } from '../../domain/matching/match-record.ts';
import type { MatchPolicy } from '../../domain/matching/policy.ts';
import type { AnalysedName } from '../../domain/names/analysed-name.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import { type IndexedName, type LabelledQuery, parseBorn } from './eval-files.ts';
import {
  middleRank,
  percentile,
  type RankedQuery,
  type RetrievalFigures,
  retrievalFigures,
} from './metrics.ts';

/** Whatever holds the indexed names; answers with the ids of candidates and what the comparison needs of them. */
export interface EvaluationBackend {
  readonly name: string;
  load(people: Iterable<IndexedName>): Promise<number>;
  find(query: AnalysedName, born: PartialDate | undefined, limit: number): Promise<Candidate[]>;
  close(): Promise<void>;
}

export interface Candidate {
  readonly id: string;
  readonly record: MatchRecord;
}

export interface RetrievalReport {
  readonly backend: string;
  readonly indexed: number;
  readonly useBorn: boolean;
  readonly overall: RetrievalFigures;
  readonly unambiguous: RetrievalFigures;
  /** Of these, the queries asked with a full date of birth whose target has one as well. */
  readonly dated: RetrievalFigures;
  readonly byKind: Readonly<Record<string, RetrievalFigures>>;
  readonly candidatesPerQuery: number;
  readonly latencyMs: { readonly p50: number; readonly p99: number };
  readonly failures: readonly { readonly qid: string; readonly kind: string; readonly rank: number | null }[];
}

export interface RetrievalOptions {
  readonly useBorn: boolean;
  readonly candidateLimit: number;
  readonly indexed: number;
}

/** Runs every query once and reports; `targets` are the indexed people by id (for birth dates). */
export async function evaluateRetrieval(
  engine: NameEngine,
  policy: MatchPolicy,
  backend: EvaluationBackend,
  queries: readonly LabelledQuery[],
  targets: ReadonlyMap<string, IndexedName>,
  options: RetrievalOptions,
): Promise<RetrievalReport> {
  const ranked: (RankedQuery & { qid: string })[] = [];
  const latencies: number[] = [];
  let candidates = 0;
  for (const query of queries) {
    const started = performance.now();
    const born = options.useBorn ? bornFor(query, targets.get(query.target)) : undefined;
    const analysed = engine.analyse({ full: query.query });
    const found = await backend.find(analysed, born, options.candidateLimit);
    const asked = {
      names: [analysed],
      births: born === undefined ? [] : [born],
      nationalities: [],
      documents: [],
      nationalIds: [],
    };
    const scores = found.map(({ id, record }) => ({
      id,
      name: record.names[0]?.analysed,
      odds: scoreRecord(engine, policy, asked, record),
    }));
    latencies.push(performance.now() - started);
    candidates += found.length;
    // Several indexed names of the target: the best counts.
    const own = scores
      .filter((one) => one.id === query.target)
      .reduce<(typeof scores)[number] | undefined>(
        (best, one) => (best === undefined || one.odds > best.odds ? one : best),
        undefined,
      );
    const others = scores.filter((one) => one.id !== query.target);
    const odds = others.map((one) => one.odds);
    const target = targets.get(query.target);
    const sought = target && engine.analyse({ full: target.name });
    const before = others.filter((one) => own === undefined || one.odds >= own.odds);
    ranked.push({
      qid: query.qid,
      kind: query.kind,
      ambiguous: query.amb,
      candidate: own !== undefined,
      rank: own && middleRank(own.odds, odds),
      dated: born?.day !== undefined && parseBorn(target?.born)?.day !== undefined,
      behindNamesake: before.some(({ name }) => areNamesakes(name, sought)),
    });
  }
  const kinds = [...new Set(ranked.map((one) => one.kind))].sort();
  return {
    backend: backend.name,
    indexed: options.indexed,
    useBorn: options.useBorn,
    overall: retrievalFigures(ranked),
    unambiguous: retrievalFigures(ranked.filter((one) => !one.ambiguous)),
    dated: retrievalFigures(ranked.filter((one) => !one.ambiguous && one.dated)),
    byKind: Object.fromEntries(
      kinds.map((kind) => [kind, retrievalFigures(ranked.filter((one) => one.kind === kind))]),
    ),
    candidatesPerQuery: candidates / Math.max(1, queries.length),
    latencyMs: { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) },
    failures: ranked
      .filter((one) => !one.ambiguous && (one.rank ?? Number.POSITIVE_INFINITY) > 10)
      .map(({ qid, kind, rank }) => ({ qid, kind, rank: rank ?? null })),
  };
}

/** Every word of the shorter name, two at least, sounds as one of the longer. */
function areNamesakes(a: AnalysedName | undefined, b: AnalysedName | undefined): boolean {
  const soundsOf = (name: AnalysedName | undefined) => new Set(name?.tokens.map(({ sounds }) => sounds));
  const [x, y] = [soundsOf(a), soundsOf(b)];
  if (Math.min(x.size, y.size) < 2) return false;
  const [shorter, longer] = x.size <= y.size ? [x, y] : [y, x];
  return [...shorter].every((sounds) => longer.has(sounds));
}

/** The query's own birth date, else the target's when it is full. */
function bornFor(query: LabelledQuery, target: IndexedName | undefined): PartialDate | undefined {
  const own = parseBorn(query.born);
  if (own !== undefined) return own;
  const full = parseBorn(target?.born);
  return full?.day === undefined ? undefined : full;
}

/** The record an indexed name stands for. */
export function recordOf(analysed: AnalysedName, person: IndexedName): MatchRecord {
  return {
    names: [{ id: person.id, type: 'PRIMARY', raw: person.name, analysed }],
    births: birthsOf(person),
    birthYears: [],
    nationalities: [],
    documents: [],
    nationalIds: [],
  };
}

/** The birth date of an indexed name as a list of none or one. */
export function birthsOf(person: IndexedName): PartialDate[] {
  const born = parseBorn(person.born);
  return born === undefined ? [] : [born];
}
