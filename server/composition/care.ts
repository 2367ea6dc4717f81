// Puts together what is owed to the persons recorded: how long they are kept, what they may ask, and who is told.
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { type CorrectionParts, createCorrectionService } from '../features/corrections/service.ts';
import type { ReferenceService } from '../features/reference/service.ts';
import { createRetentionService, type RetentionParts } from '../features/retention/service.ts';
import { createSubjectRequestService } from '../features/subject-requests/service.ts';
import { createLedgerFile } from '../platform/files/ledger-file.ts';
import type { Vault } from '../platform/security/vault.ts';

export interface CareParts
  extends Omit<RetentionParts, 'ledgerFile' | 'stopwatch' | 'vault' | 'persons' | 'reference'>,
    Omit<CorrectionParts, 'subjectRequests' | 'vault' | 'persons' | 'reference'> {
  readonly config: Pick<Config, 'dataDir'>;
  readonly vault: Vault;
  readonly reference: Pick<ReferenceService, 'retention' | 'subjectRequestPeriods'>;
  readonly persons: RetentionParts['persons'] & CorrectionParts['persons'];
}

export function composeCare(parts: CareParts) {
  const retention = createRetentionService({
    ...parts,
    ledgerFile: createLedgerFile(join(parts.config.dataDir, 'erasure-ledger.jsonl')),
    stopwatch: () => performance.now(),
  });
  const subjectRequests = createSubjectRequestService({ ...parts, retention });
  return {
    retention,
    subjectRequests,
    corrections: createCorrectionService({ ...parts, subjectRequests }),
  };
}
