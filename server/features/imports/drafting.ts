// From a record of a file to a person ready to be written, with the draft of his alert; or to what refuses it.
import type { Actor } from '../../domain/access/actor.ts';
import type { Fault } from '../../domain/errors.ts';
import { createCountryReader } from '../../domain/imports/country-words.ts';
import {
  type AlertFacts,
  type ReadingTables,
  type RecordReading,
  refusedRecord,
} from '../../domain/imports/draft.ts';
import { readFbiPoster, readFtmEntity, readInterpolNotice } from '../../domain/imports/notice-records.ts';
import { readOfacEntry, readUnIndividual, type XmlElement } from '../../domain/imports/sanction-records.ts';
import type { TableMapping } from '../../domain/imports/table-fields.ts';
import { readTableRow } from '../../domain/imports/table-record.ts';
import { toFaults } from '../../platform/http/faults.ts';
import { type AlertDraft, alertDraft } from '../alerts/contract.ts';
import { type PersonBody, personBody } from '../persons/contract.ts';
import type { PersonService, PreparedPerson } from '../persons/service.ts';
import type { CountryView } from '../reference/contract.ts';
import type { ImportKind, ImportOptions, ImportSource } from './contract.ts';

export interface RowFault {
  readonly field: string;
  readonly code: string;
}

export type DraftContent = Omit<AlertDraft, 'personId'>;

export type Drafted = {
  readonly key: string | null;
  /** Values that were left out, and what looks wrong. */
  readonly faults: readonly RowFault[];
} & (
  | {
      readonly ok: true;
      readonly body: PersonBody;
      readonly person: PreparedPerson;
      readonly alert: DraftContent | null;
    }
  | { readonly ok: false }
);

export interface DraftingContext {
  readonly actor: Actor;
  readonly now: Date;
  readonly kind: ImportKind;
  readonly source: ImportSource;
  readonly mapping: TableMapping;
  readonly options: ImportOptions;
  readonly tables: ReadingTables;
  readonly countries: ReadonlySet<string>;
}

/** @returns what mapping and rules have to know of states */
export function countryTables(items: readonly CountryView[]): Pick<DraftingContext, 'tables' | 'countries'> {
  const country = createCountryReader(
    items.map(({ alpha3, alpha2, nameKy, nameRu, nameKk, nameEn }) => ({
      ...{ alpha3, alpha2 },
      names: [nameKy, nameRu, nameKk, nameEn],
    })),
  );
  return { tables: { country }, countries: new Set(items.map(({ alpha3 }) => alpha3)) };
}

type Json = Readonly<Record<string, unknown>>;

/** A record in the registry's own words: the body of a person, with the content of an alert beside it. */
function readNative(value: Json): RecordReading {
  const { alert, reference, ...person } = value;
  return {
    key: typeof reference === 'string' ? reference : null,
    person: person as unknown as RecordReading['person'],
    alert: Object(alert ?? {}) as AlertFacts,
    hints: [],
    faults: [],
  };
}

function readRecord(value: unknown, { source, mapping, options, tables }: DraftingContext): RecordReading {
  if (value === null || typeof value !== 'object') return refusedRecord('import-not-a-record');
  switch (source) {
    case 'TABLE':
      return readTableRow(value as Readonly<Record<string, string>>, mapping, tables, options.language);
    case 'NATIVE':
      return readNative(value as Json);
    case 'INTERPOL':
      return readInterpolNotice(value as Json, tables);
    case 'FBI':
      return readFbiPoster(value as Json, tables);
    case 'FTM':
      return readFtmEntity(value as Json, tables);
    case 'OFAC':
      return readOfacEntry(value as XmlElement, tables);
    case 'UN':
      return readUnIndividual(value as XmlElement, tables);
  }
}

const asRowFault = ({ at, code }: Fault): RowFault => ({ field: at.replace(/^\//u, ''), code });
/** Any person: the draft is judged before there is one. */
const NOBODY = '00000000-0000-7000-8000-000000000000';

function judgeAlert(facts: AlertFacts, { kind, options }: DraftingContext): DraftContent | null | RowFault[] {
  if (kind === 'PERSONS') return null;
  const type = facts.type ?? options.alertType;
  if (!type) return [{ field: 'alertType', code: 'import-no-alert-type' }];
  const parsed = alertDraft.safeParse({ ...facts, type, personId: NOBODY });
  if (!parsed.success) return toFaults(parsed.error, 'body', facts).map(asRowFault);
  const { personId: _, ...content } = parsed.data;
  return content;
}

export function draftRecord(
  value: unknown,
  context: DraftingContext,
  persons: Pick<PersonService, 'preparePerson'>,
): Drafted {
  const { key, person: given, alert: facts, hints, faults } = readRecord(value, context);
  const refused = (more: readonly RowFault[]): Drafted => ({ ok: false, key, faults: [...more, ...hints] });
  if (faults.length > 0) return refused(faults);
  const parsed = personBody.safeParse(given);
  if (!parsed.success) return refused(toFaults(parsed.error, 'body', given).map(asRowFault));
  const body = withSource(parsed.data, context.source, key);
  const judged = context.kind === 'ALERTS' ? judgeAlert(facts, context) : null;
  if (Array.isArray(judged)) return refused(judged);
  const prepared = persons.preparePerson(context.actor, body, context.now, context.countries);
  if (!prepared.ok) return refused(prepared.faults.map(asRowFault));
  const { person } = prepared;
  return {
    ok: true,
    key,
    body,
    person,
    alert: judged,
    faults: [...hints, ...person.warnings.map(asRowFault)],
  };
}

/** Every fact says where it comes from, so that nobody takes a copied list for own knowledge. */
function withSource(body: PersonBody, source: ImportSource, key: string | null): PersonBody {
  const sourceRef = `${source}${key ? ` ${key}` : ''}`.slice(0, 200);
  const marked = <T extends { sourceRef?: string | null | undefined }>(rows: readonly T[] | undefined) =>
    rows?.map((row) => ({ ...row, sourceRef: row.sourceRef ?? sourceRef }));
  return {
    ...body,
    names: marked(body.names) ?? [],
    ...(body.birthDates && { birthDates: marked(body.birthDates) }),
    ...(body.nationalities && { nationalities: marked(body.nationalities) }),
    ...(body.documents && { documents: marked(body.documents) }),
    ...(body.nationalIds && { nationalIds: marked(body.nationalIds) }),
    ...(body.marks && { marks: marked(body.marks) }),
  } as PersonBody;
}
