// Which treaty governs extradition between two states on a day, and why the others do not.
import type { CalendarDate } from '../dates/calendar-date.ts';
import type { TreatyParty, TreatyProfile } from './profile.ts';

export interface Pair {
  readonly requesting: string;
  readonly requested: string;
  readonly on: CalendarDate;
  /** Every offence of the request is one of the UN Convention against Corruption. */
  readonly onlyUncacOffences: boolean;
}

export const CHAIN_REASONS = [
  'CHOSEN',
  'LATER_IN_ORDER',
  'REPLACED',
  'NOT_A_PARTY',
  'NOT_A_BASIS',
  'OTHER_OFFENCES',
] as const;

/** One link of the explanation: a profile and why it governs or not. */
export interface ChainLink {
  readonly code: string;
  readonly version: number;
  readonly outcome: (typeof CHAIN_REASONS)[number];
  /** REPLACED: by which; NOT_A_PARTY, NOT_A_BASIS: which of the two states. */
  readonly detail: string | null;
}

export interface Resolution {
  readonly treaty: TreatyProfile;
  readonly chain: readonly ChainLink[];
}

/** @returns of each code the version in force on the day */
export function inForceOn(profiles: readonly TreatyProfile[], on: CalendarDate): TreatyProfile[] {
  const newest = new Map<string, TreatyProfile>();
  for (const profile of profiles) {
    if (profile.validFrom > on) continue;
    const held = newest.get(profile.code);
    if (!held || held.version < profile.version) newest.set(profile.code, profile);
  }
  return [...newest.values()];
}

export const partyOn = (
  profile: Pick<TreatyProfile, 'parties'>,
  state: string,
  on: CalendarDate,
): TreatyParty | undefined =>
  profile.parties.find(
    (party) => party.state === state && party.from <= on && (party.to === null || on <= party.to),
  );

function judge(
  profile: TreatyProfile,
  pair: Pair,
): ChainLink['outcome'] | { outcome: ChainLink['outcome']; detail: string } {
  if (profile.universal) return 'CHOSEN';
  for (const state of [pair.requesting, pair.requested]) {
    const party = partyOn(profile, state, pair.on);
    if (!party) return { outcome: 'NOT_A_PARTY', detail: state };
    if (!party.basis) return { outcome: 'NOT_A_BASIS', detail: state };
  }
  return profile.onlyUncacOffences && !pair.onlyUncacOffences ? 'OTHER_OFFENCES' : 'CHOSEN';
}

/**
 * Bilateral treaties first, then by the profiles' own order; a treaty that another one replaces between the two steps
 * back, and reciprocity is last.
 * @param profiles all versions; those of the day are taken
 * @throws RangeError when not even reciprocity is among them
 */
export function resolveTreaty(profiles: readonly TreatyProfile[], pair: Pair): Resolution {
  const candidates = inForceOn(profiles, pair.on)
    .filter(({ kind, legalBasis }) => kind === 'TREATY' && legalBasis)
    .sort((left, right) => left.priority - right.priority || (left.code < right.code ? -1 : 1));
  const judged = candidates.map((profile) => ({ profile, verdict: judge(profile, pair) }));
  const applying = judged.filter(({ verdict }) => verdict === 'CHOSEN').map(({ profile }) => profile);
  const replacedBy = (code: string) => applying.find(({ replaces }) => replaces.includes(code))?.code ?? null;
  const treaty = applying.find(({ code }) => replacedBy(code) === null);
  if (!treaty) throw new RangeError('no profile applies: reciprocity is missing');
  const chain = judged.map(({ profile: { code, version }, verdict }): ChainLink => {
    if (typeof verdict === 'object') return { code, version, ...verdict };
    if (verdict !== 'CHOSEN') return { code, version, outcome: verdict, detail: null };
    const by = replacedBy(code);
    if (by !== null) return { code, version, outcome: 'REPLACED', detail: by };
    return { code, version, outcome: code === treaty.code ? 'CHOSEN' : 'LATER_IN_ORDER', detail: null };
  });
  return { treaty, chain };
}
