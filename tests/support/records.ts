// Plain rows of persons and alerts for tests that are not about recording them.
import type { Actor } from '../../server/domain/access/actor.ts';
import { alertAudience, alertOwnerAudience, workAudience } from '../../server/domain/access/audience.ts';
import type { Role } from '../../server/domain/access/role.ts';
import type { AlertStatus, AlertType } from '../../server/domain/alerts/vocabulary.ts';
import { formatRegistryNumber } from '../../server/domain/persons/registry-number.ts';
import type { Database } from '../../server/platform/database/database.ts';
import { newId } from '../../server/platform/ids.ts';
import { agencyId, type TestState, testUser } from './people.ts';

/** Who acts, for services that are called without HTTP. */
export function userActor(
  state: TestState,
  role: Role,
  changes: { which?: 'first' | 'second' | 'other'; idempotencyKey?: string } & Partial<Actor> = {},
): Actor {
  const { which = 'first', idempotencyKey, ...rest } = changes;
  const user = testUser(state, role, which);
  return {
    kind: 'user',
    id: user.id,
    roles: [role],
    scopes: null,
    agencyId: user.agencyId,
    state,
    sessionId: null,
    requestId: newId(),
    ip: '127.0.0.1',
    locale: 'en',
    purpose: { code: 'P1', reference: 'test case' },
    idempotency: idempotencyKey === undefined ? null : { key: idempotencyKey, requestHash: '00'.repeat(32) },
    ...rest,
  };
}

let sequence = 0;

export interface PlantedPerson {
  readonly id: string;
  readonly registryNumber: string;
}

export async function plantPerson(
  database: Database,
  state: TestState,
  changes: { mergedIntoId?: string } = {},
): Promise<PlantedPerson> {
  sequence += 1;
  const source = agencyId(state, 'INVESTIGATION');
  const person = {
    id: newId(),
    registryNumber: formatRegistryNumber({ state: state.slice(0, 2), year: 2026, sequence }),
  };
  await database.prisma.person.create({
    data: {
      ...person,
      ...changes,
      sourceState: state,
      sourceAgencyId: source,
      ownerAudience: workAudience(state, source),
      createdBy: testUser(state, 'INV').id,
    },
  });
  return person;
}

export interface AlertPlan {
  personId: string;
  state: TestState;
  type?: AlertType;
  status?: AlertStatus;
  startsAt?: Date | null;
  endsAt?: Date | null;
}

/** @returns the id of an alert that its own state keeps to itself unless it is changed */
export async function plantAlert(database: Database, plan: AlertPlan): Promise<string> {
  const { personId, state, type = 'ARREST_PROSECUTION', status = 'ACTIVE' } = plan;
  sequence += 1;
  const facts = {
    type,
    status,
    ownerState: state,
    ownerAgencyId: agencyId(state, 'INVESTIGATION'),
    sharing: 'OWNER_ONLY' as const,
    sharedWithStates: [],
    sharedWithAgencies: [],
  };
  const alert = await database.prisma.alert.create({
    data: {
      ...facts,
      personId,
      alertNumber: `${state}-TEST-${sequence}`,
      startsAt: plan.startsAt === undefined ? new Date('2026-01-01T00:00:00Z') : plan.startsAt,
      endsAt: plan.endsAt === undefined ? new Date('2031-01-01T00:00:00Z') : plan.endsAt,
      audience: alertAudience(facts),
      ownerAudience: alertOwnerAudience(facts),
      authorId: testUser(state, 'INV').id,
    },
  });
  return alert.id;
}
