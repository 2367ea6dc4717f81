import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import { listBody } from './contract.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const FAMILIES = ['АСАНОВ', 'ДЖУМАБАЕВ', 'КАСЫМОВА', 'ОРОЗБЕКОВ', 'ТЕСТБЕК УУЛУ'];

const listOf = (flight: number) =>
  listBody.parse({
    source: 'API',
    carrier: 'ZZ',
    number: String(flight),
    date: '2026-11-24',
    travellers: Array.from({ length: 40 }, (_, index) => ({
      family: FAMILIES[index % FAMILIES.length],
      given: 'ПРОБА',
      documentNumber: `AC${flight}${String(index).padStart(4, '0')}`,
      documentState: 'KGZ',
    })),
  });

const send = (flight: number) =>
  world.services.passengerLists.create(world.actor('KGZ', 'BO2'), listOf(flight));

// There are six connections: whoever held one and asked for another found none as soon as six did so.
it('twenty-four times the same list at once is one list, and nobody waits for a connection in vain', async () => {
  const answers = await Promise.all(Array.from({ length: 24 }, () => send(100)));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(answers.every(({ progress }) => progress.lines === 40)).toBe(true);
});

it('twenty lists at once are taken in one after another while short answers go first', async () => {
  let longest = 0;
  const started = performance.now();
  let last = started;
  const pulse = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => send(200 + index)));
  clearInterval(pulse);
  expect(new Set(answers.map(({ id }) => id)).size).toBe(20);
  // Read in one go they would hold the process for most of the time.
  expect(longest).toBeLessThan((performance.now() - started) / 4);
});

it('forty transactions at once that each look something up outside of themselves all come to their end', async () => {
  const { database } = world;
  const actor = world.actor('KGZ', 'BO2');
  const looked = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      database.transaction(actor, async (tx) => {
        tx.audit({ type: 'list.listed', data: { count: index } });
        await tx.db.$queryRaw`select pg_sleep(0.01)::text`;
        return (await database.pool.query<{ one: number }>('select 1 as one')).rows[0]?.one;
      }),
    ),
  );
  expect(looked).toEqual(Array(40).fill(1));
});
