// Puts together everything that decides who may come in: sessions, accounts, users, agencies and API keys.
import { agencyRoutes } from './features/agencies/routes.ts';
import { type AgencyService, createAgencyService } from './features/agencies/service.ts';
import { apiKeyRoutes } from './features/api-keys/routes.ts';
import { type ApiKeyService, createApiKeyService } from './features/api-keys/service.ts';
import { type AccountService, createAccountService } from './features/sessions/account-service.ts';
import { createAuthenticator } from './features/sessions/authenticate.ts';
import { createCredentialChecker } from './features/sessions/credentials.ts';
import { sessionRoutes } from './features/sessions/routes.ts';
import { createSessionService, type SessionService } from './features/sessions/service.ts';
import { createSigningKeys, type SigningKeys } from './features/sessions/signing-keys.ts';
import { createSessionStore } from './features/sessions/store.ts';
import { userRoutes } from './features/users/routes.ts';
import { createUserService, type UserService } from './features/users/service.ts';
import type { Clock } from './platform/clock.ts';
import type { Database } from './platform/database/database.ts';
import type { Authenticate } from './platform/http/authenticate.ts';
import type { Route } from './platform/http/route.ts';
import { createLockout } from './platform/security/lockout.ts';
import { createPasswords, type PasswordCost } from './platform/security/passwords.ts';
import type { Vault } from './platform/security/vault.ts';

export interface Identity {
  readonly sessions: SessionService;
  readonly accounts: AccountService;
  readonly users: UserService;
  readonly agencies: AgencyService;
  readonly apiKeys: ApiKeyService;
  readonly keys: SigningKeys;
  readonly authenticate: Authenticate;
  readonly routes: readonly Route[];
  /** Ends the connection that hears of ended sessions. */
  close(): Promise<void>;
}

export interface IdentityDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  /** Demo accounts are refused. */
  readonly production: boolean;
  readonly secureCookies: boolean;
  /** Cheaper hashes for tests. */
  readonly passwordCost?: PasswordCost;
}

export function createIdentity(given: IdentityDeps): Identity {
  const { database, vault, secureCookies } = given;
  const deps = {
    ...given,
    passwords: createPasswords(given.passwordCost),
    store: createSessionStore(database),
  };
  const keys = createSigningKeys(deps);
  const credentials = createCredentialChecker({ ...deps, lockout: createLockout(database.pool, vault) });
  const sessions = createSessionService({ ...deps, credentials, keys });
  const accounts = createAccountService({ ...deps, credentials, sessions });
  const agencies = createAgencyService({ database, sessions });
  const users = createUserService({ ...deps, sessions, agencies });
  const apiKeys = createApiKeyService({ ...deps, agencies });
  const { authenticate, close } = createAuthenticator({ ...deps, keys, apiKeys });
  const routes = [
    ...sessionRoutes({ sessions, accounts, keys, secureCookies }),
    ...userRoutes(users),
    ...agencyRoutes(agencies),
    ...apiKeyRoutes(apiKeys),
  ];
  return { sessions, accounts, users, agencies, apiKeys, keys, authenticate, routes, close };
}
