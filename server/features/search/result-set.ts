// From a question and its filters to the persons that may be shown: found by name or by filters alone, in full or "at least".
import type { Actor } from '../../domain/access/actor.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import type { Match, MatchRecord } from '../../domain/matching/match.ts';
import type { MatchPolicy } from '../../domain/matching/policy.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import { alertMeets, type PersonFilter } from '../../domain/persons/person-filter.ts';
import type { BrowseSource } from '../../platform/search/port.ts';
import type { Question } from './question.ts';
import { createRecordFilter, type RecordFilter } from './record-filter.ts';
import type { Screener } from './screening.ts';
import type { AlertFact, SearchStore } from './store.ts';

/** Most candidates that one search scores. */
export const CANDIDATES = 300;
/** Most persons that a list by filters alone reaches; who wants others narrows the filters. */
export const BROWSED = 500;
/** Rows looked at for them; more only where many of them turn out not to be the reader's. */
const EXAMINED = 5 * BROWSED;

export interface Entry {
  readonly personId: string;
  readonly registryNumber: string;
  /** Null where nobody was asked for by name or number. */
  readonly match: Match | null;
  /** What the reader may use of the row. */
  readonly record: MatchRecord;
  /** Alerts that the reader may see; empty unless they were asked for. */
  readonly alerts: readonly AlertFact[];
}

export interface ResultSet {
  readonly entries: readonly Entry[];
  /** There may be more than `entries`. */
  readonly cut: boolean;
  readonly candidates: number;
  readonly candidateIds: ReadonlySet<string>;
  readonly engine: string;
  readonly asOf: string;
  readonly degraded: boolean;
}

export interface Wanted {
  readonly question: Question;
  readonly filter: PersonFilter | null;
  readonly now: Date;
  readonly policy: MatchPolicy;
  /** Whether the alerts of all entries are needed (facets, order by alert). */
  readonly alerts: boolean;
}

export interface ResultSetParts {
  readonly names: NameEngine;
  readonly screener: Screener;
  readonly browser: BrowseSource;
  readonly store: SearchStore;
}

type Found = Pick<Entry, 'personId' | 'match' | 'record'>;

export function createResultSets({ names, screener, browser, store }: ResultSetParts) {
  /** Keeps those that the reader may see now and that meet the filter in what he may see. */
  async function admit(
    found: readonly Found[],
    filter: RecordFilter,
    { now, alerts }: Wanted,
    tokens: readonly string[],
  ): Promise<Entry[]> {
    const traits = filter.needsTraits ? await store.traits(found.map(({ personId }) => personId)) : new Map();
    const fitting = found.filter(({ personId, record }) => {
      const row = traits.get(personId);
      return filter.admits(record, row ? screener.usableTraits(row, tokens, now) : []);
    });
    const ids = fitting.map(({ personId }) => personId);
    const [shown, facts] = await Promise.all([
      store.visible(ids, tokens, now),
      alerts || filter.alert ? store.alertFacts(ids, tokens, now) : new Map<string, AlertFact[]>(),
    ]);
    return fitting.flatMap((one) => {
      const registryNumber = shown.get(one.personId)?.registryNumber;
      const own = facts.get(one.personId) ?? [];
      if (registryNumber === undefined) return [];
      const { alert } = filter;
      if (alert && !own.some((fact) => alertMeets(fact, alert))) return [];
      return [{ ...one, registryNumber, alerts: own }];
    });
  }

  async function byName(wanted: Wanted, filter: RecordFilter, tokens: readonly string[]): Promise<ResultSet> {
    const { question, now, policy } = wanted;
    const screening = await screener.screen({
      match: question.match,
      tokens,
      now,
      policy,
      candidates: CANDIDATES,
      ...(filter.row && { filter: filter.row }),
    });
    return {
      ...screening,
      entries: await admit(screening.found, filter, wanted, tokens),
      cut: screening.candidates >= CANDIDATES || screening.degraded,
    };
  }

  async function byFilter(
    wanted: Wanted,
    filter: RecordFilter,
    tokens: readonly string[],
  ): Promise<ResultSet> {
    if (!filter.row) throw new Error('a list without a filter would be the whole registry');
    const entries: Entry[] = [];
    let after: string | null = null;
    for (let examined = 0; ; ) {
      const answer = await browser.browse({
        filter: filter.row,
        keyVersion: names.keyVersion,
        audience: tokens,
        after,
        limit: BROWSED,
      });
      const found = answer.rows.flatMap((row) => {
        const record = screener.usable(row, tokens, wanted.now);
        return record ? [{ personId: row.personId, match: null, record }] : [];
      });
      entries.push(...(await admit(found, filter, wanted, tokens)));
      examined += answer.rows.length;
      after = answer.rows.at(-1)?.personId ?? null;
      const more = answer.rows.length === BROWSED;
      if (more && entries.length <= BROWSED && examined < EXAMINED) continue;
      return {
        entries: entries.slice(0, BROWSED),
        cut: more || entries.length > BROWSED || !answer.complete,
        candidates: examined,
        candidateIds: new Set(),
        engine: answer.engine,
        asOf: answer.asOf,
        degraded: !answer.complete,
      };
    }
  }

  return {
    /** Whether a record that the actor may see meets the filter in what he may see of it. */
    async meets(actor: Actor, personId: string, record: MatchRecord, wanted: Wanted): Promise<boolean> {
      const filter = createRecordFilter(names, wanted.filter ?? {});
      const found = [{ personId, match: null, record }];
      return (await admit(found, filter, wanted, readerTokens(actor))).length > 0;
    },

    /** Not yet in the order of the answer. */
    resolve(actor: Actor, wanted: Wanted): Promise<ResultSet> {
      const tokens = readerTokens(actor);
      const filter = createRecordFilter(names, wanted.filter ?? {});
      const { names: asked, documents, nationalIds } = wanted.question.match;
      const named = asked.length + documents.length + nationalIds.length > 0;
      return named ? byName(wanted, filter, tokens) : byFilter(wanted, filter, tokens);
    },
  };
}

export type ResultSets = ReturnType<typeof createResultSets>;
