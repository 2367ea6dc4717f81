// The work of an import: batch after batch, each of them whole or not at all, so that a killed worker leaves nothing half done.
import { Problem } from '../../domain/errors.ts';
import type { TableMapping } from '../../domain/imports/table-fields.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Calendar } from '../alerts/service.ts';
import { type Batch, type BatchedFile, batchesOf } from './batches.ts';
import type { ImportKind, ImportSource } from './contract.ts';
import { countryTables, type Drafted, type RowFault } from './drafting.ts';
import { type FileKind, isUnreadable } from './import-file.ts';
import type { Likely } from './likely-duplicates.ts';
import { GO_ON, type ImportParts, optionsOf, starterOf, subjectOf } from './parts.ts';
import type { ImportFileRow, NewRecordRow } from './store.ts';

/** Persons are written in few statements, drafts of alerts one by one: a transaction must end in seconds. */
const BATCH = { PERSONS: 100, ALERTS: 25 } as const;
/** Then another job takes over: a worker that is to stop is not held up, and others get their turn. */
const SLICE_MS = 20_000;

/** Records of larger files are compared with persons whose dates of birth do not all contradict; of smaller ones with everybody. */
const THOROUGH_UP_TO = 5_000;
/** Batches between two looks at how much has grown. */
const PLANS_EVERY = 3;

interface Work extends BatchedFile {
  readonly row: ImportFileRow;
  readonly calendar: Calendar | null;
}

type Ok = Extract<Drafted, { ok: true }>;

interface Judged {
  readonly line: number;
  readonly drafted: Drafted;
  readonly key: Buffer | null;
  readonly likely: readonly Likely[];
  readonly status: 'IMPORTED' | 'FAULTY' | 'SKIPPED' | 'REPEATED';
}

export function createImportWork(parts: ImportParts) {
  const { database, vault, store, persons, alerts, reference, findLikely, stopwatch } = parts;

  async function workOf(row: ImportFileRow): Promise<Work> {
    const actor = starterOf(row);
    const { items } = await reference.countries();
    return {
      ...{ row, actor },
      kind: row.kind as ImportKind,
      source: row.source as ImportSource,
      format: row.format as FileKind['format'],
      mapping: row.mapping as TableMapping,
      options: optionsOf(row),
      ...countryTables(items),
      calendar: row.kind === 'ALERTS' ? await alerts.calendarFor(actor) : null,
    };
  }

  const digestOf = ({ row }: Work, key: string | null): Buffer | null =>
    key === null
      ? null
      : vault.digest('import_row.source_key', `${row.agencyId} ${row.source} ${row.kind} ${key}`);

  async function judge(work: Work, { records, drafts }: Batch): Promise<Judged[]> {
    const keys = drafts.map(({ key }) => digestOf(work, key));
    const known = await store.knownKeys(keys.filter((key) => key !== null));
    const repeated = keys.map((key) => {
      const hex = key?.toString('hex');
      if (hex === undefined) return false;
      if (known.has(hex)) return true;
      known.add(hex);
      return false;
    });
    const searched = drafts.map((draft, index) =>
      draft.ok && !repeated[index] ? draft.person.search : null,
    );
    const likely = await findLikely(work.actor, searched, work.row.records > THOROUGH_UP_TO);
    const skips = optionsOf(work.row).duplicates === 'SKIP';
    return drafts.map((drafted, index) => {
      const found = likely[index] ?? [];
      const status = !drafted.ok
        ? 'FAULTY'
        : repeated[index]
          ? 'REPEATED'
          : skips && found.length > 0
            ? 'SKIPPED'
            : 'IMPORTED';
      return {
        ...{ drafted, status },
        line: records[index]?.line ?? 0,
        key: keys[index] ?? null,
        likely: found,
      };
    });
  }

  /** Draft by draft; one that is refused takes its person with it and is a fault of its line. */
  async function writeAlerts(tx: Tx, { actor, calendar }: Work, drafts: readonly Ok[]) {
    const written = new Map<string, string>();
    const refused = new Map<string, RowFault[]>();
    for (const { person, alert } of drafts) {
      if (!alert || !calendar) continue;
      try {
        const opened = await alerts.draftIn(tx, actor, calendar, { ...alert, personId: person.id });
        written.set(person.id, opened.row.id);
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'validation-failed') throw error;
        await persons.removeUnused(tx, [person.id]);
        refused.set(
          person.id,
          error.faults.map(({ at, code }) => ({ field: at.replace(/^\//u, ''), code })),
        );
      }
    }
    return { written, refused };
  }

  /** @returns false when the import is not where this worker thought it was: another one goes on with it */
  async function applyBatch(work: Work, batch: Batch): Promise<boolean> {
    const judged = await judge(work, batch);
    const { position, records } = batch;
    const { actor, row } = work;
    return database.transaction(actor, async (tx) => {
      const locked = await store.lock(tx, row.id);
      if (locked?.status !== 'RUNNING' || locked.position !== position) {
        const data = { imported: 0, faulty: 0, skipped: 0, repeated: 0, duplicates: 0 };
        tx.audit({ type: 'import.applied', data, subject: subjectOf(row.id) });
        return false;
      }
      const taken = judged.flatMap(({ drafted, status }) =>
        drafted.ok && status === 'IMPORTED' ? [drafted] : [],
      );
      await persons.insertPrepared(
        tx,
        actor,
        taken.map(({ person }) => person),
      );
      const { written, refused } = await writeAlerts(tx, work, taken);
      const rows = judged.map((one, index) => rowOf(row.id, position + index + 1, one, written, refused));
      await store.insertRows(tx, rows);
      const count = (status: string) => rows.filter((one) => one.status === status).length;
      const counts = {
        imported: count('IMPORTED'),
        faulty: count('FAULTY'),
        skipped: count('SKIPPED'),
        repeated: count('REPEATED'),
        duplicates: rows.filter(({ status, hasDuplicates }) => status === 'IMPORTED' && hasDuplicates).length,
      };
      await store.update(tx, row.id, {
        position: position + records.length,
        touchedAt: tx.now,
        ...Object.fromEntries(Object.entries(counts).map(([name, by]) => [name, { increment: by }])),
      });
      tx.audit({ type: 'import.applied', data: counts, subject: subjectOf(row.id) });
      return true;
    });
  }

  async function end(row: ImportFileRow, status: 'DONE' | 'BROKEN'): Promise<void> {
    await database.transaction(starterOf(row), async (tx) => {
      const locked = await store.lock(tx, row.id);
      if (locked?.status === 'RUNNING')
        await store.update(tx, row.id, {
          status,
          endedAt: tx.now,
          touchedAt: tx.now,
          version: { increment: 1 },
        });
      tx.audit({
        type: 'import.ended',
        data: { status: locked?.status === 'RUNNING' ? status : 'LEFT' },
        subject: subjectOf(row.id),
      });
    });
  }

  const passOn = (row: ImportFileRow) =>
    database.pool.query(`select graphile_worker.add_job($1, payload := $2::json)`, [
      GO_ON,
      JSON.stringify({ importId: row.id }),
    ]);

  return {
    /** Goes on where the import stands; repeated or at once with another worker it changes nothing twice. */
    async apply(row: ImportFileRow): Promise<void> {
      const work = await workOf(row);
      const began = stopwatch();
      let batches = 0;
      try {
        for await (const batch of batchesOf(parts, work, BATCH[work.kind])) {
          if (!(await applyBatch(work, batch))) return;
          batches += 1;
          if (batches % PLANS_EVERY === 0) await store.keepPlans();
          if (stopwatch() - began > SLICE_MS) {
            await passOn(row);
            return;
          }
        }
        await end(row, 'DONE');
      } catch (error) {
        if (!isUnreadable(error)) throw error;
        await end(row, 'BROKEN');
      }
    },
  };
}

function rowOf(
  importId: string,
  position: number,
  { line, drafted, key, likely, status }: Judged,
  written: ReadonlyMap<string, string>,
  refused: ReadonlyMap<string, RowFault[]>,
): NewRecordRow {
  const personId = drafted.ok && status === 'IMPORTED' ? drafted.person.id : null;
  const refusal = personId === null ? undefined : refused.get(personId);
  return {
    ...{ importId, position, line },
    status: refusal ? 'FAULTY' : status,
    sourceKey: key === null ? null : new Uint8Array(key),
    personId: refusal ? null : personId,
    alertId: personId === null ? null : (written.get(personId) ?? null),
    faults: [...(refusal ?? []), ...drafted.faults] as never,
    duplicates: likely as never,
    hasDuplicates: likely.length > 0,
  };
}
