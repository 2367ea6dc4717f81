// Versions of records as they travel: `ETag: "v3"` out, `If-Match: "v3"` in.
import { Problem } from '../../domain/errors.ts';

export const etagOf = (version: number): string => `"v${version}"`;

/**
 * @returns the version that `If-Match` names
 * @throws Problem `version-required` when it names none (missing, or `*`: any version will do),
 * `version-mismatch` when what it names can be no version of ours (a weak tag, a foreign tag)
 */
export function versionOf(header: string | undefined): number {
  const text = header?.trim() ?? '';
  if (text === '' || text === '*') throw new Problem('version-required');
  const match = /^"v(\d{1,9})"$/.exec(text);
  if (!match) throw new Problem('version-mismatch');
  return Number(match[1]);
}
