import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemOf } from '../../../tests/support/problems.ts';
import { placeAlert } from '../../../tests/support/sharing.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { newId } from '../../platform/ids.ts';
import { personBody } from '../persons/contract.ts';
import type { MergeService } from './service.ts';

let world: TestWorld;
let merges: MergeService;
let inv: Actor;
let officer: Actor;
let prosecutor: Actor;
beforeAll(async () => {
  world = await createTestWorld();
  merges = world.services.merges;
  inv = world.actor('KGZ', 'INV');
  officer = world.actor('KGZ', 'CO');
  prosecutor = world.actor('KGZ', 'PRO');
});
afterAll(() => world.close());

async function record(actor: Actor, sex: 'M' | 'F' | 'U' = 'M'): Promise<string> {
  const body = personBody.parse({ sex, names: [{ type: 'PRIMARY', full: 'Абдыраев Талант' }] });
  return (await world.services.persons.createPerson(actor, body)).id;
}
const propose = (actor: Actor, survivorId: string, absorbedId: string) =>
  merges.propose(actor, { survivorId, absorbedId, reason: 'Same prints' });
const reason = { reason: 'Different fathers' };

describe('a proposal', () => {
  test('moves nothing, waits for another person, and can be made once', async () => {
    const [a, b] = [await record(inv), await record(inv)];
    const proposal = await propose(inv, a, b);
    expect(proposal).toMatchObject({
      status: 'PROPOSED',
      version: 1,
      survivor: { personId: a },
      absorbed: { personId: b },
      proposedBy: inv.id,
    });
    expect((await world.services.persons.viewPerson(inv, b)).names).toHaveLength(1);
    expect(await problemOf(propose(officer, b, a))).toBe('conflict :MERGE_PENDING');
    expect(await problemOf(propose(inv, a, a))).toBe('validation-failed /absorbedId:SAME_RECORD');
  });

  test('is made only by a side that owns one of the two, about records that it sees', async () => {
    const [a, b] = [await record(inv), await record(inv)];
    const kazakh = world.actor('KAZ', 'INV');
    expect(await problemOf(propose(kazakh, a, b))).toBe('not-found');
    expect(await problemOf(propose(inv, a, newId()))).toBe('not-found');
    await placeAlert(world, 'KGZ', a);
    await placeAlert(world, 'KGZ', b);
    expect(await problemOf(propose(kazakh, a, b))).toBe('forbidden');
    expect(await problemOf(propose(world.actor('KGZ', 'INV', { which: 'other' }), a, b))).toBe('forbidden');
    // Who records one of his own and sees the other may propose, but his own proposal alone joins nothing.
    expect(await problemOf(propose(kazakh, a, await record(kazakh)))).toBe('done');
  });

  test('is refused where the records contradict each other or were told apart', async () => {
    const [man, woman, other] = [await record(inv, 'M'), await record(inv, 'F'), await record(inv, 'U')];
    expect(await problemOf(propose(inv, man, woman))).toBe('conflict :SEX_DIFFERS');
    await world.services.persons.decideDuplicate(inv, man, { otherId: other, same: false, reason: 'x' });
    expect(await problemOf(propose(inv, other, man))).toBe('conflict :KNOWN_DIFFERENT');
  });
});

describe('a decision', () => {
  test('is another person’s, on the version that he saw, and is taken once', async () => {
    const [a, b] = [await record(officer), await record(officer)];
    const { id, version } = await propose(officer, a, b);
    expect(await problemOf(merges.approve(officer, id, version))).toBe('own-work');
    expect(await problemOf(merges.reject(officer, id, version, reason))).toBe('own-work');
    expect(await problemOf(merges.approve(prosecutor, id, version + 1))).toBe('version-mismatch');
    const both = await Promise.all(
      [prosecutor, world.actor('KGZ', 'CO', { which: 'second' })].map((actor) =>
        problemOf(merges.approve(actor, id, version)),
      ),
    );
    expect(both.sort()).toEqual(['done', 'version-mismatch']);
    expect(await problemOf(merges.approve(prosecutor, id, 2))).toBe('transition-not-allowed');
    expect(await problemOf(merges.reject(prosecutor, id, 2, reason))).toBe('transition-not-allowed');
  });

  test('about records of two states takes both states, whoever proposes', async () => {
    const [kazakh, kazakhOfficer] = [world.actor('KAZ', 'INV'), world.actor('KAZ', 'CO')];
    const [ours, theirs] = [await record(inv), await record(kazakh)];
    await placeAlert(world, 'KGZ', ours);
    await placeAlert(world, 'KAZ', theirs);
    const proposal = await propose(kazakh, ours, theirs);
    expect((await merges.getMerge(officer, proposal.id)).proposedBy).toBeNull();
    expect(await problemOf(merges.approve(kazakhOfficer, proposal.id, 1))).toBe('forbidden');
    expect(await problemOf(merges.approve(world.actor('UZB', 'CO'), proposal.id, 1))).toBe('not-found');
    expect((await merges.approve(officer, proposal.id, 1)).status).toBe('DONE');
    // Both sides still see what is now one record, and either may take it apart.
    expect((await merges.getMerge(kazakhOfficer, proposal.id)).status).toBe('DONE');
    expect(await problemOf(merges.undo(world.actor('UZB', 'CO'), proposal.id, 2, reason))).toBe('not-found');
    expect((await merges.undo(kazakhOfficer, proposal.id, 2, reason)).status).toBe('UNDONE');
  });

  test('that rejects leaves the records alone and frees the pair', async () => {
    const [a, b] = [await record(inv), await record(inv)];
    const { id, version } = await propose(inv, a, b);
    expect((await merges.reject(officer, id, version, reason)).status).toBe('REJECTED');
    expect((await world.services.persons.viewPerson(inv, b)).version).toBe(1);
    expect(await problemOf(propose(inv, a, b))).toBe('done');
  });

  test('looks at the records again: what was told apart meanwhile is not joined', async () => {
    const [a, b] = [await record(inv), await record(inv)];
    const { id, version } = await propose(inv, a, b);
    await world.services.persons.decideDuplicate(inv, a, { otherId: b, same: false, reason: 'x' });
    expect(await problemOf(merges.approve(officer, id, version))).toBe('conflict :KNOWN_DIFFERENT');
  });
});

describe('a merged record', () => {
  test('takes no writes, and its number of versions says that it changed', async () => {
    const { persons } = world.services;
    const [a, b] = [await record(inv), await record(inv)];
    const { id, version } = await propose(inv, a, b);
    await merges.approve(officer, id, version);
    const mark = { kind: 'SCAR', bodyPart: 'chin', description: 'x' } as object;
    expect(await problemOf(persons.addPart(inv, b, 'marks', mark))).toBe('not-found');
    expect(await problemOf(persons.changePerson(inv, b, 2, { heightCm: 170 }))).toBe('not-found');
    expect(await problemOf(propose(inv, b, await record(inv)))).toBe('not-found');
    expect((await persons.viewPerson(inv, a)).version).toBe(2);
    const list = await persons.listPersons(inv, { limit: 200, cursor: undefined } as never);
    expect(list.items.map((item) => item.id)).toContain(a);
    expect(list.items.map((item) => item.id)).not.toContain(b);
  });

  test('shows the way to the survivor only to who may see him', async () => {
    const [a, b] = [await record(inv), await record(inv)];
    const { id, version } = await propose(inv, a, b);
    await merges.approve(officer, id, version);
    const look = (actor: Actor) => world.services.persons.viewPerson(actor, b).catch((error) => error);
    expect(await look(inv)).toMatchObject({ code: 'not-found', extra: { mergedIntoId: a } });
    expect(await look(world.actor('UZB', 'CO'))).toMatchObject({ code: 'not-found', extra: {} });
  });

  test('comes out of a chain last in, first out, and the way leads to its end', async () => {
    const [a, b, c] = [await record(inv), await record(inv), await record(inv)];
    const first = await propose(inv, b, c);
    await merges.approve(officer, first.id, 1);
    const second = await propose(inv, a, b);
    await merges.approve(officer, second.id, 1);
    const look = (id: string) => world.services.persons.viewPerson(inv, id).catch((error) => error);
    expect(await look(c)).toMatchObject({ extra: { mergedIntoId: a } });
    expect((await look(a)).names).toHaveLength(3);
    expect(await problemOf(merges.undo(officer, first.id, 2, reason))).toBe('conflict :MERGED_ON');
    expect((await merges.undo(officer, second.id, 2, reason)).left).toEqual([]);
    expect((await merges.undo(officer, first.id, 2, reason)).left).toEqual([]);
    for (const id of [a, b, c]) expect((await look(id)).names).toHaveLength(1);
  });

  test('two merges across each other at once do not lock up', async () => {
    const [a, b] = [await record(inv), await record(inv)];
    const [c, d] = [await record(inv), await record(inv)];
    const one = await propose(inv, a, c);
    const other = await propose(inv, d, b);
    const done = await Promise.all([
      problemOf(merges.approve(officer, one.id, 1)),
      problemOf(merges.approve(prosecutor, other.id, 1)),
      problemOf(propose(inv, c, b)),
    ]);
    expect(done.slice(0, 2)).toEqual(['done', 'done']);
  });
});

describe('lists of merges', () => {
  test('hold what the own side may see', async () => {
    const uzbek = world.actor('UZB', 'INV');
    const [a, b] = [await record(uzbek), await record(uzbek)];
    const { id } = await propose(uzbek, a, b);
    const ids = async (actor: Actor, status?: 'PROPOSED' | 'DONE') =>
      (await merges.listMerges(actor, { limit: 50, cursor: undefined, status } as never)).items.map(
        (one) => one.id,
      );
    expect(await ids(uzbek)).toEqual([id]);
    expect(await ids(world.actor('UZB', 'CO'), 'PROPOSED')).toEqual([id]);
    expect(await ids(uzbek, 'DONE')).toEqual([]);
    expect(await ids(world.actor('UZB', 'INV', { which: 'other' }))).toEqual([]);
    expect(await ids(world.actor('KAZ', 'CO'))).not.toContain(id);
    expect(await problemOf(merges.getMerge(world.actor('KAZ', 'CO'), id))).toBe('not-found');
  });
});
