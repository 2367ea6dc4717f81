import { expect, test } from 'vitest';
import { funnelOf } from './funnel.ts';
import type { AssetState } from './vocabulary.ts';

const asset = (key: string, state: AssetState, amount: string | null, currency = 'USD') => ({
  key,
  state,
  amounts: amount === null ? [] : [{ amount, currency }],
});

test('an asset that two cases claim counts once; unknown values are told apart from nothing', () => {
  const lines = funnelOf(
    [
      asset('house', 'FROZEN', '100.00'),
      asset('house', 'FROZEN', '100.00'),
      asset('car', 'SEIZED', '20.00'),
      asset('account', 'TRACED', null),
      asset('flat', 'RETURNED', '5.00', 'EUR'),
    ],
    'USD',
    [],
  );
  const of = (stage: string) => lines.find((line) => line.stage === stage);
  expect(of('SECURED')).toMatchObject({ count: 2, total: { total: { amount: '120.00', currency: 'USD' } } });
  expect(of('IDENTIFIED')).toMatchObject({ count: 1, unvalued: 1 });
  expect(of('RETURNED')).toMatchObject({ count: 1, total: { total: null, missing: ['EUR'] } });
});
