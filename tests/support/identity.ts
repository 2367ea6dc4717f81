// Everything that decides who may come in, put together without the rest of the registry: starts in milliseconds.
import { createAgencyService } from '../../server/features/agencies/service.ts';
import { createApiKeyService } from '../../server/features/api-keys/service.ts';
import { createAccountService } from '../../server/features/sessions/account-service.ts';
import { createAuthenticator } from '../../server/features/sessions/authenticate.ts';
import { createCredentialChecker } from '../../server/features/sessions/credentials.ts';
import { createSessionService } from '../../server/features/sessions/service.ts';
import { createSigningKeys } from '../../server/features/sessions/signing-keys.ts';
import { createSessionStore } from '../../server/features/sessions/store.ts';
import { createUserService } from '../../server/features/users/service.ts';
import type { Clock } from '../../server/platform/clock.ts';
import type { Database } from '../../server/platform/database/database.ts';
import { createLockout } from '../../server/platform/security/lockout.ts';
import { createPasswords, type PasswordCost } from '../../server/platform/security/passwords.ts';
import type { Vault } from '../../server/platform/security/vault.ts';

export interface IdentityDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  /** Demo accounts are refused. */
  readonly production: boolean;
  readonly passwordCost: PasswordCost;
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
