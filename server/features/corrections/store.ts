// The table of correction proposals.
import type { Pool } from 'pg';
import type { Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';

export interface CorrectionRow {
  readonly id: string;
  readonly personId: string;
  readonly registryNumber: string;
  readonly ownerState: string;
  readonly proposerState: string;
  readonly proposedAt: Date;
  readonly proposedBy: string;
  readonly part: string;
  readonly content: Uint8Array;
  readonly status: 'PROPOSED' | 'ACCEPTED' | 'REFUSED';
  readonly answer: Uint8Array | null;
  readonly decidedAt: Date | null;
  readonly version: number;
}

const COLUMNS = `c.id, c.person_id as "personId", p.registry_number as "registryNumber", c.owner_state as "ownerState",
  c.proposer_state as "proposerState", c.proposed_at as "proposedAt", c.proposed_by as "proposedBy", c.part, c.content,
  c.status, c.answer, c.decided_at as "decidedAt", c.version
  from correction_proposal c join person p on p.id = c.person_id`;
const OWN = '(c.owner_state = $1 or c.proposer_state = $1)';

export const createCorrectionStore = (pool: Pool) => ({
  async list(
    state: string,
    filter: { status: string | null; personId: string | null; before: string | null; limit: number },
  ): Promise<CorrectionRow[]> {
    const { rows } = await pool.query<CorrectionRow>(
      `select ${COLUMNS} where ${OWN} and ($2::text is null or c.status = $2)
         and ($3::uuid is null or c.person_id = $3) and ($4::uuid is null or c.id < $4) order by c.id desc limit $5`,
      [state, filter.status, filter.personId, filter.before, filter.limit],
    );
    return rows;
  },
  async find(state: string, id: string): Promise<CorrectionRow | null> {
    const { rows } = await pool.query<CorrectionRow>(`select ${COLUMNS} where ${OWN} and c.id = $2`, [
      state,
      id,
    ]);
    return rows[0] ?? null;
  },
});

export async function insertCorrection(
  tx: Tx,
  data: Prisma.CorrectionProposalUncheckedCreateInput,
): Promise<void> {
  await tx.db.correctionProposal.create({ data });
}

/** @returns false when it was decided meanwhile */
export async function decideCorrection(
  tx: Tx,
  { id, version }: { readonly id: string; readonly version: number },
  data: { status: string; decidedBy: string; answer: Uint8Array<ArrayBuffer> },
): Promise<boolean> {
  const { count } = await tx.db.correctionProposal.updateMany({
    where: { id, version, status: 'PROPOSED' },
    data: { ...data, decidedAt: tx.now, version: version + 1 },
  });
  return count === 1;
}
