// The closed lists of an alert and its warrant. The database enums and the API schemas are made of these.

export const ALERT_TYPES = [
  'ARREST_PROSECUTION',
  'ARREST_SENTENCE',
  'LOCATE_ACCUSED',
  'LOCATE_WITNESS',
  'LOCATE_DEBTOR',
  'DISCREET_CHECK',
  'SPECIFIC_CHECK',
  'MISSING',
  'ASSET_TRACE',
  'INFORMATION',
] as const;
export type AlertType = (typeof ALERT_TYPES)[number];

export const ALERT_STATUSES = [
  'DRAFT',
  'SUBMITTED',
  'ACTIVE',
  'SUSPENDED',
  'LOCATED',
  'EXECUTED',
  'WITHDRAWN',
  'EXPIRED',
  'ARCHIVED',
  'ERASED',
] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

/** What the officer must do: see the officer cards for the words. */
export const ACTION_CODES = ['A1', 'A2', 'L1', 'L2', 'D1', 'S1', 'W1', 'T1', 'N1'] as const;
export type ActionCode = (typeof ACTION_CODES)[number];

export const DANGER_FLAGS = [
  'ARMED',
  'VIOLENT',
  'ESCAPEE',
  'SUICIDE_RISK',
  'HEALTH_RISK',
  'TERRORISM_RELATED',
  'PROTECTED_BY_GUARDS',
  'MINOR',
] as const;
export type DangerFlag = (typeof DANGER_FLAGS)[number];

export const SHARINGS = ['PUBLIC_EXTRACT', 'ALL_MEMBERS', 'LISTED', 'OWNER_ONLY'] as const;
export type Sharing = (typeof SHARINGS)[number];

export const CAVEATS = ['NO_ONWARD_TRANSFER', 'NO_THIRD_STATE_USE', 'ORIGINATOR_CONSENT'] as const;
export type Caveat = (typeof CAVEATS)[number];

export const EXTRADITION_WILLS = [
  'FULL',
  'LISTED_STATES',
  'REGIONAL',
  'NO_EXTRADITION',
  'UNDECIDED',
] as const;
export type ExtraditionWill = (typeof EXTRADITION_WILLS)[number];

export const WITHDRAWAL_REASONS = [
  'CHARGES_DROPPED',
  'ACQUITTED',
  'SENTENCE_SERVED',
  'AMNESTY',
  'DEATH',
  'ERROR',
  'LIMITATION',
  'ASYLUM',
  'RULED_NON_COMPLIANT',
] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

export const ASYLUM_CHECKS = ['UNKNOWN', 'NONE', 'APPLICANT', 'GRANTED'] as const;
export type AsylumCheck = (typeof ASYLUM_CHECKS)[number];

export const WARRANT_KINDS = ['ARREST_WARRANT', 'DETENTION_ORDER', 'JUDGMENT', 'SEARCH_DECLARATION'] as const;
export type WarrantKind = (typeof WARRANT_KINDS)[number];

export const AUTHORITY_TYPES = ['COURT', 'PROSECUTOR', 'INVESTIGATOR'] as const;
export type AuthorityType = (typeof AUTHORITY_TYPES)[number];

export const OFFENCE_ROLES = ['PERPETRATOR', 'ORGANISER', 'INSTIGATOR', 'AIDER'] as const;
export type OffenceRole = (typeof OFFENCE_ROLES)[number];

export const CHANNELS = ['INTERPOL_RED', 'DIFFUSION', 'CIS_INTERSTATE', 'SIS', 'NATIONAL'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Alert types that ask for arrest. */
export const isArrest = (type: AlertType): boolean =>
  type === 'ARREST_PROSECUTION' || type === 'ARREST_SENTENCE';
