// One person to be seeded, with alerts: what a maker of demo data says, before ids and numbers are given.
import type {
  ActionCode,
  AlertStatus,
  AlertType,
  DangerFlag,
  Sharing,
} from '../../domain/alerts/vocabulary.ts';
import type { PartialDate } from '../../domain/dates/partial-date.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import type { NameType, Sex } from '../../domain/persons/vocabulary.ts';

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

export interface SeedOffence {
  readonly id: string;
  readonly state: string;
  readonly uncacArticles: readonly number[];
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
  readonly offence?: SeedOffence | undefined;
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

export interface SeedContext {
  readonly engine: NameEngine;
  newId(): string;
  readonly now: Date;
  registryNumber(state: string): string;
  alertNumber(state: string): string;
}
