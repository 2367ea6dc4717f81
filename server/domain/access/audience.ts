// Who may see an alert, as short tokens: a row carries the tokens of its readers, a reader the tokens he holds.
// The same test (two lists overlap) then works in memory, in PostgreSQL and in a search engine's filter.
//
//   *        every member state          s:KGZ   everybody of that state      a:<id>  everybody of that agency
//   #d #x    shared discreet / asset-trace alerts: only roles that may know of them
//   #D #X    the same as owner           #W      the owner's work: drafts and alerts in any state of life
//   #Z       archived: data-protection officer of the owner state
import type { AlertStatus, AlertType, Sharing } from '../alerts/vocabulary.ts';
import type { Actor } from './actor.ts';
import type { Role } from './role.ts';

export interface AudienceFacts {
  readonly type: AlertType;
  readonly status: AlertStatus;
  readonly ownerState: string;
  readonly ownerAgencyId: string;
  readonly sharing: Sharing;
  readonly sharedWithStates: readonly string[];
  readonly sharedWithAgencies: readonly string[];
}

/** Statuses in which an alert works: it is seen by those it is shared with. */
export const IN_FORCE: readonly AlertStatus[] = ['ACTIVE', 'LOCATED'];

const CLASS: Partial<Record<AlertType, string>> = { DISCREET_CHECK: 'd', ASSET_TRACE: 'x' };

/** @returns the tokens of those who may see the alert while it is in force; none in any other status */
export function alertAudience(alert: AudienceFacts): string[] {
  if (!IN_FORCE.includes(alert.status)) return [];
  const letter = CLASS[alert.type];
  const shared = letter ? `#${letter}` : '';
  const owned = letter ? `#${letter.toUpperCase()}` : '';
  const tokens = new Set([`s:${alert.ownerState}${owned}`, `a:${alert.ownerAgencyId}${owned}`]);
  if (alert.sharing === 'ALL_MEMBERS' || alert.sharing === 'PUBLIC_EXTRACT') tokens.add(`*${shared}`);
  if (alert.sharing === 'LISTED') {
    for (const state of alert.sharedWithStates) tokens.add(`s:${state}${shared}`);
    for (const agency of alert.sharedWithAgencies) tokens.add(`a:${agency}${shared}`);
  }
  return [...tokens];
}

/** @returns the tokens of the owner's people who see the alert whatever its status */
export function alertOwnerAudience(alert: AudienceFacts): string[] {
  if (alert.status === 'ARCHIVED' || alert.status === 'ERASED') return [`s:${alert.ownerState}#Z`];
  return workAudience(alert.ownerState, alert.ownerAgencyId);
}

/** @returns the tokens of those who see a record because their side recorded it */
export const workAudience = (state: string, agencyId: string): string[] => [
  `a:${agencyId}#W`,
  `s:${state}#W`,
];

type TokenMaker = (state: string, agency: string) => string[];

const ordinary: TokenMaker = (s, a) => ['*', `s:${s}`, `a:${a}`];
const listed: TokenMaker = (s, a) =>
  ['d', 'x'].flatMap((letter) => [`*#${letter}`, `s:${s}#${letter}`, `a:${a}#${letter}`]);
const ownerState: TokenMaker = (s, a) => [
  `s:${s}#D`,
  `s:${s}#X`,
  `a:${a}#D`,
  `a:${a}#X`,
  `s:${s}#W`,
  `a:${a}#W`,
];

/** What a role may read of records; a role that is not named here reads none (domain brief 6.1). */
const READS: Partial<Record<Role, TokenMaker>> = {
  INV: (s, a) => [...ordinary(s, a), ...listed(s, a), `a:${a}#D`, `a:${a}#X`, `a:${a}#W`],
  CO: (s, a) => [...ordinary(s, a), ...listed(s, a), ...ownerState(s, a)],
  PRO: (s, a) => [...ordinary(s, a), ...ownerState(s, a)],
  BO2: ordinary,
  LIA: ordinary,
  // Keys of other systems: what is in force and shared, never secret work and never work in hand.
  SVC: ordinary,
  DPO: (s, a) => [...ordinary(s, a), ...ownerState(s, a), `s:${s}#Z`],
};

/** @returns the tokens that the actor holds as a reader of records */
export function readerTokens(actor: Pick<Actor, 'roles' | 'state' | 'agencyId'>): string[] {
  const { state, agencyId } = actor;
  if (state === null || agencyId === null) return [];
  return [...new Set(actor.roles.flatMap((role) => READS[role]?.(state, agencyId) ?? []))];
}

/**
 * @returns the tokens that a border check holds: also discreet alerts, which it answers silently;
 * never asset traces
 */
export function borderTokens(state: string, agencyId: string): string[] {
  return [
    ...ordinary(state, agencyId),
    '*#d',
    `s:${state}#d`,
    `a:${agencyId}#d`,
    `s:${state}#D`,
    `a:${agencyId}#D`,
  ];
}

/**
 * @param open whether somebody who may know of secret work let it out to this system
 * @returns the tokens that another system of the agency holds; never those of work in hand
 */
export const subscriberTokens = (state: string, agencyId: string, open: boolean): string[] => [
  ...ordinary(state, agencyId),
  ...(open
    ? [...listed(state, agencyId), ...ownerState(state, agencyId).filter((token) => !token.endsWith('#W'))]
    : []),
];

/** @returns the tokens that another installation holds which speaks for these states and agencies; there each reader holds his own */
export const installationTokens = (states: readonly string[], agencyIds: readonly string[]): string[] => [
  ...['', '#d', '#x'].flatMap((letter) => [
    `*${letter}`,
    ...states.map((state) => `s:${state}${letter}`),
    ...agencyIds.map((id) => `a:${id}${letter}`),
  ]),
];

export const overlap = (left: readonly string[], right: readonly string[]): boolean =>
  left.some((token) => right.includes(token));

export interface VisibleFacts {
  readonly audience: readonly string[];
  readonly ownerAudience: readonly string[];
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

/**
 * Whether the holder of the tokens may see the alert at the instant `now`. The end is compared with the clock
 * here and in every query, so an alert is never kept alive by a job that did not run.
 */
export function alertIsVisible(alert: VisibleFacts, tokens: readonly string[], now: Date): boolean {
  if (overlap(alert.ownerAudience, tokens)) return true;
  return (
    alert.startsAt !== null &&
    alert.endsAt !== null &&
    alert.startsAt <= now &&
    now < alert.endsAt &&
    overlap(alert.audience, tokens)
  );
}
