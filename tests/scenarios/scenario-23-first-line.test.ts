// Scenario 23: a first-line token opens the check and its own account, and nothing else: 403 on every other route of
// this version, each with its row in the log, and no difference between records that exist and those that do not.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../server/platform/ids.ts';
import { createRoutes } from '../../server/routes.ts';
import { arrestDraft, makeOffenceCode, makePerson, publish } from '../support/alert-files.ts';
import { STATES } from '../support/people.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

/**
 * The check, the word that he saw its card, the passenger lists of his checkpoint (travellers, never records), his own
 * account, and the printed law that everybody reads.
 */
const OPEN_TO_FIRST_LINE = ['check.run', 'hit.acknowledge', 'list.read', 'reference.read', 'session.own'];

it('scenario 23: records, alerts, files and photos are refused to a first-line token, and the refusals are kept', {
  timeout: 180_000,
}, async () => {
  const personId = await makePerson(world, world.actor('KGZ', 'INV'), { document: 'AN2323232' });
  const alert = await publish(world, 'KGZ', arrestDraft(personId, await makeOffenceCode(world, 'KGZ')));
  const officer = world.http(await world.token('KGZ', 'BO1'));
  const check = await officer.post('/v1/checks').send({ document: { number: 'AN2323232', state: 'KGZ' } });
  expect(check.body.outcome).toBe('HIT');
  // The card tells what to do, and holds no key to the record.
  expect(check.text).not.toContain(personId);
  expect(check.text).not.toContain(alert.id);
  expect(check.text).not.toContain('bribe');

  const routes = createRoutes(world.services).filter(({ permission }) => permission !== 'public');
  const refused: string[] = [];
  const opened = new Set<string>();
  for (const [index, route] of routes.entries()) {
    // One of the routes that are open signs out. Officers of three states take turns, so that none of them asks too often.
    const booth = world.http(await world.token(STATES[index % STATES.length] ?? 'KGZ', 'BO1'));
    const knock = async (ids: Record<string, string>) => {
      const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? newId());
      const { status, body } = await booth[route.method](path)
        .set('Purpose', 'P2 booth 3')
        .set('If-Match', '"v1"');
      return { status, body: { ...body, instance: '' } };
    };
    const known = await knock({ personId, alertId: alert.id });
    if (known.status === 403) {
      expect([route.id, known.body.code]).toEqual([route.id, 'forbidden']);
      expect(await knock({}), route.id).toEqual(known);
      refused.push(route.id, route.id);
    } else opened.add(route.permission);
  }
  expect([...opened].sort()).toEqual(OPEN_TO_FIRST_LINE);
  const { rows } = await world.database.pool.query<{ route: string }>(
    `select data->>'route' as route from audit_event where type = 'access.refused' and actor_id = any($1) order by id`,
    [STATES.map((state) => world.actor(state, 'BO1').id)],
  );
  expect(rows.map(({ route }) => route)).toEqual(refused);
  expect(refused).toEqual(
    expect.arrayContaining(['getPerson', 'getAlert', 'searchPersons', 'openWarrantFile', 'getPhotoImage']),
  );
});
