// A treaty, a national law or the house's own defaults as data, and what a case follows when several apply.
import type { Locale } from '../access/actor.ts';
import type { DocumentCode } from '../cases/documents.ts';
import type { GroundCode, GroundForce } from '../cases/grounds.ts';
import type { CalendarDate } from '../dates/calendar-date.ts';
import type { DeadlineRule } from '../deadlines/rule.ts';

export const PROFILE_KINDS = ['TREATY', 'NATIONAL', 'DEFAULTS'] as const;
export type ProfileKind = (typeof PROFILE_KINDS)[number];

export const NATIONALS_RULES = ['REFUSE_MANDATORY', 'REFUSE_OPTIONAL', 'NOT_A_BAR'] as const;
export type NationalsRule = (typeof NATIONALS_RULES)[number];

/** When a document belongs to the request file. */
export const CHECKLIST_CONDITIONS = ['ALWAYS', 'PROSECUTION', 'SENTENCE', 'IN_ABSENTIA', 'OPTIONAL'] as const;
export type ChecklistCondition = (typeof CHECKLIST_CONDITIONS)[number];

export interface TreatyParty {
  readonly state: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly nationals: NationalsRule | null;
  /** False: the party does not take this treaty as the legal basis of an extradition. */
  readonly basis: boolean;
  readonly reservations: readonly string[];
}

export interface TreatySettings {
  /** Lower goes first. Bilateral treaties stand before those of many states. */
  readonly priority: number;
  readonly bilateral: boolean;
  /** Applies between any two states: reciprocity. */
  readonly universal: boolean;
  /** Covers only offences under the UN Convention against Corruption. */
  readonly onlyUncacOffences: boolean;
  /** May be the legal basis of a request by itself. */
  readonly legalBasis: boolean;
  readonly parties: readonly TreatyParty[];
  /** Codes of profiles that this one replaces between states that are parties to both. */
  readonly replaces: readonly string[];
  readonly minMaxPenaltyMonths: number | null;
  readonly minSentenceMonths: number | null;
  readonly nationals: NationalsRule | null;
  /** A request refused for nationality alone has to be taken over for prosecution. */
  readonly extraditeOrProsecute: boolean;
  readonly provisionalArrest: boolean;
  readonly rearrestAfterLapse: boolean;
  readonly consentAllowed: boolean;
  readonly consentRevocable: boolean;
  readonly maxReschedules: number | null;
  readonly channels: readonly string[];
  readonly languages: readonly string[];
  readonly specialtyGraceDays: number | null;
  readonly checklist: readonly { readonly code: DocumentCode; readonly when: ChecklistCondition }[];
  readonly grounds: Readonly<Partial<Record<GroundCode, GroundForce>>>;
  readonly deadlines: readonly DeadlineRule[];
  readonly notes: readonly string[];
}

/** The title in other languages; those named as official say it as the treaty or a party does, the rest are translations of ours. */
export interface TreatyTitles {
  readonly ky?: string | undefined;
  readonly ru?: string | undefined;
  readonly kk?: string | undefined;
  readonly official: readonly Locale[];
}

export interface TreatyProfile extends TreatySettings {
  readonly code: string;
  readonly version: number;
  readonly kind: ProfileKind;
  /** In English. */
  readonly title: string;
  readonly titles: TreatyTitles;
  readonly validFrom: CalendarDate;
  readonly source: string;
  /** Null: no lawyer has confirmed it, and every screen says so. */
  readonly verifiedBy: string | null;
  readonly verifiedOn: CalendarDate | null;
}

/** @returns the title in a language, in English where it has none in that one */
export const titleIn = (locale: Locale, { title, titles }: Pick<TreatyProfile, 'title' | 'titles'>): string =>
  (locale === 'en' ? undefined : titles[locale]) ?? title;

/** The profiles that one case follows, pinned to the versions of the day on which it began. */
export interface CaseLaw {
  readonly treaty: TreatyProfile;
  /** Of the requested state. */
  readonly national: TreatyProfile | null;
  readonly defaults: TreatyProfile;
}

/** A clock's rule and the profile that it comes from. */
export interface RuleInForce {
  readonly rule: DeadlineRule;
  readonly profile: Pick<TreatyProfile, 'code' | 'version' | 'verifiedBy'>;
}

/**
 * One rule for each key: the treaty's, where it is silent the national law's, then the house's. A national limit of
 * detention stands beside the treaty's because it has a key of its own.
 */
export function rulesOf({ treaty, national, defaults }: CaseLaw): RuleInForce[] {
  const rules = new Map<string, RuleInForce>();
  for (const profile of [treaty, national, defaults]) {
    if (!profile) continue;
    for (const rule of profile.deadlines) if (!rules.has(rule.key)) rules.set(rule.key, { rule, profile });
  }
  return [...rules.values()];
}
