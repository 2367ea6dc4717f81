// What may still be changed about an alert: everything while it is a draft, little once others act on it.
import type { EffectiveStatus } from './effective-status.ts';
import type { Caveat, Sharing } from './vocabulary.ts';

/** NONE: neither the content nor the papers. AMEND: members of AMENDABLE only, by the owner. ALL: a draft, by its writers. */
export type Editing = 'ALL' | 'AMEND' | 'NONE';

/** A submitted alert is being read by the approver and must be returned first; an ended one is history. */
export function editingOf(status: EffectiveStatus): Editing {
  if (status === 'DRAFT') return 'ALL';
  return status === 'ACTIVE' || status === 'LOCATED' || status === 'NOT_YET_VALID' || status === 'SUSPENDED'
    ? 'AMEND'
    : 'NONE';
}

/**
 * Members that the owner changes on a published alert without a second person: what makes a hit safer or easier to
 * handle, and what shows the alert to fewer people. What the approver judged (person, type, facts, law, action, validity)
 * is not among them: that takes a withdrawal and a new alert, or a renewal.
 */
export const AMENDABLE = [
  'contact24x7',
  'initiatorAgency',
  'externalRefs',
  'priority',
  'dangerFlags',
  'dangerNone',
  'caveats',
  'sharing',
  'sharedWithStates',
  'sharedWithAgencies',
  'statusNote',
] as const;

export const isAmendable = (member: string): boolean => (AMENDABLE as readonly string[]).includes(member);

export interface SharingTerms {
  readonly sharing: Sharing;
  readonly sharedWithStates: readonly string[];
  readonly sharedWithAgencies: readonly string[];
  readonly caveats: readonly Caveat[];
}

const WIDTH: Readonly<Record<Sharing, number>> = {
  OWNER_ONLY: 0,
  LISTED: 1,
  ALL_MEMBERS: 2,
  PUBLIC_EXTRACT: 3,
};

const contains = (all: readonly string[], some: readonly string[]) => some.every((one) => all.includes(one));

export type WideningMember = keyof SharingTerms;

/** The members by which the new terms would show the alert to more, or bind its readers less, than the old. */
export function wideningMembers(old: SharingTerms, next: SharingTerms): WideningMember[] {
  const members: WideningMember[] = [];
  if (WIDTH[next.sharing] > WIDTH[old.sharing]) members.push('sharing');
  // A list counts only while sharing says LISTED; narrowing to a list of some members is narrowing, whoever is on it.
  if (next.sharing === 'LISTED' && old.sharing === 'LISTED') {
    if (!contains(old.sharedWithStates, next.sharedWithStates)) members.push('sharedWithStates');
    if (!contains(old.sharedWithAgencies, next.sharedWithAgencies)) members.push('sharedWithAgencies');
  }
  if (!contains(next.caveats, old.caveats)) members.push('caveats');
  return members;
}
