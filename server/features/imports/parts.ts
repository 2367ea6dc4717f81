// What the import services are made of, and who acts when a worker goes on with an import.
import type { Actor, Locale } from '../../domain/access/actor.ts';
import type { PurposeCode } from '../../domain/access/purpose.ts';
import type { Role } from '../../domain/access/role.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { AlertService } from '../alerts/service.ts';
import type { DisclosureLedger } from '../disclosures/service.ts';
import type { PersonService } from '../persons/service.ts';
import type { ReferenceService } from '../reference/service.ts';
import type { ImportOptions } from './contract.ts';
import type { ImportFiles } from './import-file.ts';
import type { FindLikely } from './likely-duplicates.ts';
import type { ImportFileRow, ImportStore } from './store.ts';

export interface ImportParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly files: ImportFiles;
  readonly store: ImportStore;
  readonly persons: Pick<PersonService, 'preparePerson' | 'insertPrepared' | 'removeUnused' | 'openMany'>;
  readonly alerts: Pick<AlertService, 'draftIn' | 'removeDrafts' | 'calendarFor'>;
  readonly reference: Pick<ReferenceService, 'countries'>;
  readonly disclosures: Pick<DisclosureLedger, 'note'>;
  readonly findLikely: FindLikely;
  /** Milliseconds of some clock that only goes forward. */
  readonly stopwatch: () => number;
}

/** The job that goes on with an import, forward or back. */
export const GO_ON = 'go-on-with-import';

/** What is kept of an import beside what people set. */
export interface KeptOptions extends ImportOptions {
  readonly duplicates?: 'MARK' | 'SKIP';
  readonly actorKind?: 'user' | 'api-key';
}

export const optionsOf = ({ options }: Pick<ImportFileRow, 'options'>): KeptOptions =>
  options as unknown as KeptOptions;

/** Who started it, with the rights that he had then: traces name him. */
export const starterOf = (row: ImportFileRow): Actor => ({
  kind: optionsOf(row).actorKind ?? 'user',
  id: row.startedBy ?? row.createdBy,
  roles: row.roles as Role[],
  scopes: null,
  agencyId: row.agencyId,
  state: row.state,
  sessionId: null,
  requestId: newId(),
  ip: null,
  locale: row.locale as Locale,
  purpose: { code: row.purposeCode as PurposeCode, reference: row.purposeRef },
  idempotency: null,
});

export const subjectOf = (id: string) => ({ type: 'import' as const, id });
