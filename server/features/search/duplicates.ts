// Likely duplicates of a record: the same screening path, asked with the record's own names and facts.
import type { Actor } from '../../domain/access/actor.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import type { Match, MatchQuery, MatchRecord } from '../../domain/matching/match.ts';
import type { Clock } from '../../platform/clock.ts';
import { reasonText } from '../../platform/i18n/match-reasons.ts';
import type { SearchRow } from '../../platform/search/port.ts';
import type { PolicyReader } from '../reference/service.ts';
import type { Screened, Screener, Screening, ScreeningQuestion } from './screening.ts';
import type { SearchStore } from './store.ts';

const CANDIDATES = 200;
/** For one of very many records: those that share the rarest keys come first. */
const FEW_CANDIDATES = 60;
const SHOWN = 20;

export interface Duplicate {
  readonly personId: string;
  readonly registryNumber: string;
  readonly score: number;
  readonly band: string;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
}

/** A record that may be the same human being as the one asked about. */
export interface LikeRecord extends Screened {
  readonly registryNumber: string;
}

export interface DuplicateFinder {
  /** The same for a record that is not saved yet, or not as it stands now; `exceptId` is the record itself. */
  findLike(actor: Actor, question: MatchQuery, exceptId: string | undefined): Promise<LikeRecord[]>;
  /**
   * The same for each of many rows that are not written yet; fewer candidates, because many records come one after another.
   * @param dated nobody whose dates of birth all contradict is sought: a third of the work
   */
  findLikeRows(actor: Actor, rows: readonly (SearchRow | null)[], dated: boolean): Promise<LikeRecord[][]>;
  /** @returns what compares rows beside each other, none of them written: how likely the second is the person of the first; null: not at all */
  rowComparer(actor: Actor): Promise<(row: SearchRow, other: SearchRow) => Match | null>;
  /** Other records that may be the same human being, best first; only such as the actor may see and nobody decided on. */
  find(actor: Actor, personId: string): Promise<Duplicate[]>;
  unresolved(actor: Actor, personId: string): Promise<readonly string[]>;
}

export interface DuplicateParts {
  clock: Clock;
  screener: Screener;
  store: SearchStore;
  policies: PolicyReader;
}

const asQuestion = (record: MatchRecord): MatchQuery => ({
  names: record.names.filter(({ type }) => type !== 'MISUSED').map(({ analysed }) => analysed),
  births: record.births,
  ...(record.sex !== undefined && { sex: record.sex }),
  nationalities: record.nationalities,
  documents: record.documents,
  nationalIds: record.nationalIds,
});

export function createDuplicateFinder({ clock, screener, store, policies }: DuplicateParts): DuplicateFinder {
  async function questionFor(actor: Actor) {
    const policy = await policies.current('DUPLICATE');
    return { tokens: readerTokens(actor), now: clock.now(), policy, least: 'POSSIBLE' as const };
  }

  /** Of each question those that the actor may see now, with their numbers. */
  async function shownOf(
    screened: readonly (readonly Screened[])[],
    { tokens, now }: Pick<ScreeningQuestion, 'tokens' | 'now'>,
  ): Promise<LikeRecord[][]> {
    const ids = new Set(screened.flatMap((found) => found.map(({ personId }) => personId)));
    const shown = await store.visible([...ids], tokens, now);
    return screened.map((found) =>
      found.flatMap((one) => {
        const registryNumber = shown.get(one.personId)?.registryNumber;
        return registryNumber === undefined ? [] : [{ ...one, registryNumber }];
      }),
    );
  }

  /** Two at a time: while the database looks one up, the other is compared. */
  async function oneByOne(
    question: Omit<ScreeningQuestion, 'match'>,
    matches: readonly MatchQuery[],
  ): Promise<Screening[]> {
    const screenings: Screening[] = [];
    for (let place = 0; place < matches.length; place += 2) {
      const pair = matches.slice(place, place + 2).map((match) => screener.screen({ ...question, match }));
      screenings.push(...(await Promise.all(pair)));
    }
    return screenings;
  }

  async function likely(
    actor: Actor,
    match: MatchQuery,
    exceptId: string | undefined,
  ): Promise<LikeRecord[]> {
    const question = await questionFor(actor);
    const { found } = await screener.screen({ ...question, match, candidates: CANDIDATES });
    const others = found.filter(({ personId }) => personId !== exceptId);
    return (await shownOf([others], question))[0] ?? [];
  }

  async function find(actor: Actor, personId: string): Promise<Duplicate[]> {
    const row = await store.row(personId);
    const record = row && screener.usable(row, readerTokens(actor), clock.now());
    if (!record) return [];
    const others = await likely(actor, asQuestion(record), personId);
    const decided = await store.decidedPairs(
      personId,
      others.map(({ personId: id }) => id),
    );
    return others
      .filter(({ personId: id }) => !decided.has(id))
      .slice(0, SHOWN)
      .map(({ personId: id, registryNumber, match }) => ({
        personId: id,
        registryNumber,
        score: match.score,
        band: match.band,
        reasons: match.evidence.map(({ code, params }) => ({
          code,
          text: reasonText(actor.locale, code, params),
        })),
      }));
  }

  return {
    find,
    async findLikeRows(actor, rows, dated) {
      const question = { ...(await questionFor(actor)), candidates: FEW_CANDIDATES };
      const records = rows.map((row) => row && screener.usable(row, question.tokens, question.now));
      const matches = records.flatMap((record) => (record ? [asQuestion(record)] : []));
      const screenings = dated
        ? await screener.screenMany({ ...question, matches })
        : await oneByOne(question, matches);
      const likely = await shownOf(
        screenings.map(({ found }) => found.slice(0, SHOWN)),
        question,
      );
      const answers = likely.values();
      return records.map((record) => (record ? (answers.next().value ?? []) : []));
    },
    async rowComparer(actor) {
      const { policy, tokens, now } = await questionFor(actor);
      return (row, other) => {
        const [record, beside] = [row, other].map((one) => screener.usable(one, tokens, now));
        const match = record && beside && screener.compare(policy, asQuestion(record), beside);
        return match && match.band !== 'WEAK' && match.band !== 'NONE' ? match : null;
      };
    },
    findLike: async (actor, question, exceptId) => (await likely(actor, question, exceptId)).slice(0, SHOWN),
    unresolved: async (actor, personId) => (await find(actor, personId)).map(({ personId: id }) => id),
  };
}
