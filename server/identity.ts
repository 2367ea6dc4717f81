// Puts together everything that decides who may come in: sessions, accounts, users, agencies and API keys.
import { createAgencyService } from './features/agencies/service.ts';
import { createApiKeyService } from './features/api-keys/service.ts';
import { createAccountService } from './features/sessions/account-service.ts';
import { createAuthenticator } from './features/sessions/authenticate.ts';
import { createCredentialChecker } from './features/sessions/credentials.ts';
import { createSessionService } from './features/sessions/service.ts';
import { createSigningKeys } from './features/sessions/signing-keys.ts';
import { createSessionStore } from './features/sessions/store.ts';
import { createUserService } from './features/users/service.ts';
import type { Clock } from './platform/clock.ts';
import type { Database } from './platform/database/database.ts';
import { createLockout } from './platform/security/lockout.ts';
import { createPasswords, type PasswordCost } from './platform/security/passwords.ts';
import type { Vault } from './platform/security/vault.ts';

export interface IdentityDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  /** Demo accounts are refused. */
  readonly production: boolean;
  /** Cheaper in tests, where thousands of logins happen. */
  readonly passwordCost: PasswordCost | undefined;
}

export type Identity = ReturnType<typeof createIdentity>;

export function createIdentity({ passwordCost, ...given }: IdentityDeps) {
  const { database, vault } = given;
  const signingKeys = createSigningKeys(given);
  const deps = {
    ...given,
    keys: signingKeys,
    passwords: createPasswords(passwordCost),
    lockout: createLockout(database.pool, vault),
    store: createSessionStore(database),
  };
  const credentials = createCredentialChecker(deps);
  const sessions = createSessionService({ ...deps, credentials });
  const accounts = createAccountService({ ...deps, credentials, sessions });
  const agencies = createAgencyService({ database, sessions });
  const users = createUserService({ ...deps, sessions, agencies });
  const apiKeys = createApiKeyService({ ...deps, agencies });
  const authenticator = createAuthenticator({ ...deps, apiKeys });
  return { signingKeys, sessions, accounts, agencies, users, apiKeys, authenticator };
}
