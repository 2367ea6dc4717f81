// The form of a seal: how a row of the log becomes a leaf, and leaves a link of the chain. Anybody can recompute it.
import { createHash } from 'node:crypto';

/** Every column of audit_event, in the order in which it is hashed. */
export const AUDIT_COLUMNS = [
  'id',
  'at',
  'type',
  'outcome',
  'actor_id',
  'actor_kind',
  'session_id',
  'agency_id',
  'state',
  'request_id',
  'ip',
  'purpose_code',
  'purpose_ref',
  'subject_type',
  'subject_id',
  'data',
  'sealed_data',
] as const;

const AS_BYTES: Partial<Record<(typeof AUDIT_COLUMNS)[number], string>> = {
  // Eight bytes of microseconds: neither the session's time zone nor its date style changes them.
  at: "encode(timestamptz_send(e.at), 'hex')",
  sealed_data: "encode(e.sealed_data, 'hex')",
};

/**
 * SQL: one row of audit_event `e` as one text, the same in every session. It is a JSON array of all columns;
 * jsonb keeps the members of `data` in an order of its own and numbers as they are, so nothing is lost or ambiguous.
 */
export const ROW_TEXT = `jsonb_build_array(${AUDIT_COLUMNS.map((name) => AS_BYTES[name] ?? `e.${name}`).join(', ')})::text`;

export const hashRow = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

export interface Leaf {
  /** Id of the row, a decimal number. */
  readonly id: string;
  readonly hash: Buffer;
}

const LEAF_BYTES = 40;

export function encodeLeaves(leaves: readonly Leaf[]): Buffer {
  const bytes = Buffer.allocUnsafe(leaves.length * LEAF_BYTES);
  leaves.forEach(({ id, hash }, index) => {
    bytes.writeBigInt64BE(BigInt(id), index * LEAF_BYTES);
    hash.copy(bytes, index * LEAF_BYTES + 8);
  });
  return bytes;
}

/** @returns the leaves; a rest that is no whole leaf is left to the seal's own hash to betray */
export function decodeLeaves(bytes: Buffer): Leaf[] {
  return Array.from({ length: Math.floor(bytes.length / LEAF_BYTES) }, (_, index) => ({
    id: bytes.readBigInt64BE(index * LEAF_BYTES).toString(),
    hash: bytes.subarray(index * LEAF_BYTES + 8, (index + 1) * LEAF_BYTES),
  }));
}

export interface SealBody {
  readonly no: number;
  /** Microseconds since 2000-01-01 UTC, 8 bytes, as PostgreSQL sends a timestamptz. */
  readonly sealedAt: Buffer;
  readonly count: number;
  readonly leaves: Buffer;
  readonly previousHash: Buffer;
  /** Every row up to this id is sealed or was never committed. */
  readonly settledId: string;
}

/** What the first seal follows. */
export const GENESIS = Buffer.alloc(32);

export function hashSeal(seal: SealBody): Buffer {
  const numbers = Buffer.allocUnsafe(20);
  numbers.writeBigInt64BE(BigInt(seal.no), 0);
  numbers.writeBigInt64BE(BigInt(seal.settledId), 8);
  numbers.writeInt32BE(seal.count, 16);
  return createHash('sha256')
    .update('izdoo audit seal 1\n')
    .update(numbers)
    .update(seal.sealedAt)
    .update(seal.previousHash)
    .update(seal.leaves)
    .digest();
}

const YEAR_2000 = Date.UTC(2000, 0, 1);

/** @returns the instant as PostgreSQL sends it (timestamptz_send) */
export function instantBytes(instant: Date): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigInt64BE(BigInt(instant.getTime() - YEAR_2000) * 1000n);
  return bytes;
}
