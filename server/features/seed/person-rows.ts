// The rows of a seeded person, his search row included.
import { workAudience } from '../../domain/access/audience.ts';
import { normaliseDocumentNumber } from '../../domain/documents/document-number.ts';
import { type SearchAggregate, searchRow } from '../../domain/persons/search-row.ts';
import { addAlert } from './alert-rows.ts';
import type { SeedContext, SeedRecord } from './record.ts';
import type { SeedRows } from './rows.ts';

/** Adds all rows of the record; @returns the person's id */
export function addRecord(rows: SeedRows, context: SeedContext, record: SeedRecord): string {
  const { source, sex } = record;
  const { newId, now } = context;
  const id = newId();
  const sourceColumns = [source.state, source.id, source.authorId, now] as const;
  const facts = {
    sourceState: source.state,
    sourceAgencyId: source.id,
    sensitivity: 'NORMAL',
    alertId: null,
  } as const;
  const ownerAudience = workAudience(source.state, source.id);
  rows.person.push([
    id,
    context.registryNumber(source.state),
    source.state,
    source.id,
    ownerAudience,
    sex,
    'CONFIRMED',
    record.birthSettlement ?? null,
    record.birthCountry ?? null,
    [],
    true,
    source.authorId,
    now,
    now,
  ]);
  const names = record.names.map((name) => {
    const { type, full, family = null, given = null, patronymic = null } = name;
    const { script, language = null, mrzForm = null } = name;
    const nameId = newId();
    rows.person_name.push([
      nameId,
      id,
      type,
      full,
      family,
      given,
      patronymic,
      script,
      language,
      name.standard ?? null,
      mrzForm,
      name.validFrom ?? null,
      name.validTo ?? null,
      name.legalBasis ?? null,
      ...sourceColumns,
    ]);
    return { id: nameId, type, full, family, given, patronymic, mrzForm, language, ...facts };
  });
  const births = record.births.map(({ year, month = null, day = null }) => {
    rows.birth_date.push([newId(), id, year, month, day, ...sourceColumns]);
    return { ...facts, year, month, day, isApproximate: false, yearFrom: null, yearTo: null };
  });
  const nationalities = record.nationalities.map((country) => {
    rows.nationality.push([newId(), id, country, ...sourceColumns]);
    return { ...facts, country };
  });
  const documents = record.documents.map((document) => {
    const normNumber = normaliseDocumentNumber(document.number);
    rows.identity_document.push([
      newId(),
      id,
      document.type,
      document.number,
      normNumber,
      document.issuingState,
      document.issuedOn ?? null,
      document.expiresOn ?? null,
      ...sourceColumns,
    ]);
    return { ...facts, normNumber, issuingState: document.issuingState };
  });
  const nationalIds = record.nationalIds.map(({ scheme, value }) => {
    const normValue = normaliseDocumentNumber(value);
    rows.national_id.push([newId(), id, scheme, value, normValue, ...sourceColumns]);
    return { ...facts, normValue };
  });
  const alerts = record.alerts.map((alert) => addAlert(rows, context, id, alert));
  const aggregate: SearchAggregate = {
    id,
    version: 1,
    sex,
    ownerAudience,
    mergedIntoId: null,
    names,
    births,
    nationalities,
    documents,
    nationalIds,
    marks: [],
    birthPlace: { ...facts, texts: record.birthSettlement ? [record.birthSettlement] : [] },
    alerts,
  };
  const row = searchRow(aggregate, context.engine);
  if (row) {
    rows.person_search.push([
      row.personId,
      row.personVersion,
      row.keyVersion,
      row.keys,
      { json: row.names },
      { json: row.births },
      row.sex,
      { json: row.nationalities },
      { json: row.documents },
      { json: row.nationalIds },
      row.exact,
      row.tags,
      { json: row.traits },
      row.beginnings,
      { json: row.scopes },
      row.audience,
    ]);
  }
  return id;
}
