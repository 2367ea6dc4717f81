// An attacker with pencil and paper: what may a small cell be, given everything that is printed? He must never be left with one answer.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../steps.ts';
import { type Cell, DIMENSIONS, type Fact, lies, type MarkedCell, type Place, sumOf } from './cells.ts';
import { REPORT_TABLES } from './specs.ts';
import { isSmall, protect } from './suppression.ts';
import { buildTables } from './tables.ts';

const PARTNERS = ['A', 'B', 'C'];
const QUARTERS = ['2026-Q1', '2026-Q2'];
const CLASSES = ['x', 'y'];

interface World {
  readonly facts: readonly Fact[];
}

const placesOf = (
  rqs: readonly string[],
  rds: readonly string[],
  quarters: readonly string[],
  groups: readonly string[],
) =>
  rqs.flatMap((rq) =>
    rds.flatMap((rd) =>
      quarters.flatMap((quarter) => groups.map((group): Place => ({ rq, rd, quarter, group }))),
    ),
  );

const PLACES = placesOf(['S'], PARTNERS, QUARTERS, CLASSES);

const worldOf = (places: readonly Place[], most = 6): fc.Arbitrary<World> =>
  fc
    .array(fc.oneof(fc.constant(0), fc.nat(2), fc.nat(most)), {
      minLength: places.length,
      maxLength: places.length,
    })
    .map((counts) => ({
      facts: places.map((place, at) => ({ ...place, family: 'f', count: counts[at] ?? 0 })),
    }));

const cellOf = (facts: readonly Fact[], within: Cell['within']): Cell => ({
  family: 'f',
  within,
  value: sumOf(facts, { family: 'f', within }),
});

/** A table of partners with a total, and one of classes with the same total. */
const tableOf = (facts: readonly Fact[], quarter: readonly string[]): Cell[] => [
  ...PARTNERS.map((rd) => cellOf(facts, { rq: ['S'], rd: [rd], quarter })),
  ...CLASSES.map((group) => cellOf(facts, { rq: ['S'], group: [group], quarter })),
  cellOf(facts, { rq: ['S'], quarter }),
];

const marked = (cells: readonly Cell[], marks: readonly MarkedCell['mark'][]): MarkedCell[] =>
  cells.map((cell, at) => ({ ...cell, mark: marks[at] ?? 'SHOWN' }));

const plain = (cells: readonly Cell[]): MarkedCell[] =>
  cells.map((cell) => ({ ...cell, mark: isSmall(cell.value) ? 'SMALL' : 'SHOWN' }));

const LARGEST = 40;

/** What each print says of its sum. */
const rangeOf = ({ mark, value }: MarkedCell): readonly [number, number] =>
  (({ SHOWN: [value, value], SMALL: [0, 2], WITHHELD: [3, LARGEST], CLOSED: [0, LARGEST] }) as const)[mark];

interface Sum {
  readonly members: readonly number[];
  readonly range: readonly [number, number];
}

/** Whether numbers at all places exist with which every sum lies in its range. Tries everything; propagation cuts it short. */
function possible(size: number, sums: readonly Sum[]): boolean {
  const low = new Array<number>(size).fill(0);
  const high = new Array<number>(size).fill(LARGEST);
  const settle = (lows: number[], highs: number[]): boolean => {
    for (let again = true; again; ) {
      again = false;
      for (const { members, range } of sums) {
        const least = members.reduce((sum, at) => sum + (lows[at] ?? 0), 0);
        const most = members.reduce((sum, at) => sum + (highs[at] ?? 0), 0);
        if (least > range[1] || most < range[0]) return false;
        for (const at of members) {
          const top = range[1] - (least - (lows[at] ?? 0));
          const bottom = range[0] - (most - (highs[at] ?? 0));
          if (top < (highs[at] ?? 0)) {
            highs[at] = top;
            again = true;
          }
          if (bottom > (lows[at] ?? 0)) {
            lows[at] = bottom;
            again = true;
          }
          if ((lows[at] ?? 0) > (highs[at] ?? 0)) return false;
        }
      }
    }
    return true;
  };
  const search = (lows: number[], highs: number[]): boolean => {
    if (!settle(lows, highs)) return false;
    const at = lows.findIndex((value, index) => value < (highs[index] ?? 0));
    if (at === -1) return true;
    for (let value = lows[at] ?? 0; value <= (highs[at] ?? 0); value += 1) {
      const [nextLow, nextHigh] = [[...lows], [...highs]];
      nextLow[at] = value;
      nextHigh[at] = value;
      if (search(nextLow, nextHigh)) return true;
    }
    return false;
  };
  return search(low, high);
}

/** Whether the sum can be no other number. */
const isFixed = (size: number, sums: readonly Sum[], members: readonly number[], value: number): boolean =>
  [[0, value - 1] as const, [value + 1, LARGEST] as const].every(
    (range) => range[0] > range[1] || !possible(size, [...sums, { members, range }]),
  );

/** @returns the small sums that can only be one number */
function recovered(
  places: readonly Place[],
  printed: readonly MarkedCell[],
  targets: readonly Cell[],
): Cell[] {
  const membersOf = (cell: Pick<Cell, 'within'>) =>
    places.flatMap((place, at) => (lies(place, cell) ? [at] : []));
  const sums: Sum[] = printed.map((cell) => ({ members: membersOf(cell), range: rangeOf(cell) }));
  return targets.filter(
    (target) => isSmall(target.value) && isFixed(places.length, sums, membersOf(target), target.value),
  );
}

const SETTINGS = { numRuns: 25 };

describe('an attacker who lays everything printed side by side', () => {
  test('finds no small cell of one table with its totals', () => {
    fc.assert(
      fc.property(worldOf(PLACES), ({ facts }) => {
        const cells = tableOf(facts, QUARTERS);
        expect(recovered(PLACES, marked(cells, atOnce(protect({ facts, cells }))), cells)).toEqual([]);
      }),
      SETTINGS,
    );
  });

  test('finds none from a quarter that was printed before its year, nor the quarter that was not', () => {
    fc.assert(
      fc.property(worldOf(PLACES), ({ facts }) => {
        const first = tableOf(facts, ['2026-Q1']);
        const earlier = marked(first, atOnce(protect({ facts, cells: first })));
        const year = tableOf(facts, QUARTERS);
        const implied = tableOf(facts, ['2026-Q2']);
        const printed = [
          ...earlier,
          ...marked(year, atOnce(protect({ facts, cells: year, earlier, implied }))),
        ];
        expect(recovered(PLACES, printed, [...first, ...year, ...implied])).toEqual([]);
      }),
      SETTINGS,
    );
  });

  test('finds none from the reports of two states about the same cases', () => {
    const states = ['A', 'B', 'C'];
    const places = placesOf(states, states, ['2026-Q1'], ['x']).filter(({ rq, rd }) => rq !== rd);
    const reportOf = (facts: readonly Fact[], own: string): Cell[] => [
      ...states.filter((one) => one !== own).map((rd) => cellOf(facts, { rq: [own], rd: [rd] })),
      cellOf(facts, { rq: [own] }),
      ...states.filter((one) => one !== own).map((rq) => cellOf(facts, { rq: [rq], rd: [own] })),
      cellOf(facts, { rd: [own] }),
    ];
    fc.assert(
      fc.property(worldOf(places), ({ facts }) => {
        const printed: MarkedCell[] = [];
        const targets: Cell[] = [];
        for (const state of states) {
          const cells = reportOf(facts, state);
          targets.push(...cells);
          printed.push(...marked(cells, atOnce(protect({ facts, cells, earlier: [...printed] }))));
        }
        expect(recovered(places, printed, targets)).toEqual([]);
      }),
      SETTINGS,
    );
  });

  /** He knows which fact was corrected, though not how, and takes everything else for unchanged. */
  test('finds none from two versions with one correction between them', () => {
    fc.assert(
      fc.property(worldOf(PLACES), fc.nat(PLACES.length - 1), fc.nat(6), ({ facts }, at, corrected) => {
        const later = facts.map((fact, index) => (index === at ? { ...fact, count: corrected } : fact));
        const first = tableOf(facts, QUARTERS);
        const earlier = marked(first, atOnce(protect({ facts, cells: first })));
        const cells = tableOf(later, QUARTERS);
        const second = marked(cells, atOnce(protect({ facts: later, cells, earlier })));
        const membersOf = (cell: Pick<Cell, 'within'>) =>
          PLACES.flatMap((place, index) => (lies(place, cell) ? [index] : []));
        // One unknown more: what the corrected fact is afterwards.
        const sums = [
          ...earlier.map((cell) => ({ members: membersOf(cell), range: rangeOf(cell) })),
          ...second.map((cell) => ({
            members: membersOf(cell).map((index) => (index === at ? PLACES.length : index)),
            range: rangeOf(cell),
          })),
        ];
        const found = first.filter(
          (target) =>
            isSmall(target.value) && isFixed(PLACES.length + 1, sums, membersOf(target), target.value),
        );
        expect(found).toEqual([]);
      }),
      SETTINGS,
    );
  });

  test('finds them at once where only the small cells themselves are hidden', () => {
    const counts: Record<string, number> = { A: 7, B: 5, C: 1 };
    const facts = PARTNERS.map((rd) => ({
      family: 'f',
      rq: 'S',
      rd,
      quarter: '2026-Q1',
      group: 'x',
      count: counts[rd] ?? 0,
    }));
    const cells = [...PARTNERS.map((rd) => cellOf(facts, { rd: [rd] })), cellOf(facts, {})];
    const places = facts.map((fact): Place => fact);
    expect(recovered(places, plain(cells), cells)).toEqual([cells[2]]);
    const marks = atOnce(protect({ facts, cells }));
    expect(marks).toEqual(['SHOWN', 'WITHHELD', 'SMALL', 'SHOWN']);
    expect(recovered(places, marked(cells, marks), cells)).toEqual([]);
    // And in many of the tables above.
    const broken = fc.sample(worldOf(PLACES), { numRuns: 20, seed: 7 }).filter(({ facts: any }) => {
      const table = tableOf(any, QUARTERS);
      return recovered(PLACES, plain(table), table).length > 0;
    });
    expect(broken.length).toBeGreaterThan(2);
  });
});

describe('the tables of clocks, rights, erasures and purposes', () => {
  const GROUPS = ['a', 'b', 'c'];
  const specs = REPORT_TABLES['R-1'].filter(({ id }) =>
    ['clocks', 'rights', 'erasures', 'purposes'].includes(id),
  );
  const columns = specs.flatMap((spec) => spec.columns.filter(({ kind }) => kind === 'COUNT'));
  const own = (quarters: readonly string[]) => placesOf([''], ['S'], quarters, GROUPS);
  const placesIn = (isStock: boolean) => own(isStock ? QUARTERS.slice(-1) : QUARTERS);

  test('give no small cell away, and no median beside a number that is kept back', () => {
    const numbers = fc.array(fc.oneof(fc.nat(2), fc.nat(6)), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(numbers, { minLength: columns.length, maxLength: columns.length }), (counts) => {
        const facts = columns.flatMap(({ family = '', isStock }, column) =>
          placesIn(isStock === true).map(
            (place, at): Fact => ({ ...place, family, count: counts[column]?.[at] ?? 0 }),
          ),
        );
        const axes = { CLOCK: GROUPS, RIGHT: GROUPS, ERASED: GROUPS, PURPOSE: GROUPS };
        const { tables, cells } = atOnce(
          buildTables(specs, {
            ...{ own: 'S', quarters: QUARTERS, axes, facts, earlier: [], isExchanged: true },
            measure: () => 7,
          }),
        );
        for (const { family = '', isStock } of columns) {
          const printed = cells.filter((cell) => cell.family === family);
          expect(recovered(placesIn(isStock === true), printed, printed)).toEqual([]);
        }
        for (const [at, { rows }] of tables.entries())
          for (const { cells: printed } of rows)
            for (const [column, { beside = [] }] of (specs[at]?.columns ?? []).entries())
              if (beside.some((index) => printed[index]?.mark !== 'SHOWN'))
                expect(printed[column]).toEqual({ mark: 'CLOSED', value: null });
      }),
      { numRuns: 10 },
    );
  });
});

test('a table without a small number is printed whole', () => {
  const facts = PLACES.map((place) => ({ ...place, family: 'f', count: 4 }));
  const cells = tableOf(facts, QUARTERS);
  expect(new Set(atOnce(protect({ facts, cells })))).toEqual(new Set(['SHOWN']));
  expect(DIMENSIONS).toHaveLength(4);
});
