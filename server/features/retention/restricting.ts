// Restriction: a disputed record is kept and used by nobody but the data-protection officer of its state.
import type { Actor } from '../../domain/access/actor.ts';
import { workAudience } from '../../domain/access/audience.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { Database } from '../../platform/database/database.ts';
import type { AlertService } from '../alerts/service.ts';
import type { PersonAccess } from '../persons/service.ts';

export interface RestrictingParts {
  readonly database: Database;
  readonly alerts: Pick<AlertService, 'takeStep'>;
  readonly persons: Pick<PersonAccess, 'close'>;
}

export function createRestricting({ database, alerts, persons }: RestrictingParts) {
  const find = async (personId: string, state: string | null) => {
    const person = await database.prisma.person.findUnique({ where: { id: personId } });
    if (!person || person.sourceState !== state || person.erasedAt !== null || person.mergedIntoId !== null)
      throw notFound();
    return person;
  };

  return {
    /** Suspends the own state's alerts and hides the record. @returns how many alerts were suspended */
    async restrict(actor: Actor, personId: string): Promise<number> {
      await find(personId, actor.state);
      const live = await database.prisma.alert.findMany({
        where: { personId, ownerState: actor.state ?? '', status: { in: ['ACTIVE', 'LOCATED'] } },
        select: { id: true, version: true },
        orderBy: { id: 'asc' },
      });
      for (const { id, version } of live)
        await alerts.takeStep(actor, id, version, 'suspend', {
          reason: 'Restricted at the request of the person.',
        });
      await database.transaction(actor, async (tx) => {
        await persons.close(tx, personId, {
          restrictedAt: tx.now,
          ownerAudience: [`s:${actor.state}#Z`],
        });
        tx.audit({
          type: 'person.restricted',
          data: { alerts: live.length },
          subject: { type: 'person', id: personId },
        });
      });
      return live.length;
    },

    /** The record is used again; suspended alerts are resumed by their owner. @throws Problem `conflict` when it is not restricted */
    async lift(actor: Actor, personId: string): Promise<void> {
      const { restrictedAt, sourceState, sourceAgencyId } = await find(personId, actor.state);
      if (restrictedAt === null) throw new Problem('conflict', [{ at: '', code: 'not-restricted' }]);
      await database.transaction(actor, async (tx) => {
        await persons.close(tx, personId, {
          restrictedAt: null,
          ownerAudience: workAudience(sourceState, sourceAgencyId),
        });
        tx.audit({ type: 'person.unrestricted', data: {}, subject: { type: 'person', id: personId } });
      });
    },
  };
}
