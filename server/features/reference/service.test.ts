// Law and practice as the services read them: current by the clock, known within 30 s, cards by role.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import { ACTION_CODES } from '../../domain/alerts/vocabulary.ts';
import { Problem } from '../../domain/errors.ts';
import { POLICY_CODES } from '../../domain/matching/match.ts';
import { HELD_MS } from './held-briefly.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

describe('current versions', () => {
  it('every policy that the program asks for is there', async () => {
    for (const code of POLICY_CODES) {
      const policy = await world.services.reference.policies.current(code);
      expect(policy).toMatchObject({ code, version: expect.any(Number) });
    }
  });

  it('a new version counts from its day on and is known after 30 s; a clock set back forgets it', async () => {
    const { reference } = world.services;
    const start = world.clock.now();
    const held = await reference.policies.current('BORDER');
    const { version: _, code: __, ...settings } = held;
    const validFrom = new Date(start.getTime() + 60_000);
    await world.database.prisma.matchPolicy.create({
      data: {
        code: 'BORDER',
        version: held.version + 1,
        settings: { ...settings, nameFloor: 0.25 },
        validFrom,
        source: 'test',
      },
    });
    const version = async (after: number) => {
      world.clock.set(new Date(start.getTime() + after));
      return (await reference.policies.current('BORDER')).version;
    };
    expect(await version(59_999)).toBe(held.version);
    // Held at 59.999 s: the old one may live at most 30 s longer.
    expect(await version(59_999 + HELD_MS - 1)).toBe(held.version);
    expect(await version(59_999 + HELD_MS)).toBe(held.version + 1);
    expect(await version(0)).toBe(held.version);
  });

  it('settings that do not fit are refused, not guessed', async () => {
    const { reference } = world.services;
    await world.database.prisma.matchPolicy.create({
      data: {
        code: 'BATCH',
        version: 99,
        settings: { bands: {} },
        validFrom: new Date('2026-01-01'),
        source: 'test',
      },
    });
    world.clock.advance(HELD_MS);
    await expect(reference.policies.current('BATCH')).rejects.toThrow();
    await world.database.prisma.matchPolicy.delete({
      where: { code_version: { code: 'BATCH', version: 99 } },
    });
    // A failed reading is not held.
    expect((await reference.policies.current('BATCH')).code).toBe('BATCH');
  });

  it('an offence code of yesterday or tomorrow is not listed, by the days of its state', async () => {
    const code = (article: string, validFrom: string, validTo: string | null) => ({
      state: 'KGZ',
      codeName: 'Test Code',
      article,
      validFrom: new Date(validFrom),
      validTo: validTo === null ? null : new Date(validTo),
      titleOrig: 't',
      titleRu: 't',
      titleEn: 't',
      source: 'test',
    });
    await world.database.prisma.offenceCode.createMany({
      data: [
        code('T-OLD', '2000-01-01', '2026-11-23'),
        code('T-NOW', '2026-11-24', null),
        code('T-NEXT', '2026-11-25', null),
      ],
    });
    const listed = async (at: string) => {
      world.clock.set(at);
      const { items } = await world.services.reference.offenceCodes({ state: 'KGZ' });
      return items.map(({ article }) => article).filter((article) => article.startsWith('T-'));
    };
    expect(await listed('2026-11-23T17:59:59Z')).toEqual(['T-OLD']);
    expect(await listed('2026-11-23T18:00:00Z')).toEqual(['T-NOW']);
  });
});

describe('officer cards', () => {
  it('every action has words in every language', async () => {
    for (const action of ACTION_CODES)
      for (const locale of ['ky', 'ru', 'kk', 'en'] as const)
        expect((await world.services.reference.cards.text(action, locale)).length).toBeGreaterThan(10);
  });

  it('the first line is not told what a silent action says', async () => {
    const { reference } = world.services;
    const actions = async (role: 'BO1' | 'BO2' | 'CO') =>
      (await reference.officerCards(world.actor('KGZ', role))).items.map(({ action }) => action);
    expect(await actions('BO1')).not.toContain('D1');
    expect(await actions('BO1')).not.toContain('N1');
    expect(await actions('BO1')).toContain('A1');
    expect(await actions('CO')).toContain('D1');
  });

  it('without words nobody is sent to act: the answer is unavailable', async () => {
    const { reference } = world.services;
    await world.database.prisma.officerCard.deleteMany({ where: { action: 'T1' } });
    world.clock.advance(HELD_MS);
    const error = await reference.cards.text('T1', 'ru').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'unavailable' });
    expect(error).toBeInstanceOf(Problem);
  });
});

it('the lists are open to every role that logs in, and to nobody else', async () => {
  const lists = ['countries', 'offence-codes', 'officer-cards', 'match-policies', 'periods'];
  const officer = world.http(await world.token('KGZ', 'BO1'));
  for (const list of lists) {
    const answer = await officer.get(`/v1/reference/${list}`);
    expect(answer.status).toBe(200);
    expect(answer.body.items.length).toBeGreaterThan(0);
    expect((await world.http().get(`/v1/reference/${list}`)).status).toBe(401);
  }
  expect((await officer.get('/v1/reference/countries?all=1')).status).toBe(422);
});
