// The board against a plain count over the list: the same cases, numbers and order for every kind of reader and filter.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeStranger } from '../../../tests/support/alert-files.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { boardQuery, type CaseEntry, caseQuery } from './list-contract.ts';

// Few stages, many cases each; some equally urgent, some without a clock, every seventh a draft.
const CASES = `
  insert into extradition_case (id, case_number, person_id, alert_id, requesting_state, requested_state, rq_agency_id, purpose,
    treaty_code, treaty_version, defaults_version, treaty_chain, state, state_since, return_states, shared_at, custody,
    next_due_at, owed_documents, demo, created_by, created_at, updated_at)
  select uuidv7(), 'EX-2026-' || lpad(i::text, 6, '0') || '-0', $1, gen_random_uuid(),
    (array['KGZ', 'KAZ', 'UZB'])[1 + i % 3], (array['KAZ', 'KGZ', 'KGZ'])[1 + i % 3],
    case when i % 2 = 0 then $2::uuid else gen_random_uuid() end, 'PROSECUTION', 'MINSK_1993', 1, 1, '[]',
    (array['DRAFT', 'UNDER_REVIEW', 'GRANTED', 'ON_HOLD'])[1 + i % 4]::case_state, $3::timestamptz, '{}',
    case when i % 7 > 0 then $3::timestamptz end, (array['AT_LARGE', 'PROV_CUSTODY'])[1 + i % 2],
    case when i % 5 > 0 then $3::timestamptz + make_interval(hours => i % 11 - 5) end, '{}', false, gen_random_uuid(), $3::timestamptz, $3::timestamptz
  from generate_series(1, 400) i`;

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
  const author = world.actor('KGZ', 'INV');
  const person = await makeStranger(world, author);
  await world.database.pool.query(CASES, [person, author.agencyId, world.clock.now()]);
});
afterAll(() => world.close());

async function listed(actor: Actor, filters: object): Promise<CaseEntry[]> {
  const all: CaseEntry[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await world.services.cases.listCases(
      actor,
      caseQuery.parse({ ...filters, limit: 100, ...(cursor && { cursor }) }),
    );
    all.push(...page.items);
    cursor = page.nextCursor;
  }
  return all;
}

/** Cases without a clock come last, of equally urgent ones the newest first. */
const byUrgency = (a: CaseEntry, b: CaseEntry) =>
  (a.nextDueAt ?? '9').localeCompare(b.nextDueAt ?? '9') || (a.id < b.id ? 1 : -1);

test('every stage shows its most urgent cases and true numbers, for each reader under each filter', async () => {
  const readers = [
    world.actor('KGZ', 'PRO'),
    world.actor('KGZ', 'INV'),
    world.actor('KGZ', 'LIA'),
    world.actor('KAZ', 'PRO'),
    world.actor('UZB', 'CO'),
  ];
  const filters = [
    {},
    { direction: 'REQUESTED' },
    { otherState: 'UZB', custody: 'PROV_CUSTODY' },
    { overdue: 'true', state: 'GRANTED' },
    { q: '00012' },
    { mine: 'true' },
  ];
  for (const reader of readers)
    for (const filter of filters) {
      const all = await listed(reader, filter);
      const { columns } = await world.services.cases.showBoard(reader, boardQuery.parse(filter));
      const stages = [...new Set(all.map(({ state }) => state))];
      expect(columns.map(({ state }) => state).sort()).toEqual(stages.sort());
      for (const { state, count, overdue, items } of columns) {
        const here = all.filter((entry) => entry.state === state).sort(byUrgency);
        expect([count, overdue]).toEqual([here.length, here.filter((entry) => entry.overdue).length]);
        expect(items).toEqual(here.slice(0, 20));
      }
    }
  expect((await listed(world.actor('KGZ', 'PRO'), {})).length).toBeGreaterThan(300);
});
