// Stable cursors for lists: the sort values of the last row, unreadable enough that nobody builds on them.
import type { z } from 'zod';
import { Problem } from '../../domain/errors.ts';

type SortValue = string | number;

export const encodeCursor = (values: readonly (SortValue | readonly SortValue[])[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/**
 * @returns the sort values that `encodeCursor` was given
 * @param at where the cursor was sent
 * @throws Problem `validation-failed` when the text is not such a cursor
 */
export function decodeCursor<T extends readonly z.ZodType[]>(
  text: string,
  shape: z.ZodTuple<T>,
  at = 'query/cursor',
): z.output<z.ZodTuple<T>> {
  try {
    return shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new Problem('validation-failed', [{ at, code: 'unknown-cursor' }]);
  }
}

/** Cuts `limit + 1` rows to a page. */
export function toPage<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (row: T) => readonly (string | number)[],
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(cursorOf(last)) : null };
}
