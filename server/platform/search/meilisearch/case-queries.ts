// Words asked of the index of cases: numbers as they are typed or dictated, offences with typing errors.
import type { MultiSearchQueryWithFederation } from 'meilisearch';
import { plain, readersFilter } from './name-queries.ts';

const query = (uid: string, field: string, q: string, readers: readonly string[]) => ({
  indexUid: uid,
  q,
  attributesToSearchOn: [field],
  attributesToRetrieve: ['id'],
  // One common word of several would bring half of all cases.
  matchingStrategy: 'all' as const,
  filter: readersFilter(readers),
});

/** Parts of a number, however they are set apart; the last one may be a beginning. */
export function numberQueries(
  uid: string,
  text: string,
  readers: readonly string[],
): MultiSearchQueryWithFederation[] {
  const q = plain(text);
  return /\p{Nd}/u.test(q) ? [query(uid, 'number', q, readers)] : [];
}

/** Whole words: a blank at the end keeps the last one from being taken for a beginning. */
export function offenceQueries(
  uid: string,
  text: string,
  readers: readonly string[],
): MultiSearchQueryWithFederation[] {
  const q = plain(text);
  return /\p{L}/u.test(q) ? [query(uid, 'offences', `${q} `, readers)] : [];
}
