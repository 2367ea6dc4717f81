// One's own account: who am I, a new password, the second factor.
import type { Actor } from '../../domain/access/actor.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { type Passwords, passwordFaults } from '../../platform/security/passwords.ts';
import { newTotpSecret, totpStep, totpUri } from '../../platform/security/totp.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { Me, PasswordChange, SecondFactorOffer } from './contract.ts';
import { type CredentialChecker, TOTP_CONTEXT } from './credentials.ts';
import type { SessionService } from './service.ts';
import type { Credentials, SessionStore } from './store.ts';
import { meOf, type SessionFacts } from './user-facts.ts';

export interface AccountService {
  me(actor: Actor): Promise<Me>;
  /** Ends all other sessions. @throws Problem `invalid-credentials`, `validation-failed`, `too-many-requests` */
  changePassword(actor: Actor, body: PasswordChange): Promise<void>;
  /** @throws Problem `conflict` when a confirmed factor is in place: an admin has to take it away first */
  offerSecondFactor(actor: Actor, body: { password: string }): Promise<SecondFactorOffer>;
  /** Completes the session and ends all others. @throws Problem `validation-failed` when the code does not fit */
  confirmSecondFactor(actor: Actor, body: { code: string }): Promise<Me>;
}

export interface AccountDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly passwords: Passwords;
  readonly credentials: CredentialChecker;
  readonly sessions: SessionService;
  readonly store: SessionStore;
}

export function createAccountService(deps: AccountDeps): AccountService {
  const { database, clock, vault, passwords, credentials, sessions, store } = deps;

  /** @throws Problem `not-found` for API keys: they have no account */
  async function ownSession(actor: Actor): Promise<{ session: SessionFacts; account: Credentials }> {
    const session = actor.sessionId === null ? null : await store.findSession(actor.sessionId);
    const account = session && (await store.findById(session.user.id));
    if (!account) throw notFound();
    return { session, account };
  }

  return {
    async me(actor) {
      return meOf((await ownSession(actor)).session);
    },

    async changePassword(actor, { currentPassword, newPassword }) {
      const { session, account } = await ownSession(actor);
      await credentials.checkPasswordAgain(actor, account, currentPassword);
      const { user } = account;
      const codes: string[] = passwordFaults(newPassword, user.login);
      if (newPassword === currentPassword) codes.push('password-not-new');
      if (codes.length > 0) {
        throw new Problem(
          'validation-failed',
          codes.map((code) => ({ at: '/newPassword', code })),
        );
      }
      const passwordHash = await passwords.hash(newPassword);
      await database.transaction(actor, async (tx) => {
        await store.setPassword(tx, user.id, passwordHash, session.id);
        await sessions.endAll(tx, { userId: user.id, exceptId: session.id }, 'password-changed');
        tx.audit({ type: 'user.password-changed', subject: { type: 'user', id: user.id }, data: {} });
        return null;
      });
    },

    async offerSecondFactor(actor, { password }) {
      const { account } = await ownSession(actor);
      await credentials.checkPasswordAgain(actor, account, password);
      const { user } = account;
      const secret = newTotpSecret();
      await database.transaction(actor, async (tx) => {
        const sealed = Buffer.from(vault.encrypt(TOTP_CONTEXT, secret));
        if (!(await store.offerTotp(tx, user.id, sealed))) throw new Problem('conflict');
        tx.audit({ type: 'user.second-factor-offered', subject: { type: 'user', id: user.id }, data: {} });
        return null;
      });
      return { secret, uri: totpUri(secret, user.login) };
    },

    async confirmSecondFactor(actor, { code }) {
      const { session, account } = await ownSession(actor);
      const { user, totpSecret } = account;
      if (user.totpConfirmed || !totpSecret) throw new Problem('conflict');
      const step = totpStep(vault.decrypt(TOTP_CONTEXT, totpSecret), code, clock.now());
      if (step === null) throw new Problem('validation-failed', [{ at: '/code', code: 'wrong-code' }]);
      await database.transaction(actor, async (tx) => {
        if (!(await store.confirmTotp(tx, account, step))) throw new Problem('conflict');
        await store.completeSession(tx, session.id);
        await sessions.endAll(tx, { userId: user.id, exceptId: session.id }, 'second-factor-enrolled');
        tx.audit({ type: 'user.second-factor-enrolled', subject: { type: 'user', id: user.id }, data: {} });
        return null;
      });
      return meOf((await ownSession(actor)).session);
    },
  };
}
