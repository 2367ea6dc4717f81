// The database as services see it: Prisma, plain SQL, and transactions that cannot forget their trace.
import { EventEmitter } from 'node:events';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Actor, Idempotency } from '../../domain/access/actor.ts';
import type { AuditEntry } from '../../domain/audit/event.ts';
import { Problem } from '../../domain/errors.ts';
import type { Clock } from '../clock.ts';
import type { Vault } from '../security/vault.ts';
import { auditInsert } from './audit-writer.ts';
import { createGate } from './gate.ts';
import { type Prisma, PrismaClient } from './generated/client.ts';
import { OrderlyClient } from './orderly-client.ts';
import { LONGEST_START_MS } from './patience.ts';
import { asProblem } from './problems.ts';
import { createQueryKeys, type QueryKeys } from './query-keys.ts';

/** What one transaction may do. Entries given to `audit` are written at its end, in the same transaction. */
export interface Tx {
  readonly db: Prisma.TransactionClient;
  readonly now: Date;
  audit(entry: AuditEntry): void;
  /** Queues a background job that exists only if the transaction commits. */
  enqueue(job: string, payload: object, options?: { key?: string; runAt?: Date }): Promise<void>;
  /** Tells the listeners of this process at `told`, before the transaction's caller goes on; only if it commits. */
  tell(channel: string, payload: string): void;
}

export interface Database {
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  /** Opens the texts of searches that the log keeps, and destroys them month by month. */
  readonly queryKeys: QueryKeys;
  /** What committed transactions of this process told, by channel. */
  readonly told: EventEmitter;
  /**
   * Carries out a change: rows, search row, audit events and jobs together, or nothing. With an idempotency key
   * the result (plain JSON) is kept in the same transaction, and a repetition gets it without a second change.
   * @throws when `work` left no audit entry: no change without a trace
   */
  transaction<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** While a process starts nobody waits for an answer, and the database may be busy: connections are waited for up to a minute. */
  patiently<T>(work: () => Promise<T>): Promise<T>;
  /** Writes traces of looks and refusals: awaited before the answer is given. */
  record(actor: Actor, ...entries: AuditEntry[]): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseSettings {
  url: string;
  poolSize?: number;
  clock: Clock;
  vault: Vault;
}

/** @returns the kept result of an earlier request with this key, or undefined when the key is new */
async function claim(
  db: Prisma.TransactionClient,
  actor: Actor,
  { key, requestHash }: Idempotency,
  now: Date,
): Promise<{ result: unknown } | undefined> {
  const hash = Buffer.from(requestHash, 'hex');
  const inserted = await db.$executeRaw`
    insert into idempotency_key (actor_id, key, request_hash, created_at)
    values (${actor.id}, ${key}, ${hash}, ${now}) on conflict do nothing`;
  if (inserted === 1) return undefined;
  const kept = await db.idempotencyKey.findUnique({ where: { actorId_key: { actorId: actor.id, key } } });
  if (!kept || !Buffer.from(kept.requestHash).equals(hash)) throw new Problem('idempotency-conflict');
  return { result: kept.result };
}

/**
 * Share of the connections that transactions may hold at once; the rest is for single statements and for those who listen. A
 * transaction may have to look something up outside of itself: were every connection held by one that does, each would wait for
 * another for ever.
 */
const SHARE_OF_TRANSACTIONS = 0.5;
const LONGEST_WAIT_MS = 10_000;

/** A check says UNAVAILABLE after three seconds: whoever waits longer for a connection waits for nothing. */
const CONNECT_MS = 2_500;

/**
 * Only changes have transactions; a check is one statement. A person waits half a minute for a busy machine rather than to be told to try
 * again, and with the waits before it that is within the minute of a request. Nobody waits for a job, and cut off it would begin anew.
 */
const LONGEST_CHANGE_MS = 30_000;
const LONGEST_JOB_STEP_MS = 60_000;

/** To open a connection and plan its first statements takes longer than several checks: it is not closed in every quiet moment. */
const IDLE_MS = 10 * 60_000;

/**
 * Questions here are for few rows by an index. Of a big table PostgreSQL would rather start helpers for each of them, which takes
 * longer than the answer: among a million persons 65 checks a second instead of 167. Compiling plans does not pay either.
 */
const PLANNING = 'set max_parallel_workers_per_gather = 0; set jit = off';

export function createDatabase({ url, poolSize = 12, clock, vault }: DatabaseSettings): Database {
  const pool = new pg.Pool({
    Client: OrderlyClient,
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: IDLE_MS,
    onConnect: async (client) => void (await client.query(PLANNING)),
  });
  // A connection that breaks, idle or between two statements, is replaced by the pool, and whoever uses it gets an
  // error from his next statement; without listeners it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const told = new EventEmitter();
  const queryKeys = createQueryKeys(pool, vault);
  const claimed = new WeakSet<Idempotency>();
  const gate = createGate(Math.max(1, Math.floor(poolSize * SHARE_OF_TRANSACTIONS)), LONGEST_WAIT_MS);

  async function run<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { idempotency } = actor;
    if (idempotency) {
      if (claimed.has(idempotency)) throw new Error('one idempotency key covers one transaction');
      claimed.add(idempotency);
    }
    const toTell: [channel: string, payload: string][] = [];
    // Read before the transaction holds a connection; almost always it is in memory.
    const seal = await queryKeys.sealerFor(clock.now());
    const done = await prisma.$transaction(
      async (db) => {
        const now = clock.now();
        if (idempotency) {
          const kept = await claim(db, actor, idempotency, now);
          if (kept) return kept.result as T;
        }
        const entries: AuditEntry[] = [];
        const result = await work({
          db,
          now,
          audit: (entry) => entries.push(entry),
          tell: (channel, payload) => toTell.push([channel, payload]),
          enqueue: async (job, payload, options = {}) => {
            await db.$executeRaw`select graphile_worker.add_job(${job}, payload := ${JSON.stringify(payload)}::json,
              run_at := ${options.runAt ?? null}::timestamptz, job_key := ${options.key ?? null})`;
          },
        });
        if (entries.length === 0) throw new Error('a change must leave a trace');
        const insert = auditInsert(actor, entries, now, seal);
        await db.$executeRawUnsafe(insert.text, ...insert.values);
        if (idempotency) {
          await db.idempotencyKey.update({
            where: { actorId_key: { actorId: actor.id, key: idempotency.key } },
            data: { result: result as Prisma.InputJsonValue },
          });
        }
        return result;
      },
      {
        timeout: actor.kind === 'system' ? LONGEST_JOB_STEP_MS : LONGEST_CHANGE_MS,
        maxWait: Math.max(LONGEST_WAIT_MS, pool.options.connectionTimeoutMillis ?? 0),
      },
    );
    for (const [channel, payload] of toTell) told.emit(channel, payload);
    return done;
  }

  return {
    prisma,
    pool,
    told,
    queryKeys,
    transaction: (actor, work) =>
      gate(() => run(actor, work)).catch((error) => Promise.reject(asProblem(error))),
    async patiently(work) {
      pool.options.connectionTimeoutMillis = LONGEST_START_MS;
      try {
        return await work();
      } finally {
        pool.options.connectionTimeoutMillis = CONNECT_MS;
      }
    },
    record: async (actor, ...entries) => {
      try {
        const now = clock.now();
        await pool.query(auditInsert(actor, entries, now, await queryKeys.sealerFor(now)));
      } catch (error) {
        throw asProblem(error);
      }
    },
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
