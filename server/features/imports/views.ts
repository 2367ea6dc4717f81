// Imports and their rows as people see them; a probable duplicate is shown only to whom the person exists.
import type { Actor } from '../../domain/access/actor.ts';
import { displayPartialDate, partialDateOf } from '../../domain/dates/partial-date.ts';
import type { TableMapping } from '../../domain/imports/table-fields.ts';
import { faultText } from '../../platform/i18n/texts.ts';
import type { OpenPerson } from '../persons/service.ts';
import {
  fieldsOf,
  type ImportDetail,
  type ImportView,
  importOptions,
  type LikelyView,
  type RowView,
} from './contract.ts';
import type { Drafted, RowFault } from './drafting.ts';
import type { Likely } from './likely-duplicates.ts';
import type { ImportFileRow, RecordRow } from './store.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const importViewOf = (row: ImportFileRow): ImportView => ({
  id: row.id,
  kind: row.kind as ImportView['kind'],
  source: row.source as ImportView['source'],
  format: row.format as ImportView['format'],
  fileName: row.fileName,
  agencyId: row.agencyId,
  status: row.status as ImportView['status'],
  progress: {
    records: row.records,
    done: row.position,
    imported: row.imported,
    faulty: row.faulty,
    skipped: row.skipped,
    repeated: row.repeated,
    duplicates: row.duplicates,
    removed: row.removed,
    left: row.left,
  },
  createdAt: row.createdAt.toISOString(),
  startedAt: iso(row.startedAt),
  endedAt: iso(row.endedAt),
  version: row.version,
});

export const importDetailOf = (row: ImportFileRow): ImportDetail => {
  const { language, alertType } = row.options as { language?: string; alertType?: string };
  return {
    ...importViewOf(row),
    columns: row.columns,
    mapping: row.mapping as TableMapping as ImportDetail['mapping'],
    options: importOptions.parse({ ...(language && { language }), ...(alertType && { alertType }) }),
    fields: row.source === 'TABLE' ? [...fieldsOf(row.kind)] : [],
    takeBackReason: row.takeBackReason,
  };
};

export const faultViews = (actor: Actor, faults: readonly RowFault[]) =>
  faults.map(({ field, code }) => ({ field, code, text: faultText(code, actor.locale) }));

/** @param lines of persons that the same file brought */
export function likelyViews(
  likely: readonly Likely[],
  opened: ReadonlyMap<string, OpenPerson>,
  lines: ReadonlyMap<string, number>,
): LikelyView[] {
  return likely.flatMap(({ personId, band, score }) => {
    const person = opened.get(personId);
    const line = lines.get(personId) ?? null;
    if (!person && line === null) return [];
    return [
      {
        ...{ line, band, score },
        personId: person ? personId : null,
        registryNumber: person?.row.registryNumber ?? null,
        names: [...new Set(person?.names.map(({ full }) => full) ?? [])].slice(0, 3),
      },
    ];
  });
}

export const rowViewOf = (
  actor: Actor,
  row: RecordRow,
  opened: ReadonlyMap<string, OpenPerson>,
  lines: ReadonlyMap<string, number>,
): RowView => ({
  line: row.line,
  status: row.status as RowView['status'],
  // What was taken away does not exist any more.
  personId: row.fate === 'REMOVED' ? null : row.personId,
  alertId: row.fate === 'REMOVED' ? null : row.alertId,
  faults: faultViews(actor, row.faults as unknown as RowFault[]),
  duplicates: likelyViews(row.duplicates as unknown as Likely[], opened, lines),
  fate: row.fate as RowView['fate'],
});

/** What the preview says of a record before it is one. */
export function summaryOf(drafted: Drafted) {
  if (!drafted.ok) return { names: [], births: [], nationalities: [], documents: [], alertType: null };
  const { parts } = drafted.person;
  const births = parts.birthDates as { year: number; month: number | null; day: number | null }[];
  return {
    names: (parts.names as { full: string }[]).map(({ full }) => full),
    births: births.map(({ year, month, day }) => displayPartialDate(partialDateOf(year, month, day))),
    nationalities: (parts.nationalities as { country: string }[]).map(({ country }) => country),
    documents: (parts.documents as { number: string; issuingState: string }[]).map(
      ({ number, issuingState }) => `${number} ${issuingState}`,
    ),
    alertType: drafted.alert?.type ?? null,
  };
}
