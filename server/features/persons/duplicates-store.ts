// What people decided about pairs of records: the same human being, or two.

import type { Tx } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';

export interface NewDecision {
  readonly personId: string;
  readonly otherId: string;
  readonly same: boolean;
  readonly reason: string;
  readonly decidedBy: string;
}

/** A pair has one decision: the latest. The earlier ones stay in the audit log. */
export async function saveDecision(tx: Tx, { personId, otherId, ...decision }: NewDecision): Promise<void> {
  const [personAId, personBId] = [personId, otherId].sort() as [string, string];
  const data = { ...decision, decidedAt: tx.now };
  await tx.db.duplicateDecision.upsert({
    where: { personAId_personBId: { personAId, personBId } },
    create: { id: newId(tx.now.getTime()), personAId, personBId, ...data },
    update: data,
  });
}
