// Proving who one is with login, password and code; every way of failing looks and costs the same.
import type { Actor } from '../../domain/access/actor.ts';
import type { AuditData } from '../../domain/audit/event.ts';
import { Problem } from '../../domain/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Lockout } from '../../platform/security/lockout.ts';
import type { Passwords } from '../../platform/security/passwords.ts';
import { totpStep } from '../../platform/security/totp.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { Credentials, SessionStore } from './store.ts';
import { mayEnter } from './user-facts.ts';

/** What the encrypted secret of a second factor is bound to. */
export const TOTP_CONTEXT = 'app_user.totp_secret';

/** @returns the login as it is stored, however it was typed */
export const normaliseLogin = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

type RefusalReason = AuditData['session.refused']['reason'];

export interface CredentialChecker {
  /**
   * @returns the account, and the step of the code when it has a confirmed second factor
   * @throws Problem `invalid-credentials`, `second-factor-required`, `too-many-requests`; each attempt is counted
   */
  check(
    actor: Actor,
    given: { login: string; password: string; code?: string | undefined },
  ): Promise<{ account: Credentials; step: number | null }>;
  /** Writes why somebody was turned away, and turns him away. */
  refuse(actor: Actor, reason: RefusalReason, login: string, account: Credentials | null): Promise<never>;
  /** Proves the password of a session's own user once more. @throws like `check` */
  checkPasswordAgain(actor: Actor, account: Credentials, password: string): Promise<void>;
  /** Forgives the wrong attempts of the login. */
  succeeded(login: string, ip: string | null): Promise<void>;
}

export interface CredentialDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly passwords: Passwords;
  readonly lockout: Lockout;
  readonly store: SessionStore;
  readonly production: boolean;
}

export function createCredentialChecker(deps: CredentialDeps): CredentialChecker {
  const { database, clock, vault, passwords, lockout, store, production } = deps;

  const record = (actor: Actor, reason: RefusalReason, login: string, account: Credentials | null) =>
    database.record(actor, {
      type: 'session.refused',
      outcome: 'REFUSED',
      data: { reason },
      // People type passwords into login fields: readable for those who may, not in the table.
      secret: login,
      ...(account && { subject: { type: 'user' as const, id: account.user.id } }),
    });

  async function refuse(
    actor: Actor,
    reason: RefusalReason,
    login: string,
    account: Credentials | null,
  ): Promise<never> {
    await record(actor, reason, login, account);
    throw new Problem('invalid-credentials');
  }

  async function count(actor: Actor, login: string): Promise<void> {
    try {
      await lockout.attempt(login, actor.ip);
    } catch (error) {
      await record(actor, 'locked', login, null);
      throw error;
    }
  }

  async function checkPassword(actor: Actor, login: string, password: string): Promise<Credentials> {
    const account = await store.findByLogin(login);
    const matches = await passwords.matches(account?.passwordHash ?? null, password);
    if (!account) return refuse(actor, 'unknown-login', login, null);
    if (!matches) return refuse(actor, 'wrong-password', login, account);
    if (!mayEnter(account.user, production)) return refuse(actor, 'disabled', login, account);
    return account;
  }

  return {
    refuse,
    succeeded: (login, ip) => lockout.succeeded(login, ip),

    async check(actor, { login, password, code }) {
      await count(actor, login);
      const account = await checkPassword(actor, login, password);
      if (!account.user.totpConfirmed || !account.totpSecret) return { account, step: null };
      if (code === undefined) {
        await lockout.undecided(login, actor.ip);
        throw new Problem('second-factor-required');
      }
      const step = totpStep(vault.decrypt(TOTP_CONTEXT, account.totpSecret), code, clock.now());
      if (step === null) return refuse(actor, 'wrong-code', login, account);
      return { account, step };
    },

    async checkPasswordAgain(actor, account, password) {
      const { login } = account.user;
      await count(actor, login);
      if (!(await passwords.matches(account.passwordHash, password))) {
        return refuse(actor, 'wrong-password', login, account);
      }
      await lockout.undecided(login, actor.ip);
    },
  };
}
