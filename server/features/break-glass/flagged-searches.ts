// Searches for oneself or a colleague: they are not refused, but somebody else sees them.
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { notFound } from '../../domain/errors.ts';
import type { AnalysedName } from '../../domain/names/analysed-name.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import { newId } from '../../platform/ids.ts';
import type { FlaggedSearchPage, FlaggedSearchQuery, FlagKind } from './contract.ts';
import { createFlaggedSearchStore, insertFlags } from './flagged-search-store.ts';

/** Score from which a searched name is taken for a colleague's (calibrated: four pairs in five are the same name). */
const SAME_NAME = 0.8;
/** How long a process may go on with names it has read; a new colleague is known after that. */
const HELD_MS = 60_000;

export interface FlaggedSearches {
  /** Notes the search when its name, in whatever script, is that of the actor or of somebody in his agency. */
  flagSearch(actor: Actor, name: string): Promise<void>;
  list(actor: Actor, query: FlaggedSearchQuery): Promise<FlaggedSearchPage>;
}

export interface FlaggedSearchParts {
  database: Database;
  clock: Clock;
  names: Pick<NameEngine, 'analyse' | 'compare'>;
}

interface KnownColleague {
  readonly id: string;
  readonly name: AnalysedName;
}

const place = z.tuple([z.iso.datetime(), z.uuid()]);

export function createFlaggedSearches({ database, clock, names }: FlaggedSearchParts): FlaggedSearches {
  const store = createFlaggedSearchStore(database.pool);
  const held = new Map<string, { at: number; colleagues: KnownColleague[] }>();

  async function colleaguesOf(agencyId: string): Promise<KnownColleague[]> {
    const now = clock.now().getTime();
    const known = held.get(agencyId);
    if (known && now >= known.at && now - known.at < HELD_MS) return known.colleagues;
    const colleagues = (await store.colleagues(agencyId)).map(({ id, displayName }) => ({
      id,
      name: names.analyse({ full: displayName }),
    }));
    held.set(agencyId, { at: now, colleagues });
    return colleagues;
  }

  return {
    async flagSearch(actor, name) {
      const { agencyId } = actor;
      if (actor.kind !== 'user' || agencyId === null) return;
      const searched = names.analyse({ full: name });
      const meant = (await colleaguesOf(agencyId)).filter((colleague) => {
        const { score, contradiction } = names.compare(searched, colleague.name);
        return score >= SAME_NAME && !contradiction;
      });
      if (meant.length === 0) return;
      const kindOf = (userId: string): FlagKind => (userId === actor.id ? 'SELF' : 'COLLEAGUE');
      const flags = meant.map(({ id }) => ({ userId: id, kind: kindOf(id) }));
      // A note beside the search, not the change that a repeated request must not carry out twice.
      await database.transaction({ ...actor, idempotency: null }, async (tx) => {
        await insertFlags(
          tx,
          flags.map((flag) => ({
            ...flag,
            id: newId(),
            at: tx.now,
            actorId: actor.id,
            agencyId,
            requestId: actor.requestId,
          })),
        );
        for (const { kind, userId } of flags) {
          tx.audit({ type: 'search.flagged', data: { kind }, subject: { type: 'user', id: userId } });
        }
      });
    },

    async list(actor, { limit, cursor }) {
      if (actor.state === null) throw notFound();
      const [at, id] = cursor === undefined ? [] : decodeCursor(cursor, place);
      const after = at === undefined || id === undefined ? null : ([at, id] as const);
      const rows = await store.list(actor.state, limit + 1, after);
      const page = toPage(rows, limit, (row) => [row.at, row.id]);
      await database.record(actor, {
        type: 'audit.read',
        data: { filter: ['flagged-searches'], count: page.items.length },
      });
      return page;
    },
  };
}
