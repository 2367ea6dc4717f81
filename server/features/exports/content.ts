// The file of an export: what its taker may see of each person now, with a mark of who took it, when and why on every row.
import type { Actor } from '../../domain/access/actor.ts';
import { alertIsVisible, readerTokens } from '../../domain/access/audience.ts';
import { displayPartialDate, formatPartialDate, partialDateOf } from '../../domain/dates/partial-date.ts';
import { CSV_START, csvText } from '../../platform/spreadsheet/csv.ts';
import { workbookStream } from '../../platform/spreadsheet/workbook.ts';
import type { OpenPerson } from '../persons/service.ts';
import type { ExportRow } from './store.ts';

export interface Mark {
  readonly number: string;
  readonly takenBy: string;
  readonly takenAt: string;
  readonly purpose: string;
  readonly reason: string;
  readonly approvedBy: readonly string[];
}

const COLUMNS = [
  'registryNumber',
  'names',
  'birthDates',
  'sex',
  'nationalities',
  'documents',
  'nationalIds',
  'birthPlace',
  'alerts',
  'source',
  'export',
] as const;

const MEDIA = {
  CSV: 'text/csv',
  JSON: 'application/json',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const sentence = ({ number, takenBy, takenAt, purpose, reason, approvedBy }: Mark): string =>
  [
    number,
    takenBy,
    takenAt,
    purpose,
    reason,
    approvedBy.length > 0 ? `approved: ${approvedBy.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join(' | ');

const joined = (values: readonly string[]): string => values.join('; ');

/** Alerts that somebody else's side has ended, or not yet begun, are not for export. */
const alertsOf = ({ alerts }: OpenPerson, actor: Actor, now: Date) =>
  alerts.filter((alert) => alertIsVisible(alert, readerTokens(actor), now));

function rowOf(person: OpenPerson, actor: Actor, mark: Mark, now: Date): string[] {
  const { row, names, birthDates, nationalities, documents, nationalIds, described } = person;
  return [
    row.registryNumber,
    joined(names.map(({ type, full }) => `${full} (${type})`)),
    joined(birthDates.map(({ year, month, day }) => displayPartialDate(partialDateOf(year, month, day)))),
    row.sex,
    joined(nationalities.map(({ country }) => country)),
    joined(documents.map(({ type, number, issuingState }) => `${type} ${number} ${issuingState}`)),
    joined(nationalIds.map(({ scheme, value }) => `${scheme} ${value}`)),
    (described && row.birthPlace) || '',
    joined(
      alertsOf(person, actor, now).map(({ alertNumber, type, status }) => `${alertNumber} ${type} ${status}`),
    ),
    row.sourceState,
    `${mark.number} ${mark.takenBy} ${mark.takenAt}`,
  ];
}

/** In the words of `POST /v1/persons`, so that it can be taken in elsewhere. */
function nativeOf({ row, names, birthDates, nationalities, documents, nationalIds, described }: OpenPerson) {
  return {
    reference: row.registryNumber,
    sex: row.sex,
    names: names
      .filter(({ type }) => type !== 'TRANSLITERATED')
      .map(({ type, full, family, given, patronymic }) => ({ type, full, family, given, patronymic })),
    birthDates: birthDates.map(({ year, month, day }) => ({
      date: formatPartialDate(partialDateOf(year, month, day)),
    })),
    nationalities: nationalities.map(({ country }) => ({ country })),
    documents: documents.map(({ type, number, issuingState }) => ({ type, number, issuingState })),
    nationalIds: nationalIds.map(({ scheme, value }) => ({ scheme, value })),
    ...(described && { birthPlace: row.birthPlace, birthCountry: row.birthCountry }),
  };
}

export interface ExportFile {
  readonly mediaType: string;
  readonly fileName: string;
  readonly bytes: Buffer;
}

export async function exportFile(
  { format, number }: Pick<ExportRow, 'format' | 'number'>,
  people: readonly OpenPerson[],
  actor: Actor,
  mark: Mark,
  now: Date,
): Promise<ExportFile> {
  const fileName = `${number}.${format.toLowerCase()}`;
  if (format === 'JSON') {
    const document = { export: mark, persons: people.map(nativeOf) };
    return { mediaType: MEDIA.JSON, fileName, bytes: Buffer.from(JSON.stringify(document, null, 1)) };
  }
  const table = [[...COLUMNS], ...people.map((person) => rowOf(person, actor, mark, now))];
  if (format === 'CSV') {
    const text = CSV_START + csvText([[sentence(mark)], ...table]);
    return { mediaType: MEDIA.CSV, fileName, bytes: Buffer.from(text) };
  }
  const sheets = [
    { name: 'Persons', rows: table },
    { name: number, rows: Object.entries(mark).map(([name, value]) => [name, [value].flat().join(', ')]) },
  ];
  const chunks: Buffer[] = [];
  for await (const chunk of workbookStream(sheets, now)) chunks.push(chunk as Buffer);
  return { mediaType: MEDIA.XLSX, fileName, bytes: Buffer.concat(chunks) };
}
