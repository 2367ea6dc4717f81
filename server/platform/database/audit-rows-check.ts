// Compares the rows of the log with the leaves of a few seals: one part of the check of the whole log.
import type pg from 'pg';
import type { AuditFault, AuditFaultKind } from '../../domain/audit/verification.ts';
import { hashRow, type Leaf, ROW_TEXT } from './audit-seal.ts';

export type Report = (kind: AuditFaultKind, seal: number | null, row?: string) => void;

/** Collects faults: counts all, keeps the first. */
export function createFaultList(keep: number) {
  const faults: AuditFault[] = [];
  let count = 0;
  const report: Report = (kind, seal, row) => {
    count += 1;
    if (faults.length < keep) faults.push({ kind, seal, row: row ?? null });
  };
  return { faults, report, count: () => count };
}

export interface SealedLeaf extends Leaf {
  readonly seal: number;
}

/** Ids that lie closer together than this are read in one sweep. */
const NEAR = 16n;

function* sweeps(leaves: readonly SealedLeaf[]): Generator<[from: string, to: string]> {
  const ids = leaves.map(({ id }) => BigInt(id)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  let from = ids[0];
  let to = ids[0];
  for (const id of ids) {
    if (from === undefined || to === undefined) return;
    if (id - to > NEAR) {
      yield [from.toString(), to.toString()];
      from = id;
    }
    to = id;
  }
  if (from !== undefined && to !== undefined) yield [from.toString(), to.toString()];
}

/**
 * Finds rows that were edited, are missing, or stand twice.
 * @param isGone whether a row may be missing because its month was taken away
 * @returns how many are missing for that reason
 */
export async function checkRows(
  client: pg.PoolClient,
  leaves: readonly SealedLeaf[],
  report: Report,
  isGone: (id: string) => boolean,
): Promise<number> {
  let gone = 0;
  const expected = new Map(leaves.map((leaf) => [leaf.id, { leaf, seen: 0, same: 0 }]));
  for (const sweep of sweeps(leaves)) {
    const { rows } = await client.query<{ id: string; text: string }>(
      `select e.id, ${ROW_TEXT} as text from audit_event e where e.id between $1 and $2`,
      sweep,
    );
    for (const { id, text } of rows) {
      const found = expected.get(id);
      if (!found) continue;
      found.seen += 1;
      if (hashRow(text).equals(found.leaf.hash)) found.same += 1;
    }
  }
  for (const { leaf, seen, same } of expected.values()) {
    if (seen === 0 && isGone(leaf.id)) gone += 1;
    else if (seen === 0) report('row-deleted', leaf.seal, leaf.id);
    else if (same === 0) report('row-edited', leaf.seal, leaf.id);
    if (seen > 1) report('row-inserted', leaf.seal, leaf.id);
  }
  return gone;
}

/**
 * Finds rows that two seals name, and differences between the seals from `after` (exclusive) to `last` and the list
 * by which the sealer knows what it has sealed: a row marked there but in no seal would never be sealed.
 */
export async function checkMarks(
  client: pg.PoolClient,
  leaves: readonly SealedLeaf[],
  [after, last]: readonly [number, number],
  report: Report,
): Promise<void> {
  const { rows } = await client.query<{ id: string; seal: number }>(
    `select event_id as id, seal_no::float8 as seal from audit_sealed where seal_no > $1 and seal_no <= $2`,
    [after, last],
  );
  const marks = new Map(rows.map(({ id, seal }) => [id, seal]));
  for (const { id, seal } of leaves) {
    if (marks.get(id) === seal) marks.delete(id);
    else report('marks-differ', seal, id);
  }
  for (const [id, seal] of marks) report('marks-differ', seal, id);
}
