// Erases one record from every place that holds it, in one transaction, and proves afterwards that nothing is left.
import type { Actor } from '../../domain/access/actor.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { emit, notePersonChanged } from '../../platform/database/domain-events.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { LedgerFile } from '../../platform/files/ledger-file.ts';
import { newId } from '../../platform/ids.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { PersonAccess } from '../persons/service.ts';
import type { Named } from './facts-store.ts';
import {
  type Entry,
  emptyPlaces,
  filesOf,
  insertEntry,
  type LedgerStore,
  lockSubject,
  markErased,
  type Pending,
  saveProof,
  shownTo,
  subjectsOf,
} from './ledger-store.ts';
import { type ErasedKind, PLACES, type Place } from './places.ts';

export interface ErasingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Pick<Vault, 'digest'>;
  readonly files: Pick<FileStore, 'erase'>;
  readonly persons: Pick<PersonAccess, 'close'>;
  readonly ledger: LedgerStore;
  readonly ledgerFile: LedgerFile;
  /** Places of other abilities, by what they belong to. */
  readonly morePlaces?: Partial<Readonly<Record<ErasedKind, readonly Place[]>>>;
}

/** A file that was uploaded a moment ago may be about to be named by a row that is not committed yet. */
const HOUR = 3_600_000;

export const subjectKey = (vault: Pick<Vault, 'digest'>, id: string): Buffer =>
  vault.digest('erasure.subject', id);
export const numberKey = (vault: Pick<Vault, 'digest'>, number: string): Buffer =>
  vault.digest('erasure.number', number);

/** As it stands in the list outside of the database. */
export const lineOf = ({ id, at, kind, rule, state, places, ...keys }: Entry) => ({
  ...{ id, at: at.toISOString(), kind, rule, state, places },
  subjectKey: Buffer.from(keys.subjectKey).toString('hex'),
  numberKey: Buffer.from(keys.numberKey).toString('hex'),
});

export function createErasing(parts: ErasingParts) {
  const { database, clock, vault, files, persons, ledger, ledgerFile, morePlaces = {} } = parts;

  /**
   * @param stillDue asked again while the record is locked: a hold, a new alert or a case since then keeps it
   * @returns the entry of the ledger, or null when it is not due any more
   */
  async function erase(
    actor: Actor,
    kind: ErasedKind,
    { id, number, state }: Named,
    rule: string,
    stillDue: () => Promise<boolean>,
  ): Promise<Entry | null> {
    const entry = await database.transaction(actor, async (tx) => {
      await lockSubject(tx, kind, id);
      if (!(await stillDue())) {
        tx.audit({ type: 'retention.purged', data: { rule, rows: 0 } });
        return null;
      }
      const subjects = await subjectsOf(tx, kind, id);
      const named = await filesOf(tx, kind, subjects);
      const places = await emptyPlaces(tx, kind, subjects, morePlaces[kind] ?? []);
      await markErased(tx, kind, subjects);
      const made: Entry = {
        ...{ id: newId(tx.now.getTime()), at: tx.now, kind, rule, state, places },
        subjectKey: subjectKey(vault, id),
        numberKey: numberKey(vault, number),
      };
      await insertEntry(tx, made, subjects, named);
      if (kind === 'person') {
        const told = new Set([state, ...(await shownTo(tx, subjects.persons))]);
        for (const personId of subjects.persons) {
          await notePersonChanged(tx, personId);
          await emit(tx, {
            kind: 'person',
            type: 'person.erased',
            audience: [...told].sort().map((one) => `s:${one}`),
            data: { personId },
          });
        }
      }
      if (kind === 'alert') {
        const { personId } = await tx.db.alert.findUniqueOrThrow({
          where: { id },
          select: { personId: true },
        });
        await persons.close(tx, personId);
      }
      const rows = Object.values(places).reduce((sum, count) => sum + count, 0);
      tx.audit({
        type: 'retention.erased',
        data: { erasureId: made.id, kind, rule, rows, files: named.length },
        subject: { type: 'erasure', id: made.id },
      });
      return made;
    });
    if (entry) await ledgerFile.append([lineOf(entry)]);
    return entry;
  }

  /** @returns place → instant, or null while some place still holds something */
  async function proofOf({ kind, subjects, files: named, since }: Pending) {
    const proof: Record<string, string> = {};
    const now = () => clock.now().toISOString();
    for (const place of [...(morePlaces[kind] ?? []), ...PLACES[kind]]) {
      if (subjects[place.of].length === 0) continue;
      if ((await ledger.left(place, subjects[place.of])) > 0) return null;
      proof[place.place] = now();
    }
    const mirrored = [...subjects.persons, ...subjects.cases];
    if (await ledger.unconfirmed(mirrored)) return null;
    if (mirrored.length > 0) proof['search-mirror'] = now();
    // Its receipt is signed: the other side has erased what it was told, or never had it.
    const elsewhere = await ledger.otherInstallations(subjects.persons);
    if (elsewhere.waiting > 0) return null;
    if (elsewhere.told > 0) proof['other-installations'] = now();
    for (const sha256 of named) {
      // What somebody else's row names as well stays for him.
      if (await ledger.isNamed(sha256)) continue;
      if (!(await files.erase(sha256, new Date(clock.now().getTime() - HOUR)))) return null;
    }
    if (named.length > 0) proof['files'] = now();
    // Only persons under a working alert are in a copy, and a copy ends after two days: the last one ended long before.
    if (subjects.persons.length > 0) proof['offline-copies'] = since.toISOString();
    return proof;
  }

  /** Removes files and looks into every place again. @returns how many erasures were proved now */
  async function prove(actor: Actor, limit: number): Promise<number> {
    let proved = 0;
    for (const pending of await ledger.pending(limit)) {
      const proof = await proofOf(pending);
      if (proof === null) continue;
      const { erasureId } = pending;
      await database.transaction(actor, async (tx) => {
        await saveProof(tx, erasureId, proof);
        tx.audit({
          type: 'retention.proved',
          data: { erasureId, places: Object.keys(proof).length },
          subject: { type: 'erasure', id: erasureId },
        });
      });
      proved += 1;
    }
    return proved;
  }

  return { erase, prove };
}

export type Erasing = ReturnType<typeof createErasing>;
