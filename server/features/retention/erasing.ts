// Erases records from every place that holds them: a few of one kind in one transaction, each with an entry of its own in the ledger.
import type { Actor } from '../../domain/access/actor.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { emitAll, notePersonChanged } from '../../platform/database/domain-events.ts';
import type { LedgerFile } from '../../platform/files/ledger-file.ts';
import { newId } from '../../platform/ids.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { PersonAccess } from '../persons/service.ts';
import type { Named } from './facts-store.ts';
import { type Entry, insertEntries } from './ledger-store.ts';
import {
  emptyPlaces,
  filesOf,
  gatherLot,
  type Lot,
  lockSubjects,
  markErased,
  personsOfAlerts,
  screenedFor,
  shownTo,
} from './lot-store.ts';
import type { ErasedKind } from './places.ts';

export interface ErasingParts {
  readonly database: Database;
  readonly vault: Pick<Vault, 'digest'>;
  readonly persons: Pick<PersonAccess, 'close'>;
  readonly ledgerFile: LedgerFile;
}

export interface ToErase extends Named {
  readonly rule: string;
}

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
  const { database, vault, persons, ledgerFile } = parts;

  /** Whoever screened them looks again, and everybody who was shown them hears that they are gone. */
  async function tellOfPersons(
    tx: Tx,
    records: readonly ToErase[],
    lot: Lot,
    shown: ReadonlyMap<string, ReadonlySet<string>>,
  ): Promise<void> {
    for (const personId of await screenedFor(tx, lot.all.persons)) await notePersonChanged(tx, personId);
    await emitAll(
      tx,
      records.flatMap(({ id, state }) => {
        const told = [...new Set([state, ...(shown.get(id) ?? [])])].sort();
        return lot.of(id).persons.map((personId) => ({
          kind: 'person' as const,
          type: 'person.erased' as const,
          audience: told.map((one) => `s:${one}`),
          data: { personId },
        }));
      }),
    );
  }

  async function eraseLocked(tx: Tx, kind: ErasedKind, records: readonly ToErase[]): Promise<Entry[]> {
    const ids = records.map(({ id }) => id);
    const lot = await gatherLot(tx, kind, ids);
    const named = await filesOf(tx, kind, lot);
    // The register of exports says who took a file with him in it, and is one of the places.
    const shown = await shownTo(tx, lot);
    const emptied = await emptyPlaces(tx, kind, lot);
    await markErased(tx, kind, lot);
    const made = records.map(({ id, number, state, rule }) => ({
      entry: {
        ...{ id: newId(tx.now.getTime()), at: tx.now, kind, rule, state, places: emptied.get(id) ?? {} },
        subjectKey: subjectKey(vault, id),
        numberKey: numberKey(vault, number),
      },
      subjects: lot.of(id),
      files: [...(named.get(id) ?? [])],
    }));
    await insertEntries(tx, made);
    if (kind === 'person') await tellOfPersons(tx, records, lot, shown);
    if (kind === 'alert')
      for (const personId of await personsOfAlerts(tx, ids)) await persons.close(tx, personId);
    for (const { entry, files } of made) {
      const rows = Object.values(entry.places).reduce((sum, count) => sum + count, 0);
      tx.audit({
        type: 'retention.erased',
        data: { erasureId: entry.id, kind, rule: entry.rule, rows, files: files.length },
        subject: { type: 'erasure', id: entry.id },
      });
    }
    return made.map(({ entry }) => entry);
  }

  /**
   * @param stillDue asked again while the records are locked: a hold, a new alert or a case since then keeps them
   * @returns the entries of the ledger; none for records that are not due any more
   */
  return async function erase(
    actor: Actor,
    kind: ErasedKind,
    records: readonly ToErase[],
    stillDue: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
  ): Promise<Entry[]> {
    const ids = records.map(({ id }) => id);
    const entries = await database.transaction(actor, async (tx) => {
      await lockSubjects(tx, kind, ids);
      const due = await stillDue(ids);
      const left = records.filter(({ id }) => due.has(id));
      if (left.length > 0) return eraseLocked(tx, kind, left);
      for (const rule of new Set(records.map((one) => one.rule)))
        tx.audit({ type: 'retention.purged', data: { rule, rows: 0 } });
      return [];
    });
    await ledgerFile.append(entries.map(lineOf));
    return entries;
  };
}

export type Erase = ReturnType<typeof createErasing>;
