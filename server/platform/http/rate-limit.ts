// How often a caller may use the API: one table of figures, counted in PostgreSQL for all processes together.
//
// A statement per request would cost more than a border check itself. A process therefore takes a lease of several
// requests at once and hands them out from memory: processes together never exceed the figure, the hot path
// costs one look into a map, and a restart loses at most the rest of a lease.
import type { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../../domain/errors.ts';
import type { RateClass } from './route.ts';

type Caller = 'user' | 'api-key' | 'anonymous';

export interface Figure {
  /** Requests per window. */
  readonly points: number;
  readonly seconds: number;
  /** Requests taken from the database at once; divides `points`. */
  readonly lease: number;
}

const perMinute = (points: number, lease = 1): Figure => ({ points, seconds: 60, lease });

/**
 * Users are counted by id, keys by id, anonymous callers by address (IPv6: by /64 network). Logins are an office's
 * morning; guessing is stopped by `platform/security/lockout.ts`, which counts wrong attempts per login and address.
 */
export const FIGURES: Readonly<Record<Exclude<RateClass, 'none'>, Readonly<Record<Caller, Figure>>>> = {
  login: { user: perMinute(30), 'api-key': perMinute(30), anonymous: perMinute(120) },
  read: { user: perMinute(600, 20), 'api-key': perMinute(6_000, 100), anonymous: perMinute(300, 10) },
  write: { user: perMinute(240, 4), 'api-key': perMinute(1_200, 20), anonymous: perMinute(60, 2) },
  search: { user: perMinute(120, 2), 'api-key': perMinute(600, 10), anonymous: perMinute(30) },
  suggest: { user: perMinute(300, 10), 'api-key': perMinute(300, 10), anonymous: perMinute(30) },
  // One other installation may have the changes of a whole state to tell.
  exchange: { user: perMinute(30), 'api-key': perMinute(30), anonymous: perMinute(6_000, 100) },
  check: { user: perMinute(600, 20), 'api-key': perMinute(60_000, 500), anonymous: perMinute(30) },
};

/**
 * Wrong credentials per address: over it the address waits, before anything else is looked at. Behind one address
 * may sit a whole office, whose access tokens run out every ten minutes.
 */
export const BAD_CREDENTIALS: Figure = perMinute(600, 10);

export interface Ticket {
  readonly figure: Figure;
  readonly remaining: number;
  readonly resetMs: number;
}

/** What a process holds of one caller's window. */
interface Lease {
  left: number;
  /** What the database had left for others when the lease was taken. */
  readonly remaining: number;
  readonly endsAt: number;
  /** The window is used up by all processes together. */
  readonly blocked: boolean;
}

interface Counter {
  take(key: string): Ticket | Promise<Ticket>;
  /** Milliseconds until the caller may go on; 0 when this process knows of no block. */
  blockedFor(key: string): number;
}

const tooMany = (milliseconds: number): Problem =>
  new Problem('too-many-requests', [], { retryAfter: Math.max(1, Math.ceil(milliseconds / 1000)) });

/** Beyond this many callers, leases that have run out are forgotten. */
const SWEEP_ABOVE = 10_000;

function createCounter(pool: Pool, name: string, figure: Figure, clearsTable = false): Counter {
  const settings = { keyPrefix: name, points: figure.points, duration: figure.seconds };
  const limiter = new RateLimiterPostgres({
    ...settings,
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: clearsTable,
    // With the database away the limit still holds, per process.
    insuranceLimiter: new RateLimiterMemory(settings),
  });
  const leases = new Map<string, Lease>();
  const pending = new Map<string, Promise<Lease>>();

  async function askDatabase(key: string): Promise<Lease> {
    try {
      const answer = await limiter.consume(key, figure.lease);
      const endsAt = performance.now() + answer.msBeforeNext;
      return { left: figure.lease, remaining: answer.remainingPoints, endsAt, blocked: false };
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return { left: 0, remaining: 0, endsAt: performance.now() + refused.msBeforeNext, blocked: true };
    }
  }

  async function renew(key: string): Promise<Lease> {
    const lease = await askDatabase(key);
    if (leases.size > SWEEP_ABOVE) {
      const now = performance.now();
      for (const [other, { endsAt }] of leases) if (endsAt <= now) leases.delete(other);
    }
    leases.set(key, lease);
    return lease;
  }

  /** @returns a ticket from what is held; undefined when the database has to be asked */
  function spend(key: string): Ticket | undefined {
    const lease = leases.get(key);
    const now = performance.now();
    if (!lease || now >= lease.endsAt) return undefined;
    if (lease.blocked) throw tooMany(lease.endsAt - now);
    if (lease.left === 0) return undefined;
    lease.left -= 1;
    return { figure, remaining: lease.remaining + lease.left, resetMs: lease.endsAt - now };
  }

  /** Requests that arrive together share one statement; each looks again when it has come back. */
  async function wait(key: string): Promise<Ticket> {
    for (;;) {
      let renewing = pending.get(key);
      if (!renewing) {
        renewing = renew(key).finally(() => pending.delete(key));
        pending.set(key, renewing);
      }
      await renewing;
      const ticket = spend(key);
      if (ticket) return ticket;
    }
  }

  return {
    take: (key) => spend(key) ?? wait(key),
    blockedFor(key) {
      const lease = leases.get(key);
      return lease?.blocked ? Math.max(0, lease.endsAt - performance.now()) : 0;
    },
  };
}

export interface RateLimiter {
  /** @throws Problem `too-many-requests` with `retryAfter` in seconds */
  take(kind: Exclude<RateClass, 'none'>, caller: Caller, key: string): Ticket | Promise<Ticket>;
  /** Counts wrong credentials from an address. @throws like `take` */
  noteBadCredentials(ip: string): Promise<void>;
  /** @throws like `take`, when the address has sent too many wrong credentials; costs no statement */
  refuseBlocked(ip: string): void;
}

export function createRateLimiter(pool: Pool): RateLimiter {
  const counters = new Map<string, Counter>();
  for (const [kind, callers] of Object.entries(FIGURES)) {
    for (const [caller, figure] of Object.entries(callers)) {
      const name = `${kind}.${caller}`;
      counters.set(name, createCounter(pool, name, figure, counters.size === 0));
    }
  }
  const bad = createCounter(pool, 'bad-credentials', BAD_CREDENTIALS);
  return {
    take(kind, caller, key) {
      const counter = counters.get(`${kind}.${caller}`);
      if (!counter) throw new Error(`no figure for ${kind} ${caller}`);
      return counter.take(key);
    },
    async noteBadCredentials(ip) {
      await bad.take(networkOf(ip));
    },
    refuseBlocked(ip) {
      const wait = bad.blockedFor(networkOf(ip));
      if (wait > 0) throw tooMany(wait);
    },
  };
}

/** @returns the address itself, or the /64 network of an IPv6 address: one household or office holds that many */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = ip.split('%')[0]?.split('::') ?? [];
  const left = head.split(':').filter(Boolean);
  const right = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
