// What the parts of the case-file service share.
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { asProblem } from '../../platform/database/problems.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { VirusScanner } from '../../platform/files/virus-scan.ts';
import type { Signer } from '../../platform/security/signer.ts';
import type { DisclosureLedger } from '../disclosures/service.ts';
import type { ReferenceService } from '../reference/service.ts';

export interface CaseFileDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly files: Pick<FileStore, 'put' | 'open'>;
  readonly scanner: VirusScanner;
  readonly signer: Signer;
  readonly reference: Pick<ReferenceService, 'zoneOf'>;
  readonly disclosures: Pick<DisclosureLedger, 'note'>;
}

/** Reads outside a transaction, with errors of the database as problems. */
export const reading = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error) => Promise.reject(asProblem(error)));
