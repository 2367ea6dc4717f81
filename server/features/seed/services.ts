// What seeding needs of the installation.
import type { NameEngine } from '../../domain/names/engine.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { AgencyService } from '../agencies/service.ts';
import type { AssetService } from '../assets/service.ts';
import type { AssistanceService } from '../assistance/service.ts';
import type { UserService } from '../users/service.ts';

export interface SeedServices {
  database: Database;
  clock: Clock;
  vault: Vault;
  names: NameEngine;
  files: FileStore;
  agencies: AgencyService;
  users: UserService;
  assets: AssetService;
  assistance: AssistanceService;
}
