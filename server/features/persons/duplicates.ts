// Likely duplicates of a person, and what people decide about them.
import type { Actor } from '../../domain/access/actor.ts';
import { Problem } from '../../domain/errors.ts';
import type { Database } from '../../platform/database/database.ts';
import type {
  DecisionAnswer,
  DecisionBody,
  DuplicateCandidate,
  DuplicatesAnswer,
} from './duplicates-contract.ts';
import { decisionsOn, saveDecision } from './duplicates-store.ts';
import { mayAdd } from './open-person.ts';
import { refuseFaults } from './parts/preparing.ts';
import type { PersonAccess } from './person-access.ts';

/** Screens the registry with what the actor may use of the person; never returns what he may not see. */
export type FindDuplicates = (actor: Actor, personId: string) => Promise<DuplicateCandidate[]>;

export interface PersonDuplicates {
  checkDuplicates(actor: Actor, personId: string): Promise<DuplicatesAnswer>;
  decideDuplicate(actor: Actor, personId: string, body: DecisionBody): Promise<DecisionAnswer>;
  /** Ids of likely duplicates that the actor may see and on which nobody has decided: for the publication gate. */
  unresolvedDuplicates(actor: Actor, personId: string): Promise<readonly string[]>;
}

export function createPersonDuplicates(
  database: Database,
  access: PersonAccess,
  findDuplicates: FindDuplicates,
): PersonDuplicates {
  async function find(actor: Actor, personId: string): Promise<DuplicatesAnswer> {
    const [candidates, decisions] = await Promise.all([
      findDuplicates(actor, personId),
      decisionsOn(database.prisma, personId),
    ]);
    const sameById = new Map(decisions.map(({ otherId, same }) => [otherId, same]));
    const items = candidates
      .filter((candidate) => candidate.personId !== personId)
      .map((candidate) => {
        const same = sameById.get(candidate.personId);
        return { ...candidate, decision: same === undefined ? null : same ? 'SAME' : 'DIFFERENT' } as const;
      });
    return { items, unresolved: items.filter(({ decision }) => decision === null).length };
  }

  return {
    async checkDuplicates(actor, personId) {
      await access.openForReading(actor, personId);
      const answer = await find(actor, personId);
      await database.record(actor, {
        type: 'duplicates.checked',
        data: { candidates: answer.items.map((item) => item.personId) },
        subject: { type: 'person', id: personId },
      });
      return answer;
    },

    async unresolvedDuplicates(actor, personId) {
      const { items } = await find(actor, personId);
      return items.filter(({ decision }) => decision === null).map((item) => item.personId);
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
export async function inOrder<T>(
  ids: readonly string[],
  work: (id: string) => Promise<T>,
): Promise<[string, T][]> {
  const done: [string, T][] = [];
  for (const id of [...ids].sort()) done.push([id, await work(id)]);
  return done;
}
