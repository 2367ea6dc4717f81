// Who sees an alert is decided once in the domain and once in SQL: on the real database the two never differ.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { agencyId } from '../../../tests/support/people.ts';
import { cloneDatabase, type TestDatabase } from '../../../tests/support/test-database.ts';
import {
  alertAudience,
  alertIsVisible,
  alertOwnerAudience,
  borderTokens,
  readerTokens,
} from '../../domain/access/audience.ts';
import { ROLES } from '../../domain/access/role.ts';
import { effectiveStatus, isLive } from '../../domain/alerts/effective-status.ts';
import { ALERT_STATUSES, ALERT_TYPES, SHARINGS } from '../../domain/alerts/vocabulary.ts';
import { systemClock } from '../../platform/clock.ts';
import { createDatabase, type Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { createVault } from '../../platform/security/vault.ts';
import { readInForce } from './in-force-store.ts';
import { listVisible } from './list-store.ts';
import { findVisible } from './store.ts';

const STATES = ['KGZ', 'KAZ', 'UZB'] as const;
const AGENCIES = STATES.flatMap((state) =>
  (['INVESTIGATION', 'CENTRAL'] as const).map((desk) => ({ state, id: agencyId(state, desk) })),
);
/** Instants close to one another, so that ends, starts and "now" often meet exactly. */
const instant = fc.integer({ min: 0, max: 8 }).map((hour) => new Date(Date.UTC(2026, 5, 1, hour)));

const alertFacts = fc
  .record({
    type: fc.constantFrom(...ALERT_TYPES),
    status: fc.constantFrom(...ALERT_STATUSES),
    owner: fc.constantFrom(...AGENCIES),
    sharing: fc.constantFrom(...SHARINGS),
    sharedWithStates: fc.subarray([...STATES]),
    sharedWithAgencies: fc.subarray(AGENCIES.map(({ id }) => id)),
    startsAt: fc.option(instant),
    endsAt: fc.option(instant),
    person: fc.nat({ max: 19 }),
    /** A row whose audience was not taken back when the status changed: the reads must hold all the same. */
    stale: fc.boolean(),
  })
  .map(({ owner, ...rest }) => {
    const facts = { ...rest, ownerState: owner.state, ownerAgencyId: owner.id };
    return {
      ...facts,
      id: newId(),
      audience: alertAudience(facts.stale ? { ...facts, status: 'ACTIVE' as const } : facts),
      ownerAudience: alertOwnerAudience(facts),
    };
  });

const reader = fc
  .record({
    roles: fc.subarray([...ROLES], { maxLength: 2 }),
    desk: fc.constantFrom(...AGENCIES),
    border: fc.boolean(),
  })
  .map(({ roles, desk, border }) =>
    border
      ? borderTokens(desk.state, desk.id)
      : readerTokens({ roles, state: desk.state, agencyId: desk.id }),
  );

let clone: TestDatabase;
let database: Database;
const persons = Array.from({ length: 20 }, () => newId());
const alerts = fc.sample(alertFacts, { numRuns: 400, seed: 20_261_123 });

beforeAll(async () => {
  clone = await cloneDatabase();
  database = createDatabase({ url: clone.url, clock: systemClock, vault: createVault('visibility-test') });
  const author = newId();
  await database.prisma.person.createMany({
    data: persons.map((id, index) => ({
      id,
      registryNumber: `TEST-${index}`,
      sourceState: 'KGZ',
      sourceAgencyId: agencyId('KGZ', 'CENTRAL'),
      createdBy: author,
    })),
  });
  await database.prisma.alert.createMany({
    data: alerts.map(({ person, stale: _, ...facts }, index) => ({
      ...facts,
      personId: persons[person] ?? '',
      alertNumber: `TEST-${index}`,
      validFrom: new Date('2026-06-01'),
      authorId: author,
    })),
  });
});

afterAll(async () => {
  await database.close();
  await clone.drop();
});

it('a list holds exactly what the domain calls visible', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(reader, instant, async (tokens, now) => {
      const rows = await listVisible(database.prisma, tokens, now, { limit: 1000 });
      const expected = alerts.filter((alert) => alertIsVisible(alert, tokens, now));
      expect(rows.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
      seen += rows.length;
    }),
    { numRuns: 120 },
  );
  expect(seen).toBeGreaterThan(200);
});

it('one alert is found exactly when the domain calls it visible', async () => {
  await fc.assert(
    fc.asyncProperty(reader, instant, fc.constantFrom(...alerts), async (tokens, now, alert) => {
      const found = await findVisible(database.prisma, alert.id, tokens, now);
      expect(found !== null).toBe(alertIsVisible(alert, tokens, now));
    }),
    { numRuns: 300 },
  );
});

it('the re-read of search and checks holds exactly what is visible and live', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(reader, instant, async (tokens, now) => {
      const found = [...(await readInForce(database, persons, tokens, now)).values()].flat();
      const expected = alerts.filter(
        (alert) => alertIsVisible(alert, tokens, now) && isLive(alert, now) && alert.startsAt !== null,
      );
      expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
      seen += found.length;
    }),
    { numRuns: 120 },
  );
  expect(seen).toBeGreaterThan(100);
});

it('a filter by status finds exactly those whose status by the clock it is', async () => {
  const everything = [...new Set(alerts.flatMap(({ ownerAudience }) => ownerAudience))];
  for (const now of fc.sample(instant, { numRuns: 6, seed: 7 }))
    for (const status of [...ALERT_STATUSES, 'NOT_YET_VALID'] as const) {
      const rows = await listVisible(database.prisma, everything, now, { limit: 1000, status });
      const expected = alerts.filter((alert) => effectiveStatus(alert, now) === status);
      expect(rows.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
    }
});

it('who holds no token sees nothing', async () => {
  const now = new Date(Date.UTC(2026, 5, 1, 4));
  expect(await listVisible(database.prisma, [], now, { limit: 10 })).toEqual([]);
  expect(await readInForce(database, persons, [], now)).toEqual(new Map());
});
