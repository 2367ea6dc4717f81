// Law and practice as data: lists for people, and the current versions for the services that follow them.
import type { Actor, Locale } from '../../domain/access/actor.ts';
import type { ActionCode } from '../../domain/alerts/vocabulary.ts';
import type { ZoneName } from '../../domain/dates/zone.ts';
import { Problem } from '../../domain/errors.ts';
import type { HitClocks } from '../../domain/hits/clocks.ts';
import type { PolicyCode } from '../../domain/matching/match.ts';
import type { MatchPolicy } from '../../domain/matching/policy.ts';
import type { RetentionBook } from '../../domain/retention/periods.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { type AlertPeriods, readAlertPeriods } from './alert-periods.ts';
import {
  type CountryView,
  type LegalPeriodView,
  type MatchPolicyView,
  matchPolicySettings,
  type OffenceCodeQuery,
  type OffenceCodeView,
  type OfficerCardView,
} from './contract.ts';
import { heldBriefly } from './held-briefly.ts';
import { readHitClocks } from './hit-clocks.ts';
import { type RequestPeriods, readRequestPeriods } from './request-periods.ts';
import { readRetentionPeriods } from './retention-periods.ts';
import { createReferenceStore, type OfficerCardRow } from './store.ts';

export type { AlertPeriods };

/** Versions are read again at the latest after 30 s. */
export interface PolicyReader {
  /** @throws Problem `unavailable` when no version is in force: nobody is scored by guesswork */
  current(code: PolicyCode): Promise<MatchPolicy>;
}

export interface OfficerCards {
  /** The words of an action; @throws Problem `unavailable` when there are none: an officer is never left without. */
  text(action: ActionCode, locale: Locale): Promise<string>;
}

interface List<T> {
  items: T[];
}

export interface ReferenceService {
  readonly policies: PolicyReader;
  readonly cards: OfficerCards;
  alertPeriods(): Promise<AlertPeriods>;
  hitClocks(): Promise<HitClocks>;
  retention(): Promise<RetentionBook>;
  subjectRequestPeriods(): Promise<RequestPeriods>;
  /** The zone in which the days of a state begin and end. @throws Error for a state without one */
  zoneOf(state: string): Promise<ZoneName>;
  countries(): Promise<List<CountryView>>;
  offenceCodes(query: OffenceCodeQuery): Promise<List<OffenceCodeView>>;
  /** Only the cards that the actor's roles may know of. */
  officerCards(actor: Actor): Promise<List<OfficerCardView>>;
  matchPolicies(): Promise<List<MatchPolicyView>>;
  policyVersions(): Promise<List<MatchPolicyView>>;
  periods(): Promise<List<LegalPeriodView>>;
}

const CARD_TEXT = { ky: 'textKy', ru: 'textRu', kk: 'textKk', en: 'textEn' } as const;

export interface ReferenceDeps {
  readonly database: Database;
  readonly clock: Clock;
}

export function createReferenceService({ database, clock }: ReferenceDeps): ReferenceService {
  const store = createReferenceStore(database);
  const heldPolicies = heldBriefly(clock, async (now) => {
    const rows = await store.matchPolicies(now);
    return new Map(
      rows.map(({ code, version, settings }) => [
        code,
        matchPolicySettings.parse({ ...settings, code, version }),
      ]),
    );
  });
  const heldCards = heldBriefly(
    clock,
    async (now) => new Map((await store.officerCards(now)).map((row) => [row.action, row])),
  );
  const heldPeriods = heldBriefly(clock, async (now) => readAlertPeriods(await store.legalPeriods(now)));
  const heldHitClocks = heldBriefly(clock, async (now) => readHitClocks(await store.legalPeriods(now)));
  const heldRetention = heldBriefly(clock, async (now) =>
    readRetentionPeriods(await store.legalPeriods(now)),
  );
  const heldRequestPeriods = heldBriefly(clock, async (now) =>
    readRequestPeriods(await store.legalPeriods(now)),
  );
  const heldZones = heldBriefly(
    clock,
    async () => new Map((await store.countries()).map(({ alpha3, timeZone }) => [alpha3, timeZone])),
  );
  return {
    policies: {
      async current(code) {
        const policy = (await heldPolicies()).get(code);
        if (!policy) throw new Problem('unavailable');
        return policy;
      },
    },
    cards: {
      async text(action, locale) {
        const card = (await heldCards()).get(action);
        if (!card) throw new Problem('unavailable');
        return card[CARD_TEXT[locale]];
      },
    },
    alertPeriods: heldPeriods,
    hitClocks: heldHitClocks,
    retention: heldRetention,
    subjectRequestPeriods: heldRequestPeriods,
    async zoneOf(state) {
      const zone = (await heldZones()).get(state);
      if (!zone) throw new Error(`no time zone is known for the state ${state}`);
      return zone;
    },
    countries: async () => ({ items: await store.countries() }),
    offenceCodes: async (query) => ({ items: await store.offenceCodes(clock.now(), query) }),
    officerCards: async (actor) => ({
      items: (await store.officerCards(clock.now())).filter((card) => mayRead(actor, card)),
    }),
    matchPolicies: async () => ({ items: await store.matchPolicies(clock.now()) }),
    policyVersions: async () => ({ items: await store.policyVersions() }),
    periods: async () => ({ items: await store.legalPeriods(clock.now()) }),
  };
}

const mayRead = ({ roles }: Actor, { visibleTo }: OfficerCardRow): boolean =>
  visibleTo.some((role) => roles.includes(role));
