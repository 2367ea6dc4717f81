// The closed lists of a person record. The database enums and the API schemas are made of these.

export const SEXES = ['M', 'F', 'X', 'U'] as const;
/** U = unknown: never contradicts another value. */
export type Sex = (typeof SEXES)[number];

export const DECEASED = ['NO', 'REPORTED', 'CONFIRMED'] as const;
export type Deceased = (typeof DECEASED)[number];

export const IDENTITY_STATUSES = [
  'CONFIRMED',
  'UNCONFIRMED',
  'FALSE_IDENTITY_IN_USE',
  'STOLEN_IDENTITY_VICTIM_KNOWN',
] as const;
export type IdentityStatus = (typeof IDENTITY_STATUSES)[number];

export const NAME_TYPES = [
  'PRIMARY',
  'DOCUMENT',
  'BIRTH',
  'FORMER',
  'ALIAS_STRONG',
  'ALIAS_WEAK',
  'NICKNAME',
  'RELIGIOUS',
  'TRANSLITERATED',
  'MISUSED',
] as const;
export type NameType = (typeof NAME_TYPES)[number];

/** ISO 15924 codes; Zyyy = undetermined or mixed. */
export const SCRIPTS = ['Cyrl', 'Latn', 'Arab', 'Armn', 'Geor', 'Hans', 'Zyyy'] as const;
export type Script = (typeof SCRIPTS)[number];

export const NAME_STANDARDS = [
  'ICAO9303',
  'NATIONAL_PASSPORT',
  'GOST',
  'BGN_PCGN',
  'ISO9',
  'FRENCH_SOVIET',
  'FREE',
] as const;
export type NameStandard = (typeof NAME_STANDARDS)[number];

export const BIRTH_DATE_STATUSES = ['TRUE', 'USED', 'CLAIMED'] as const;
export type BirthDateStatus = (typeof BIRTH_DATE_STATUSES)[number];

export const NATIONALITY_STATUSES = ['HELD', 'CLAIMED', 'RENOUNCED', 'DEPRIVED', 'DISPUTED'] as const;
export type NationalityStatus = (typeof NATIONALITY_STATUSES)[number];

export const DOCUMENT_TYPES = [
  'PASSPORT',
  'ID',
  'TRAVEL_DOC',
  'SEAMAN',
  'DIPLOMATIC',
  'SERVICE',
  'RESIDENCE',
  'VISA',
  'DRIVING',
  'BIRTH_CERT',
  'MILITARY',
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export const DOCUMENT_STATUSES = [
  'VALID',
  'EXPIRED',
  'LOST',
  'STOLEN',
  'REVOKED',
  'FORGED',
  'GENUINE_FRAUDULENTLY_OBTAINED',
] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

export const NATIONAL_ID_SCHEMES = ['KG_PIN', 'KZ_IIN', 'RU_INN', 'RU_SNILS', 'UZ_PINFL', 'OTHER'] as const;
export type NationalIdScheme = (typeof NATIONAL_ID_SCHEMES)[number];

export const CONFIDENCES = ['HIGH', 'MEDIUM', 'LOW', 'CONTRADICTED'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Who of those that may see a record may also see the row: all, the source state, the source agency. */
export const SENSITIVITIES = ['NORMAL', 'RESTRICTED', 'SECRET'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

export const BUILDS = ['SLIM', 'MEDIUM', 'ATHLETIC', 'HEAVY'] as const;
export const HAIR_COLOURS = [
  'BLACK',
  'BROWN',
  'BLOND',
  'RED',
  'GREY',
  'WHITE',
  'BALD',
  'DYED',
  'OTHER',
] as const;
export const EYE_COLOURS = [
  'BROWN',
  'BLUE',
  'GREEN',
  'GREY',
  'HAZEL',
  'BLACK',
  'DIFFERENT',
  'OTHER',
] as const;
export const MARK_KINDS = ['SCAR', 'TATTOO', 'MOLE', 'AMPUTATION', 'PIERCING', 'DEFORMITY', 'OTHER'] as const;
