// Scenario 29: given a freeze order that expires in 30 days, when the day comes, then both central authorities get the
// warning and the asset shows in the report; two currencies are never summed without a rate date.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../server/domain/access/actor.ts';
import {
  assetQuery,
  measureBody,
  newAsset,
  newAssetCase,
  rateBody,
  totalsQuery,
  warningQuery,
} from '../../server/features/assets/contract.ts';
import type { AssetService } from '../../server/features/assets/service.ts';
import { problemOf } from '../support/problems.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
let assets: AssetService;
let owner: Actor;
let executing: Actor;
let assetCaseId: string;
beforeAll(async () => {
  world = await createTestWorld();
  assets = world.services.assets;
  owner = world.actor('KGZ', 'CO');
  executing = world.actor('KAZ', 'CO');
  assetCaseId = (await assets.createCase(owner, newAssetCase.parse({ title: 'DEMO', route: 'CRIMINAL' }))).id;
});
afterAll(() => world.close());

/** @returns the id of an asset that Kazakhstan froze until the day */
async function frozen(expiresOn: string, amount: string, currency: string): Promise<string> {
  const body = { type: 'BANK_ACCOUNT', description: 'DEMO account', country: 'KAZ', source: 'DEMO' };
  let { id, version } = await assets.addAsset(owner, assetCaseId, newAsset.parse(body));
  const record = async (actor: Actor, measure: object) => {
    const said = measureBody.parse({
      decidedOn: '2026-11-23',
      reference: 'DEMO 1',
      amount: { amount, currency },
      ...measure,
    });
    ({ id, version } = await assets.recordMeasure(actor, id, version, said));
  };
  await record(owner, { to: 'TRACED' });
  await record(owner, { to: 'FREEZE_REQUESTED', executingState: 'KAZ' });
  await record(executing, { to: 'FROZEN', authority: 'DEMO court', expiresOn });
  return id;
}

const open = async (actor: Actor) => (await assets.listWarnings(actor, warningQuery.parse({}))).items;
const report = async (actor: Actor) =>
  (await assets.listAssets(actor, assetQuery.parse({ lapsingWithin: 30 }))).items.map(({ id }) => id);

test('both central authorities are warned 30 days before, once, and the asset shows in the report', async () => {
  world.clock.set('2026-11-23T06:00:00Z');
  const id = await frozen('2026-12-31', '100', 'USD');
  expect(await assets.warnOfExpiry(world.clock.now())).toBe(2);
  expect((await open(owner)).map(({ days }) => days)).toEqual([60]);
  expect(await report(owner)).not.toContain(id);

  // The first minute of the day 30 days before the last one, in Almaty.
  world.clock.set('2026-11-30T19:00:30Z');
  expect(await assets.warnOfExpiry(world.clock.now())).toBe(2);
  expect(await assets.warnOfExpiry(world.clock.now())).toBe(0);
  for (const actor of [owner, executing]) {
    expect((await open(actor))[0]).toMatchObject({ assetId: id, days: 30, expiresOn: '2026-12-31' });
    expect(await report(actor)).toContain(id);
  }
  for (const stranger of [world.actor('UZB', 'CO'), world.actor('KAZ', 'INV')]) {
    expect(await open(stranger)).toEqual([]);
    expect(await report(stranger)).toEqual([]);
  }
});

test('an order that is over stays on the list until a measure answers it, and nothing is released by itself', async () => {
  world.clock.set('2026-11-23T06:00:00Z');
  const id = await frozen('2026-12-20', '100', 'USD');
  world.clock.set('2026-12-20T19:00:01Z');
  await assets.warnOfExpiry(world.clock.now());
  const warning = (await open(owner)).find(({ assetId, days }) => assetId === id && days === 0);
  expect(warning).toBeDefined();
  expect(await problemOf(assets.finishWarning(owner, warning?.id ?? '', 'seen'))).toBe(
    'conflict /:freeze-is-over',
  );
  const asset = await assets.viewAsset(owner, id);
  expect(asset).toMatchObject({ state: 'FROZEN', lapsed: true });

  const renewed = measureBody.parse({
    to: 'FROZEN',
    decidedOn: '2026-12-20',
    reference: 'DEMO 2',
    authority: 'DEMO court',
    amount: { amount: '100', currency: 'USD' },
    expiresOn: '2027-06-20',
  });
  expect(await assets.recordMeasure(executing, id, asset.version, renewed)).toMatchObject({ lapsed: false });
  expect((await open(owner)).filter(({ assetId }) => assetId === id)).toEqual([]);
});

test('two currencies are never summed without a rate date', async () => {
  world.clock.set('2026-12-21T06:00:00Z');
  await frozen('2027-12-31', '50', 'EUR');
  const query = totalsQuery.parse({ currency: 'USD', rateDate: '2026-12-21' });
  const secured = async () =>
    (await assets.totals(owner, query)).stages.find(({ stage }) => stage === 'SECURED');
  expect(await secured()).toMatchObject({
    total: null,
    missingRates: ['EUR'],
    sums: [
      { amount: '50.00', currency: 'EUR' },
      { amount: '200.00', currency: 'USD' },
    ],
  });
  const rate = { from: 'EUR', to: 'USD', rate: '1.1', source: 'DEMO bank' };
  // A rate of another season says nothing about the day.
  await assets.recordRate(owner, rateBody.parse({ ...rate, on: '2026-06-01' }));
  expect((await secured())?.total).toBeNull();
  await assets.recordRate(owner, rateBody.parse({ ...rate, on: '2026-12-18' }));
  expect((await secured())?.total).toEqual({ amount: '255.00', currency: 'USD' });
  expect((await assets.totals(owner, query)).rates).toEqual([{ ...rate, on: '2026-12-18' }]);
  expect(
    await problemOf(assets.recordRate(owner, rateBody.parse({ ...rate, rate: '2', on: '2026-12-18' }))),
  ).toBe('conflict /on:rate-is-fixed');
});
