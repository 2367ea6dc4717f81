// One way from a question to scored persons, used by search, border checks and duplicate checks.
import { mayUse, type Scope } from '../../domain/access/scope.ts';
import type { Band, Match, MatchQuery, MatchRecord, MatchRecordName } from '../../domain/matching/match.ts';
import { bandRank, contradictionHides, mayReach, screenRecord } from '../../domain/matching/match-record.ts';
import type { MatchPolicy } from '../../domain/matching/policy.ts';
import type { AnalysedName, DatedKeys } from '../../domain/names/analysed-name.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import type {
  CandidateAnswer,
  CandidateQuery,
  CandidateSource,
  DatedQuestion,
  RowFilter,
  SearchRow,
  SearchRowName,
} from '../../platform/search/port.ts';

export interface ScreeningQuestion {
  readonly match: MatchQuery;
  /** Tokens of the reader: what they do not open takes no part in anything. */
  readonly tokens: readonly string[];
  readonly now: Date;
  readonly policy: MatchPolicy;
  /** Most candidates scored. */
  readonly candidates: number;
  /** Nobody below this band is wanted, and far less has to be read where that leaves out other dates of birth; WEAK when left out. */
  readonly least?: Band;
  /** Narrows the candidates as far as an engine can; what it means exactly is tested by who asks. */
  readonly filter?: RowFilter;
  /** Persons to be compared as well, whatever an engine finds. */
  readonly also?: readonly string[];
}

export interface Screened {
  readonly personId: string;
  readonly match: Match;
  /** What the reader may use of the row. */
  readonly record: MatchRecord;
}

export interface Screening {
  /** Of the band that was asked for or better, best first; ties by id, so that the order never changes by itself. */
  readonly found: readonly Screened[];
  readonly candidates: number;
  readonly candidateIds: ReadonlySet<string>;
  readonly engine: string;
  readonly asOf: string;
  /** Something the answer needs was missing. */
  readonly degraded: boolean;
}

export interface Screener {
  analyse: NameEngine['analyse'];
  forms: NameEngine['forms'];
  /** @returns the names as engines are asked for them */
  asked(match: MatchQuery): Pick<CandidateQuery, 'keys' | 'letters'>;
  /** @returns the part of a row that the reader may use, or null when nothing of it is his to see */
  usable(row: SearchRow, tokens: readonly string[], now: Date): MatchRecord | null;
  /** @returns the names of a row that the reader may use */
  usableNames(
    row: Pick<SearchRow, 'names' | 'scopes'>,
    tokens: readonly string[],
    now: Date,
  ): MatchRecord['names'];
  /** @returns the tags of birthplace and marks that the reader may use */
  usableTraits(
    row: { readonly traits: readonly { tag: string; scope: number }[]; readonly scopes: readonly unknown[] },
    tokens: readonly string[],
    now: Date,
  ): string[];
  /** One record without looking anything up; null where nothing speaks for it. */
  compare(policy: MatchPolicy, match: MatchQuery, record: MatchRecord): Match | null;
  screen(question: ScreeningQuestion): Promise<Screening>;
  /**
   * Very many at once, a third of the work for each: whoever's dates of birth all contradict is not sought, whatever the policy makes
   * of it. @returns in the order of the questions
   */
  screenMany(questions: ManyQuestions): Promise<Screening[]>;
}

export interface ManyQuestions extends Omit<ScreeningQuestion, 'match' | 'filter' | 'also'> {
  readonly matches: readonly MatchQuery[];
}

/** Unpacked when it is first compared: lists show hundreds of names and compare none. */
function readName({ id, type, raw, packed }: SearchRowName, unpack: NameEngine['unpack']): MatchRecordName {
  let analysed: AnalysedName | undefined;
  return {
    id,
    type,
    raw,
    get analysed() {
      analysed ??= unpack(packed);
      return analysed;
    },
  };
}

const openScopes = (scopes: readonly unknown[], tokens: readonly string[], now: number): boolean[] =>
  (scopes as Scope[]).map((scope) => mayUse(scope, tokens, now));

function usable(
  row: SearchRow,
  tokens: readonly string[],
  now: number,
  unpack: (packed: string) => AnalysedName,
): MatchRecord | null {
  const open = openScopes(row.scopes, tokens, now);
  if (!open.includes(true)) return null;
  const pick = <T extends { scope: number }>(rows: readonly T[]) => rows.filter(({ scope }) => open[scope]);
  const births = pick(row.births);
  return {
    names: pick(row.names).map((name) => readName(name, unpack)),
    births: births.flatMap((birth) => ('year' in birth ? [birth] : [])),
    birthYears: births.flatMap((birth) => ('from' in birth ? [birth] : [])),
    sex: row.sex,
    nationalities: pick(row.nationalities).map(({ state }) => state),
    documents: pick(row.documents),
    nationalIds: pick(row.nationalIds).map(({ value }) => value),
  };
}

const exactOf = ({ documents, nationalIds }: MatchQuery): string[] => [
  ...documents.map(({ number }) => `D:${number}`),
  ...nationalIds.map((id) => `N:${id}`),
];

/** @returns null when there is no name, or one of them has to be asked without its date */
function datedKeys(engine: NameEngine, { names, births }: MatchQuery): DatedKeys | null {
  const [first = null, ...others] = names.map((name) => engine.datedKeys(name, births));
  return others.reduce(
    (all, of) =>
      all &&
      of && {
        keys: [...all.keys, ...of.keys],
        near: [...all.near, ...of.near],
        companions: [...all.companions, ...of.companions],
      },
    first,
  );
}

export function createScreener(engine: NameEngine, source: CandidateSource): Screener {
  const asked: Screener['asked'] = ({ names, births }) => ({
    keys: names.flatMap((name) => engine.queryKeys(name, births)),
    ...(names.length > 0 && { letters: { spellings: names.map(engine.spellings), births } }),
  });
  const common = ({ tokens, candidates }: Pick<ScreeningQuestion, 'tokens' | 'candidates'>) => ({
    keyVersion: engine.keyVersion,
    nameKeysSince: engine.nameKeysSince,
    audience: tokens,
    limit: candidates,
  });
  const byNames = ({ match, filter, also, ...question }: ScreeningQuestion): Promise<CandidateAnswer> =>
    source.find({
      ...common(question),
      ...asked(match),
      exact: exactOf(match),
      ...(filter && { filter }),
      ...(also && { also }),
    });

  const datedQuestion = (
    match: MatchQuery,
    { policy, least = 'WEAK' }: Pick<ScreeningQuestion, 'policy' | 'least'>,
  ): DatedQuestion => ({
    names: match.names,
    births: match.births,
    worth: mayReach(engine, policy, match, least),
    keys: () => datedKeys(engine, match),
    exact: exactOf(match),
  });

  function judge(
    { match, tokens, now, policy, least = 'WEAK' }: ScreeningQuestion,
    answer: CandidateAnswer,
  ): Screening {
    const found: Screened[] = [];
    for (const row of answer.rows) {
      const record = usable(row, tokens, now.getTime(), engine.unpack);
      if (record === null) continue;
      const result = screenRecord(engine, policy, match, record, least);
      if (result !== null) found.push({ personId: row.personId, match: result, record });
    }
    found.sort(
      (a, b) =>
        Number(b.match.band === 'DOCUMENT_HIT') - Number(a.match.band === 'DOCUMENT_HIT') ||
        b.match.score - a.match.score ||
        bandRank(a.match.band) - bandRank(b.match.band) ||
        (a.personId < b.personId ? -1 : 1),
    );
    return {
      found,
      candidates: answer.rows.length,
      candidateIds: new Set(answer.rows.map(({ personId }) => personId)),
      engine: answer.engine,
      asOf: answer.asOf,
      degraded: !answer.complete,
    };
  }

  return {
    analyse: engine.analyse,
    forms: engine.forms,
    usable: (row, tokens, now) => usable(row, tokens, now.getTime(), engine.unpack),
    usableNames({ names, scopes }, tokens, now) {
      const open = openScopes(scopes, tokens, now.getTime());
      return names.filter(({ scope }) => open[scope]).map((name) => readName(name, engine.unpack));
    },
    usableTraits({ traits, scopes }, tokens, now) {
      const open = openScopes(scopes, tokens, now.getTime());
      return traits.filter(({ scope }) => open[scope]).map(({ tag }) => tag);
    },
    asked,
    compare: (policy, match, record) => screenRecord(engine, policy, match, record),
    async screen(question) {
      const { match, policy, least = 'WEAK', filter, also } = question;
      const narrow = filter === undefined && also === undefined && contradictionHides(policy, least);
      const few =
        narrow && (await source.findDated?.({ ...common(question), ...datedQuestion(match, question) }));
      return judge(question, few || (await byNames(question)));
    },
    async screenMany({ matches, ...shared }) {
      const questions = matches.map((match) => datedQuestion(match, shared));
      const answers = await source.findManyDated?.({ ...common(shared), questions });
      const screenings: Screening[] = [];
      for (const [place, match] of matches.entries()) {
        const question = { ...shared, match };
        screenings.push(judge(question, answers?.[place] ?? (await byNames(question))));
      }
      return screenings;
    },
  };
}
