// Server-sent events of hits over a real socket: pushed at once, resumed without loss, ended with the session, silent to others.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePerson, plainDraft, publish } from '../support/alert-files.ts';
import { checkAt, hitSteps, makeWanted } from '../support/border.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
let server: Server;
let base: string;
beforeAll(async () => {
  world = await createTestWorld();
  server = createServer(world.app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 120_000);
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await world.close();
});

interface Heard {
  readonly id: string;
  readonly type: string;
  readonly data: { readonly hitId: string; readonly status?: string };
}

/** Follows until `count` events came. */
async function follow(token: string, last?: string) {
  const gone = new AbortController();
  const response = await fetch(`${base}/v1/events`, {
    headers: { authorization: `Bearer ${token}`, ...(last !== undefined && { 'last-event-id': last }) },
    signal: gone.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const events = (): Heard[] =>
    text
      .split('\n\n')
      .filter((block) => block.includes('data: '))
      .map((block) => {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
        return { id: field('id'), type: field('event'), data: JSON.parse(field('data')) };
      });
  return {
    status: response.status,
    mediaType: response.headers.get('content-type'),
    async heard(count: number): Promise<Heard[]> {
      while (reader && events().length < count) {
        const { done, value } = await reader.read();
        if (done) break;
        text += value;
      }
      return events();
    },
    async ended(): Promise<boolean> {
      for (;;) {
        const step = await reader?.read();
        if (!step || step.done) return true;
      }
    },
    leave: () => gone.abort(),
  };
}

test('second line and owner hear of a hit at once and resume without a gap', {
  timeout: 120_000,
}, async () => {
  await makeWanted(world, { family: 'Угулуев', given: 'Дароо', document: 'AN7000001' });
  const [officer, owner] = [await world.token('KAZ', 'BO2'), await world.token('KGZ', 'CO')];
  const ears = await Promise.all([follow(officer), follow(owner), follow(await world.token('UZB', 'BO2'))]);
  expect(ears.map(({ status, mediaType }) => [status, mediaType])).toEqual(
    ears.map(() => [200, 'text/event-stream; charset=utf-8']),
  );
  const { body } = await checkAt(world, 'KAZ', { document: { number: 'AN7000001', state: 'KGZ' } });
  const [secondLine, alertOwner, stranger] = ears;
  const [first] = (await secondLine?.heard(1)) ?? [];
  expect(first).toMatchObject({ type: 'hit.opened', data: { hitId: body.hit.id } });
  expect((await alertOwner?.heard(1))?.[0]?.data.hitId).toBe(body.hit.id);
  secondLine?.leave();

  // While he is away: two steps, and more than a minute, so that nothing is repeated that was settled.
  const hit = hitSteps(world, officer, body.hit.id);
  world.clock.advance(61_000);
  await hit.step('check-identity');
  await hit.step('confirm', { identifiers: ['FINGERPRINT'] });
  const back = await follow(officer, first?.id);
  const missed = await back.heard(3);
  expect(missed.map(({ data }) => data.status)).toEqual(['IDENTITY_CHECK', 'CONFIRMED', 'OWNER_ASKED']);
  back.leave();
  alertOwner?.leave();
  // The other state heard none of it: its own next event is the first.
  await checkAt(world, 'UZB', { document: { number: 'AN7000001', state: 'KGZ' } });
  expect((await stranger?.heard(1))?.length).toBe(1);
  expect((await stranger?.heard(1))?.[0]?.type).toBe('hit.opened');
  stranger?.leave();
});

test('a silent report is pushed to those who may know; the first line has no such endpoint', {
  timeout: 120_000,
}, async () => {
  const personId = await makePerson(world, world.actor('KGZ', 'INV'), {
    family: 'Акырынов',
    given: 'Жай',
    birth: '1977-07-07',
    document: 'AN7000002',
  });
  await publish(
    world,
    'KGZ',
    plainDraft(personId, {
      type: 'DISCREET_CHECK',
      actionsOnHit: ['D1'],
      sharing: 'LISTED',
      sharedWithStates: ['KAZ'],
    }),
  );
  const ear = await follow(await world.token('KAZ', 'BO2'));
  const outsider = await follow(await world.token('UZB', 'CO'));
  await checkAt(world, 'KAZ', { document: { number: 'AN7000002', state: 'KGZ' } });
  expect((await ear.heard(1))[0]?.type).toBe('hit.silent');
  ear.leave();
  const booth = await follow(await world.token('KAZ', 'BO1'));
  expect(booth.status).toBe(403);
  // Nothing came for the outsider before the end of his session, which ends his stream.
  await world.database.pool.query(`update session set revoked_at = $1`, [world.clock.now()]);
  await world.database.pool.query(`select pg_notify('session_ended', '*')`);
  await world.services.hits.stop();
  expect(await outsider.ended()).toBe(true);
  expect(await outsider.heard(0)).toEqual([]);
});
