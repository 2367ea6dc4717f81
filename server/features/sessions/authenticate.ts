// Finds out who sent a request: a session behind an access token, or an API key.
import type { Actor } from '../../domain/access/actor.ts';
import { Problem } from '../../domain/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import { ALL, type Listener, listen, SESSION_ENDED } from '../../platform/database/announcements.ts';
import type { Database } from '../../platform/database/database.ts';
import { asProblem } from '../../platform/database/problems.ts';
import type { Authenticate, AuthenticateRequest } from '../../platform/http/authenticate.ts';
import {
  API_KEY_PREFIX,
  type ApiKeyReader,
  type KeyFacts,
  keyActorOf,
  parseApiKey,
} from '../api-keys/service.ts';
import { createShortCache } from './short-cache.ts';
import type { SigningKeys } from './signing-keys.ts';
import type { SessionStore } from './store.ts';
import { actorOf, isLive, type SessionFacts } from './user-facts.ts';

/** How long a process trusts what it read, should the announcement of an end not reach it. */
const MEMORY_SECONDS = 15;

export interface Authenticator {
  readonly authenticate: Authenticate;
  close(): Promise<void>;
}

export interface AuthenticatorDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: SigningKeys;
  readonly store: SessionStore;
  readonly apiKeys: ApiKeyReader;
  readonly production: boolean;
}

export function createAuthenticator(deps: AuthenticatorDeps): Authenticator {
  const { database, clock, keys, store, apiKeys, production } = deps;
  const sessions = createShortCache<SessionFacts>(clock, MEMORY_SECONDS);
  const knownKeys = createShortCache<KeyFacts>(clock, MEMORY_SECONDS);
  let listener: Listener | null = null;

  function forgetAll(): void {
    sessions.clear();
    knownKeys.clear();
  }

  /** The first request starts it: a process that answers none needs no connection. */
  function hearOfEnds(): void {
    listener ??= listen(database.pool, SESSION_ENDED, {
      onMessage(id) {
        if (id === ALL) return forgetAll();
        sessions.drop(id);
        knownKeys.drop(id);
      },
      onGap: forgetAll,
    });
  }

  async function bySession(token: string, origin: AuthenticateRequest): Promise<Actor> {
    const claims = await keys.verify(token);
    if (!claims) throw new Problem('not-authenticated');
    const { sessionId } = claims;
    const session = await sessions.get(sessionId, () => store.findSession(sessionId));
    if (!session || session.user.id !== claims.userId || !isLive(session, clock.now(), production)) {
      throw new Problem('session-ended');
    }
    return actorOf(session, { ...origin, locale: origin.locale ?? session.user.locale });
  }

  async function byKey(token: string, origin: AuthenticateRequest): Promise<Actor> {
    const parsed = parseApiKey(token);
    const key = parsed && (await knownKeys.get(parsed.id, () => apiKeys.find(parsed.id)));
    const actor =
      key && keyActorOf(key, parsed.secret, clock.now(), { ...origin, locale: origin.locale ?? 'ru' });
    if (!actor) throw new Problem('not-authenticated');
    return actor;
  }

  return {
    async authenticate(request) {
      if (request.authorization === undefined) return null;
      const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.authorization)?.[1];
      if (token === undefined) throw new Problem('not-authenticated');
      hearOfEnds();
      try {
        return await (token.startsWith(API_KEY_PREFIX) ? byKey(token, request) : bySession(token, request));
      } catch (error) {
        throw asProblem(error);
      }
    },
    async close() {
      await listener?.close();
      listener = null;
    },
  };
}
