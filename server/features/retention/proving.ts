// Proves erasures afterwards: removes the files, and looks into every place again until it holds nothing.
import type { Actor } from '../../domain/access/actor.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { type LedgerStore, type Pending, type Proof, saveProofs } from './ledger-store.ts';
import type { Subjects } from './lot-store.ts';
import { type ErasedKind, type Of, PLACES } from './places.ts';
import type { Rests } from './rests.ts';

export interface ProvingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly files: Pick<FileStore, 'erase'>;
  readonly ledger: LedgerStore;
}

/** A file that was uploaded a moment ago may be about to be named by a row that is not committed yet. */
const HOUR = 3_600_000;
const AT_ONCE = 25;

const idsOf = (pending: readonly Pending[], of: Of): string[] => [
  // What was erased by an older version names nothing of a kind that came later.
  ...new Set(pending.flatMap(({ subjects }) => subjects[of] ?? [])),
];

export function createProving({ database, clock, files, ledger }: ProvingParts) {
  const now = () => clock.now().toISOString();
  const mirrored = ({ persons, cases }: Subjects) => [...persons, ...cases];

  /** @returns place → instant for what stands in the database, or null while some place still holds something of one of them */
  async function emptyOf(kind: ErasedKind, lot: readonly Pending[]): Promise<Map<string, string> | null> {
    const seen = new Map<string, string>();
    for (const place of PLACES[kind]) {
      const ids = idsOf(lot, place.of);
      if (ids.length === 0) continue;
      if ((await ledger.left(place, ids)) > 0) return null;
      seen.set(place.place, now());
    }
    const rows = lot.flatMap(({ subjects }) => mirrored(subjects));
    if (rows.length > 0) {
      if (await ledger.unconfirmed(rows)) return null;
      seen.set('search-mirror', now());
    }
    return seen;
  }

  /** @returns false while a file cannot be removed yet */
  async function removeFiles(named: readonly string[]): Promise<boolean> {
    for (const sha256 of named) {
      // What somebody else's row names as well stays for him.
      if (await ledger.isNamed(sha256)) continue;
      if (!(await files.erase(sha256, new Date(clock.now().getTime() - HOUR)))) return false;
    }
    return true;
  }

  /** Where one of several cannot be proved yet, halves are looked into, so that it holds up no other. */
  async function proofsOf(kind: ErasedKind, lot: readonly Pending[]): Promise<Map<string, Proof>> {
    const seen = await emptyOf(kind, lot);
    // Its receipt is signed: the other side has erased what it was told, or never had it.
    const elsewhere = seen && (await ledger.otherInstallations(idsOf(lot, 'persons')));
    if (!seen || !elsewhere || elsewhere.waiting) {
      if (lot.length <= 1) return new Map();
      const middle = Math.ceil(lot.length / 2);
      return new Map([
        ...(await proofsOf(kind, lot.slice(0, middle))),
        ...(await proofsOf(kind, lot.slice(middle))),
      ]);
    }
    const proofs = new Map<string, Proof>();
    for (const { erasureId, subjects, files: named, since } of lot) {
      if (!(await removeFiles(named))) continue;
      const proof: Record<string, string> = {};
      for (const { place, of } of PLACES[kind])
        if (subjects[of]?.length) proof[place] = seen.get(place) ?? now();
      if (mirrored(subjects).length > 0) proof['search-mirror'] = seen.get('search-mirror') ?? now();
      if (subjects.persons.some((id) => elsewhere.told.has(id))) proof['other-installations'] = now();
      if (named.length > 0) proof['files'] = now();
      // Only persons under a working alert are in a copy, and a copy ends after two days: the last one ended long before.
      if (subjects.persons.length > 0) proof['offline-copies'] = since.toISOString();
      proofs.set(erasureId, proof);
    }
    return proofs;
  }

  async function keep(actor: Actor, proofs: ReadonlyMap<string, Proof>): Promise<void> {
    if (proofs.size === 0) return;
    await database.transaction(actor, async (tx) => {
      await saveProofs(tx, proofs);
      for (const [erasureId, proof] of proofs)
        tx.audit({
          type: 'retention.proved',
          data: { erasureId, places: Object.keys(proof).length },
          subject: { type: 'erasure', id: erasureId },
        });
    });
  }

  /**
   * Looks into everything that still has to be proved, once, unless time is up before.
   * @param rests null: without rests
   * @returns how many erasures were proved now
   */
  return async function prove(
    actor: Actor,
    rests: Rests | null,
    timeIsUp: () => boolean = () => false,
  ): Promise<number> {
    let proved = 0;
    for (let after: string | null = null; ; ) {
      const pending: readonly Pending[] = await ledger.pending(after, AT_ONCE);
      after = pending.at(-1)?.erasureId ?? null;
      if (after === null) return proved;
      await rests?.beforeNext();
      for (const kind of new Set(pending.map((one) => one.kind))) {
        const proofs = await proofsOf(
          kind,
          pending.filter((one) => one.kind === kind),
        );
        await keep(actor, proofs);
        proved += proofs.size;
      }
      if (timeIsUp()) return proved;
      rests?.ended('prove', pending.length);
    }
  };
}

export type Prove = ReturnType<typeof createProving>;
