// The first records of a file as they would be recorded, with what is wrong with them and whom the registry may know already.
import type { Actor } from '../../domain/access/actor.ts';
import type { TableMapping } from '../../domain/imports/table-fields.ts';
import type { FileRecord } from '../../platform/spreadsheet/record-stream.ts';
import type { ImportKind, ImportSource, PreviewView } from './contract.ts';
import { countryTables, draftRecord } from './drafting.ts';
import { openRecords } from './import-file.ts';
import { type ImportParts, optionsOf, subjectOf } from './parts.ts';
import type { ImportFileRow } from './store.ts';
import { faultViews, likelyViews, summaryOf } from './views.ts';

export interface ImportPreview {
  preview(actor: Actor, id: string): Promise<PreviewView>;
}

const LOOKED_AT = 20;

export function createPreview(
  { database, clock, files, persons, reference, findLikely, disclosures }: ImportParts,
  own: (actor: Actor, id: string) => Promise<ImportFileRow>,
): ImportPreview {
  async function firstRecords(row: ImportFileRow): Promise<FileRecord[]> {
    const kind = { source: row.source as ImportSource, format: row.format as never };
    const records: FileRecord[] = [];
    for await (const record of openRecords(files, row.sha256, kind)) {
      records.push(record);
      if (records.length === LOOKED_AT) break;
    }
    return records;
  }

  return {
    async preview(actor, id) {
      const row = await own(actor, id);
      const records = await firstRecords(row);
      const { items } = await reference.countries();
      const context = {
        ...{ actor, now: clock.now() },
        kind: row.kind as ImportKind,
        source: row.source as ImportSource,
        mapping: row.mapping as TableMapping,
        options: optionsOf(row),
        ...countryTables(items),
      };
      const drafts = records.map(({ value }) => draftRecord(value, context, persons));
      const likely = await findLikely(
        actor,
        drafts.map((draft) => (draft.ok ? draft.person.search : null)),
      );
      const opened = await persons.openMany(actor, [
        ...new Set(likely.flat().map(({ personId }) => personId)),
      ]);
      const lines = new Map(
        drafts.flatMap((draft, index) =>
          draft.ok ? [[draft.person.id, records[index]?.line ?? 0] as const] : [],
        ),
      );
      await Promise.all([
        database.record(actor, {
          type: 'import.previewed',
          data: { shown: [...opened.keys()] },
          subject: subjectOf(id),
        }),
        disclosures.note(
          actor,
          'SEARCH',
          [...opened.values()].map(({ row: person, alerts }) => ({
            personId: person.id,
            alertIds: alerts.map((alert) => alert.id),
            ownerStates: [...new Set([person.sourceState, ...alerts.map(({ ownerState }) => ownerState)])],
          })),
        ),
      ]);
      return {
        rows: drafts.map((draft, index) => ({
          line: records[index]?.line ?? 0,
          ...summaryOf(draft),
          refused: !draft.ok,
          faults: faultViews(actor, draft.faults),
          duplicates: likelyViews(likely[index] ?? [], opened, lines),
        })),
      };
    },
  };
}
