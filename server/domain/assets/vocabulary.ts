// The closed lists of asset recovery. The database and the API schemas are made of these.

export const ASSET_TYPES = [
  'REAL_ESTATE',
  'BANK_ACCOUNT',
  'SECURITIES',
  'COMPANY_SHARE',
  'VEHICLE',
  'VESSEL_AIRCRAFT',
  'CRYPTO',
  'CASH',
  'JEWELLERY_ART',
  'RECEIVABLE',
  'OTHER',
] as const;
export type AssetType = (typeof ASSET_TYPES)[number];

/** How the owner state goes after the proceeds; NCB: confiscation without a conviction. */
export const RECOVERY_ROUTES = ['CRIMINAL', 'NCB', 'CIVIL', 'SETTLEMENT', 'VOLUNTARY'] as const;
export type RecoveryRoute = (typeof RECOVERY_ROUTES)[number];

/** In the order of the way of an asset (domain brief 4). */
export const ASSET_STATES = [
  'SUSPECTED',
  'TRACED',
  'FREEZE_REQUESTED',
  'FROZEN',
  'SEIZED',
  'CONFISCATION_REQUESTED',
  'CONFISCATED',
  'RETURN_NEGOTIATED',
  'RETURNED',
  'DISPOSED_LOCALLY',
  'VICTIM_COMPENSATED',
  'RELEASED',
  'LOST',
  'REFUSED',
] as const;
export type AssetState = (typeof ASSET_STATES)[number];

/** How a value was found. */
export const VALUATION_METHODS = [
  'ESTIMATE',
  'REGISTRY',
  'MARKET',
  'EXPERT',
  'ACCOUNT_BALANCE',
  'SALE',
] as const;
export type ValuationMethod = (typeof VALUATION_METHODS)[number];

/** What identifies an asset in a register; kept encrypted. */
export const IDENTIFIER_KINDS = [
  'IBAN',
  'ACCOUNT',
  'CADASTRAL',
  'VIN',
  'WALLET',
  'COMPANY_NUMBER',
  'ISIN',
  'OTHER',
] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** Which budget or account money came back to. */
export const ACCOUNT_CLASSES = ['STATE_BUDGET', 'VICTIM_FUND', 'VICTIM', 'SHARED_ABROAD'] as const;
export type AccountClass = (typeof ACCOUNT_CLASSES)[number];
