// Records that another installation keeps, as far as it lets us know them; rows of our own beside them stay as they are.
import { workAudience } from '../../domain/access/audience.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type ForeignPerson, readForeignPlace, removeRowsOf, writeForeign } from './foreign-store.ts';
import { refreshSearchRows } from './search-row-store.ts';

export type { ForeignPerson };

export interface ForeignPersons {
  /** @returns the id under which the person stands here: of the record that it was merged into, where somebody did */
  putForeign(tx: Tx, person: ForeignPerson): Promise<string>;
  /** Takes away what the installation told of a person. @returns false when nothing of it is known here */
  eraseForeign(tx: Tx, peerId: string, states: readonly string[], personId: string): Promise<boolean>;
}

export function createForeignPersons(names: NameEngine): ForeignPersons {
  return {
    async putForeign(tx, person) {
      const { row, peerId } = person;
      const place = await readForeignPlace(tx.db, row.id);
      const personId = place?.standsAs ?? row.id;
      await writeForeign(tx, personId, person, {
        // The record itself is written by its keeper alone.
        ownRow: place === null ? 'NEW' : place.peerId === peerId && personId === row.id ? 'OLD' : null,
        ownerAudience: workAudience(row.sourceState, row.sourceAgencyId),
      });
      await refreshSearchRows(tx, names, [personId]);
      return personId;
    },
    async eraseForeign(tx, peerId, states, id) {
      const place = await readForeignPlace(tx.db, id);
      if (!place) return false;
      await removeRowsOf(tx, place.standsAs, states, place.peerId === peerId ? id : null);
      await refreshSearchRows(tx, names, [place.standsAs]);
      return true;
    },
  };
}
