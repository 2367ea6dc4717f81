// What a session is given: an access token for minutes, and a refresh token that is used once.
import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { newSecret } from '../../platform/ids.ts';
import type { SessionGrant } from './contract.ts';
import type { SigningKeys } from './signing-keys.ts';
import type { SessionStore } from './store.ts';
import { meOf, type SessionFacts } from './user-facts.ts';

const HOUR = 3_600_000;

/** A session ends after a shift, however busy it is. */
const SESSION_HOURS = 12;
/** Without a refresh it ends earlier. */
const IDLE_HOURS = 8;

export interface Granted {
  readonly answer: SessionGrant;
  readonly refreshToken: string;
  /** How long the refresh token may lie unused. */
  readonly refreshSeconds: number;
}

export const sessionEnd = (now: Date): Date => new Date(now.getTime() + SESSION_HOURS * HOUR);

/** Only hashes are stored: who reads the table cannot enter with it. */
export const hashOfRefreshToken = (token: string) => createHash('sha256').update(token).digest();

export interface Grants {
  make(session: SessionFacts): Promise<Granted>;
  /** Stores the refresh token of what was made. */
  keep(tx: Tx, sessionId: string, granted: Granted): Promise<unknown>;
}

export function createGrants(deps: { clock: Clock; keys: SigningKeys; store: SessionStore }): Grants {
  const { clock, keys, store } = deps;
  return {
    async make(session) {
      const claims = { userId: session.user.id, sessionId: session.id };
      const { token, expiresAt } = await keys.sign(claims, session.expiresAt);
      const idleMs = Math.min(IDLE_HOURS * HOUR, session.expiresAt.getTime() - clock.now().getTime());
      return {
        answer: {
          accessToken: token,
          expiresAt: expiresAt.toISOString(),
          sessionId: session.id,
          sessionEndsAt: session.expiresAt.toISOString(),
          user: meOf(session),
        },
        refreshToken: newSecret(),
        refreshSeconds: Math.floor(idleMs / 1000),
      };
    },
    keep: (tx, sessionId, { refreshToken, refreshSeconds }) =>
      store.insertRefreshToken(tx, {
        tokenHash: hashOfRefreshToken(refreshToken),
        sessionId,
        expiresAt: new Date(tx.now.getTime() + refreshSeconds * 1000),
      }),
  };
}
