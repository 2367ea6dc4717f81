// Search over the cases of one reader: numbers, names in any script, words of what he may read.
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import { readQuestion } from '../search/question.ts';
import { entryOf } from './lists.ts';
import { type CaseDeps, privateSideOf, readerOf } from './parts.ts';
import type { CaseSearchBody, CaseSearchPage } from './search-contract.ts';
import { findCases } from './search-store.ts';

/** Most persons compared for one question; a name that more people bear needs more of it. */
const CANDIDATES = 300;

export function createCaseSearch(deps: CaseDeps) {
  const { database, clock, screener, policies } = deps;

  /** Names take the same path as every search: the engine offers, the rules compare what the reader may see. */
  async function personsLike(actor: Actor, text: string) {
    const now = clock.now();
    const { match } = readQuestion({ name: text }, screener.analyse, now);
    if (match.names.length === 0) return { ids: [], engine: 'postgres', degraded: false };
    const { found, engine, degraded } = await screener.screen({
      match,
      tokens: readerTokens(actor),
      now,
      policy: await policies.current('INVESTIGATOR'),
      candidates: CANDIDATES,
    });
    // One word is a weak question to a whole registry; among one's own cases it is what people type.
    const isOneWord = match.names.every(({ tokens }) => tokens.length < 2);
    const ids = found
      .filter(({ match: { band } }) => isOneWord || band !== 'WEAK')
      .map(({ personId }) => personId);
    return { ids, engine, degraded };
  }

  return {
    async searchCases(actor: Actor, { text, cursor, limit }: CaseSearchBody): Promise<CaseSearchPage> {
      const reader = readerOf(actor);
      const before = cursor === undefined ? null : decodeCursor(cursor, z.tuple([z.uuid()]))[0];
      const { ids, engine, degraded } = await personsLike(actor, text);
      const isPrivate = privateSideOf(actor, { requestingState: reader.state }) !== null;
      const words = { text, personIds: ids, isPrivate };
      const rows = await findCases(database.pool, reader, words, before, limit + 1);
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
        degraded,
      };
    },
  };
}
