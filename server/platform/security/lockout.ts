// Stops the guessing of passwords and codes: counted in PostgreSQL, so all processes count together.
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../../domain/errors.ts';
import { asProblem } from '../database/problems.ts';
import { networkOf } from '../http/rate-limit.ts';
import type { Vault } from './vault.ts';

const WINDOW_SECONDS = 15 * 60;

/** Wrong attempts that are forgiven within the window; the next one locks for as long again. */
export const WRONG_PER_LOGIN = 5;
export const WRONG_PER_ADDRESS = 30;

export interface Lockout {
  /**
   * Counts an attempt before it is looked at, so that attempts sent at the same time cannot outrun the count.
   * Whether the login exists makes no difference.
   * @throws Problem `too-many-requests` with `retryAfter` in seconds
   */
  attempt(login: string, ip: string | null): Promise<void>;
  /** Takes this one count back: what was given was right, but more is needed. */
  undecided(login: string, ip: string | null): Promise<void>;
  /** Forgives the login's wrong attempts: this one was right in every part. */
  succeeded(login: string, ip: string | null): Promise<void>;
}

export function createLockout(pool: Pool, vault: Vault): Lockout {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      points,
      duration: WINDOW_SECONDS,
      blockDuration: WINDOW_SECONDS,
    });
  const perLogin = limiter('wrong.login', WRONG_PER_LOGIN);
  const perAddress = limiter('wrong.address', WRONG_PER_ADDRESS);
  // What people type into a login field may be a password: the table holds only a keyed hash.
  const loginKey = (login: string) => vault.digest('lockout.login', login).toString('base64url');

  async function consume(counter: RateLimiterPostgres, key: string): Promise<void> {
    try {
      await counter.consume(key);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw asProblem(refused);
      throw new Problem('too-many-requests', [], { retryAfter: Math.ceil(refused.msBeforeNext / 1000) });
    }
  }

  return {
    async attempt(login, ip) {
      // The address comes first: one that is blocked cannot go on to lock other people's logins.
      if (ip !== null) await consume(perAddress, networkOf(ip));
      await consume(perLogin, loginKey(login));
    },
    async undecided(login, ip) {
      await perLogin.reward(loginKey(login));
      if (ip !== null) await perAddress.reward(networkOf(ip));
    },
    async succeeded(login, ip) {
      await perLogin.delete(loginKey(login));
      if (ip !== null) await perAddress.reward(networkOf(ip));
    },
  };
}
