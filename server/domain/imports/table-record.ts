// A row of a table under a mapping, read into a draft.
import { ALERT_TYPES, type AlertType, CHANNELS, type Channel } from '../alerts/vocabulary.ts';
import {
  DOCUMENT_TYPES,
  type DocumentType,
  NATIONAL_ID_SCHEMES,
  type NationalIdScheme,
} from '../persons/vocabulary.ts';
import { collect } from './collecting.ts';
import type { ReadingTables, RecordReading } from './draft.ts';
import type { TableField, TableMapping } from './table-fields.ts';
import { cut, readAmount, readList } from './values.ts';

const codeIn = <T extends string>(list: readonly T[], text: string | undefined): T | undefined => {
  const code = text
    ?.trim()
    .toUpperCase()
    .replace(/[\s-]+/gu, '_');
  return list.find((one) => one === code);
};

/** What a document is called in tables, where it is not a code of the registry. */
const DOCUMENT_WORDS: readonly (readonly [RegExp, DocumentType])[] = [
  [/паспорт|passport|төлкужат/iu, 'PASSPORT'],
  [/удостоверени|identity|id.?card|жеке куәлік|идентификац/iu, 'ID'],
  [/водител|driv|жүргізуші|айдоочу/iu, 'DRIVING'],
  [/вид на жительство|residence/iu, 'RESIDENCE'],
];

const documentType = (text: string | undefined): DocumentType =>
  codeIn(DOCUMENT_TYPES, text) ?? DOCUMENT_WORDS.find(([words]) => words.test(text ?? ''))?.[1] ?? 'PASSPORT';

/**
 * @param row column → text of the cell
 * @param language of the texts that people wrote, ISO 639
 */
export function readTableRow(
  row: Readonly<Record<string, string>>,
  mapping: TableMapping,
  tables: ReadingTables,
  language: string,
): RecordReading {
  const cells = new Map<TableField, string[]>();
  for (const [column, field] of Object.entries(mapping)) {
    const text = row[column]?.trim() ?? '';
    if (text !== '') cells.set(field, [...(cells.get(field) ?? []), text]);
  }
  const one = (field: TableField): string | undefined => cells.get(field)?.[0];
  const many = (field: TableField): string[] => (cells.get(field) ?? []).flatMap(readList);

  const record = collect(tables);
  record.name('PRIMARY', {
    full: one('name'),
    family: one('family'),
    given: one('given'),
    patronymic: one('patronymic'),
  });
  for (const full of many('otherName')) record.name('PRIMARY', { full });
  for (const full of many('alias')) record.name('ALIAS_STRONG', { full });
  for (const full of many('weakAlias')) record.name('ALIAS_WEAK', { full });
  for (const full of many('formerName')) record.name('FORMER', { full });
  const births = readList(one('birthDate') ?? '');
  for (const date of births) record.birth(date, births.length > 1 ? 'USED' : 'TRUE');
  record.sex(one('sex'));
  for (const text of many('nationality').flatMap((cell) => cell.split(/\s*,\s*/u))) record.nationality(text);
  record.birthPlace(one('birthPlace'));
  record.birthCountry(one('birthCountry'));
  record.document(
    documentType(one('documentType')),
    one('documentNumber'),
    one('documentState'),
    one('documentExpiry'),
  );
  record.nationalId(
    one('nationalId'),
    codeIn<NationalIdScheme>(NATIONAL_ID_SCHEMES, one('nationalIdScheme')),
  );
  record.height(one('height'));
  record.weight(one('weight'));
  record.hair(one('hair'));
  record.eyes(one('eyes'));
  for (const code of many('languages').flatMap((cell) => cell.split(/\s*,\s*/u))) record.language(code);
  for (const mark of many('marks')) record.mark(mark);
  readAlertCells(record, one, many, language);
  return record.finish(one('reference') ?? one('externalNumber'));
}

function readAlertCells(
  { alert, hint, day, reason }: ReturnType<typeof collect>,
  one: (field: TableField) => string | undefined,
  many: (field: TableField) => string[],
  language: string,
): void {
  const asked = one('alertType');
  const type = codeIn<AlertType>(ALERT_TYPES, asked);
  if (type) alert.type = type;
  else if (asked) hint('alertType', 'import-bad-alert-type');
  reason(one('reason'), language);
  const basis = many('legalBasis').map((text) => cut(text, 300));
  if (basis.length > 0) alert.legalBasis = basis.slice(0, 20);
  const number = one('externalNumber');
  if (number)
    alert.externalRefs = [
      { channel: codeIn<Channel>(CHANNELS, one('channel')) ?? 'NATIONAL', number: cut(number, 60) },
    ];
  const issuedOn = day(one('issuedOn'), 'issuedOn');
  if (issuedOn) alert.issuedOn = issuedOn;
  const expiresOn = day(one('expiresOn'), 'expiresOn');
  if (expiresOn) alert.expiresOn = expiresOn;
  const penalty = one('maxPenaltyMonths');
  const months = penalty === undefined ? null : readAmount(penalty, 1, 1_200);
  if (months !== null) alert.maxPenaltyMonths = months;
  else if (penalty) hint('maxPenaltyMonths', 'import-bad-number');
}
