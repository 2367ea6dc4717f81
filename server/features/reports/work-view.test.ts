// Lists of work on a small world with known answers: stages in their order, what is overdue, what falls due when.
import { expect, test } from 'vitest';
import { boardTables, deadlineTables } from './work-view.ts';

const setting = { locale: 'en', zone: 'Asia/Bishkek', now: new Date('2026-11-26T06:00:00Z') } as const;

const entry = (change: object) => ({
  ...{
    id: 'c1',
    caseNumber: 'KGZ-2026-000001-7',
    ownReference: null,
    personId: 'p1',
    version: 1,
    demo: true,
  },
  ...{ registryNumber: 'KG-2026-000001-0', direction: 'REQUESTING', purpose: 'PROSECUTION', treaty: 'T' },
  ...{ requestingState: 'KGZ', requestedState: 'KAZ', state: 'REQUEST_SENT', daysInState: 12 },
  ...{ stateSince: '2026-11-14T06:00:00.000Z', custody: 'PROV_CUSTODY', overdue: true },
  nextDueAt: '2026-11-24T18:00:00.000Z',
  ...change,
});

test('stages stand in the order of the procedure, with a total, and every case with the days that are left', () => {
  const board = {
    columns: [
      { state: 'GRANTED', count: 2, overdue: 0, items: [entry({ nextDueAt: null, state: 'GRANTED' })] },
      { state: 'REQUEST_SENT', count: 31, overdue: 4, items: [entry({})] },
    ],
  } as unknown as Parameters<typeof boardTables>[0];
  const [stages, cases] = boardTables(board, setting);
  expect(stages?.rows).toEqual([
    ['Request sent', 31, 4],
    ['Granted', 2, 0],
    ['Total', 33, 4],
  ]);
  expect(cases?.rows).toEqual([
    [
      ...['KGZ-2026-000001-7', 'KG-2026-000001-0', 'Request sent', 12, 'KGZ → KAZ', 'Provisional custody'],
      ...['2026-11-25 00:00', -2],
    ],
    [
      ...['KGZ-2026-000001-7', 'KG-2026-000001-0', 'Granted', 12, 'KGZ → KAZ', 'Provisional custody', '–'],
      '–',
    ],
  ]);
  for (const { columns, rows } of [stages, cases].flatMap((table) => table ?? [])) {
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(columns.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1);
  }
});

test('a clock belongs to one band: over, this week, this month, later', () => {
  const clock = (dueAt: string, type: 'HARD' | 'SOFT') => ({
    ...{ caseId: 'c1', caseNumber: 'KGZ-2026-000001-7', key: 'REVIEW', type, dueAt },
    ...{ overdue: false, state: 'UNDER_REVIEW', profile: 'T' },
  });
  const calendar = {
    items: [
      clock('2026-11-26T06:00:00Z', 'HARD'),
      clock('2026-12-03T06:00:00Z', 'HARD'),
      clock('2026-12-03T06:00:01Z', 'SOFT'),
      clock('2027-02-01T06:00:00Z', 'SOFT'),
    ],
  } as Parameters<typeof deadlineTables>[0];
  const [horizon, clocks] = deadlineTables(calendar, setting);
  expect(horizon?.rows).toEqual([
    ['Overdue', 1, 1, 0],
    ['Within 7 days', 1, 1, 0],
    ['Within 30 days', 1, 0, 1],
    ['Later', 1, 0, 1],
    ['Total', 4, 2, 2],
  ]);
  expect(clocks?.rows[1]).toEqual([
    ...['2026-12-03 12:00', 7, 'Review of the request', 'Limit of law', 'KGZ-2026-000001-7', 'Under review'],
  ]);
});
