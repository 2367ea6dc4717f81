// Opening a case for a change of its own side, and what the change answers.
import type { Actor } from '../../domain/access/actor.ts';
import type { CaseState } from '../../domain/cases/vocabulary.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type CaseDeps, demandWorker, openForChange } from './parts.ts';
import type { CaseFile } from './store.ts';

export interface CaseReceipt {
  readonly id: string;
  readonly caseNumber: string;
  readonly state: CaseState;
  readonly custody: string;
  readonly version: number;
}

export const receipt = (file: CaseFile, custody = file.custody): CaseReceipt => ({
  id: file.id,
  caseNumber: file.caseNumber,
  state: file.state,
  custody,
  version: file.version + 1,
});

export const changer =
  ({ database }: Pick<CaseDeps, 'database'>) =>
  (
    actor: Actor,
    id: string,
    version: number,
    work: (tx: Tx, file: CaseFile) => Promise<CaseReceipt>,
  ): Promise<CaseReceipt> => {
    demandWorker(actor);
    return database.transaction(actor, async (tx) => work(tx, await openForChange(tx, actor, id, version)));
  };
