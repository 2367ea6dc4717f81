import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkAt, makeWanted } from '../../../tests/support/border.ts';
import { refusalCode } from '../../../tests/support/refusals.ts';
import { type Installation, settle, twoInstallations } from '../../../tests/support/two-installations.ts';
import type { HitVerb } from '../../domain/hits/vocabulary.ts';
import type { HitWords } from '../hits/contract.ts';
import { newLetter } from './letter-contract.ts';

// Two whole installations; a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 });

let a: Installation;
let b: Installation;
beforeAll(async () => {
  [a, b] = await twoInstallations();
}, 60_000);
afterAll(async () => {
  for (const one of [a, b]) {
    await one.shut();
    await one.world.close();
  }
});

const kgz = (role: 'CO') => a.world.actor('KGZ', role);

const rows = async <T extends object>(one: Installation, sql: string, values: unknown[] = []): Promise<T[]> =>
  (await one.world.database.pool.query<T>(sql, values)).rows;

const statusAt = async (one: Installation, id: string): Promise<string | undefined> =>
  (await rows<{ status: string }>(one, 'select status::text from alert where id = $1', [id]))[0]?.status;

describe('a hit at the border of one installation on an alert of the other', () => {
  it('is answered by the owner where he works, and each side writes only its own part', async () => {
    const { personId, alert } = await makeWanted(a.world, {
      family: 'Сатаров',
      given: 'Мирлан',
      birth: '1971-07-07',
      document: 'AC7654321',
    });
    await settle(a, b);
    const question = {
      family: 'Satarov',
      given: 'Mirlan',
      birthDate: '1971-07-07',
      document: { number: 'AC7654321' },
    };
    expect((await checkAt(b.world, 'KAZ', question)).body.outcome).toBe('HIT');
    await settle(b, a);
    const [hit] = await rows<{ id: string }>(b, 'select id from hit where alert_id = $1', [alert.id]);
    const id = hit?.id ?? '';
    const seen = await a.world.services.hits.view(kgz('CO'), id);
    expect(seen).toMatchObject({
      status: 'MATCHED',
      state: 'KAZ',
      allowed: ['owner-withdraw'],
      record: { personId },
    });
    expect(seen.traveller).toMatchObject({ family: 'Satarov' });

    const step = async (one: Installation, role: 'BO2' | 'CO', verb: HitVerb, words: HitWords = {}) => {
      const [row] = await rows<{ version: number }>(one, 'select version from hit where id = $1', [id]);
      return one.world.services.hits.takeStep(
        one.world.actor(one.state, role),
        id,
        row?.version ?? 0,
        verb,
        words,
      );
    };
    await step(b, 'BO2', 'check-identity');
    await step(b, 'BO2', 'confirm', { identifiers: ['DOCUMENT', 'FACE'], note: 'words of the border' });
    await settle(b, a);
    expect(await refusalCode(step(a, 'BO2', 'act', {}))).not.toBe('internal-error');
    expect((await step(a, 'CO', 'owner-confirm')).status).toBe('OWNER_CONFIRMED');
    await settle(a, b, a);
    const there = await b.world.services.hits.view(b.world.actor('KAZ', 'BO2'), id);
    expect(there.status).toBe('OWNER_CONFIRMED');
    const at = b.world.clock.now().toISOString();
    await step(b, 'BO2', 'act', { taken: { action: 'LOCATED', at, place: 'Korday', officer: '12' } });
    await settle(b, a, b);
    expect([await statusAt(a, alert.id), await statusAt(b, alert.id)]).toEqual(['LOCATED', 'LOCATED']);
    const copy = await a.world.services.hits.view(kgz('CO'), id);
    expect(copy).toMatchObject({ status: 'ACTION_TAKEN', action: { kind: 'LOCATED', officer: null } });
    expect(copy.steps.map(({ verb }) => verb)).toEqual([
      'check-identity',
      'confirm',
      'ask-owner',
      'owner-confirm',
      'act',
    ]);
    expect(JSON.stringify(copy)).not.toContain('words of the border');
  });
});

describe('a question about a case', () => {
  it('reaches the central authority of the other state alone, and its answer comes back', async () => {
    const paper = { name: 'request.pdf', sha256: 'ab'.repeat(32) };
    const asked = await a.world.services.exchange.letters.ask(
      kgz('CO'),
      newLetter.parse({
        ...{ peerId: a.peerId, toState: 'KAZ', caseNumber: 'KGZ-KAZ-2026-0001', stage: 'REQUESTED' },
        ...{ text: 'When may the decision be expected?', documents: [paper] },
      }),
    );
    await settle(a, b);
    const there = b.world.services.exchange.letters;
    const [got] = (await there.list(b.world.actor('KAZ', 'PRO'), { limit: 10 })).items;
    expect(got).toMatchObject({ id: asked.id, direction: 'IN', fromState: 'KGZ', documents: [paper] });
    expect((await there.list(b.world.actor('UZB', 'PRO'), { limit: 10 })).items).toEqual([]);
    const answer = { stage: 'UNDER_REVIEW', text: 'On 3 December.', documents: [] };
    await there.answer(b.world.actor('KAZ', 'PRO'), asked.id, answer);
    await settle(b, a);
    const { items } = await a.world.services.exchange.letters.list(kgz('CO'), { limit: 10 });
    expect(items.map(({ kind, direction, inReplyTo }) => [kind, direction, inReplyTo])).toEqual([
      ['ANSWER', 'IN', asked.id],
      ['REQUEST', 'OUT', null],
    ]);
    const about = (caseNumber: string) =>
      a.world.services.exchange.letters.list(kgz('CO'), { limit: 10, caseNumber });
    expect((await about('KGZ-KAZ-2026-0001')).items).toHaveLength(2);
    expect((await about('KGZ-KAZ-2026-0002')).items).toEqual([]);
    expect(await refusalCode(a.world.services.exchange.letters.answer(kgz('CO'), asked.id, answer))).toBe(
      'not-found',
    );
  });
});
