// Seals the log: chains committed rows in batches, without holding up those who write them.
import type pg from 'pg';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import type { AuditHeads } from './audit-heads.ts';
import { encodeLeaves, GENESIS, hashRow, hashSeal, instantBytes, type Leaf, ROW_TEXT } from './audit-seal.ts';
import type { AuditSigner } from './audit-signer.ts';

/** Sealers of all processes wait for nobody: who does not get this lock leaves the work to who has it. */
const SEALER_LOCK = 4_991_203;
const BATCH = 5_000;

export interface AuditSealer {
  /** Seals what is there, batch after batch. @returns how many rows were sealed now */
  seal(): Promise<number>;
}

export interface SealerSettings {
  pool: pg.Pool;
  clock: Clock;
  signer: AuditSigner;
  heads: AuditHeads;
  logger: Logger;
  batchSize?: number;
}

interface Tip {
  no: number;
  hash: Buffer;
  settledId: string;
  keyId: string;
  signature: Buffer;
  at: Date;
}

/** An id that was given out, and the transactions that may still commit a row with it or a lower one. */
interface Horizon {
  id: bigint;
  writers: ReadonlySet<string>;
}

async function readTip(client: pg.PoolClient): Promise<Tip | null> {
  const { rows } = await client.query<Tip>(
    `select no::float8 as no, hash, settled_id as "settledId", key_id as "keyId", signature, sealed_at as at
     from audit_seal order by no desc limit 1`,
  );
  return rows[0] ?? null;
}

/**
 * Whoever writes to the log holds this lock on its table from before he draws an id until he has committed.
 * The id is read first: everybody who drew it or a lower one is either among the writers or has ended.
 */
async function readHorizon(client: pg.PoolClient): Promise<Horizon> {
  const last = await client.query<{ id: string }>(
    'select case when is_called then last_value else 0 end as id from audit_event_id_seq',
  );
  const writers = await client.query<{ writer: string }>(
    `select virtualtransaction as writer from pg_locks
     where locktype = 'relation' and mode = 'RowExclusiveLock' and granted and relation = 'audit_event'::regclass
       and database = (select oid from pg_database where datname = current_database())`,
  );
  return { id: BigInt(last.rows[0]?.id ?? 0), writers: new Set(writers.rows.map(({ writer }) => writer)) };
}

/** The bound on both tables keeps the look short however long the log is. */
const UNSEALED = `
  select e.id, ${ROW_TEXT} as text from audit_event e
  where e.id > $1 and not exists (select 1 from audit_sealed s where s.event_id = e.id and s.event_id > $1)
  order by e.id limit $2`;

export function createAuditSealer(settings: SealerSettings): AuditSealer {
  const { pool, clock, signer, heads, logger, batchSize = BATCH } = settings;
  let waiting: Horizon | null = null;
  let exported: { no: number; hash: Buffer } | null = null;

  const isExported = (tip: Tip): boolean => tip.no === exported?.no && tip.hash.equals(exported.hash);

  /** Sealing goes on: what is written from now on shall be safe, and the exported heads tell the rest. */
  function watchTip(tip: Tip | null): void {
    if (!exported || (tip && (tip.no > exported.no || isExported(tip)))) return;
    logger.error({ exported: exported.no, found: tip?.no ?? null }, 'the audit chain was cut or rewritten');
  }

  /** @returns the highest id below which nobody will commit any more, as far as is known */
  async function settle(client: pg.PoolClient): Promise<bigint> {
    const horizon = await readHorizon(client);
    if (horizon.writers.size === 0) {
      waiting = null;
      return horizon.id;
    }
    const before = waiting;
    if (before && [...before.writers].some((writer) => horizon.writers.has(writer))) return 0n;
    waiting = horizon;
    return before?.id ?? 0n;
  }

  async function sealBatch(client: pg.PoolClient): Promise<{ sealed: number; tip: Tip | null }> {
    const lock = await client.query<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [
      SEALER_LOCK,
    ]);
    if (!lock.rows[0]?.got) return { sealed: 0, tip: null };
    const tip = await readTip(client);
    watchTip(tip);
    const settledBefore = tip?.settledId ?? '0';
    const settled = await settle(client);
    const { rows } = await client.query<{ id: string; text: string }>(UNSEALED, [settledBefore, batchSize]);
    const last = rows.at(-1);
    if (!last) return { sealed: 0, tip };

    const leaves: Leaf[] = rows.map(({ id, text }) => ({ id, hash: hashRow(text) }));
    const reached = rows.length < batchSize || BigInt(last.id) > settled ? settled : BigInt(last.id);
    const settledId = (reached > BigInt(settledBefore) ? reached : BigInt(settledBefore)).toString();
    const at = clock.now();
    const body = {
      no: (tip?.no ?? 0) + 1,
      sealedAt: instantBytes(at),
      count: leaves.length,
      leaves: encodeLeaves(leaves),
      previousHash: tip?.hash ?? GENESIS,
      settledId,
    };
    const hash = hashSeal(body);
    const signature = signer.sign(hash);
    await client.query(
      `insert into audit_seal (no, sealed_at, count, leaves, previous_hash, hash, key_id, signature, settled_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        body.no,
        at.toISOString(),
        body.count,
        body.leaves,
        body.previousHash,
        hash,
        signer.keyId,
        signature,
        settledId,
      ],
    );
    await client.query(
      'insert into audit_sealed (event_id, seal_no) select event_id, $2 from unnest($1::bigint[]) as event_id',
      [leaves.map(({ id }) => id), body.no],
    );
    return {
      sealed: leaves.length,
      tip: { no: body.no, hash, settledId, keyId: signer.keyId, signature, at },
    };
  }

  async function inTransaction() {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const result = await sealBatch(client);
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** Every process that seals keeps its own list of heads, also of links that another one made. */
  async function exportHead({ no, hash, signature, keyId, at }: Tip): Promise<void> {
    const head = {
      no,
      hash: hash.toString('hex'),
      signature: signature.toString('hex'),
      keyId,
      at: at.toISOString(),
    };
    await heads.append(head);
    logger.info(head, 'audit log sealed');
    exported = { no, hash };
  }

  return {
    async seal() {
      let total = 0;
      for (;;) {
        const { sealed, tip } = await inTransaction();
        total += sealed;
        if (sealed === batchSize) continue;
        if (tip && !isExported(tip)) await exportHead(tip);
        return total;
      }
    },
  };
}
