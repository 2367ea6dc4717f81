// The rows that tables have whether or not anything was counted in them: what is missing would tell that there is none.
import { ALERT_TYPES } from '../../domain/alerts/vocabulary.ts';
import { reportLawTexts } from './law-texts.ts';

export const ARTICLES = ['15', '16', '17', '18', '19', '20', '21', '22', '23', '24', '25'];
export const WAITING = { TO_6: 'waiting-6', TO_12: 'waiting-12', OVER_12: 'waiting-more' } as const;
/** Silent kinds stand in no report: a number of them would say that there are any. */
export const OPEN_TYPES = ALERT_TYPES.filter((type) => type !== 'DISCREET_CHECK' && type !== 'ASSET_TRACE');
/** Not a stage between two steps: all days in which the person was held for the case. */
export const CUSTODY = 'CUSTODY';
/** Clocks that have a name; one that a treaty of its own brings along follows them. */
export const CLOCKS = Object.keys(reportLawTexts).flatMap(
  (key) => /^report-row\.([A-Z_]+)$/u.exec(key)?.[1] ?? [],
);
export const RIGHTS = ['ACCESS', 'CORRECTION', 'ERASURE', 'RESTRICTION', 'COMPLAINT', 'PROPOSAL'];
export const ERASED = ['person', 'alert', 'case', 'asset-case'];
export const ACTS = ['info-round', 'transferred', 'waiver-asked', 'waiver-granted'];
export const FINDINGS = [
  'access.refused',
  'flagged.SELF',
  'flagged.COLLEAGUE',
  'break-glass.opened',
  'break-glass.reviewed',
  'break-glass.unjustified',
  'break-glass.late',
  'audit.verified',
  'audit.unsound',
  'audit.exported',
];
export const PURPOSES = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'none'];
