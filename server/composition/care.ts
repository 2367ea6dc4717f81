// Puts together what is owed to the persons recorded: how long they are kept.
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { createRetentionService, type RetentionParts } from '../features/retention/service.ts';
import { createLedgerFile } from '../platform/files/ledger-file.ts';

export interface CareParts extends Omit<RetentionParts, 'ledgerFile' | 'stopwatch'> {
  readonly config: Pick<Config, 'dataDir'>;
}

export const composeCare = (parts: CareParts) => ({
  retention: createRetentionService({
    ...parts,
    ledgerFile: createLedgerFile(join(parts.config.dataDir, 'erasure-ledger.jsonl')),
    stopwatch: () => performance.now(),
  }),
});
