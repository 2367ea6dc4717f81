// Search over the cases of one reader: numbers, names in any script, words of what he may read. An engine offers more cases; names are
// compared by the rules whoever offered them, and what is shown is read from the rows.
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import type { CaseReader } from '../../domain/cases/reader.ts';
import { readerMarks } from '../../domain/cases/search-document.ts';
import type { MatchQuery } from '../../domain/matching/match.ts';
import type { AnalysedName } from '../../domain/names/analysed-name.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import { entryOf } from './lists.ts';
import { type CaseDeps, privateSideOf, readerOf } from './parts.ts';
import type { CaseSearchBody, CaseSearchPage } from './search-contract.ts';
import { findCases, findOffered, personsToCompare } from './search-store.ts';

/** Most persons compared for one question; a name that more people bear needs more of it. */
const CANDIDATES = 300;

/** A number is no name; a year in a text is one of birth. */
const asName = (name: AnalysedName): MatchQuery => ({
  names: name.tokens.length > 0 ? [name] : [],
  births: name.years.length === 1 && name.years[0] ? [{ year: name.years[0] }] : [],
  nationalities: [],
  documents: [],
  nationalIds: [],
});

export function createCaseSearch(deps: CaseDeps) {
  const { database, clock, screener, policies, caseSource } = deps;
  const { pool } = database;

  /** Names take the same path as every search: engines offer, the rules compare what the reader may see. */
  async function lookAround(actor: Actor, reader: CaseReader, text: string) {
    const now = clock.now();
    const match = asName(screener.analyse({ full: text }));
    const { letters, keys } = screener.asked(match);
    const offered = await caseSource.find({
      text,
      ...(letters && { letters }),
      readers: readerMarks(reader),
      limit: CANDIDATES,
    });
    const { engine, asOf, worded } = offered;
    const tokens = readerTokens(actor);
    const also = await personsToCompare(
      pool,
      reader,
      offered,
      keys.map(({ key }) => key),
    );
    const question = { match, tokens, now, policy: await policies.current('INVESTIGATOR'), also };
    const screening = letters
      ? await screener.screen({ ...question, candidates: CANDIDATES })
      : { found: [], degraded: false };
    // One word is a weak question to a whole registry; among one's own cases it is what people type.
    const isOneWord = match.names.every((name) => name.tokens.length < 2);
    const personIds = screening.found
      .filter(({ match: { band } }) => isOneWord || band !== 'WEAK')
      .map(({ personId }) => personId);
    return { personIds, engine, asOf, worded, degraded: screening.degraded || !offered.complete };
  }

  return {
    async searchCases(actor: Actor, { text, cursor, limit }: CaseSearchBody): Promise<CaseSearchPage> {
      const reader = readerOf(actor);
      const before = cursor === undefined ? null : decodeCursor(cursor, z.tuple([z.uuid()]))[0];
      const { personIds, worded, engine, asOf, degraded } = await lookAround(actor, reader, text);
      const isPrivate = privateSideOf(actor, { requestingState: reader.state }) !== null;
      const place = { before, limit: limit + 1 };
      const exact = await findCases(pool, reader, { text, personIds, isPrivate }, place);
      // Words with a typing error are looked at where nothing has the words as they stand: beside those they would be noise.
      const rows = exact.length > 0 ? exact : await findOffered(pool, reader, worded, place);
      const { items, nextCursor } = toPage(rows, limit, ({ id }) => [id]);
      await database.record(actor, {
        type: 'case.searched',
        data: { count: items.length },
        // The words may name somebody.
        secret: text,
      });
      const now = clock.now();
      return {
        items: items.map((row) => ({
          ...entryOf(row, reader.state, now),
          foundIn: row.foundIn as CaseSearchPage['items'][number]['foundIn'],
        })),
        nextCursor,
        engine,
        asOf,
        degraded,
      };
    },
  };
}
