// Reads `Idempotency-Key` and fingerprints the request that it stands for.
import { createHash } from 'node:crypto';
import type { Idempotency } from '../../domain/access/actor.ts';
import { Problem } from '../../domain/errors.ts';

/** @returns JSON text that does not depend on the order of members */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/**
 * @param file SHA-256 (hex) of an uploaded file, if there is one
 * @returns null when the header is missing
 * @throws Problem `validation-failed` when the key is not 1–255 visible ASCII characters
 */
export function idempotencyOf(
  header: string | undefined,
  request: { method: string; path: string; body: unknown; file?: string | undefined },
): Idempotency | null {
  if (header === undefined) return null;
  if (!/^[\x21-\x7e]{1,255}$/.test(header)) {
    throw new Problem('validation-failed', [
      { at: 'header/Idempotency-Key', code: 'wrong-format', params: { format: '1–255 ASCII' } },
    ]);
  }
  const requestHash = createHash('sha256')
    .update(`${request.method} ${request.path}\n${request.file ?? ''}\n`)
    .update(canonicalJson(request.body))
    .digest('hex');
  return { key: header, requestHash };
}
