// Writes the reports of silent alerts after the answer has left, so that nobody can tell from its time that there were any.
import { type Actor, systemActor } from '../../domain/access/actor.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { newId } from '../../platform/ids.ts';
import type { Vault } from '../../platform/security/vault.ts';
import { openWaitingReports, waitingChecks } from './follow-up-store.ts';

export interface FollowUp {
  /** Writes the reports of one check; nothing happens when another process did it first. */
  writeReports(actor: Actor, checkId: string): Promise<void>;
  /** @returns how many checks had reports that were left unwritten */
  writeLeft(): Promise<number>;
}

/** A check that young is still in the hands of the process that answered it. */
const LEFT_AFTER_MS = 1_000;

export function createFollowUp({
  database,
  vault,
  clock,
}: {
  database: Database;
  vault: Vault;
  clock: Clock;
}): FollowUp {
  const writeReports = async (actor: Actor, checkId: string): Promise<void> => {
    await openWaitingReports(database, vault, actor, checkId).catch((error) =>
      Promise.reject(asProblem(error)),
    );
  };
  return {
    writeReports,
    async writeLeft() {
      const before = new Date(clock.now().getTime() - LEFT_AFTER_MS);
      const ids = await waitingChecks(database.pool, before);
      for (const id of ids) await writeReports(systemActor('checks:left-reports', newId()), id);
      return ids.length;
    },
  };
}
