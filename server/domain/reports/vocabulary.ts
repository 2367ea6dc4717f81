// The words of the accountability reports: which reports there are, what they count in, and how a number is printed.
import type { Role } from '../access/role.ts';

export const REPORT_CODES = ['R-1', 'R-2', 'R-3', 'R-4', 'R-5', 'R-6', 'R-7', 'R-8', 'R-9', 'R-10'] as const;
export type ReportCode = (typeof REPORT_CODES)[number];

/** Reports made of tables; are screens of work, R-10 is one file. */
export const TABLE_REPORTS = ['R-1', 'R-4', 'R-5', 'R-6', 'R-7', 'R-8', 'R-9'] as const;
export type TableReport = (typeof TABLE_REPORTS)[number];

/** What one unit of a number is. */
export const COUNTING_UNITS = [
  'CASE',
  'PERSON',
  'ALERT',
  'CHECK',
  'HIT',
  'ASSET',
  'DEADLINE',
  'RECORD',
  'EVENT',
  'REQUEST',
  'USER',
] as const;
export type CountingUnit = (typeof COUNTING_UNITS)[number];

/** Which day decides whether something belongs to the period. */
export const REFERENCE_DATES = ['STATE_ENTRY', 'STEP', 'END_OF_PERIOD', 'EVENT', 'NOW'] as const;
export type ReferenceDate = (typeof REFERENCE_DATES)[number];

/**
 * Who reads which report at all (domain brief 6.1, row "Statistics"). INV: own unit; BO2: own post; AUD, DPO: of the own
 * state; LIA: what was published to his state, and nothing else.
 */
const READERS: Readonly<Record<ReportCode, readonly Role[]>> = {
  'R-1': ['INV', 'CO', 'PRO', 'NAD', 'AUD', 'DPO'],
  'R-2': ['INV', 'CO', 'PRO', 'NAD'],
  'R-3': ['INV', 'CO', 'PRO', 'NAD'],
  'R-4': ['INV', 'CO', 'PRO', 'NAD', 'AUD', 'DPO'],
  'R-5': ['INV', 'CO', 'PRO', 'NAD', 'AUD', 'DPO'],
  'R-6': ['INV', 'CO', 'PRO', 'NAD', 'AUD', 'DPO'],
  'R-7': ['INV', 'CO', 'PRO', 'NAD', 'AUD', 'DPO'],
  'R-8': ['BO2', 'CO', 'PRO', 'NAD', 'AUD', 'DPO'],
  'R-9': ['NAD', 'AUD', 'DPO'],
  'R-10': ['INV', 'CO', 'PRO'],
};

export const mayReadReport = (roles: readonly Role[], code: ReportCode): boolean =>
  READERS[code].some((role) => roles.includes(role));

/** Roles whose numbers are those of their agency and not of the state. */
export const seesOwnUnitOnly = (roles: readonly Role[]): boolean =>
  !roles.some((role) => ['CO', 'PRO', 'NAD', 'AUD', 'DPO'].includes(role));

/** What is counted in a cell of a table that states exchange. */
export const SMALL_BELOW = 3;

/**
 * SHOWN: the number. SMALL: below three. WITHHELD: three or more, kept back so that no small number follows. CLOSED: of a column
 * that could not be printed beside what was printed before; any number. NONE: there is none.
 */
export type Mark = 'SHOWN' | 'SMALL' | 'WITHHELD' | 'CLOSED' | 'NONE';

export const MARK_TEXT: Readonly<Record<Exclude<Mark, 'SHOWN'>, string>> = {
  SMALL: `<${SMALL_BELOW}`,
  WITHHELD: '•',
  CLOSED: '•',
  NONE: '–',
};
