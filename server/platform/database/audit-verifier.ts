// Checks the whole log: every link of the chain, every sealed row, what was slipped in, and the exported heads.
import type pg from 'pg';
import type { AuditVerification } from '../../domain/audit/verification.ts';
import { goneRows, isGenuine, readGone } from './audit-gone.ts';
import type { AuditHead, AuditHeads } from './audit-heads.ts';
import { checkMarks, checkRows, createFaultList, type Report, type SealedLeaf } from './audit-rows-check.ts';
import { decodeLeaves, GENESIS, hashSeal, type SealBody } from './audit-seal.ts';
import type { AuditSigner } from './audit-signer.ts';

/** One check at a time: it reads everything. */
const VERIFIER_LOCK = 4_991_204;
const SEALS_AT_ONCE = 500;
const LEAF_BYTES_AT_ONCE = 400_000;
const HEADS_AT_ONCE = 1_000;
const FAULTS_KEPT = 20;
const SLIPPED_COUNTED = 10_000;

interface Seal extends SealBody {
  hash: Buffer;
  keyId: string;
  signature: Buffer;
}

export interface VerifierSettings {
  pool: pg.Pool;
  signer: AuditSigner;
  heads: AuditHeads;
  /** Seals checked, and how many there are. */
  onProgress?: (done: number, total: number) => void;
}

/** @returns the next seals after `no`, few enough to hold them and their rows */
async function readSeals(client: pg.PoolClient, no: number): Promise<Seal[]> {
  const { rows } = await client.query<Seal>(
    `select no::float8 as no, timestamptz_send(sealed_at) as "sealedAt", count, leaves,
            previous_hash as "previousHash", settled_id as "settledId", hash, key_id as "keyId", signature
     from (select *, sum(octet_length(leaves)) over (order by no) - octet_length(leaves) as bytes_before
           from audit_seal where no > $1 order by no limit $2) as next
     where bytes_before < $3 order by no`,
    [no, SEALS_AT_ONCE, LEAF_BYTES_AT_ONCE],
  );
  return rows;
}

function checkSeal(seal: Seal, previous: Seal | undefined, signer: AuditSigner, report: Report): void {
  const expected = (previous?.no ?? 0) + 1;
  if (seal.no !== expected) report('seal-missing', expected);
  else if (!seal.previousHash.equals(previous?.hash ?? GENESIS)) report('chain-broken', seal.no);
  if (!hashSeal(seal).equals(seal.hash)) report('seal-edited', seal.no);
  if (seal.keyId !== signer.keyId) report('key-unknown', seal.no);
  else if (!signer.verify(seal.hash, seal.signature)) report('signature-wrong', seal.no);
}

/** Walks the chain. @returns its last link and how many rows it names */
async function checkChain(
  client: pg.PoolClient,
  { signer, onProgress }: VerifierSettings,
  report: Report,
  isGone: (id: string) => boolean,
): Promise<{ tip: Seal | undefined; seals: number; sealed: number; gone: number }> {
  const total = await client.query<{ seals: number }>('select count(*)::float8 as seals from audit_seal');
  let tip: Seal | undefined;
  let seals = 0;
  let sealed = 0;
  let gone = 0;
  for (;;) {
    const page = await readSeals(client, tip?.no ?? 0);
    const end = page.at(-1);
    if (!end) break;
    const after = tip?.no ?? 0;
    for (const seal of page) {
      checkSeal(seal, tip, signer, report);
      tip = seal;
    }
    const leaves: SealedLeaf[] = page.flatMap(({ no, leaves: bytes }) =>
      decodeLeaves(bytes).map((leaf) => ({ ...leaf, seal: no })),
    );
    gone += await checkRows(client, leaves, report, isGone);
    await checkMarks(client, leaves, [after, end.no], report);
    seals += page.length;
    sealed += leaves.length;
    onProgress?.(seals, total.rows[0]?.seals ?? seals);
  }
  return { tip, seals, sealed, gone };
}

/** Counts the rows that no seal names, and finds those among them that came after the log was complete there. */
async function checkUnsealed(client: pg.PoolClient, tip: Seal | undefined, report: Report) {
  const settled = tip?.settledId ?? '0';
  const stray = await client.query<{ id: string }>(
    'select event_id as id from audit_sealed where seal_no < 1 or seal_no > $1 limit $2',
    [tip?.no ?? 0, FAULTS_KEPT],
  );
  for (const { id } of stray.rows) report('marks-differ', null, id);
  const missing = 'not exists (select 1 from audit_sealed s where s.event_id = e.id)';
  const slipped = await client.query<{ id: string }>(
    `select e.id from audit_event e where e.id <= $1 and ${missing} order by e.id limit $2`,
    [settled, SLIPPED_COUNTED],
  );
  for (const { id } of slipped.rows) report('row-inserted', null, id);
  const { rows } = await client.query<{ unsealed: number; oldest: Date | null }>(
    `select count(*)::float8 as unsealed, min(e.at) filter (where isfinite(e.at)) as oldest
     from audit_event e where e.id > $1 and ${missing}`,
    [settled],
  );
  return { unsealed: rows[0]?.unsealed ?? 0, oldest: rows[0]?.oldest ?? null };
}

async function compareHeads(
  client: pg.PoolClient,
  page: readonly AuditHead[],
  tip: Seal | undefined,
  report: Report,
): Promise<void> {
  const { rows } = await client.query<{ no: number; hash: Buffer }>(
    'select no::float8 as no, hash from audit_seal where no = any($1::bigint[])',
    [page.map(({ no }) => no)],
  );
  const hashes = new Map(rows.map(({ no, hash }) => [no, hash.toString('hex')]));
  for (const { no, hash } of page) {
    const stands = hashes.get(no);
    if (stands === undefined) report(no > (tip?.no ?? 0) ? 'tail-missing' : 'seal-missing', no);
    else if (stands !== hash) report('head-differs', no);
  }
}

/** A line that this installation did not sign proves nothing, so it is counted and not compared. */
async function checkHeads(
  client: pg.PoolClient,
  { heads, signer }: VerifierSettings,
  size: number | null,
  tip: Seal | undefined,
  report: Report,
): Promise<AuditVerification['heads']> {
  let compared = 0;
  let unreadable = 0;
  let page: AuditHead[] = [];
  const flush = async () => {
    await compareHeads(client, page, tip, report);
    compared += page.length;
    page = [];
  };
  for await (const head of heads.read(size ?? 0)) {
    const genuine =
      head?.keyId === signer.keyId &&
      signer.verify(Buffer.from(head.hash, 'hex'), Buffer.from(head.signature, 'hex'));
    if (head && genuine) page.push(head);
    else unreadable += 1;
    if (page.length === HEADS_AT_ONCE) await flush();
  }
  await flush();
  return { found: size !== null, compared, unreadable };
}

async function check(client: pg.PoolClient, settings: VerifierSettings): Promise<AuditVerification> {
  // Heads are exported after the commit, so what the file says now is in every snapshot taken from here on.
  const size = await settings.heads.size();
  await client.query('begin isolation level repeatable read read only');
  const { faults, report, count } = createFaultList(FAULTS_KEPT);
  const notes = await readGone(client);
  const genuine = notes.filter((note) => isGenuine(note, settings.signer));
  for (let left = notes.length - genuine.length; left > 0; left -= 1) report('note-false', null);
  const { tip, seals, sealed, gone } = await checkChain(client, settings, report, goneRows(genuine));
  const { unsealed, oldest } = await checkUnsealed(client, tip, report);
  const heads = await checkHeads(client, settings, size, tip, report);
  await client.query('commit');
  return {
    sound: count() === 0,
    seals,
    sealed,
    unsealed,
    oldestUnsealedAt: oldest?.toISOString() ?? null,
    heads,
    gone: { months: genuine.map(({ month, rows }) => ({ month, rows })), rows: gone },
    faultCount: count(),
    faults,
  };
}

/**
 * Checks the whole log in one snapshot, while others go on writing and sealing. Memory stays bounded.
 * @returns null when another check is running
 */
export async function verifyAudit(settings: VerifierSettings): Promise<AuditVerification | null> {
  const client = await settings.pool.connect();
  let broken = true;
  try {
    const lock = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [
      VERIFIER_LOCK,
    ]);
    const result = lock.rows[0]?.got ? await check(client, settings) : null;
    if (result) await client.query('select pg_advisory_unlock($1)', [VERIFIER_LOCK]);
    broken = false;
    return result;
  } finally {
    client.release(broken);
  }
}
