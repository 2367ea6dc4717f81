// Assets through their whole way, by both sides, with money that is never mixed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plantCase } from '../../../tests/support/case-files.ts';
import { problemOf } from '../../../tests/support/problems.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { assetCaseQuery, measureBody, newAsset, newAssetCase, totalsQuery } from './contract.ts';
import type { AssetService } from './service.ts';
import type { AssetView } from './view-contract.ts';

let world: TestWorld;
let assets: AssetService;
let inv: Actor;
let prosecutor: Actor;
let kazakh: Actor;
let assetCaseId: string;
beforeAll(async () => {
  world = await createTestWorld();
  assets = world.services.assets;
  inv = world.actor('KGZ', 'INV');
  prosecutor = world.actor('KGZ', 'PRO');
  kazakh = world.actor('KAZ', 'PRO');
  const body = newAssetCase.parse({ title: 'DEMO tender', route: 'CRIMINAL' });
  assetCaseId = (await assets.createCase(inv, body)).id;
});
afterAll(() => world.close());

const found = (changes: object = {}, actor = inv, caseId = assetCaseId) =>
  assets.addAsset(
    actor,
    caseId,
    newAsset.parse({
      type: 'REAL_ESTATE',
      description: 'DEMO flat',
      country: 'KAZ',
      value: { amount: '1000', currency: 'USD', on: '2026-11-01', method: 'ESTIMATE', source: 'DEMO' },
      source: 'DEMO witness',
      ...changes,
    }),
  );
const step = (actor: Actor, asset: AssetView, body: object) =>
  assets.recordMeasure(
    actor,
    asset.id,
    asset.version,
    measureBody.parse({ decidedOn: '2026-11-20', ...body }),
  );

const REQUEST = {
  to: 'FREEZE_REQUESTED',
  reference: 'order 7',
  executingState: 'KAZ',
  amount: { amount: '1000.00', currency: 'USD' },
};
const FREEZE = {
  to: 'FROZEN',
  reference: '3/114',
  authority: 'DEMO court',
  amount: { amount: '900.00', currency: 'USD' },
  expiresOn: '2027-05-20',
};
const requested = async (changes: object = {}) =>
  step(prosecutor, await step(inv, await found(changes), { to: 'TRACED', reference: 'extract 1' }), REQUEST);

describe('the way of an asset', () => {
  test('goes from suspicion to return, each side recording its own acts', async () => {
    let asset = await requested();
    expect(asset.state).toBe('FREEZE_REQUESTED');
    asset = await step(kazakh, await assets.viewAsset(kazakh, asset.id), FREEZE);
    expect(asset).toMatchObject({ state: 'FROZEN', own: false, expiresOn: '2027-05-20', lapsed: false });
    expect(asset.lapsesAt).toBe('2027-05-20T19:00:00.000Z');
    const forfeit = {
      reference: 'judgment 1',
      executingState: 'KAZ',
      amount: { amount: '900', currency: 'USD' },
    };
    asset = await step(prosecutor, asset, { to: 'CONFISCATION_REQUESTED', ...forfeit });
    expect(asset.expiresOn).toBeNull();
    asset = await step(kazakh, asset, { to: 'CONFISCATED', authority: 'DEMO court', ...forfeit });
    asset = await step(prosecutor, asset, { to: 'RETURN_NEGOTIATED', ...forfeit });
    const transfer = { to: 'RETURNED', reference: 'swift', accountClass: 'STATE_BUDGET' };
    asset = await step(prosecutor, asset, { ...transfer, amount: { amount: '300.50', currency: 'USD' } });
    asset = await step(prosecutor, asset, { ...transfer, amount: { amount: '99.50', currency: 'USD' } });
    expect(asset.measures.map(({ to }) => to)).toEqual([
      'SUSPECTED',
      'TRACED',
      'FREEZE_REQUESTED',
      'FROZEN',
      'CONFISCATION_REQUESTED',
      'CONFISCATED',
      'RETURN_NEGOTIATED',
      'RETURNED',
      'RETURNED',
    ]);
    expect(asset.possible.map(({ to }) => to)).toEqual(['RETURNED']);
  });

  test('refuses what is not listed, what is not his, and says all that is missing', async () => {
    const asset = await found();
    expect(await problemOf(step(inv, asset, FREEZE))).toBe('transition-not-allowed');
    const traced = await step(inv, asset, { to: 'TRACED', reference: 'extract' });
    expect(await problemOf(step(inv, traced, REQUEST))).toBe('forbidden');
    expect(await problemOf(step(prosecutor, traced, { to: 'FREEZE_REQUESTED' }))).toBe(
      'validation-failed /reference:required, /executingState:required, /amount:required',
    );
    expect(await problemOf(step(prosecutor, asset, REQUEST))).toBe('version-mismatch');
    expect(await problemOf(step(prosecutor, traced, { ...REQUEST, decidedOn: '2027-01-01' }))).toBe(
      'validation-failed /decidedOn:day-in-future',
    );
  });
});

describe('who sees an asset', () => {
  test('the asked state from the request on, without the own side’s suspicions and cases', async () => {
    const traced = await step(inv, await found(), { to: 'TRACED', reference: 'extract' });
    expect(await problemOf(assets.viewAsset(kazakh, traced.id))).toBe('not-found');
    await step(prosecutor, traced, REQUEST);
    const seen = await assets.viewAsset(kazakh, traced.id);
    expect(seen.claims).toEqual([]);
    expect(seen.measures.map(({ to }) => to)).toEqual(['FREEZE_REQUESTED']);
    for (const actor of [
      world.actor('KAZ', 'INV'),
      world.actor('UZB', 'PRO'),
      world.actor('KGZ', 'INV', { which: 'other' }),
    ])
      expect(await problemOf(assets.viewAsset(actor, traced.id))).toBe('not-found');
    expect(await problemOf(assets.viewCase(kazakh, assetCaseId))).toBe('not-found');
    expect(await problemOf(assets.changeAsset(kazakh, traced.id, seen.version, { description: 'x' }))).toBe(
      'forbidden',
    );
  });

  test('a secret one its agency alone', async () => {
    const asset = await found({ sensitivity: 'SECRET' });
    expect(await problemOf(assets.viewAsset(prosecutor, asset.id))).toBe('not-found');
    expect(await problemOf(assets.viewAsset(inv, asset.id))).toBe('done');
    const listed = await assets.listAssets(prosecutor, { limit: 200, cursor: undefined });
    expect(listed.items.map(({ id }) => id)).not.toContain(asset.id);
  });
});

describe('identifiers', () => {
  test('are not readable in the table, and an equal one is recognised however it is written', async () => {
    const identifiers = [{ kind: 'IBAN', value: 'KZ86 125K ZT50 0410 0100' }];
    const one = await found({ identifiers });
    const other = await found({ identifiers: [{ kind: 'IBAN', value: 'kz86125kzt5004100100' }] });
    expect(one.identifiers).toEqual(identifiers);
    expect(other.sameAs).toEqual([one.id]);
    const row = await world.database.prisma.asset.findUniqueOrThrow({ where: { id: one.id } });
    expect(Buffer.from(row.identifiers ?? []).toString('latin1')).not.toContain('125K');
  });
});

describe('an asset case', () => {
  test('is linked to an extradition case that its author may see, and found by it', async () => {
    const extraditionCaseId = await plantCase(world);
    const body = newAssetCase.parse({ title: 'DEMO linked', route: 'CRIMINAL', extraditionCaseId });
    const linked = await assets.createCase(prosecutor, body);
    const found = await assets.listCases(prosecutor, assetCaseQuery.parse({ extraditionCaseId }));
    expect(found.items.map(({ id }) => id)).toEqual([linked.id]);
    expect(await problemOf(assets.createCase(kazakh, body))).toBe(
      'validation-failed /extraditionCaseId:unknown-extradition-case',
    );
  });
});

describe('claims', () => {
  test('of two cases add up to the whole at most', async () => {
    const second = (await assets.createCase(inv, newAssetCase.parse({ title: 'DEMO second', route: 'NCB' })))
      .id;
    const asset = await found();
    const claim = (a: string, b: string) => ({
      claims: [
        { assetCaseId, share: a },
        { assetCaseId: second, share: b },
      ],
    });
    expect(await problemOf(assets.setClaims(inv, asset.id, asset.version, claim('0.6', '0.5')))).toBe(
      'validation-failed /claims:shares-exceed-whole',
    );
    const shared = await assets.setClaims(inv, asset.id, asset.version, claim('0.6', '0.4'));
    expect(shared.claims.map(({ share }) => share).sort()).toEqual(['0.4', '0.6']);
    const query = totalsQuery.parse({ currency: 'USD', rateDate: '2026-11-23', assetCaseId: second });
    const totals = await assets.totals(prosecutor, query);
    expect(totals.stages[0]).toMatchObject({ count: 1, total: { amount: '400.00', currency: 'USD' } });
  });
});

describe('through the API', () => {
  test('an investigator opens a case and finds an asset; each look needs a purpose; a first-line officer gets nothing', async () => {
    const token = await world.token('KGZ', 'INV');
    const created = await world.http(token).post('/v1/asset-cases').send({ title: 'DEMO', route: 'CIVIL' });
    expect(created.status).toBe(201);
    const path = `/v1/asset-cases/${created.body.id}`;
    const asset = await world
      .http(token)
      .post(`${path}/assets`)
      .send({
        type: 'CASH',
        description: 'DEMO cash',
        country: 'KGZ',
        source: 'DEMO search',
        value: { amount: '5', currency: 'ABC', on: '2026-01-01', method: 'ESTIMATE', source: 'x' },
      });
    expect(asset.body.errors?.[0]).toMatchObject({ at: '/value/currency', code: 'unknown-currency' });
    expect((await world.http(token).get(path)).body.code).toBe('purpose-required');
    expect((await world.http(token).get(path).set('Purpose', 'P4 x')).headers['etag']).toBe('"v1"');
    const first = await world
      .http(await world.token('KGZ', 'BO1'))
      .get('/v1/assets')
      .set('Purpose', 'P4 x');
    expect(first.status).toBe(403);
  });
});
