// Refuses text that a database cannot keep: NUL characters and halves of surrogate pairs.

// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is exactly what is looked for.
const UNSTORABLE = /[\u0000\p{Surrogate}]/u;

export const hasUnstorableText = (text: string): boolean => UNSTORABLE.test(text);

/**
 * @returns the JSON pointer of the first string or member name below `value` that cannot be stored, or null.
 * Deep nesting is not followed endlessly: beyond 64 levels the value counts as unstorable.
 */
export function findUnstorable(value: unknown, at = '', depth = 0): string | null {
  if (typeof value === 'string') return hasUnstorableText(value) ? at : null;
  if (typeof value !== 'object' || value === null) return null;
  if (depth > 64) return at;
  for (const [key, member] of Object.entries(value)) {
    if (hasUnstorableText(key)) return at;
    const found = findUnstorable(
      member,
      `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      depth + 1,
    );
    if (found !== null) return found;
  }
  return null;
}
