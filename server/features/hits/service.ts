// What can be done with hits; other features come in here.
import type { Tx } from '../../platform/database/database.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { createClocksPass } from './clocks-pass.ts';
import { createHitEvents } from './events.ts';
import { createForeignHits } from './foreign.ts';
import { createNotSameMemory } from './memory.ts';
import { createHitPhotos, type HitPhotoDeps } from './photos.ts';
import { createHitReading, type HitReadingDeps } from './reading.ts';
import { createHitSteps } from './steps.ts';
import { isKnownTo, lockHit, updateHit } from './store.ts';
import { createHitTally } from './tally.ts';
import { createHitTasks } from './tasks.ts';

/** What an extradition case has to know of the hit that it begins with. */
export interface ConfirmedHit {
  readonly hitId: string;
  readonly personId: string;
  readonly alertId: string;
  /** Whose alert it is. */
  readonly requestingState: string;
  /** Where the person was found. */
  readonly requestedState: string;
  readonly confirmedAt: Date;
  readonly ownerConfirmedAt: Date | null;
  /** The time of the arrest, not of its entry; null when nobody was arrested. */
  readonly arrestedAt: Date | null;
  readonly place: string | null;
  readonly custodyFacility: string | null;
  readonly caseId: string | null;
}

export type { ForeignHit, ToldOfHit } from './foreign.ts';
export { isOwnerVerb, type OwnerVerb } from './owner-verbs.ts';

export type HitService = ReturnType<typeof createHitService>;

export function createHitService(deps: HitReadingDeps & HitPhotoDeps) {
  return {
    ...createHitReading(deps),
    ...createHitSteps(deps),
    ...createClocksPass(deps),
    ...createNotSameMemory(deps),
    ...createHitEvents(deps),
    ...createHitTally(deps),
    ...createHitTasks(deps),
    ...createHitPhotos(deps),
    ...createForeignHits(deps),
    /** Whether a system of the agency may still hear of the hit: a silent report only while the alert works for that border. */
    mayBeTold: (hitId: string, { state, agencyId }: { state: string; agencyId: string }): Promise<boolean> =>
      isKnownTo(deps.database.prisma, hitId, state, agencyId, deps.clock.now()).catch((error) =>
        Promise.reject(asProblem(error)),
      ),
    /** Locked until the end of the transaction. @returns null unless second line confirmed that it is the person */
    async confirmedFacts(tx: Tx, hitId: string): Promise<ConfirmedHit | null> {
      const hit = await lockHit(tx.db, hitId, tx.now);
      if (hit?.decision !== 'CONFIRMED' || hit.decidedAt === null) return null;
      return {
        hitId,
        personId: hit.personId,
        alertId: hit.alertId,
        requestingState: hit.ownerState,
        requestedState: hit.state,
        confirmedAt: hit.decidedAt,
        ownerConfirmedAt: hit.answer === 'CONFIRMED' ? hit.answeredAt : null,
        arrestedAt: hit.action === 'ARRESTED' ? hit.actionAt : null,
        place: hit.actionPlace,
        custodyFacility: hit.custodyFacility,
        caseId: hit.caseId,
      };
    },
    async linkCase(tx: Tx, hitId: string, caseId: string): Promise<void> {
      await updateHit(tx.db, hitId, { caseId });
    },
  };
}
