// Identifiers: UUID version 7, ordered by time so that indexes grow at one end (RFC 9562).
import { randomBytes, randomFillSync, randomInt } from 'node:crypto';

const RANDOM_BYTES = 7;
const SEQUENCE = 2 ** 18;

const pool = Buffer.alloc(RANDOM_BYTES * 256);
let used = pool.length;
/** Runs on from one identifier to the next, so that two of one millisecond keep the order in which they were made. */
let sequence = randomInt(SEQUENCE);

function randomHex(): string {
  if (used + RANDOM_BYTES > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += RANDOM_BYTES;
  return pool.toString('hex', used - RANDOM_BYTES, used);
}

/** @returns a new UUID v7 in its text form: 48 bits of time, 18 of sequence, 56 of chance */
export function newId(now: number = Date.now()): string {
  sequence = (sequence + 1) % SEQUENCE;
  const random = randomHex();
  const time = now.toString(16).padStart(12, '0');
  const high = (sequence >> 6).toString(16).padStart(3, '0');
  const low = (0x80 | (sequence & 0x3f)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${high}-${low}${random.slice(0, 2)}-${random.slice(2)}`;
}

/** @returns `bytes` random bytes as URL-safe text */
export const newSecret = (bytes = 32): string => randomBytes(bytes).toString('base64url');
