// Other worlds in which one cell holds another number: a fact that lies elsewhere, two that changed places, one more, one less.
import { type Cell, DIMENSIONS, type Dimension, type Fact, lies, type Place } from './cells.ts';

export interface Change {
  readonly place: Place;
  readonly by: 1 | -1;
}

type Values = Readonly<Record<Dimension, readonly string[]>>;

const placeOf = ({ rq, rd, quarter, group }: Place): Place => ({ rq, rd, quarter, group });
const moved = (place: Place, dimension: Dimension, to: string): Place => ({
  ...placeOf(place),
  [dimension]: to,
});

/** A state or kind that no table names: only where the tables have no rows of them, so that nobody could miss it. */
const SOMEBODY = '*';

/** A place inside of the cell. */
function insideOf({ within }: Cell, values: Values): Place | null {
  const first = (dimension: Dimension, not?: string) =>
    (within[dimension] ?? values[dimension]).find((value) => value !== not);
  const rq = first('rq', within.rd?.length === 1 ? within.rd[0] : undefined) ?? SOMEBODY;
  const quarter = first('quarter');
  if (quarter === undefined) return null;
  return { rq, rd: first('rd', rq) ?? SOMEBODY, quarter, group: first('group') ?? SOMEBODY };
}

/** In which dimensions the place lies outside of the cell. */
const barsOf = (place: Place, { within }: Cell): Dimension[] =>
  DIMENSIONS.filter((dimension) => within[dimension]?.includes(place[dimension]) === false);

/** One fact that lies elsewhere in one dimension, and so in the cell or out of it. */
function* moves(target: Cell, facts: readonly Fact[], values: Values): Generator<Change[]> {
  const { within } = target;
  for (const fact of facts) {
    const from = placeOf(fact);
    const [bar, ...more] = barsOf(from, target);
    if (more.length > 0) continue;
    const steps: [Dimension, readonly string[]][] = bar
      ? [[bar, within[bar] ?? []]]
      : DIMENSIONS.flatMap((dimension): [Dimension, readonly string[]][] => {
          const wanted = within[dimension];
          return wanted ? [[dimension, values[dimension].filter((value) => !wanted.includes(value))]] : [];
        });
    for (const [dimension, places] of steps)
      for (const to of places)
        yield [
          { place: from, by: -1 },
          { place: moved(from, dimension, to), by: 1 },
        ];
  }
}

/** The place in the cell that is nearest: whatever keeps a fact out of it is changed at once. */
const nearest = (from: Place, { within }: Cell): Place =>
  Object.fromEntries(
    DIMENSIONS.map((dimension) => {
      const wanted = within[dimension];
      const value = wanted?.includes(from[dimension]) === false ? wanted[0] : from[dimension];
      return [dimension, value ?? ''];
    }),
  ) as Record<Dimension, string>;

const outside = (facts: readonly Fact[], target: Cell): Fact[] => facts.filter((fact) => !lies(fact, target));

function* intoTarget(target: Cell, facts: readonly Fact[]): Generator<Change[]> {
  for (const fact of outside(facts, target))
    yield [
      { place: placeOf(fact), by: -1 },
      { place: nearest(fact, target), by: 1 },
    ];
}

/** One comes in, and another takes over what it left: the sums that both lie in stay. */
function* balanced(target: Cell, facts: readonly Fact[]): Generator<Change[]> {
  for (const fact of outside(facts, target)) {
    const inside = nearest(fact, target);
    for (const dimension of DIMENSIONS) {
      if (inside[dimension] === fact[dimension]) continue;
      for (const other of facts) {
        if (other === fact || other[dimension] === fact[dimension] || lies(other, target)) continue;
        if (lies(moved(other, dimension, fact[dimension]), target)) continue;
        yield [
          { place: placeOf(fact), by: -1 },
          { place: inside, by: 1 },
          { place: placeOf(other), by: -1 },
          { place: moved(other, dimension, fact[dimension]), by: 1 },
        ];
      }
    }
  }
}

function* exchanges(target: Cell, facts: readonly Fact[]): Generator<Change[]> {
  for (const one of facts)
    for (const other of facts)
      for (const dimension of DIMENSIONS) {
        if (one === other || one[dimension] === other[dimension]) continue;
        const changes: Change[] = [
          { place: placeOf(one), by: -1 },
          { place: placeOf(other), by: -1 },
          { place: moved(one, dimension, other[dimension]), by: 1 },
          { place: moved(other, dimension, one[dimension]), by: 1 },
        ];
        const difference = changes.reduce((sum, { place, by }) => sum + (lies(place, target) ? by : 0), 0);
        if (difference !== 0) yield changes;
      }
}

/** No state asks itself for a person: a world that needs it is none. */
const isPossible = (changes: readonly Change[]): boolean =>
  changes.every(({ place }) => place.rq !== place.rd);

function* all(target: Cell, present: readonly Fact[], values: Values): Generator<Change[]> {
  yield* moves(target, present, values);
  yield* intoTarget(target, present);
  const inside = insideOf(target, values);
  if (inside) yield [{ place: inside, by: 1 }];
  for (const fact of present) if (lies(fact, target)) yield [{ place: placeOf(fact), by: -1 }];
  yield* balanced(target, present);
  yield* exchanges(target, present);
}

/** @param facts those that exist; what is made of the first ones is tried first */
export function* alternatives(target: Cell, facts: readonly Fact[], values: Values): Generator<Change[]> {
  for (const changes of all(target, facts, values)) if (isPossible(changes)) yield changes;
}
