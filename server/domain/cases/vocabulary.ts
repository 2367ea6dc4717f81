// The words of an extradition case: its states, sides, custody, reasons and kinds of matters.

export const CASE_STATES = [
  'DRAFT',
  'PA_REQUESTED',
  'PROV_ARRESTED',
  'FILE_PREPARATION',
  'REQUEST_SIGNED',
  'REQUEST_SENT',
  'REQUEST_RECEIVED',
  'INFO_REQUESTED',
  'UNDER_REVIEW',
  'CONSENT_TRACK',
  'COURT_REVIEW',
  'GRANTED',
  'REFUSED',
  'APPEAL',
  'ON_HOLD',
  'POSTPONED',
  'TEMP_SURRENDERED',
  'SURRENDER_SCHEDULED',
  'SURRENDERED',
  'PROSECUTION_TRANSFERRED',
  'LAPSED',
  'WITHDRAWN',
  'CLOSED',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** RQ wants the person, RD has the person. */
export const SIDES = ['RQ', 'RD'] as const;
export type Side = (typeof SIDES)[number];

/** BOTH: the shared file and timeline; RQ, RD: what a side keeps to itself. */
export const VISIBILITIES = ['BOTH', 'RQ', 'RD'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const CASE_PURPOSES = ['PROSECUTION', 'SENTENCE', 'BOTH'] as const;
export type CasePurpose = (typeof CASE_PURPOSES)[number];

export const CUSTODY_STATES = [
  'AT_LARGE',
  'LOCATED',
  'DETAINED_SHORT',
  'PROV_CUSTODY',
  'EXTRADITION_CUSTODY',
  'HOUSE_ARREST',
  'BAIL',
  'RELEASED',
  'LOCAL_SENTENCE',
  'HANDED_OVER',
  'ESCAPED',
  'DEAD',
] as const;
export type CustodyState = (typeof CUSTODY_STATES)[number];

export const HOLD_REASONS = [
  'ASYLUM',
  'INTERIM_MEASURE',
  'COMPETING_REQUEST',
  'FUGITIVE_AGAIN',
  'HEALTH',
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** What the requesting side reads instead of a reason that it may not know. */
export const HIDDEN_REASON = 'LEGAL_IMPEDIMENT';

export const LAPSE_REASONS = [
  'LIMIT_REACHED',
  'RELEASE_REQUESTED',
  'CUSTODY_REFUSED',
  'WRONG_PERSON',
  'NOT_TAKEN_OVER',
] as const;
export type LapseReason = (typeof LAPSE_REASONS)[number];

export const ASSURANCES = [
  'NO_DEATH_PENALTY',
  'NO_TORTURE',
  'FAIR_TRIAL',
  'SPECIALTY',
  'NO_RE_EXTRADITION',
  'RETRIAL',
  'CONDITIONS_OF_DETENTION',
  'RETURN_OF_PERSON',
  'OTHER',
] as const;
export type AssuranceCode = (typeof ASSURANCES)[number];

export const MATTER_KINDS = [
  'ASSURANCE',
  'IMPEDIMENT',
  'CONSENT',
  'APPEAL',
  'POSTPONEMENT',
  'TEMP_SURRENDER',
  'WAIVER',
  'TRANSIT',
  'AGREEMENT',
] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];
