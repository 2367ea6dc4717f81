// "Why is record X not found, or so low?": the search is run again and every step of it told about one record.
import type { Actor } from '../../domain/access/actor.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import { notFound } from '../../domain/errors.ts';
import type { Match, MatchQuery, MatchRecord } from '../../domain/matching/match.ts';
import { matchRecord } from '../../domain/matching/match-record.ts';
import type { MatchPolicy } from '../../domain/matching/policy.ts';
import { bandOf } from '../../domain/matching/rules.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { faultText } from '../../platform/i18n/texts.ts';
import type { DisclosureLedger } from '../disclosures/service.ts';
import type { PolicyReader } from '../reference/service.ts';
import { comparedNames } from './compared-names.ts';
import type { ExplainAnswer, ExplainBody, VERDICTS } from './explain-contract.ts';
import { readFilter } from './filters.ts';
import { reasonsOf } from './found-person.ts';
import { inOrder } from './ordering.ts';
import { readQuestion } from './question.ts';
import type { ResultSet, ResultSets } from './result-set.ts';
import type { Screener } from './screening.ts';
import type { SearchStore } from './store.ts';

export interface ExplainService {
  /** @throws Problem `not-found` for a record that the actor may not see: an explanation betrays nothing */
  explainSearch(actor: Actor, body: ExplainBody): Promise<ExplainAnswer>;
}

export interface ExplainParts {
  database: Database;
  clock: Clock;
  names: NameEngine;
  screener: Screener;
  results: ResultSets;
  store: SearchStore;
  policies: PolicyReader;
  disclosures: DisclosureLedger;
}

type Verdict = (typeof VERDICTS)[number];

export function createExplainService(parts: ExplainParts): ExplainService {
  const { database, clock, names, screener, results, store, policies, disclosures } = parts;

  /** The record as the actor may use it; a refused look is traced like one that was answered. */
  async function openRecord(actor: Actor, personId: string, secret: string) {
    const now = clock.now();
    const tokens = readerTokens(actor);
    const [row, shown] = await Promise.all([store.row(personId), store.visible([personId], tokens, now)]);
    const person = shown.get(personId);
    const record = row && screener.usable(row, tokens, now);
    const open = person !== undefined && record !== null;
    await database.record(actor, {
      type: 'search.explained',
      subject: { type: 'person', id: personId },
      data: {},
      outcome: open ? 'SUCCESS' : 'REFUSED',
      secret,
    });
    if (!open) throw notFound();
    const alerts = (await store.alertFacts([personId], tokens, now)).get(personId) ?? [];
    await disclosures.note(actor, 'SEARCH', [
      {
        personId,
        alertIds: alerts.map(({ id }) => id),
        ownerStates: [...new Set(alerts.map(({ ownerState }) => ownerState))],
      },
    ]);
    return { record, registryNumber: person.registryNumber };
  }

  /** Which keys of the question the record has, by the names and dates of it that the actor may use. */
  function keysMet(query: MatchQuery, record: MatchRecord) {
    const asked = query.names.flatMap((name) => names.queryKeys(name, query.births));
    const has = new Set(record.names.flatMap(({ analysed }) => names.indexKeys(analysed, record.births)));
    const met = asked.filter(({ key }) => has.has(key));
    const numberMet =
      query.nationalIds.some((id) => record.nationalIds.includes(id)) ||
      query.documents.some(({ number }) => record.documents.some((document) => document.number === number));
    return {
      keysAsked: asked.length,
      keysMet: met.length,
      bitsMet: Math.max(0, ...met.map(({ weight }) => weight)),
      numberMet,
    };
  }

  return {
    async explainSearch(actor, { purpose: _, personId, filters, ...fields }) {
      const now = clock.now();
      const question = readQuestion(fields, names.analyse, now);
      const filter = readFilter(filters, names.analyse);
      const secret = JSON.stringify(filter ? { ...fields, filters } : fields);
      const { record, registryNumber } = await openRecord(actor, personId, secret);
      const policy = await policies.current('INVESTIGATOR');
      const wanted = { question, filter, now, policy, alerts: false };
      const set = await results.resolve(actor, wanted);
      const meetsFilters = await results.meets(actor, personId, record, wanted);
      const match = matchRecord(names, policy, question.match, record);
      const place = inOrder(set.entries, 'score').findIndex((entry) => entry.personId === personId);
      const keys = keysMet(question.match, record);
      const rank = place < 0 ? null : place + 1;
      const code = verdictOf(rank, meetsFilters, match, keys);
      const { code: policyCode, version, bands: thresholds } = policy;
      return {
        personId,
        registryNumber,
        verdict: { code, text: verdictText(actor, code, match, policy, rank, set) },
        rank,
        total: { value: set.entries.length, relation: set.cut ? 'AT_LEAST' : 'EXACT' },
        candidate: { ...keys, found: set.candidateIds.has(personId), compared: set.candidates },
        meetsFilters,
        names: comparedNames(names, actor, question.match, record, match),
        evidence: reasonsOf(match.evidence, actor),
        arithmetic: arithmeticOf(actor, match),
        score: match.score,
        band: match.band,
        bandOfScore: bandOf(policy, match.score),
        flags: [...match.flags],
        thresholds,
        policy: { code: policyCode, version },
        engine: set.engine,
        asOf: set.asOf,
        degraded: set.degraded,
      };
    },
  };
}

function verdictOf(
  rank: number | null,
  meetsFilters: boolean,
  match: Match,
  { keysMet, numberMet }: { keysMet: number; numberMet: boolean },
): Verdict {
  if (rank !== null) return 'FOUND';
  if (!meetsFilters) return 'FILTERED_OUT';
  if (match.band === 'NONE') return 'SCORE_TOO_LOW';
  return keysMet === 0 && !numberMet ? 'NO_COMMON_KEY' : 'CROWDED_OUT';
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

const verdictText = (
  { locale }: Actor,
  code: Verdict,
  { score, band }: Match,
  { bands: { weak } }: MatchPolicy,
  rank: number | null,
  { entries, candidates }: ResultSet,
): string =>
  faultText(`explain-${code}`, locale, {
    score: rounded(score),
    band,
    weak,
    rank: rank ?? 0,
    total: entries.length,
    compared: candidates,
  });

/** The sum, line by line: the name, what stands beside it, what was withheld or put in its place, the score. */
function arithmeticOf({ locale }: Actor, { nameComparison, evidence, logOdds, score }: Match) {
  const line = (code: string, value: number) => ({ code, text: faultText(`explain-${code}`, locale), value });
  const lines = nameComparison ? [line('NAME_SUM', nameComparison.logOdds)] : [];
  for (const { feature, contribution } of evidence)
    if (feature !== 'NAME' && feature !== 'RULE') lines.push(line(feature, contribution));
  const rest = logOdds - lines.reduce((sum, { value }) => sum + value, 0);
  if (Math.abs(rest) > 1e-9) lines.push(line('RULES', rest));
  return [...lines, line('SUM', logOdds), line('SCORE', score)];
}
