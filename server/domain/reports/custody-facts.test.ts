// Days in custody on cases of every kind: one stretch, several, a day that two of them share, and who is still held.
import { expect, test } from 'vitest';
import type { CustodyState } from '../cases/vocabulary.ts';
import { heldTime } from './custody-facts.ts';

const way = (...records: [day: string, to: CustodyState][]) => records.map(([day, to]) => ({ day, to }));

test('every day counts once, the first and the last too', () => {
  const one = way(
    ['2026-03-01', 'DETAINED_SHORT'],
    ['2026-03-03', 'PROV_CUSTODY'],
    ['2026-03-10', 'RELEASED'],
  );
  expect(heldTime(one, '2026-12-31')).toEqual({ days: 10, until: '2026-03-10' });
  const again = way(
    ...([
      ['2026-03-01', 'PROV_CUSTODY'],
      ['2026-03-10', 'BAIL'],
    ] as [string, CustodyState][]),
    ...([
      ['2026-03-10', 'HOUSE_ARREST'],
      ['2026-03-12', 'HANDED_OVER'],
    ] as [string, CustodyState][]),
  );
  expect(heldTime(again, '2026-12-31')).toEqual({ days: 12, until: '2026-03-12' });
});

test('who is still held at the end of the period is open, with the days so far', () => {
  const open = way(['2026-12-30', 'PROV_CUSTODY'], ['2027-01-15', 'RELEASED']);
  expect(heldTime(open, '2026-12-31')).toEqual({ days: 2, until: null });
  expect(heldTime(open, '2027-12-31')).toEqual({ days: 17, until: '2027-01-15' });
  expect(heldTime(open, '2026-12-29')).toBeNull();
  expect(heldTime(way(['2026-02-01', 'LOCATED'], ['2026-02-02', 'ESCAPED']), '2026-12-31')).toBeNull();
});
