// The records of an import batch by batch, read and drafted while the database still works on the batch before.
import type { Clock } from '../../platform/clock.ts';
import type { FileRecord } from '../../platform/spreadsheet/record-stream.ts';
import { type Drafted, type DraftingContext, draftRecord } from './drafting.ts';
import { type FileKind, openRecords } from './import-file.ts';
import type { ImportParts } from './parts.ts';
import type { ImportFileRow } from './store.ts';

export interface Batch {
  /** Records of the file before it. */
  readonly position: number;
  readonly records: readonly FileRecord[];
  readonly drafts: readonly Drafted[];
}

export interface BatchedFile extends Omit<DraftingContext, 'now'>, FileKind {
  readonly row: Pick<ImportFileRow, 'sha256' | 'position'>;
}

type Parts = Pick<ImportParts, 'files' | 'persons'> & { readonly clock: Clock };

async function* draftedBatches(
  { files, persons, clock }: Parts,
  file: BatchedFile,
  size: number,
): AsyncGenerator<Batch, void> {
  let place = 0;
  let records: FileRecord[] = [];
  const take = (): Batch => {
    const context = { ...file, now: clock.now() };
    const drafts = records.map(({ value }) => draftRecord(value, context, persons));
    const batch = { position: place - records.length, records, drafts };
    records = [];
    return batch;
  };
  for await (const record of openRecords(files, file.row.sha256, file)) {
    place += 1;
    if (place <= file.row.position) continue;
    records.push(record);
    if (records.length === size) yield take();
  }
  if (records.length > 0) yield take();
}

/** Has the next one made while whoever asked works on this one; what fails ahead of time is told in its turn. */
async function* oneAhead<T>(source: AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  const ahead = () => {
    const next = source.next();
    next.catch(() => undefined);
    return next;
  };
  try {
    for (let next = ahead(); ; ) {
      const { done, value } = await next;
      if (done) return;
      next = ahead();
      yield value;
    }
  } finally {
    await source.return().catch(() => undefined);
  }
}

/** The batches behind the place where the import stands. @throws what reading the file throws */
export const batchesOf = (parts: Parts, file: BatchedFile, size: number): AsyncGenerator<Batch, void> =>
  oneAhead(draftedBatches(parts, file, size));
