// Lists and looks: stable pages, filters that tell nothing, traces before answers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  arrestDraft,
  makeOffenceCode,
  makeStranger,
  plainDraft,
  publish,
} from '../../../tests/support/alert-files.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import { alertQuery } from './contract.ts';

let world: TestWorld;
let offenceCodeId: string;
beforeAll(async () => {
  world = await createTestWorld();
  offenceCodeId = await makeOffenceCode(world, 'KGZ');
});
afterAll(() => world.close());

const inv = () => world.actor('KGZ', 'INV');
const co = () => world.actor('KGZ', 'CO');
const someone = (actor = inv()) => makeStranger(world, actor);

const auditTypes = async (id: string): Promise<string[]> => {
  const { rows } = await world.database.pool.query<{ type: string }>(
    'select type from audit_event where subject_id = $1 order by id',
    [id],
  );
  return rows.map(({ type }) => type);
};

describe('the list', () => {
  it('pages through a growing list without losing or repeating one', async () => {
    const { alerts } = world.services;
    const actor = world.actor('UZB', 'INV');
    const person = await someone(actor);
    const wanted: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      wanted.push((await alerts.createAlert(actor, plainDraft(person, {}))).id);
      world.clock.advance(1);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await alerts.listAlerts(
        actor,
        alertQuery.parse({ limit: 2, ownState: 'true', ...(cursor && { cursor }) }),
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
      world.clock.advance(1000);
      if (seen.length === 2) await alerts.createAlert(actor, plainDraft(person, {}));
    } while (cursor);
    expect(seen).toEqual([...wanted].reverse());
  });

  it('does not tell partners the day of review through a filter', async () => {
    const { alerts } = world.services;
    const person = await someone();
    const { id } = await publish(
      world,
      'KGZ',
      arrestDraft(person, offenceCodeId, { expiresOn: '2026-12-31' }),
    );
    const list = async (actor: ReturnType<typeof inv>, query: object) =>
      (await alerts.listAlerts(actor, alertQuery.parse({ personId: person, ...query }))).items;
    const partner = world.actor('KAZ', 'CO');
    expect(await list(partner, {})).toMatchObject([{ id, reviewDueOn: null }]);
    expect(await list(partner, { reviewDueBefore: '2027-12-31' })).toEqual([]);
    expect(await list(co(), { reviewDueBefore: '2027-12-31' })).toMatchObject([
      { id, reviewDueOn: '2026-12-01' },
    ]);
    expect(await list(partner, { expiresBefore: '2027-12-31' })).toHaveLength(1);
    expect(await list(partner, { ownState: 'true' })).toEqual([]);
    expect(await list(partner, { status: 'ACTIVE', type: 'ARREST_PROSECUTION' })).toHaveLength(1);
  });

  it('leaves a trace and notes what was disclosed before it answers', async () => {
    const { alerts } = world.services;
    const person = await someone();
    const { id } = await publish(world, 'KGZ', arrestDraft(person, offenceCodeId));
    const reader = world.actor('KAZ', 'INV');
    await alerts.getAlert(reader, id);
    const notes = await world.database.prisma.disclosure.findMany({
      where: { recipientId: reader.id, via: 'DETAIL' },
    });
    expect(
      notes.map(({ personId, alertIds, ownerStates }) => ({ personId, alertIds, ownerStates })),
    ).toContainEqual({
      personId: person,
      alertIds: [id],
      ownerStates: ['KGZ'],
    });
    expect(await auditTypes(id)).toContain('alert.viewed');
  });
});

it('readers without an agency or a role of records hold no tokens', () => {
  for (const role of ['BO1', 'NAD', 'SAD', 'AUD'] as const)
    expect(readerTokens(world.actor('KGZ', role))).toEqual([]);
  // The key of another system reads what an ordinary colleague of its agency does; its scopes say through which door.
  expect(readerTokens(world.actor('KGZ', 'SVC'))).toEqual(readerTokens(world.actor('KGZ', 'BO2')));
});
