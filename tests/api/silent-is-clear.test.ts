// A silent alert and no alert are the same to the first line: every byte of the answer that is not the check's own id,
// instant or allowance, and the length of all of it.
import type { Response } from 'supertest';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makePerson, plainDraft, publish } from '../support/alert-files.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
let token: string;
const WATCHED = { family: 'Унчуков', given: 'Жымжырт', birth: '1981-02-03', document: 'AN4444444' };
const STRANGER = { family: 'Башкаев', given: 'Бейтааныш', birth: '1981-02-03', document: 'AN5555555' };

beforeAll(async () => {
  world = await createTestWorld();
  token = await world.token('KAZ', 'BO1');
  const personId = await makePerson(world, world.actor('KGZ', 'INV'), WATCHED);
  await publish(
    world,
    'KGZ',
    plainDraft(personId, { type: 'DISCREET_CHECK', actionsOnHit: ['D1'], sharing: 'ALL_MEMBERS' }),
  );
});
afterAll(() => world.close());

const check = ({ family, given, birth, document }: typeof WATCHED): Promise<Response> =>
  world
    .http(token)
    .post('/v1/checks')
    .set('X-Request-Id', 'check-at-lane-1')
    .send({
      family,
      given,
      birthDate: birth,
      document: { number: document, state: 'KGZ' },
      checkpoint: 'Korday',
    });

/** The parts of a raw answer that are a check's own; what is left has to be equal, byte for byte. */
function bare({ status, headers, text }: Response) {
  const { date: _, ratelimit, ...rest } = headers as Record<string, string>;
  return {
    status,
    headers: rest,
    // One request less is left after each: how many digits it has says nothing of the traveller.
    ratelimit: ratelimit?.replace(/\d+/g, '#'),
    order: Object.keys(headers),
    text: text
      .replace(/"checkId":"[0-9a-f-]{36}"/, '"checkId":"<36>"')
      .replace(/"reference":"[0-9A-Z]{4}"/, '"reference":"<4>"')
      .replace(/"at":"[0-9TZ:.-]{24}"/, '"at":"<24>"'),
    length: Buffer.byteLength(text),
  };
}

test('SILENT equals CLEAR byte for byte', async () => {
  const pairs = [];
  for (let round = 0; round < 5; round += 1)
    pairs.push([await check(WATCHED), await check(STRANGER)] as const);
  for (const [silent, clear] of pairs) {
    expect(clear.body.outcome).toBe('CLEAR');
    expect(bare(silent)).toEqual(bare(clear));
  }
  // The log of checks does know the difference: the test would notice if nothing had been found at all.
  const { rows } = await world.database.pool.query<{ outcome: string; count: number }>(
    'select outcome, count(*)::int as count from border_check group by 1 order by 1',
  );
  expect(rows).toEqual([
    { outcome: 'CLEAR', count: 5 },
    { outcome: 'SILENT', count: 5 },
  ]);
});

test('SILENT and CLEAR send the same statements in the same order before the answer', async () => {
  const { pool } = world.database;
  const statementsOf = async (traveller: typeof WATCHED) => {
    await world.services.checks.settled();
    const seen: string[] = [];
    const spy = vi.spyOn(pool, 'query').mockImplementation(((...args: unknown[]) => {
      const { name = 'unnamed' } = args[0] as { name?: string };
      // Whoever is asked for, the register takes its changes every second.
      if (name !== 'register-changes') seen.push(name);
      return Reflect.apply(Object.getPrototypeOf(pool).query, pool, args);
    }) as never);
    try {
      await check(traveller);
      await world.services.checks.settled();
      return seen;
    } finally {
      spy.mockRestore();
    }
  };
  await statementsOf(STRANGER);
  const [silent, clear] = [await statementsOf(WATCHED), await statementsOf(STRANGER)];
  const upTo = silent.indexOf('check-write') + 1;
  expect(silent.slice(0, upTo)).toEqual(clear.slice(0, clear.indexOf('check-write') + 1));
  expect(clear).toContain('check-facts');
  // What a silent check does more comes after the check was kept and does not hold up its answer.
  expect(silent.slice(upTo)).toContain('check-reports');
});

test('the first line finds no other way to the difference', async () => {
  const officer = world.http(token);
  const [silent, clear] = [await check(WATCHED), await check(STRANGER)];
  for (const answer of [silent, clear]) {
    expect((await officer.get(`/v1/checks/${answer.body.checkId}`)).status).toBe(404);
    for (const path of [`/v1/hits/${answer.body.checkId}`, '/v1/hits', '/v1/events', '/v1/not-same'])
      expect((await officer.get(path)).status).toBe(403);
  }
  for (const path of [
    '/v1/audit',
    '/v1/disclosures?personId=00000000-0000-7000-8000-000000000000',
    '/v1/persons',
  ])
    expect((await officer.get(path).set('Purpose', 'P2 x')).status).toBe(403);
  // Nothing is noted as disclosed, because nothing was.
  expect(await world.database.prisma.disclosure.count({ where: { via: 'CHECK' } })).toBe(0);
});

test('a misprinted, a partial and a foreign question are as silent', async () => {
  const ask = (body: object) => world.http(token).post('/v1/checks').send(body);
  for (const body of [
    { family: WATCHED.family, given: WATCHED.given },
    { family: 'UNCHUKOV', given: 'ZHYMZHYRT', birthDate: WATCHED.birth },
    { document: { number: WATCHED.document } },
    { document: { number: WATCHED.document.replace('4', '5'), state: 'KGZ' }, family: WATCHED.family },
  ]) {
    const answer = await ask(body);
    expect([answer.status, answer.body.outcome, answer.body.card]).toEqual([200, 'CLEAR', null]);
  }
});
