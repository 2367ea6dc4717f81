// Likely duplicates of a record: the same screening path, asked with the record's own names and facts.
import type { Actor } from '../../domain/access/actor.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import type { MatchQuery, MatchRecord } from '../../domain/matching/match.ts';
import type { Clock } from '../../platform/clock.ts';
import { reasonText } from '../../platform/i18n/match-reasons.ts';
import type { PolicyReader } from '../reference/service.ts';
import type { Screener } from './screening.ts';
import type { SearchStore } from './store.ts';

const CANDIDATES = 200;
const SHOWN = 20;

export interface Duplicate {
  readonly personId: string;
  readonly registryNumber: string;
  readonly score: number;
  readonly band: string;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
}

export interface DuplicateFinder {
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
  async function find(actor: Actor, personId: string): Promise<Duplicate[]> {
    const now = clock.now();
    const tokens = readerTokens(actor);
    const row = await store.row(personId);
    const record = row && screener.usable(row, tokens, now);
    if (!record) return [];
    const policy = await policies.current('DUPLICATE');
    const { found } = await screener.screen({
      match: asQuestion(record),
      tokens,
      now,
      policy,
      candidates: CANDIDATES,
    });
    const likely = found.filter(({ personId: id, match }) => id !== personId && match.band !== 'WEAK');
    const ids = likely.map(({ personId: id }) => id);
    const [shown, decided] = await Promise.all([
      store.visible(ids, tokens, now),
      store.decidedPairs(personId, ids),
    ]);
    return likely
      .filter(({ personId: id }) => shown.has(id) && !decided.has(id))
      .slice(0, SHOWN)
      .map(({ personId: id, match }) => ({
        personId: id,
        registryNumber: shown.get(id)?.registryNumber ?? '',
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
    unresolved: async (actor, personId) => (await find(actor, personId)).map(({ personId: id }) => id),
  };
}
