// The tables that a seed writes, with their columns, and the rows of one batch.
import { type CopyValue, copyLine } from '../../platform/database/copy.ts';

const columns = (text: string): readonly string[] => text.split(/\s+/);

const SOURCE = 'source_state source_agency_id recorded_by recorded_at';

/** Columns that are written, in the order of the row makers; the others keep their defaults. Parents come first. */
export const SEED_TABLES = {
  person: columns(`id registry_number source_state source_agency_id owner_audience sex identity_status
    birth_settlement birth_country languages demo created_by created_at updated_at`),
  person_name:
    columns(`id person_id type full family given patronymic script language standard mrz_form valid_from
    valid_to legal_basis ${SOURCE}`),
  birth_date: columns(`id person_id year month day ${SOURCE}`),
  nationality: columns(`id person_id country ${SOURCE}`),
  identity_document: columns(
    `id person_id type number norm_number issuing_state issued_on expires_on ${SOURCE}`,
  ),
  national_id: columns(`id person_id scheme value norm_value ${SOURCE}`),
  alert:
    columns(`id alert_number person_id type status owner_state owner_agency_id contact_24x7 reason_summary
    actions_on_hit issued_on valid_from expires_on starts_at ends_at extradition_will sharing
    shared_with_states audience owner_audience max_penalty_months asylum_check compliance_declared
    danger_none author_id approved_by submitted_at activated_at suspended_at ended_at
    withdrawal_reason demo created_at updated_at legal_basis extradition_states shared_with_agencies
    caveats`),
  alert_danger_flag: columns(`alert_id flag reason since expires_on`),
  alert_transition: columns(`id alert_id verb from to actor_id reason at`),
  warrant: columns(`id alert_id kind number issuing_authority authority_type issued_on file_sha256 file_name
    file_media_type file_bytes recorded_by recorded_at`),
  alert_offence: columns(`id alert_id offence_code_id role`),
  person_search:
    columns(`person_id person_version key_version keys names births sex nationalities documents national_ids
    exact tags traits beginnings scopes audience`),
} as const;

export type SeedTable = keyof typeof SEED_TABLES;

/** Rows of one table, turned into COPY lines at once: kept as values they would outlive many garbage collections. */
class TableRows {
  readonly #lines: string[] = [];

  /** @param values in the order of the table's columns */
  push(values: readonly CopyValue[]): void {
    this.#lines.push(copyLine(values));
  }

  bytes(): Uint8Array<ArrayBuffer> {
    // A buffer of its own, not a piece of Node's pool: it may be handed to another thread.
    return new TextEncoder().encode(this.#lines.join(''));
  }
}

export type SeedRows = Readonly<Record<SeedTable, TableRows>>;

export const emptyRows = (): SeedRows =>
  Object.fromEntries(
    Object.keys(SEED_TABLES).map((table) => [table, new TableRows()]),
  ) as unknown as SeedRows;

/** Table → its rows as COPY text in UTF-8. */
export type SeedTexts = Readonly<Record<SeedTable, Uint8Array<ArrayBuffer>>>;

export const textsOf = (rows: SeedRows): SeedTexts =>
  Object.fromEntries(Object.entries(rows).map(([table, lines]) => [table, lines.bytes()])) as SeedTexts;
