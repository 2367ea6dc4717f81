// One person to be seeded, with alerts, and the rows that the services would have written for him.
import { alertAudience, alertOwnerAudience, workAudience } from '../../domain/access/audience.ts';
import type {
  ActionCode,
  AlertStatus,
  AlertType,
  DangerFlag,
  Sharing,
} from '../../domain/alerts/vocabulary.ts';
import type { PartialDate } from '../../domain/dates/partial-date.ts';
import { endOfDay, startOfDay } from '../../domain/dates/zone.ts';
import { normaliseDocumentNumber } from '../../domain/documents/document-number.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import type { SearchAggregate } from '../../domain/persons/search-row.ts';
import { searchRow } from '../../domain/persons/search-row.ts';
import type { NameType, Sex } from '../../domain/persons/vocabulary.ts';
import type { CopyValue } from '../../platform/database/copy.ts';

export interface SeedName {
  readonly type: NameType;
  readonly full: string;
  readonly family?: string | null | undefined;
  readonly given?: string | null | undefined;
  readonly patronymic?: string | null | undefined;
  readonly script: string;
  readonly language?: string | null | undefined;
  readonly standard?: string | null | undefined;
  readonly mrzForm?: string | null | undefined;
  readonly validFrom?: string | null | undefined;
  readonly validTo?: string | null | undefined;
  readonly legalBasis?: string | null | undefined;
}

export interface SeedAgency {
  readonly id: string;
  readonly state: string;
  readonly zone: string;
  readonly contact24x7: string;
  /** Who is named as author. */
  readonly authorId: string;
  readonly approverId: string;
}

export interface SeedAlert {
  readonly type: AlertType;
  readonly status: AlertStatus;
  readonly owner: SeedAgency;
  readonly sharing: Sharing;
  readonly sharedWithStates?: readonly string[];
  readonly actions: readonly ActionCode[];
  readonly dangerFlags?: readonly DangerFlag[];
  /** YYYY-MM-DD */
  readonly validFrom: string;
  readonly expiresOn: string;
  readonly summary: string;
  readonly withdrawalReason?: string;
  /** Offence the alert is about; a warrant goes with it when `paper` is given. */
  readonly offenceCodeId?: string | null | undefined;
  readonly paper?: { readonly sha256: string; readonly bytes: number } | undefined;
}

export interface SeedRecord {
  readonly source: SeedAgency;
  readonly sex: Sex;
  readonly names: readonly SeedName[];
  readonly births: readonly PartialDate[];
  readonly birthSettlement?: string | null | undefined;
  readonly birthCountry?: string | null | undefined;
  readonly nationalities: readonly string[];
  readonly documents: readonly {
    readonly type: string;
    readonly number: string;
    readonly issuingState: string;
    readonly issuedOn?: string | null | undefined;
    readonly expiresOn?: string | null | undefined;
  }[];
  readonly nationalIds: readonly { readonly scheme: string; readonly value: string }[];
  readonly alerts: readonly SeedAlert[];
}

/** Table → rows in the order of `SEED_TABLES`. */
export type SeedRows = Record<SeedTable, CopyValue[][]>;

const SOURCE = ['source_state', 'source_agency_id', 'recorded_by', 'recorded_at'] as const;

/** Columns that are written; the others keep their defaults. Parents come before children. */
export const SEED_TABLES = {
  person: [
    'id',
    'registry_number',
    'source_state',
    'source_agency_id',
    'owner_audience',
    'sex',
    'identity_status',
    'birth_settlement',
    'birth_country',
    'languages',
    'demo',
    'created_by',
    'created_at',
    'updated_at',
  ],
  person_name: [
    'id',
    'person_id',
    'type',
    'full',
    'family',
    'given',
    'patronymic',
    'script',
    'language',
    'standard',
    'mrz_form',
    'valid_from',
    'valid_to',
    'legal_basis',
    ...SOURCE,
  ],
  birth_date: ['id', 'person_id', 'year', 'month', 'day', ...SOURCE],
  nationality: ['id', 'person_id', 'country', ...SOURCE],
  identity_document: [
    'id',
    'person_id',
    'type',
    'number',
    'norm_number',
    'issuing_state',
    'issued_on',
    'expires_on',
    ...SOURCE,
  ],
  national_id: ['id', 'person_id', 'scheme', 'value', 'norm_value', ...SOURCE],
  alert: [
    'id',
    'alert_number',
    'person_id',
    'type',
    'status',
    'owner_state',
    'owner_agency_id',
    'contact_24x7',
    'reason_summary',
    'actions_on_hit',
    'issued_on',
    'valid_from',
    'expires_on',
    'starts_at',
    'ends_at',
    'extradition_will',
    'sharing',
    'shared_with_states',
    'audience',
    'owner_audience',
    'max_penalty_months',
    'asylum_check',
    'compliance_declared',
    'danger_none',
    'author_id',
    'approved_by',
    'submitted_at',
    'activated_at',
    'suspended_at',
    'ended_at',
    'withdrawal_reason',
    'demo',
    'created_at',
    'updated_at',
    'legal_basis',
    'extradition_states',
    'shared_with_agencies',
    'caveats',
  ],
  alert_danger_flag: ['alert_id', 'flag', 'reason', 'since', 'expires_on'],
  alert_transition: ['id', 'alert_id', 'verb', 'from', 'to', 'actor_id', 'reason', 'at'],
  warrant: [
    'id',
    'alert_id',
    'kind',
    'number',
    'issuing_authority',
    'authority_type',
    'issued_on',
    'file_sha256',
    'file_name',
    'file_media_type',
    'file_bytes',
    'recorded_by',
    'recorded_at',
  ],
  alert_offence: ['id', 'alert_id', 'offence_code_id', 'role'],
  person_search: [
    'person_id',
    'person_version',
    'key_version',
    'keys',
    'names',
    'births',
    'sex',
    'nationalities',
    'documents',
    'national_ids',
    'exact',
    'scopes',
    'audience',
  ],
} as const satisfies Record<string, readonly string[]>;

export type SeedTable = keyof typeof SEED_TABLES;

export const emptyRows = (): SeedRows =>
  Object.fromEntries(Object.keys(SEED_TABLES).map((table) => [table, []])) as unknown as SeedRows;

export interface SeedContext {
  readonly engine: NameEngine;
  newId(): string;
  readonly now: Date;
  registryNumber(state: string): string;
  alertNumber(state: string): string;
}

/** Steps that lead to a status, for the history: verb and the status it leads to. */
const HISTORY: Partial<Record<AlertStatus, readonly (readonly [verb: string, to: AlertStatus])[]>> = {
  SUBMITTED: [['submit', 'SUBMITTED']],
  ACTIVE: [
    ['submit', 'SUBMITTED'],
    ['approve', 'ACTIVE'],
  ],
  SUSPENDED: [
    ['submit', 'SUBMITTED'],
    ['approve', 'ACTIVE'],
    ['suspend', 'SUSPENDED'],
  ],
  LOCATED: [
    ['submit', 'SUBMITTED'],
    ['approve', 'ACTIVE'],
    ['locate', 'LOCATED'],
  ],
  EXECUTED: [
    ['submit', 'SUBMITTED'],
    ['approve', 'ACTIVE'],
    ['locate', 'LOCATED'],
    ['execute', 'EXECUTED'],
  ],
  WITHDRAWN: [
    ['submit', 'SUBMITTED'],
    ['approve', 'ACTIVE'],
    ['withdraw', 'WITHDRAWN'],
  ],
  EXPIRED: [
    ['submit', 'SUBMITTED'],
    ['approve', 'ACTIVE'],
    ['expire', 'EXPIRED'],
  ],
  ARCHIVED: [
    ['submit', 'SUBMITTED'],
    ['approve', 'ACTIVE'],
    ['withdraw', 'WITHDRAWN'],
    ['archive', 'ARCHIVED'],
  ],
};

const ENDED: readonly AlertStatus[] = ['EXECUTED', 'WITHDRAWN', 'EXPIRED', 'ARCHIVED'];

/** Millions of alerts share a few days: working out an instant in a zone is the dear part. */
const instants = new Map<string, Date>();
function instantOf(of: typeof startOfDay, day: string, zone: string): Date {
  const key = `${of.name} ${day} ${zone}`;
  let known = instants.get(key);
  if (!known) {
    known = of(day, zone);
    instants.set(key, known);
  }
  return known;
}

function addAlert(rows: SeedRows, context: SeedContext, personId: string, alert: SeedAlert) {
  const { owner, status, type } = alert;
  const { now, newId } = context;
  const id = newId();
  const facts = {
    type,
    status,
    ownerState: owner.state,
    ownerAgencyId: owner.id,
    sharing: alert.sharing,
    sharedWithStates: alert.sharedWithStates ?? [],
    sharedWithAgencies: [],
  };
  const audience = alertAudience(facts);
  const startsAt = instantOf(startOfDay, alert.validFrom, owner.zone);
  const endsAt = instantOf(endOfDay, alert.expiresOn, owner.zone);
  const history = HISTORY[status] ?? [];
  const approved = history.some(([verb]) => verb === 'approve');
  const activatedAt = startsAt < now ? startsAt : now;
  const isArrest = type === 'ARREST_PROSECUTION' || type === 'ARREST_SENTENCE';
  const flags = alert.dangerFlags ?? [];
  rows.alert.push([
    id,
    context.alertNumber(owner.state),
    personId,
    type,
    status,
    owner.state,
    owner.id,
    owner.contact24x7,
    { json: { en: alert.summary } },
    alert.actions,
    alert.validFrom,
    alert.validFrom,
    alert.expiresOn,
    startsAt,
    endsAt,
    isArrest ? 'FULL' : null,
    alert.sharing,
    facts.sharedWithStates,
    audience,
    alertOwnerAudience(facts),
    isArrest ? 96 : null,
    'NONE',
    true,
    flags.length === 0,
    owner.authorId,
    approved ? owner.approverId : null,
    history.length > 0 ? activatedAt : null,
    approved ? activatedAt : null,
    status === 'SUSPENDED' ? now : null,
    ENDED.includes(status) ? (endsAt < now ? endsAt : now) : null,
    alert.withdrawalReason ?? null,
    true,
    activatedAt,
    now,
    [],
    [],
    [],
    [],
  ]);
  for (const flag of flags) {
    rows.alert_danger_flag.push([id, flag, 'DEMO: invented', alert.validFrom, alert.expiresOn]);
  }
  let from: AlertStatus = 'DRAFT';
  for (const [verb, to] of history) {
    const actor =
      verb === 'submit' ? owner.authorId : verb === 'expire' || verb === 'archive' ? null : owner.approverId;
    rows.alert_transition.push([newId(), id, verb, from, to, actor, null, to === status ? now : activatedAt]);
    from = to;
  }
  if (alert.paper) {
    rows.warrant.push([
      newId(),
      id,
      'ARREST_WARRANT',
      `DEMO-${id.slice(-6)}`,
      'DEMO City Court',
      'COURT',
      alert.validFrom,
      alert.paper.sha256,
      'demo-warrant.pdf',
      'application/pdf',
      alert.paper.bytes,
      owner.authorId,
      activatedAt,
    ]);
  }
  if (alert.offenceCodeId) rows.alert_offence.push([newId(), id, alert.offenceCodeId, 'PERPETRATOR']);
  return { id, ownerState: owner.state, audience, startsAt, endsAt };
}

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
    const row = { ...name, ...facts, id: newId() };
    rows.person_name.push([
      row.id,
      id,
      row.type,
      row.full,
      row.family ?? null,
      row.given ?? null,
      row.patronymic ?? null,
      row.script,
      row.language ?? null,
      row.standard ?? null,
      row.mrzForm ?? null,
      row.validFrom ?? null,
      row.validTo ?? null,
      row.legalBasis ?? null,
      ...sourceColumns,
    ]);
    return {
      ...facts,
      id: row.id,
      type: row.type,
      full: row.full,
      family: row.family ?? null,
      given: row.given ?? null,
      patronymic: row.patronymic ?? null,
      mrzForm: row.mrzForm ?? null,
      language: row.language ?? null,
    };
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
      { json: row.scopes },
      row.audience,
    ]);
  }
  return id;
}
