// Scenario 9: who approves his own alert is refused; once a second approver does, the alert is found at once.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addWarrant, arrestDraft, makeOffenceCode, makePerson } from '../support/alert-files.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

it('scenario 9: 403 for the author, searchable within 60 s of the second approver', async () => {
  const author = world.actor('KGZ', 'CO');
  const personId = await makePerson(world, author, { family: 'Төртөков', given: 'Көздөш' });
  const created = await world.services.alerts.createAlert(
    author,
    arrestDraft(personId, await makeOffenceCode(world, 'KGZ')),
  );
  const { id, version } = await addWarrant(world, author, created);

  const own = world.http(await world.token('KGZ', 'CO'));
  const second = world.http(await world.token('KGZ', 'CO', 'second'));
  const partner = world.http(await world.token('KAZ', 'INV'));
  const search = async () => {
    const answer = await partner
      .post('/v1/search/persons')
      .send({ name: 'Tortokov Kozdosh', purpose: { code: 'P1', reference: 'case-9' } });
    expect(answer.status).toBe(200);
    return answer.body.items.map((item: { personId: string }) => item.personId) as string[];
  };
  const submitted = await own.post(`/v1/alerts/${id}/submit`).set('If-Match', `"v${version}"`).send({});
  expect(submitted.status).toBe(200);
  expect(await search()).toEqual([]);

  const approve = (agent: typeof own) =>
    agent
      .post(`/v1/alerts/${id}/approve`)
      .set('If-Match', submitted.headers['etag'] ?? '')
      .send({ complianceReviewed: true });
  const refused = await approve(own);
  expect(refused.status).toBe(403);
  expect(refused.body.code).toBe('own-work');
  const { rows } = await world.database.pool.query(
    "select data->>'code' as code from audit_event where type = 'access.refused' and actor_id = $1",
    [author.id],
  );
  expect(rows).toEqual([{ code: 'own-work' }]);
  expect(await search()).toEqual([]);

  const approved = await approve(second);
  expect(approved.status).toBe(200);
  expect(approved.body.status).toBe('ACTIVE');
  const started = performance.now();
  expect(await search()).toEqual([personId]);
  expect(performance.now() - started).toBeLessThan(60_000);
});
