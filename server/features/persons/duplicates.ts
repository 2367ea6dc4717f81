// Likely duplicates of a person, and what people decide about them.
import type { Actor } from '../../domain/access/actor.ts';
import { Problem } from '../../domain/errors.ts';
import type { Database } from '../../platform/database/database.ts';
import type { DisclosureLedger } from '../disclosures/service.ts';
import type { DuplicateFinder } from '../search/duplicates.ts';
import type { DecisionAnswer, DecisionBody, DuplicatesAnswer } from './duplicates-contract.ts';
import { saveDecision } from './duplicates-store.ts';
import { disclosed, mayAdd } from './open-person.ts';
import { refuseFaults } from './parts/preparing.ts';
import type { PersonAccess } from './person-access.ts';

export interface PersonDuplicates {
  checkDuplicates(actor: Actor, personId: string): Promise<DuplicatesAnswer>;
  decideDuplicate(actor: Actor, personId: string, body: DecisionBody): Promise<DecisionAnswer>;
}

export interface PersonDuplicatesDeps {
  readonly database: Database;
  readonly access: PersonAccess;
  readonly disclosures: Pick<DisclosureLedger, 'note'>;
  readonly duplicates: Pick<DuplicateFinder, 'find'>;
}

export function createPersonDuplicates(deps: PersonDuplicatesDeps): PersonDuplicates {
  const { database, access, disclosures, duplicates } = deps;
  return {
    async checkDuplicates(actor, personId) {
      await access.openForReading(actor, personId);
      const candidates = await duplicates.find(actor, personId);
      const opened = await access.openMany(
        actor,
        candidates.map((candidate) => candidate.personId),
      );
      const items = candidates
        .filter((candidate) => opened.has(candidate.personId))
        .map((candidate) => ({ ...candidate, reasons: [...candidate.reasons] }));
      await Promise.all([
        database.record(actor, {
          type: 'duplicates.checked',
          data: { candidates: items.map((item) => item.personId) },
          subject: { type: 'person', id: personId },
        }),
        disclosures.note(actor, 'SEARCH', [...opened.values()].map(disclosed)),
      ]);
      return { items };
    },

    decideDuplicate: (actor, personId, { otherId, same, reason }) =>
      database.transaction(actor, async (tx) => {
        if (personId === otherId) refuseFaults([{ at: '/otherId', code: 'SAME_RECORD' }]);
        // In the order of ids, as every change that takes two persons: two such changes never wait for each other.
        const opened = new Map(
          await inOrder([personId, otherId], async (id) => access.openForChange(tx, actor, id, null)),
        );
        const person = opened.get(personId);
        if (!person || !mayAdd(person, actor)) throw new Problem('forbidden');
        await saveDecision(tx, { personId, otherId, same, reason, decidedBy: actor.id });
        tx.audit({
          type: 'duplicates.decided',
          data: { otherId, same },
          subject: { type: 'person', id: personId },
          secret: reason,
        });
        return { personId, otherId, same };
      }),
  };
}

/** Runs the work for each id, one after the other, smallest id first. */
async function inOrder<T>(ids: readonly string[], work: (id: string) => Promise<T>): Promise<[string, T][]> {
  const done: [string, T][] = [];
  for (const id of [...ids].sort()) done.push([id, await work(id)]);
  return done;
}
