// Scenario 22: 300 passengers with 3 malformed lines, uploaded twice: 297 screened once, 3 reported; a later alert is found.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { arrestDraft, makeOffenceCode, makePerson, publish } from '../support/alert-files.ts';
import { runDueJobs } from '../support/jobs.ts';
import { csvOf, inventPassengers } from '../support/lists.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

it('scenario 22: a list of 300 with 3 bad lines is screened once, and again when an alert begins and ends', async () => {
  const people = inventPassengers(297);
  const wanted = {
    ...people[100],
    family: 'Искалиев',
    given: 'Тизме',
    birth: '1980-02-15',
    document: 'AC2222222',
  };
  const csv = csvOf(people.with?.(100, wanted as (typeof people)[number]) ?? people, [
    ';;1980-01-01;M;;',
    ';;;F;;',
    '  ;;31.02.1999;M;;KGZ',
  ]);
  const officer = world.http(await world.token('KGZ', 'BO2'));
  const upload = () =>
    officer
      .post('/v1/passenger-lists/files')
      .field({
        source: 'API',
        carrier: 'ZZ',
        number: '123',
        date: '2026-11-24',
        to: 'FRU',
        checkpoint: 'Manas',
      })
      .attach('file', Buffer.from(csv), 'рейс.csv');
  const first = await upload();
  expect([first.status, first.body.progress]).toEqual([
    202,
    { lines: 297, screened: 0, repeated: 0, faults: 3 },
  ]);
  expect(first.body.faults.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual([
    [299, 'no-identity'],
    [300, 'no-identity'],
    [301, 'no-identity'],
  ]);
  const waiting = await officer.get(`/v1/passenger-lists/${first.body.id}/lines?limit=200`);
  expect(waiting.body.items.every(({ result }: { result: string }) => result === 'PENDING')).toBe(true);
  await runDueJobs(world);

  const second = await upload();
  expect(second.body.id).toBe(first.body.id);
  await runDueJobs(world);
  const { rows } = await world.database.pool.query(
    `select count(*)::int as lines, count(screened_at)::int as screened from passenger_line`,
  );
  expect(rows).toEqual([{ lines: 297, screened: 297 }]);
  const { rows: traces } = await world.database.pool.query(
    `select sum((data->>'lines')::int)::int as lines from audit_event where type = 'list.screened'`,
  );
  expect(traces).toEqual([{ lines: 297 }]);
  const path = `/v1/passenger-lists/${first.body.id}`;
  const read = async () => (await officer.get(path)).body;
  expect(await read()).toMatchObject({
    status: 'SCREENED',
    progress: { lines: 297, screened: 297, faults: 3 },
    results: { hit: 0 },
  });
  const reviewed = await officer.post(`${path}/steps/review`).set('If-Match', `"v${(await read()).version}"`);
  expect(reviewed.body.status).toBe('REVIEWED');

  const personId = await makePerson(world, world.actor('KGZ', 'INV'), {
    family: wanted.family,
    given: wanted.given,
    document: wanted.document,
  });
  const alert = await publish(world, 'KGZ', arrestDraft(personId, await makeOffenceCode(world, 'KGZ')));
  expect((await read()).results.hit).toBe(0);
  await runDueJobs(world);
  expect(await read()).toMatchObject({ status: 'SCREENED', results: { hit: 1 } });
  const hits = (await officer.get(`${path}/lines?result=HIT`)).body.items;
  expect(hits).toHaveLength(1);
  expect(hits[0]).toMatchObject({
    document: 'AC2222222',
    colour: 'RED',
    isNews: true,
    actions: [{ code: 'A1' }],
  });

  // A withdrawn alert alarms nobody, also before the worker has come to it.
  await world.services.alerts.takeStep(world.actor('KGZ', 'CO'), alert.id, alert.version, 'withdraw', {
    reason: 'Decision 12/2026.',
    withdrawal: 'ERROR',
  });
  expect((await read()).results.hit).toBe(0);
  expect((await officer.get(`${path}/lines?result=HIT`)).body.items).toEqual([]);
  await runDueJobs(world);
  const { rows: after } = await world.database.pool.query(
    `select count(*)::int as hits from passenger_line where outcome = 'HIT'`,
  );
  expect(after).toEqual([{ hits: 0 }]);
}, 120_000);
