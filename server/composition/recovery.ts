// Composes asset recovery and requests for assistance, which know of each other's existence only.
import type { Actor } from '../domain/access/actor.ts';
import { type AssetService, createAssetService } from '../features/assets/service.ts';
import { type AssistanceService, createAssistanceService } from '../features/assistance/service.ts';
import type { PersonService } from '../features/persons/service.ts';
import type { ReferenceService } from '../features/reference/service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Vault } from '../platform/security/vault.ts';

export interface RecoveryDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly reference: ReferenceService;
  readonly persons: PersonService;
  /** Whether the actor may know of an extradition case. */
  readonly caseExists: (actor: Actor, id: string) => Promise<boolean>;
}

export function composeRecovery(deps: RecoveryDeps): { assets: AssetService; assistance: AssistanceService } {
  const assistance = createAssistanceService({
    ...deps,
    assetCaseExists: (actor: Actor, id: string) => assets.caseExists(actor, id),
  });
  const assets: AssetService = createAssetService(deps, assistance);
  return { assets, assistance };
}
