// Finds out who sent a request: a session behind an access token, or an API key.
import { createHash } from 'node:crypto';
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
  fitsAddresses,
  type KeyFacts,
  keyActorOf,
  parseApiKey,
} from '../api-keys/service.ts';
import { createShortCache, type ShortCache } from './short-cache.ts';
import type { SigningKeys } from './signing-keys.ts';
import type { SessionStore } from './store.ts';
import { actorOf, isLive, type SessionFacts } from './user-facts.ts';

/** How long a process trusts what it read, should the announcement of an end not reach it. */
const MEMORY_SECONDS = 15;

/** How long somebody is still known by his token while the database is away: the life of an access token. */
const KNOWN_WHILE_AWAY_MS = 15 * 60_000;
const MOST_KNOWN = 5_000;

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

/** @throws Problem `not-authenticated` for credentials of a form that nobody here gives out */
function tokenOf({ authorization, keyInAddress }: AuthenticateRequest): string | null {
  if (authorization === undefined && keyInAddress === undefined) return null;
  // Clients of other systems write keys so; sessions are always bearers.
  const [, scheme, token] =
    /^(Bearer|ApiKey) ([\w.~+/-]+=*)$/i.exec(authorization ?? `ApiKey ${keyInAddress}`) ?? [];
  const isKey = token?.startsWith(API_KEY_PREFIX);
  if (token === undefined || (scheme?.toLowerCase() === 'apikey' && !isKey))
    throw new Problem('not-authenticated');
  return token;
}

export function createAuthenticator(deps: AuthenticatorDeps): Authenticator {
  const { database, clock, keys, store, apiKeys, production } = deps;
  const sessions = createShortCache<SessionFacts>(clock, MEMORY_SECONDS);
  const knownKeys = createShortCache<KeyFacts>(clock, MEMORY_SECONDS);
  /** By digest of the token; never asked while the database answers. */
  const lastKnown = new Map<string, { readonly actor: Actor; readonly at: number }>();
  let listener: Listener | null = null;

  const digestOf = (token: string) => createHash('sha256').update(token).digest('base64');

  function remember(token: string, actor: Actor): void {
    const digest = digestOf(token);
    lastKnown.delete(digest);
    lastKnown.set(digest, { actor, at: clock.now().getTime() });
    if (lastKnown.size <= MOST_KNOWN) return;
    for (const oldest of lastKnown.keys()) {
      lastKnown.delete(oldest);
      break;
    }
  }

  /** Nobody can be turned away or let in while the database is away: who was known keeps what needs no database. */
  function knownBefore(token: string, origin: AuthenticateRequest): Actor | null {
    const known = lastKnown.get(digestOf(token));
    if (!known || clock.now().getTime() - known.at > KNOWN_WHILE_AWAY_MS) return null;
    const { requestId, ip, locale } = origin;
    return { ...known.actor, requestId, ip, locale: locale ?? known.actor.locale, stale: true };
  }

  function forgetAll(): void {
    sessions.clear();
    knownKeys.clear();
  }

  function forget(id: string): void {
    if (id === ALL) forgetAll();
    sessions.drop(id);
    knownKeys.drop(id);
  }

  /** The first request starts it: a process that answers none needs no connection. */
  function hearOfEnds(): void {
    if (listener) return;
    database.told.on(SESSION_ENDED, forget);
    listener = listen(database.pool, SESSION_ENDED, { onMessage: forget, onGap: forgetAll });
  }

  /** Nothing is remembered by a process that would not hear of its end. */
  const facts = <T>(cache: ShortCache<T>, id: string, load: () => Promise<T | null>) =>
    listener?.isLive() ? cache.get(id, load) : load();

  async function bySession(token: string, origin: AuthenticateRequest): Promise<Actor> {
    const claims = await keys.verify(token);
    if (!claims) throw new Problem('not-authenticated');
    const { sessionId } = claims;
    const session = await facts(sessions, sessionId, () => store.findSession(sessionId));
    if (!session || session.user.id !== claims.userId || !isLive(session, clock.now(), production)) {
      throw new Problem('session-ended');
    }
    return actorOf(session, { ...origin, locale: origin.locale ?? session.user.locale });
  }

  async function byKey(token: string, origin: AuthenticateRequest): Promise<Actor> {
    const parsed = parseApiKey(token);
    const key = parsed && (await facts(knownKeys, parsed.id, () => apiKeys.find(parsed.id)));
    const actor =
      key &&
      (origin.authorization !== undefined || fitsAddresses(key)) &&
      keyActorOf(key, parsed.secret, clock.now(), { ...origin, locale: origin.locale ?? 'ru' });
    if (!actor) throw new Problem('not-authenticated');
    return actor;
  }

  return {
    async authenticate(request) {
      const token = tokenOf(request);
      if (token === null) return null;
      hearOfEnds();
      try {
        const actor = await (token.startsWith(API_KEY_PREFIX)
          ? byKey(token, request)
          : bySession(token, request));
        remember(token, actor);
        return actor;
      } catch (thrown) {
        const error = asProblem(thrown);
        const isAway = error instanceof Problem && error.code === 'unavailable';
        const known = isAway ? knownBefore(token, request) : null;
        if (known) return known;
        if (!isAway) lastKnown.delete(digestOf(token));
        throw error;
      }
    },
    async close() {
      database.told.off(SESSION_ENDED, forget);
      await listener?.close();
      listener = null;
    },
  };
}
