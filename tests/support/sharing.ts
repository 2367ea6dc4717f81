// Alerts placed on a person as rows, for tests about who sees what, with the search row remade as the services do.
import { alertAudience, alertOwnerAudience } from '../../server/domain/access/audience.ts';
import type { AlertStatus, AlertType, Sharing } from '../../server/domain/alerts/vocabulary.ts';
import { newId } from '../../server/platform/ids.ts';
import { agencyId, type Desk, type TestState, testUser } from './people.ts';
import type { TestWorld } from './world.ts';

export interface AlertPlacing {
  type?: AlertType;
  status?: AlertStatus;
  sharing?: Sharing;
  sharedWithStates?: TestState[];
  desk?: Desk;
  startsAt?: Date;
  endsAt?: Date;
}

let sequence = 0;

/** @returns the id of an alert of the state, in force and shared with all unless it is said otherwise */
export async function placeAlert(
  { services, database, actor }: TestWorld,
  state: TestState,
  personId: string,
  placing: AlertPlacing = {},
): Promise<string> {
  sequence += 1;
  const facts = {
    type: placing.type ?? 'LOCATE_WITNESS',
    status: placing.status ?? 'ACTIVE',
    ownerState: state,
    ownerAgencyId: agencyId(state, placing.desk ?? 'INVESTIGATION'),
    sharing: placing.sharing ?? 'ALL_MEMBERS',
    sharedWithStates: placing.sharedWithStates ?? [],
    sharedWithAgencies: [],
  };
  const id = newId();
  await database.transaction(actor(state, 'CO'), async (tx) => {
    await tx.db.alert.create({
      data: {
        id,
        ...facts,
        personId,
        alertNumber: `${state}-PLACED-${sequence}`,
        startsAt: placing.startsAt ?? new Date('2026-01-01T00:00:00Z'),
        endsAt: placing.endsAt ?? new Date('2031-01-01T00:00:00Z'),
        audience: alertAudience(facts),
        ownerAudience: alertOwnerAudience(facts),
        actionsOnHit: ['L1'],
        authorId: testUser(state, 'INV').id,
      },
    });
    await services.persons.refreshSearch(tx, personId);
    tx.audit({ type: 'alert.changed', data: { changed: ['test'] }, subject: { type: 'alert', id } });
  });
  return id;
}
