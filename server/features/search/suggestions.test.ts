// Names offered while typing: in any script, only of persons the asker may see, each traced before it is first shown.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../tests/support/alert-files.ts';
import { placeAlert } from '../../../tests/support/sharing.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import type { SuggestionAnswer } from './suggestions-contract.ts';

let world: TestWorld;
let token: string;
beforeAll(async () => {
  world = await createTestWorld();
  token = await world.token('KAZ', 'INV');
  const investigator = world.actor('KGZ', 'INV');
  for (const [family, given] of [
    ['Жумабаев', 'Азамат'],
    ['Жумабаев', 'Азамат'],
    ['Жумагулов', 'Тимур'],
    ['Азаматов', 'Жум'],
  ] as const)
    await placeAlert(world, 'KGZ', await makePerson(world, investigator, { family, given }));
  await makePerson(world, investigator, { family: 'Жумасекретов', given: 'Тайный' });
});
afterAll(() => world.close());

async function suggest(text: string, more: object = {}, as = token) {
  const answer = await world
    .http(as)
    .post('/v1/search/suggestions')
    .send({ text, purpose: { code: 'P1', reference: 'case-typing' }, ...more });
  return { status: answer.status, body: answer.body as SuggestionAnswer };
}
const namesFor = async (text: string, as = token) =>
  (await suggest(text, {}, as)).body.items.map(({ name }) => name);
const formsOf = (body: object, as: string) => world.http(as).post('/v1/search/name-forms').send(body);
const traces = async (reference: string) => {
  const { rows } = await world.database.pool.query(
    `select data, sealed_data is not null as sealed from audit_event
     where type = 'search.suggested' and purpose_ref = $1 order by id`,
    [reference],
  );
  return rows as { data: { shown: string[] }; sealed: boolean }[];
};

describe('suggestions', () => {
  it.each(['жум', 'Jum', 'ZHUM', 'dzhuma'])(
    '"%s" offers names, those that begin so in front',
    async (text) => {
      const names = await namesFor(text);
      expect(names.slice(0, 2).sort()).toEqual(['Жумабаев Азамат', 'Жумагулов Тимур']);
      expect(names).not.toContain('Жумасекретов Тайный');
    },
  );

  it('says how many persons bear a name, and takes words in any order', async () => {
    expect((await suggest('azamat jumab')).body).toEqual({
      items: [{ name: 'Жумабаев Азамат', persons: 2 }],
      more: false,
    });
    expect((await suggest('жум', { limit: 1 })).body).toMatchObject({ more: true });
  });

  it('offers the recording side its own', async () => {
    expect(await namesFor('жумас', await world.token('KGZ', 'INV'))).toEqual(['Жумасекретов Тайный']);
  });

  it.each(['ж', '1', '—', '"', 'x'.repeat(100), '🂡🂢', '\u202Eщщ'])(
    '%s offers nothing and breaks nothing',
    async (text) => {
      const { status, body } = await suggest(text);
      expect([status, body.items]).toEqual([200, []]);
    },
  );

  it('needs a purpose, and a role that may search', async () => {
    expect((await suggest('жум', { purpose: undefined })).status).toBe(422);
    expect((await suggest('жум', {}, await world.token('KGZ', 'BO1'))).status).toBe(403);
  });

  it('leaves a trace of every name shown, and none of a key that shows nothing new', async () => {
    const reference = 'case-frugal';
    const typing = async (text: string) => suggest(text, { purpose: { code: 'P1', reference } });
    await typing('жу');
    const [first] = await traces(reference);
    expect(first?.data.shown).toHaveLength(4);
    expect(first?.sealed).toBe(true);
    for (const text of ['жум', 'жума', 'жумаб', 'жумабае']) await typing(text);
    expect(await traces(reference)).toHaveLength(1);
    // Nothing found is an answer too; once is enough.
    await typing('жумабаеззз');
    await typing('жумабаеззззз');
    expect((await traces(reference)).map(({ data }) => data.shown.length)).toEqual([4, 0]);
    // Typed anew, and after a while: traced anew.
    await typing('тим');
    world.clock.advance(5 * 60_000);
    await typing('тиму');
    expect((await traces(reference)).map(({ data }) => data.shown.length)).toEqual([4, 0, 1, 1]);
    const { rows } = await world.database.pool.query(
      `select count(*)::int as count from disclosure where via = 'SEARCH' and request_id is not null`,
    );
    expect(rows[0].count).toBeGreaterThanOrEqual(6);
  });
});

describe('forms of a name that is being written', () => {
  it('come in both scripts with what looks odd, for those who write records', async () => {
    const { status, body } = await formsOf({ family: 'Жумабаев', given: 'Aзамат', patronymic: '' }, token);
    expect(status).toBe(200);
    expect(body.latin.join(' ')).toMatch(/zhumabaev/i);
    expect(body.hints.map(({ code }: { code: string }) => code)).not.toEqual([]);
    expect((await formsOf({}, token)).body).toMatchObject({ cyrillic: [], latin: [] });
    const officer = await world.token('KAZ', 'BO2');
    expect((await formsOf({ family: 'Жумабаев' }, officer)).status).toBe(403);
  });
});
