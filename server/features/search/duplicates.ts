// Likely duplicates of a record: the same screening path, asked with the record's own names and facts.
import type { Actor } from '../../domain/access/actor.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import type { Match, MatchQuery, MatchRecord } from '../../domain/matching/match.ts';
import type { Clock } from '../../platform/clock.ts';
import { reasonText } from '../../platform/i18n/match-reasons.ts';
import type { SearchRow } from '../../platform/search/port.ts';
import type { PolicyReader } from '../reference/service.ts';
import type { Screened, Screener } from './screening.ts';
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
   * The same for a row that is not written yet; fewer candidates, because many records come one after another.
   * @param dated nobody whose dates of birth all contradict is sought: a third of the work
   */
  findLikeRow(actor: Actor, row: SearchRow, dated: boolean): Promise<LikeRecord[]>;
  /** Rows beside each other, none of them written: how likely the second is the person of the first; null: not at all. */
  compareRows(actor: Actor, row: SearchRow, other: SearchRow): Promise<Match | null>;
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
  async function likely(
    actor: Actor,
    match: MatchQuery,
    exceptId: string | undefined,
    { candidates = CANDIDATES, dated = false } = {},
  ): Promise<LikeRecord[]> {
    const now = clock.now();
    const tokens = readerTokens(actor);
    const policy = await policies.current('DUPLICATE');
    const { found } = await screener.screen({
      ...{ match, tokens, now, policy, candidates, dated },
      least: 'POSSIBLE',
    });
    const others = found.filter(({ personId }) => personId !== exceptId);
    const shown = await store.visible(
      others.map(({ personId }) => personId),
      tokens,
      now,
    );
    return others.flatMap((one) => {
      const registryNumber = shown.get(one.personId)?.registryNumber;
      return registryNumber === undefined ? [] : [{ ...one, registryNumber }];
    });
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
  const questionOf = (actor: Actor, row: SearchRow): MatchQuery | null => {
    const record = screener.usable(row, readerTokens(actor), clock.now());
    return record && asQuestion(record);
  };

  return {
    find,
    async findLikeRow(actor, row, dated) {
      const question = questionOf(actor, row);
      if (!question) return [];
      const found = await likely(actor, question, row.personId, { candidates: FEW_CANDIDATES, dated });
      return found.slice(0, SHOWN);
    },
    async compareRows(actor, row, other) {
      const question = questionOf(actor, row);
      const record = screener.usable(other, readerTokens(actor), clock.now());
      if (!question || !record) return null;
      const match = screener.compare(await policies.current('DUPLICATE'), question, record);
      return match && match.band !== 'WEAK' && match.band !== 'NONE' ? match : null;
    },
    findLike: async (actor, question, exceptId) => (await likely(actor, question, exceptId)).slice(0, SHOWN),
    unresolved: async (actor, personId) => (await find(actor, personId)).map(({ personId: id }) => id),
  };
}
