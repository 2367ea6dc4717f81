// The ledger of disclosures: written before a person is shown, read by those who watch over its use.
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { notFound } from '../../domain/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import { whichPerson } from '../../platform/http/named-person.ts';
import { newId } from '../../platform/ids.ts';
import type { DisclosurePage, DisclosureQuery, DisclosureVia } from './contract.ts';
import { createDisclosureStore } from './store.ts';

export interface Disclosed {
  readonly personId: string;
  readonly alertIds: readonly string[];
  /** States whose data were shown: owners of the alerts, and of the record itself. */
  readonly ownerStates: readonly string[];
}

export interface DisclosureLedger {
  /**
   * Notes what is about to be shown; to be awaited before the answer is given. One statement for all items.
   * @throws Problem `unavailable`: what cannot be noted must not be shown
   */
  note(actor: Actor, via: DisclosureVia, items: readonly Disclosed[]): Promise<void>;
  /**
   * The disclosures of a person of which the actor's state is owner or recipient; none for a number that was never given.
   * @throws Problem `validation-failed` for a number with a typing error
   */
  list(actor: Actor, query: DisclosureQuery): Promise<DisclosurePage>;
}

type Asked = Pick<DisclosureQuery, 'personId' | 'registryNumber'>;

const place = z.tuple([z.iso.datetime(), z.uuid()]);

function placeOf(cursor: string | undefined): readonly [string, string] | null {
  if (cursor === undefined) return null;
  const [at, id] = decodeCursor(cursor, place);
  return [at, id];
}

export function createDisclosureLedger({
  database,
  clock,
}: {
  database: Database;
  clock: Clock;
}): DisclosureLedger {
  const store = createDisclosureStore(database.pool);
  const personOf = (asked: Asked): Promise<string | null> | string => {
    const which = whichPerson(asked, 'query/registryNumber');
    return 'id' in which ? which.id : store.personByNumber(which.registryNumber);
  };
  return {
    async note(actor, via, items) {
      if (items.length === 0) return;
      const { agencyId, state } = actor;
      if (agencyId === null || state === null) throw new Error('a disclosure has a recipient with an agency');
      const recipient = {
        at: clock.now(),
        recipientId: actor.id,
        recipientAgencyId: agencyId,
        recipientState: state,
        via,
        requestId: actor.requestId,
      };
      const notes = items.map((item) => ({ ...item, id: newId() }));
      await store.insert(recipient, notes).catch((error) => Promise.reject(asProblem(error)));
    },
    async list(actor, { limit, cursor, ...asked }) {
      if (actor.state === null) throw notFound();
      const personId = await personOf(asked);
      if (personId === null) return { items: [], nextCursor: null };
      const rows = await store.list(actor.state, personId, limit + 1, placeOf(cursor));
      const page = toPage(rows, limit, ({ at, id }) => [at, id]);
      await database.record(actor, {
        type: 'disclosure.read',
        data: { count: page.items.length },
        subject: { type: 'person', id: personId },
      });
      return page;
    },
  };
}
