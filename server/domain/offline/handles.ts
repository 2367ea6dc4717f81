// What a copy for a post without a line holds of a person, and what it is asked for: texts that are hashed, never names.
import type { PartialDate } from '../dates/partial-date.ts';
import type { MatchQuery, MatchRecord } from '../matching/match.ts';
import type { AnalysedName, NameToken } from '../names/analysed-name.ts';
import type { NameEngine } from '../names/engine.ts';

type Spell = NameEngine['spellings'];

/** Words that say nothing of who somebody is when they stand alone. */
const isWord = ({ role }: NameToken): boolean => role !== 'initial' && role !== 'particle';

/** Every way each word of a reading sounds, vowels left out: what any script and spelling of it has in common. */
const wordsOf = (spell: Spell, tokens: readonly NameToken[]): string[][] =>
  tokens
    .filter(isWord)
    .map((token) => [...spell({ tokens: [token], otherReadings: [], hints: [], years: [] }).skeletons])
    .filter((forms) => forms.length > 0);

/** Two words of one name, in whatever order; the one word where there is only one. */
function* pairsOf(words: readonly string[][]): Generator<string> {
  const [only] = words;
  if (words.length === 1 && only) yield* only;
  for (const [i, forms] of words.entries())
    for (const others of words.slice(i + 1))
      for (const a of forms) for (const b of others) yield a < b ? `${a}|${b}` : `${b}|${a}`;
}

const pairsOfName = (spell: Spell, { tokens, otherReadings }: AnalysedName): string[] =>
  [tokens, ...otherReadings].flatMap((reading) => [...pairsOf(wordsOf(spell, reading))]);

const dayOf = ({ year, month, day }: PartialDate): string | null =>
  month === undefined || day === undefined ? null : `${year}-${month}-${day}`;

const numbersOf = ({ documents, nationalIds }: Pick<MatchQuery, 'documents' | 'nationalIds'>): string[] => [
  ...documents.map(({ number }) => `D:${number}`),
  ...nationalIds.map((id) => `I:${id}`),
];

/** A name that only a nickname or a weak alias bears stops nobody. */
const WEAK = ['ALIAS_WEAK', 'NICKNAME'];
const LONGEST_RANGE = 20;

/**
 * Births as a record offers them: the day for those who know it, the year for those who know no more (`y`), the year of a date of
 * which the registry knows no more (`p`), and `u` where it knows nothing.
 */
function birthsOfRecord({ births, birthYears }: MatchRecord): string[] {
  if (births.length + birthYears.length === 0) return ['u'];
  const known = births.flatMap((birth) => {
    const day = dayOf(birth);
    return [`y${birth.year}`, day === null ? `p${birth.year}` : `d${day}`];
  });
  const ranges = birthYears.flatMap(({ from, to }) =>
    Array.from({ length: Math.min(to - from + 1, LONGEST_RANGE) }, (_, index) => from + index).flatMap(
      (year) => [`y${year}`, `p${year}`],
    ),
  );
  return [...known, ...ranges];
}

/** Births as a traveller asks for them; day and month of his date may have changed places. */
function birthsOfQuery(births: readonly PartialDate[]): string[] {
  if (births.length === 0) return ['a'];
  const asked = births.flatMap((birth) => {
    const { year, month, day } = birth;
    if (month === undefined || day === undefined) return [`y${year}`];
    return [`d${year}-${month}-${day}`, `d${year}-${day}-${month}`, `p${year}`];
  });
  return [...asked, 'u'];
}

/** @param usable what the post may use of the record */
export function recordHandles(spell: Spell, usable: MatchRecord): Set<string> {
  const births = [...birthsOfRecord(usable), 'a'];
  const pairs = usable.names
    .filter(({ type }) => !WEAK.includes(type))
    .flatMap(({ analysed }) => pairsOfName(spell, analysed));
  return new Set([
    ...numbersOf(usable),
    ...[...new Set(pairs)].flatMap((pair) => births.map((birth) => `N:${pair}:${birth}`)),
  ]);
}

/** Any of these in the copy means: refer. */
export function queryHandles(spell: Spell, query: MatchQuery): Set<string> {
  const births = birthsOfQuery(query.births);
  const pairs = query.names.flatMap((name) => pairsOfName(spell, name));
  return new Set([
    ...numbersOf(query),
    ...[...new Set(pairs)].flatMap((pair) => births.map((birth) => `N:${pair}:${birth}`)),
  ]);
}
