// Names offered while somebody types: of persons whom he may see, in any script, each traced before it is shown.
import type { Actor } from '../../domain/access/actor.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import { coarseWords, LONGEST_BEGINNING } from '../../domain/persons/name-beginnings.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { BrowseSource } from '../../platform/search/port.ts';
import type { FlaggedSearches } from '../break-glass/flagged-searches.ts';
import type { DisclosureLedger } from '../disclosures/service.ts';
import type { Screener } from './screening.ts';
import type { SearchStore } from './store.ts';
import type { SuggestionAnswer, SuggestionBody } from './suggestions-contract.ts';
import { createTypingMemory } from './typing-memory.ts';

/** Persons looked at for one list of names. */
const LOOKED_AT = 60;
const FEWEST_LETTERS = 2;

export interface SuggestionService {
  suggestNames(actor: Actor, body: SuggestionBody): Promise<SuggestionAnswer>;
}

export interface SuggestionParts {
  database: Database;
  clock: Clock;
  names: NameEngine;
  screener: Screener;
  browser: BrowseSource;
  store: SearchStore;
  disclosures: DisclosureLedger;
  flags: FlaggedSearches;
}

interface Offered {
  readonly name: string;
  readonly personIds: string[];
  /** The first word typed begins the first word stored. */
  readonly inFront: boolean;
  readonly sameScript: boolean;
}

const CYRILLIC = /\p{Script=Cyrillic}/u;

export function createSuggestionService(parts: SuggestionParts): SuggestionService {
  const { database, clock, names, screener, browser, store, disclosures, flags } = parts;
  const memory = createTypingMemory();

  /** Names that begin as typed, of persons who exist for the reader now; only as he may use them. */
  async function offered(actor: Actor, words: readonly string[], text: string): Promise<Offered[]> {
    const tokens = readerTokens(actor);
    const now = clock.now();
    const { rows } = await browser.suggest({
      beginnings: words.map((word) => word.slice(0, LONGEST_BEGINNING)),
      audience: tokens,
      limit: LOOKED_AT,
    });
    const shown = await store.visible(
      rows.map(({ personId }) => personId),
      tokens,
      now,
    );
    const byName = new Map<string, Offered>();
    for (const row of rows) {
      if (!shown.has(row.personId)) continue;
      for (const { type, raw, analysed } of screener.usableNames(row, tokens, now)) {
        const stored = coarseWords(analysed);
        if (type === 'MISUSED' || !words.every((word) => stored.some((one) => one.startsWith(word))))
          continue;
        const key = raw.normalize('NFC').toLowerCase();
        const known = byName.get(key);
        if (known) {
          if (!known.personIds.includes(row.personId)) known.personIds.push(row.personId);
          continue;
        }
        byName.set(key, {
          name: raw,
          personIds: [row.personId],
          inFront: stored[0]?.startsWith(words[0] ?? '') ?? false,
          sameScript: CYRILLIC.test(raw) === CYRILLIC.test(text),
        });
      }
    }
    return [...byName.values()].sort(
      (a, b) =>
        Number(b.sameScript) - Number(a.sameScript) ||
        Number(b.inFront) - Number(a.inFront) ||
        b.personIds.length - a.personIds.length ||
        (a.name < b.name ? -1 : 1),
    );
  }

  async function leaveTrace(actor: Actor, text: string, personIds: readonly string[]): Promise<void> {
    const fresh = memory.unknown(actor, text, personIds, clock.now());
    if (fresh === null) return;
    const alerts = await store.alertFacts(fresh, readerTokens(actor), clock.now());
    await Promise.all([
      database.record(actor, { type: 'search.suggested', data: { shown: fresh }, secret: text }),
      disclosures.note(
        actor,
        'SEARCH',
        fresh.map((personId) => ({
          personId,
          alertIds: (alerts.get(personId) ?? []).map(({ id }) => id),
          ownerStates: [...new Set((alerts.get(personId) ?? []).map(({ ownerState }) => ownerState))],
        })),
      ),
      flags.flagSearch(actor, text),
    ]);
    memory.keep(actor, text, personIds, clock.now());
  }

  return {
    async suggestNames(actor, { text, limit }) {
      const words = coarseWords(names.analyse({ full: text }));
      const letters = text.match(/\p{L}/gu)?.length ?? 0;
      if (words.length === 0 || letters < FEWEST_LETTERS) return { items: [], more: false };
      const all = await offered(actor, words, text);
      const items = all.slice(0, limit);
      await leaveTrace(actor, text, [...new Set(items.flatMap(({ personIds }) => personIds))]);
      return {
        items: items.map(({ name, personIds }) => ({ name, persons: personIds.length })),
        more: all.length > items.length,
      };
    },
  };
}
