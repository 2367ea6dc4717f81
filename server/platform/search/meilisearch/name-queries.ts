// A name asked of Meilisearch: one query for each spelling, weighed, in one federated search.
import type { MultiSearchQueryWithFederation } from 'meilisearch';
import type { PartialDate } from '../../../domain/dates/partial-date.ts';
import type { NameInLetters } from '../port.ts';
import { quoted } from './engine.ts';

export interface NameQuestion extends NameInLetters {
  /** Outer AND, inner OR. */
  readonly tags: readonly (readonly string[])[];
  /** Marks of which a document must carry one, in an index that has them. */
  readonly readers?: readonly string[];
}

/** The engine drops the eleventh word of a question without a word. */
const MOST_WORDS = 8;
const MOST_SPELLINGS = 2;
const MOST_GLUED = 12;

/** Signs that the engine reads as operators: a quote opens a phrase, a minus before a word excludes it. */
export const plain = (text: string): string =>
  text.replace(/["-]/g, ' ').trim().split(/\s+/).slice(0, MOST_WORDS).join(' ');

/** Groups of tags as a filter; never empty, because an empty filter means none. */
const filterOf = (tags: NameQuestion['tags']): string[] =>
  tags.map((group) => `tags IN [${group.map(quoted).join(', ')}]`);

/** Only what carries a mark of the reader; nothing at all for one who holds none. */
export const readersFilter = (readers: readonly string[]): string[] => [
  `readers IN [${readers.map(quoted).join(', ')}]`,
];

/** @returns the queries of a federated search; none when no word is left to ask */
export function nameQueries(
  uid: string,
  { spellings, births, tags, readers }: NameQuestion,
): MultiSearchQueryWithFederation[] {
  const filter = [...filterOf(tags), ...(readers ? readersFilter(readers) : [])];
  const query = (field: string, text: string, weight: number, more: readonly string[] = []) => {
    const q = plain(text);
    if (q === '') return [];
    const filters = [...filter, ...more];
    return [
      {
        indexUid: uid,
        // A blank at the end keeps the last skeleton from being taken for a beginning.
        q: field === 'nameKeys' ? `${q} ` : q,
        attributesToSearchOn: [field],
        attributesToRetrieve: ['id'],
        matchingStrategy: 'frequency' as const,
        federationOptions: { weight },
        ...(filters.length > 0 && { filter: filters }),
      },
    ];
  };
  /** Whose words written as one are equal: all of them, with nothing to rank. */
  const gluedQuery = (glued: readonly string[]) =>
    glued.length === 0
      ? []
      : [
          {
            indexUid: uid,
            q: '',
            attributesToRetrieve: ['id'],
            federationOptions: { weight: 0.9 },
            filter: [...filter, `nameGlued IN [${glued.slice(0, MOST_GLUED).map(quoted).join(', ')}]`],
          },
        ];
  return spellings.flatMap(({ own, cyrl, latn, glued, skeletons }) => [
    ...own.slice(0, MOST_SPELLINGS).flatMap((text) => query('nameOwn', text, 1.1)),
    ...cyrl.slice(0, MOST_SPELLINGS).flatMap((text) => query('nameCyrl', text, 1)),
    ...latn.slice(0, MOST_SPELLINGS).flatMap((text) => query('nameLatn', text, 1)),
    ...gluedQuery(glued),
    ...query('nameKeys', skeletons.join(' '), 1),
    // With a date of birth the bearer born then comes before his many namesakes.
    ...births.flatMap((birth) => [
      ...query('nameKeys', skeletons.join(' '), 1.4, dayFilter(birth)),
      ...query('nameLatn', latn[0] ?? '', 1.2, [`year = ${birth.year}`]),
    ]),
  ]);
}

/** The day, and the day with month and day exchanged; the year where no more is known. */
function dayFilter({ year, month, day }: PartialDate): string[] {
  if (month === undefined || day === undefined) return [`year = ${year}`];
  const number = (m: number, d: number) => year * 10_000 + m * 100 + d;
  return [`born IN [${[number(month, day), number(day, month)].join(', ')}]`];
}
