// Treaties: lists for people, the law of a case for those who carry one.
import type { CalendarDate } from '../../domain/dates/calendar-date.ts';
import { calendarDateIn, type ZoneName } from '../../domain/dates/zone.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import {
  type CaseLaw,
  rulesOf,
  type TreatyProfile,
  type TreatySettings,
} from '../../domain/treaties/profile.ts';
import { type ChainLink, inForceOn, partyOn, resolveTreaty } from '../../domain/treaties/resolve.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { asProblem } from '../../platform/database/problems.ts';
import type { PairQuery, TreatyEntry } from './contract.ts';
import { readProfiles, readZone } from './store.ts';

/** The versions that a case was begun under. */
export interface PinnedLaw {
  readonly treatyCode: string;
  readonly treatyVersion: number;
  readonly nationalCode: string | null;
  readonly nationalVersion: number | null;
  readonly defaultsVersion: number;
}

export interface LawOfPair {
  readonly law: CaseLaw;
  readonly chain: readonly ChainLink[];
  readonly zone: ZoneName;
}

const DEFAULTS = 'IZDOO_DEFAULTS';

const entryOf = ({ parties, ...row }: TreatyProfile): TreatyEntry => ({
  code: row.code,
  version: row.version,
  kind: row.kind,
  title: row.title,
  titles: row.titles,
  validFrom: row.validFrom,
  states: parties.map(({ state }) => state),
  source: row.source,
  verifiedBy: row.verifiedBy,
  verifiedOn: row.verifiedOn,
  unverified: row.verifiedBy === null,
});

const settingsOf = ({
  code,
  version,
  kind,
  title,
  titles,
  validFrom,
  source,
  verifiedBy,
  verifiedOn,
  ...settings
}: TreatyProfile): TreatySettings => settings;

type Db = Tx['db'];

export function createTreatyService({
  database,
  clock,
}: {
  readonly database: Database;
  readonly clock: Clock;
}) {
  async function zoneIn(db: Db, state: string): Promise<ZoneName> {
    const zone = await readZone(db, state);
    if (zone === null)
      throw new Problem('validation-failed', [{ at: '/requestedState', code: 'unknown-country' }]);
    return zone;
  }

  /**
   * The law between two states at an instant, which is a day of the requested state.
   * @param chosen another treaty than the one that the order gives
   */
  async function lawOfPair(
    db: Db,
    pair: { readonly requesting: string; readonly requested: string; readonly onlyUncacOffences: boolean },
    at: Date,
    chosen: string | null = null,
    day: CalendarDate | null = null,
  ): Promise<LawOfPair> {
    const [profiles, zone] = await Promise.all([readProfiles(db), zoneIn(db, pair.requested)]);
    const on = day ?? calendarDateIn(zone, at);
    const { treaty, chain } = resolveTreaty(profiles, { ...pair, on });
    const inForce = inForceOn(profiles, on);
    const defaults = inForce.find(({ code }) => code === DEFAULTS);
    if (!defaults) throw new Problem('unavailable');
    const other =
      chosen === null ? treaty : inForce.find(({ code, kind }) => code === chosen && kind === 'TREATY');
    if (!other) throw new Problem('validation-failed', [{ at: '/treaty/code', code: 'unknown-treaty' }]);
    const national =
      inForce.find(
        (profile) => profile.kind === 'NATIONAL' && partyOn(profile, pair.requested, on) !== undefined,
      ) ?? null;
    return { law: { treaty: other, national, defaults }, chain, zone };
  }

  /** The law that a case follows, in the versions in which it began, whatever has changed since. */
  async function lawOf(db: Db, pinned: PinnedLaw): Promise<CaseLaw> {
    const profiles = await readProfiles(db);
    const find = (code: string, version: number): TreatyProfile => {
      const profile = profiles.find((row) => row.code === code && row.version === version);
      if (!profile) throw new Problem('unavailable');
      return profile;
    };
    return {
      treaty: find(pinned.treatyCode, pinned.treatyVersion),
      national: pinned.nationalCode === null ? null : find(pinned.nationalCode, pinned.nationalVersion ?? 0),
      defaults: find(DEFAULTS, pinned.defaultsVersion),
    };
  }

  const guarded = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error) => Promise.reject(asProblem(error)));

  return {
    lawOfPair,
    lawOf,
    zoneIn,

    /** The version of each profile that is in force today (UTC). */
    listTreaties: () =>
      guarded(
        readProfiles(database.prisma).then((profiles) => ({
          items: inForceOn(profiles, clock.now().toISOString().slice(0, 10)).map(entryOf),
        })),
      ),

    async getTreaty(code: string, version: number | undefined) {
      const rows = (await guarded(readProfiles(database.prisma))).filter((row) => row.code === code);
      const [current] = inForceOn(rows, clock.now().toISOString().slice(0, 10));
      const row =
        version === undefined
          ? (current ?? rows.at(-1))
          : rows.find((candidate) => candidate.version === version);
      if (!row) throw notFound();
      const versions = rows.map((one) => ({
        version: one.version,
        validFrom: entryOf(one).validFrom,
        inForce: one.version === current?.version,
      }));
      return { ...entryOf(row), settings: settingsOf(row), versions };
    },

    async resolve({ requesting, requested, on, onlyUncacOffences }: PairQuery) {
      const pair = { requesting, requested, onlyUncacOffences: onlyUncacOffences === 'true' };
      const { law, chain } = await guarded(lawOfPair(database.prisma, pair, clock.now(), null, on ?? null));
      return {
        treaty: entryOf(law.treaty),
        national: law.national && entryOf(law.national),
        chain: [...chain],
        deadlines: rulesOf(law).map(({ rule, profile }) => ({
          key: rule.key,
          profile: profile.code,
          length: rule.length,
          unit: rule.unit,
          type: rule.type,
          startEvent: rule.startEvent,
          legalRef: rule.legalRef,
        })),
      };
    },
  };
}

export type TreatyService = ReturnType<typeof createTreatyService>;
