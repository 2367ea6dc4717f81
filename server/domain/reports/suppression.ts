// Keeps small numbers small: a count below three reads "<3", and enough other cells are kept back that nobody can work it out.
//
// A cell is a sum over facts that lie in it. A small cell is safe when there is a second world: other facts with which
// everything that was ever printed reads the same, and in which this cell holds another number. Such worlds are made the
// way an attacker would have to doubt: one fact that lies elsewhere, two facts that changed places, one more or one less.
// Where no such world exists yet, the cheapest one is made possible by withholding what it would change. What was printed
// before (a quarter, an earlier version, another state's report) is given as `earlier` and cannot be withheld any more.

import type { Steps } from '../steps.ts';
import { alternatives, type Change } from './alternatives.ts';
import {
  type Cell,
  DIMENSIONS,
  type Dimension,
  type Fact,
  lies,
  type MarkedCell,
  type Place,
} from './cells.ts';
import { SMALL_BELOW } from './vocabulary.ts';

export const isSmall = (value: number): boolean => value < SMALL_BELOW;

/** What the value may become without the print changing. */
function bears({ mark, value }: MarkedCell, difference: number): boolean {
  const other = value + difference;
  if (mark === 'SHOWN') return difference === 0;
  if (mark === 'CLOSED') return other >= 0;
  return mark === 'SMALL' ? other >= 0 && isSmall(other) : !isSmall(other);
}

const IMPOSSIBLE = Number.POSITIVE_INFINITY;
/** After so many worlds a cheaper one is not worth the search; as long as there is none at all, it goes on. */
const CANDIDATES = 5_000;
const LAST_CANDIDATE = 150_000;
/** So many are tried between two stops. */
const AT_A_STRETCH = 500;

interface Draft {
  readonly cell: Cell;
  mark: MarkedCell['mark'];
}

/** The cells of one family, and which of them a place lies in. */
class Family {
  readonly drafts: readonly Draft[];
  private readonly earlier: readonly MarkedCell[];
  private readonly touching = new Map<string, { drafts: number[]; earlier: number[] }>();

  constructor(drafts: readonly Draft[], earlier: readonly MarkedCell[]) {
    this.drafts = drafts;
    this.earlier = earlier;
  }

  private at(place: Place): { drafts: number[]; earlier: number[] } {
    const key = DIMENSIONS.map((dimension) => place[dimension]).join('|');
    let found = this.touching.get(key);
    if (!found) {
      const inside = (cells: readonly Pick<Cell, 'within'>[]) =>
        cells.flatMap((cell, index) => (lies(place, cell) ? [index] : []));
      found = { drafts: inside(this.drafts.map(({ cell }) => cell)), earlier: inside(this.earlier) };
      this.touching.set(key, found);
    }
    return found;
  }

  private differences(changes: readonly Change[], which: 'drafts' | 'earlier'): Map<number, number> {
    const sums = new Map<number, number>();
    for (const { place, by } of changes)
      for (const index of this.at(place)[which]) sums.set(index, (sums.get(index) ?? 0) + by);
    return sums;
  }

  /** @returns which drafts have to be withheld for the world to be possible, and what that costs */
  private priceOf(changes: readonly Change[], asBefore = false): { cost: number; withhold: Draft[] } {
    for (const [index, by] of this.differences(changes, 'earlier')) {
      const cell = this.earlier[index];
      if (by !== 0 && cell && !bears(cell, by)) return { cost: IMPOSSIBLE, withhold: [] };
    }
    const withhold: Draft[] = [];
    if (asBefore) return { cost: 0, withhold };
    let cost = 0;
    for (const [index, by] of this.differences(changes, 'drafts')) {
      const draft = this.drafts[index];
      if (by === 0 || !draft) continue;
      const marked = { ...draft.cell, mark: draft.mark };
      if (bears(marked, by)) continue;
      if (!bears({ ...marked, mark: 'WITHHELD' }, by) || draft.mark === 'SMALL')
        return { cost: IMPOSSIBLE, withhold: [] };
      withhold.push(draft);
      // Small complements first: a total says most to its reader.
      cost += 1 + draft.cell.value;
    }
    return { cost, withhold };
  }

  /** Makes a second world possible for one cell. @returns false when there is none */
  *protect(
    target: Cell,
    facts: readonly Fact[],
    values: Readonly<Record<Dimension, readonly string[]>>,
  ): Steps<boolean> {
    let best: { cost: number; withhold: Draft[] } = { cost: IMPOSSIBLE, withhold: [] };
    let seen = 0;
    for (const changes of alternatives(target, facts, values)) {
      const price = this.priceOf(changes);
      if (price.cost < best.cost) best = price;
      seen += 1;
      if (seen % AT_A_STRETCH === 0) yield;
      if (best.cost === 0 || (seen >= CANDIDATES && best.cost < IMPOSSIBLE) || seen >= LAST_CANDIDATE) break;
    }
    for (const draft of best.withhold) draft.mark = 'WITHHELD';
    return best.cost !== IMPOSSIBLE;
  }

  /** Nothing that is printed now could hide it: it follows from what was printed before. A search that was cut short proves nothing. */
  *isLost(
    target: Cell,
    facts: readonly Fact[],
    values: Readonly<Record<Dimension, readonly string[]>>,
  ): Steps<boolean> {
    let seen = 0;
    for (const changes of alternatives(target, facts, values)) {
      seen += 1;
      if (seen % AT_A_STRETCH === 0) yield;
      if (this.priceOf(changes, true).cost === 0 || seen >= LAST_CANDIDATE) return false;
    }
    return true;
  }

  close(): void {
    for (const draft of this.drafts) draft.mark = 'CLOSED';
  }
}

export interface Protection {
  /** Facts from which the cells were summed. */
  readonly facts: readonly Fact[];
  readonly cells: readonly Cell[];
  /** Everything printed before that may be laid beside it. */
  readonly earlier?: readonly MarkedCell[];
  /** Sums that are not printed and yet must not follow from what is: the quarters of a year. */
  readonly implied?: readonly Cell[];
}

/** Sums that stand in several tables are one. */
const once = (cells: readonly Cell[]): Cell[] => [
  ...new Map(cells.map((cell) => [JSON.stringify([cell.within, cell.value]), cell])).values(),
];

/** @returns the mark of each cell, in the order given; what nobody can work out takes long to find */
export function* protect({
  facts,
  cells,
  earlier = [],
  implied = [],
}: Protection): Steps<MarkedCell['mark'][]> {
  const keyOf = ({ family, within }: Cell) => JSON.stringify([family, within]);
  // What a version kept back the next keeps back too: shown now, it would be known then.
  const keptBack = new Set(earlier.filter(({ mark }) => mark === 'WITHHELD').map(keyOf));
  const drafts: Draft[] = cells.map((cell) => ({
    cell,
    mark: isSmall(cell.value) ? 'SMALL' : keptBack.has(keyOf(cell)) ? 'WITHHELD' : 'SHOWN',
  }));
  for (const name of new Set(cells.map(({ family }) => family))) {
    const own = <T extends { family: string }>(all: readonly T[]): T[] =>
      all.filter(({ family }) => family === name);
    const family = new Family(
      drafts.filter(({ cell }) => cell.family === name),
      own(earlier),
    );
    const named = [...own(cells), ...own(earlier), ...own(implied)];
    // What lies in no printed sum changes nothing that anybody reads. Little counts first: what they make necessary costs least.
    const familyFacts = own(facts)
      .filter((fact) => fact.count > 0 && named.some((cell) => lies(fact, cell)))
      .sort((left, right) => left.count - right.count);
    const values = Object.fromEntries(
      DIMENSIONS.map((dimension) => [
        dimension,
        [
          ...new Set([
            ...named.flatMap(({ within }) => within[dimension] ?? []),
            ...familyFacts.map((fact) => fact[dimension]),
          ]),
        ],
      ]),
    ) as Record<Dimension, string[]>;
    const sensitive = once(named.filter(({ value }) => isSmall(value)));
    // Where one cell cannot be protected beside the others, nothing of the family is said.
    let isSafe = true;
    for (const cell of sensitive) {
      yield;
      if (yield* family.protect(cell, familyFacts, values)) continue;
      if (!(yield* family.isLost(cell, familyFacts, values))) isSafe = false;
    }
    if (!isSafe) family.close();
  }
  return drafts.map(({ mark }) => mark);
}
