// The other way round: from a person of the registry to kept questions that may mean him.
import type { Match, MatchQuery } from '../../domain/matching/match.ts';
import { matchRecord } from '../../domain/matching/match-record.ts';
import type { MatchPolicy } from '../../domain/matching/policy.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import { alertMeets, type PersonFilter } from '../../domain/persons/person-filter.ts';
import type { SearchRow } from '../../platform/search/port.ts';
import type { Vault } from '../../platform/security/vault.ts';
import { createRecordFilter } from './record-filter.ts';
import type { Screener } from './screening.ts';
import type { SearchStore } from './store.ts';

/** What a kept question is found by; cannot be turned back into a name or number. */
export interface Handles {
  /** Keys of the name engine, signed 32-bit. */
  readonly keys: readonly number[];
  /** Keyed digests of document numbers and national ids. */
  readonly exact: readonly string[];
}

export interface ReverseScreener {
  /** What a question is kept under. */
  handlesOf(match: MatchQuery): Handles;
  /** What finds the questions that may mean the person; null when he cannot be found at all. */
  handlesOfPerson(personId: string): Promise<(Handles & { readonly row: SearchRow }) | null>;
  /** @returns what a screening of the question would say of this one person; null where the reader may not use the row */
  compare(
    row: SearchRow,
    question: { match: MatchQuery; tokens: readonly string[]; now: Date; policy: MatchPolicy },
  ): Match | null;
  /** @returns whether the person meets a filter in what the reader may use of him */
  meets(row: SearchRow, filter: PersonFilter, tokens: readonly string[], now: Date): Promise<boolean>;
}

export type VisiblePersons = Pick<SearchStore, 'visible'>;

export interface ReverseParts {
  readonly names: NameEngine;
  readonly vault: Pick<Vault, 'digest'>;
  readonly screener: Pick<Screener, 'usable' | 'usableTraits'>;
  readonly store: Pick<SearchStore, 'row' | 'handles' | 'traits' | 'alertFacts'>;
}

export function createReverseScreener({ names, vault, screener, store }: ReverseParts): ReverseScreener {
  const digest = (text: string) => vault.digest('kept_question.exact', text).toString('base64url');
  return {
    handlesOf({ names: asked, births, documents, nationalIds }) {
      const keys = asked.flatMap((name) => names.queryKeys(name, births).map(({ key }) => key));
      const exact = [
        ...documents.map(({ number }) => digest(`D:${number}`)),
        ...nationalIds.map((id) => digest(`N:${id}`)),
      ];
      return { keys: [...new Set(keys)], exact };
    },
    async handlesOfPerson(personId) {
      const [row, handles] = await Promise.all([store.row(personId), store.handles(personId)]);
      return row && handles && { row, keys: handles.keys, exact: handles.exact.map(digest) };
    },
    compare(row, { match, tokens, now, policy }) {
      const record = screener.usable(row, tokens, now);
      return record && matchRecord(names, policy, match, record);
    },
    async meets(row, filter, tokens, now) {
      const { alert, admits } = createRecordFilter(names, filter);
      const record = screener.usable(row, tokens, now);
      const traits = (await store.traits([row.personId])).get(row.personId);
      if (!record || !admits(record, traits ? screener.usableTraits(traits, tokens, now) : [])) return false;
      if (!alert) return true;
      const facts = (await store.alertFacts([row.personId], tokens, now)).get(row.personId) ?? [];
      return facts.some((fact) => alertMeets(fact, alert));
    },
  };
}
