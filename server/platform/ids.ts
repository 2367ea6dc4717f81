// Identifiers: UUID version 7, ordered by time so that indexes grow at one end (RFC 9562).
import { randomBytes, randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(10 * 256);
let used = pool.length;

/** @returns a new UUID v7 in its text form */
export function newId(now: number = Date.now()): string {
  if (used + 10 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 10).toString('hex');
  used += 10;
  const time = now.toString(16).padStart(12, '0');
  const variant = ((Number.parseInt(random[3] ?? '0', 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`;
}

/** @returns `bytes` random bytes as URL-safe text */
export const newSecret = (bytes = 32): string => randomBytes(bytes).toString('base64url');
