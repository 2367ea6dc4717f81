// Orders of results and the cursors within them: a place is the sort values of the last row shown, tied to its question.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Problem } from '../../domain/errors.ts';
import { bandRank } from '../../domain/matching/match-record.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts';
import type { Entry } from './result-set.ts';

export const SORTS = ['score', 'name', 'birthYear', 'newestAlert', 'registryNumber'] as const;
export type Sort = (typeof SORTS)[number];

type Key = readonly (number | string)[];

// One order for all readers and scripts, so that a cursor means the same whoever asks.
const collator = new Intl.Collator('ru', { sensitivity: 'variant' });

const LAST = Number.MAX_SAFE_INTEGER;

const nameOf = ({ match, record }: Entry): string => match?.bestName?.raw ?? record.names[0]?.raw ?? '';

const birthYearOf = ({ record }: Entry): number =>
  Math.min(LAST, ...record.births.map(({ year }) => year), ...record.birthYears.map(({ from }) => from));

const newestAlertOf = ({ alerts }: Entry): number => Math.max(-1, ...alerts.map(({ since }) => since ?? -1));

/** Sort values, ascending; where they are equal the better match comes first, then names side by side, then the id. */
function keyOf(entry: Entry, sort: Sort): Key {
  const { match, personId, registryNumber } = entry;
  const score = match
    ? [match.band === 'DOCUMENT_HIT' ? 0 : 1, -match.score, bandRank(match.band), -match.logOdds]
    : [1, 0, LAST, 0];
  const rest = [...score, nameOf(entry), personId];
  switch (sort) {
    case 'score':
      return rest;
    case 'name':
      return [nameOf(entry), ...rest];
    case 'birthYear':
      return [birthYearOf(entry), ...rest];
    case 'newestAlert':
      return [-newestAlertOf(entry), ...rest];
    case 'registryNumber':
      return [registryNumber, ...rest];
  }
}

function compareKeys(left: Key, right: Key): number {
  for (const [place, a] of left.entries()) {
    const b = right[place];
    if (a === b) continue;
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    // Spellings that the collator holds for one still have an order.
    const order = collator.compare(String(a), String(b)) || (String(a) < String(b) ? -1 : 1);
    if (order !== 0) return order;
  }
  return 0;
}

/** @returns the entries in the order asked for; the same entries always come out in the same order */
export function inOrder(entries: readonly Entry[], sort: Sort): readonly Entry[] {
  return entries
    .map((entry) => ({ entry, key: keyOf(entry, sort) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ entry }) => entry);
}

/** @returns a short print of a question: a cursor of another question or order is refused, never misread */
export const printOf = (question: unknown): string =>
  createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 12);

const place = z.tuple([z.string(), z.array(z.union([z.number(), z.string()])).max(10)]);

/**
 * Entries after the cursor's place. What came in before it since is not shown again and what follows is not skipped,
 * whatever was added, changed or taken away meanwhile.
 * @throws Problem `validation-failed` at `/cursor`
 */
export function afterCursor(
  entries: readonly Entry[],
  sort: Sort,
  print: string,
  cursor: string | undefined,
): readonly Entry[] {
  if (cursor === undefined) return entries;
  const [of, key] = decodeCursor(cursor, place, '/cursor');
  if (of !== print)
    throw new Problem('validation-failed', [{ at: '/cursor', code: 'cursor-of-other-question' }]);
  return entries.filter((entry) => compareKeys(keyOf(entry, sort), key) > 0);
}

export const cursorAt = (entry: Entry, sort: Sort, print: string): string =>
  encodeCursor([print, keyOf(entry, sort)]);
