// Signing in, staying in and leaving: sessions with rotating refresh tokens, known to all processes at once.
import { type Actor, may } from '../../domain/access/actor.ts';
import { needsSecondFactor } from '../../domain/access/permission.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { LoginBody, SessionGrant, SessionView } from './contract.ts';
import { type CredentialChecker, normaliseLogin } from './credentials.ts';
import { createGrants, type Granted, hashOfRefreshToken, sessionEnd } from './grants.ts';
import type { SigningKeys } from './signing-keys.ts';
import type { SessionStore } from './store.ts';
import { actorOf, isLive, type SessionFacts } from './user-facts.ts';

export type { Granted, SessionGrant };

/**
 * Two tabs of one browser may send the same refresh token at nearly the same time. Within this time a second use
 * is answered with `conflict`, gives nothing and ends nothing: the tab asks again with the cookie that the other
 * tab has received meanwhile. A thief gains nothing by it; he is only noticed up to ten seconds later.
 */
const DOUBLE_USE_MS = 10_000;

export interface SessionService {
  /** @throws Problem `invalid-credentials`, `second-factor-required`, `too-many-requests` */
  open(actor: Actor, body: LoginBody, userAgent: string | null): Promise<Granted>;
  /**
   * @returns null where the token opens nothing any more: nobody is signed in there, which is no fault
   * @throws Problem `session-ended` for a token that was used before (somebody else has it), `conflict`
   */
  refresh(actor: Actor, refreshToken: string): Promise<Granted | null>;
  /** The living sessions of the actor, or of a user of his state when he manages users. */
  list(actor: Actor, userId?: string): Promise<{ items: SessionView[] }>;
  end(actor: Actor, sessionId: string): Promise<void>;
  endCurrent(actor: Actor): Promise<void>;
  /** Ends sessions as part of another change of the user or agency; call it after that change's own update. */
  endAll(
    tx: Tx,
    whose: { userId: string; exceptId?: string | null } | { agencyId: string },
    reason: string,
  ): Promise<void>;
}

export interface SessionDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly credentials: CredentialChecker;
  readonly keys: SigningKeys;
  readonly store: SessionStore;
  readonly production: boolean;
}

/** Leaves the transaction: the code's step is spent, or the account changed while it was looked at. */
class Overtaken extends Error {}

export function createSessionService(deps: SessionDeps): SessionService {
  const { database, clock, credentials, store, production } = deps;
  const grants = createGrants(deps);

  async function endStolen(actor: Actor, session: SessionFacts): Promise<never> {
    await database.transaction(actor, async (tx) => {
      await store.endSessions(tx, { sessionId: session.id }, 'refresh-token-reused');
      tx.audit({
        type: 'session.reuse-detected',
        subject: { type: 'session', id: session.id },
        outcome: 'REFUSED',
        data: {},
      });
      return null;
    });
    throw new Problem('session-ended');
  }

  async function end(actor: Actor, sessionId: string): Promise<void> {
    const session = await store.findSession(sessionId);
    if (!session || session.revoked || session.expiresAt <= clock.now()) throw notFound();
    const { user } = session;
    const isOwn = user.id === actor.id;
    if (!isOwn && !(may(actor, 'user.manage') && user.agency.state === actor.state)) throw notFound();
    const reason = isOwn ? 'signed-out' : 'ended-by-admin';
    await database.transaction(actor, async (tx) => {
      await store.endSessions(tx, { sessionId }, reason);
      tx.audit({ type: 'session.closed', subject: { type: 'session', id: sessionId }, data: { reason } });
      return null;
    });
  }

  return {
    async open(actor, body, userAgent) {
      const login = normaliseLogin(body.login);
      const { account, step } = await credentials.check(actor, { ...body, login });
      const { user } = account;
      const now = clock.now();
      const session: SessionFacts = {
        id: newId(now.getTime()),
        expiresAt: sessionEnd(now),
        revoked: false,
        complete: step !== null || !needsSecondFactor(user.roles),
        user,
      };
      const granted = await grants.make(session);
      try {
        await database.transaction(actorOf(session, actor), async (tx) => {
          if (!(await store.enter(tx, account, step))) throw new Overtaken();
          await store.insertSession(tx, session, { ip: actor.ip, userAgent });
          await grants.keep(tx, session.id, granted);
          const data = { secondFactor: step !== null };
          tx.audit({ type: 'session.opened', subject: { type: 'session', id: session.id }, data });
          return null;
        });
      } catch (error) {
        if (error instanceof Overtaken) return credentials.refuse(actor, 'wrong-code', login, account);
        throw error;
      }
      await credentials.succeeded(login, actor.ip);
      return granted;
    },

    async refresh(actor, refreshToken) {
      const tokenHash = hashOfRefreshToken(refreshToken);
      const known = await store.findRefreshToken(tokenHash);
      if (!known) return null;
      const now = clock.now();
      const { session } = known;
      if (!isLive(session, now, production)) return null;
      const user = actorOf(session, actor);
      if (known.usedAt) {
        if (now.getTime() - known.usedAt.getTime() < DOUBLE_USE_MS) throw new Problem('conflict');
        return endStolen(user, session);
      }
      if (known.expiresAt <= now) return null;
      const granted = await grants.make(session);
      await database.transaction(user, async (tx) => {
        // Of two requests at once one wins; the other was a double use of a moment ago.
        if (!(await store.useRefreshToken(tx, tokenHash))) throw new Problem('conflict');
        await grants.keep(tx, session.id, granted);
        tx.audit({ type: 'session.refreshed', subject: { type: 'session', id: session.id }, data: {} });
        return null;
      });
      return granted;
    },

    async list(actor, userId = actor.id) {
      if (userId !== actor.id) {
        const other = may(actor, 'user.manage') ? await store.findById(userId) : null;
        if (!other || other.user.agency.state !== actor.state) throw notFound();
        const subject = { type: 'user' as const, id: userId };
        await database.record(actor, { type: 'user.viewed', subject, data: {} });
      }
      const rows = await store.listLive(userId, clock.now());
      return {
        items: rows.map(({ id, createdAt, expiresAt, ip, userAgent }) => ({
          id,
          current: id === actor.sessionId,
          createdAt: createdAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
          ip,
          userAgent,
        })),
      };
    },

    end,

    async endCurrent(actor) {
      // An API key has no session to leave.
      if (actor.sessionId === null) throw notFound();
      await end(actor, actor.sessionId);
    },

    async endAll(tx, whose, reason) {
      for (const id of await store.endSessions(tx, whose, reason)) {
        tx.audit({ type: 'session.closed', subject: { type: 'session', id }, data: { reason } });
      }
    },
  };
}
