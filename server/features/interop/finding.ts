// The one way by which other systems' questions become persons: screened, re-read, recorded, disclosed.
import type { Actor } from '../../domain/access/actor.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import { parsePartialDate } from '../../domain/dates/partial-date.ts';
import { normaliseDocumentNumber } from '../../domain/documents/document-number.ts';
import { readNationalId } from '../../domain/documents/national-id.ts';
import { Problem } from '../../domain/errors.ts';
import { createCountryReader } from '../../domain/imports/country-words.ts';
import type { AskedPerson } from '../../domain/interop/ftm-question.ts';
import type { Match, MatchQuery } from '../../domain/matching/match.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { AlertService } from '../alerts/service.ts';
import type { FlaggedSearches } from '../break-glass/flagged-searches.ts';
import type { DisclosureLedger } from '../disclosures/service.ts';
import type { OpenPerson, PersonService } from '../persons/service.ts';
import type { PolicyReader, ReferenceService } from '../reference/service.ts';
import type { Screener } from '../search/screening.ts';
import type { ShortCountry } from './entity.ts';

export interface InteropParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly screener: Screener;
  readonly policies: PolicyReader;
  readonly persons: Pick<PersonService, 'openMany'>;
  readonly alerts: Pick<AlertService, 'alertsOf'>;
  readonly reference: Pick<ReferenceService, 'countries'>;
  readonly disclosures: Pick<DisclosureLedger, 'note'>;
  readonly flags: Pick<FlaggedSearches, 'flagSearch'>;
}

export interface FoundHit {
  readonly person: OpenPerson;
  readonly match: Match;
  /** An alert that the reader may see is in force. */
  readonly wanted: boolean;
}

export interface Finding {
  readonly hits: readonly FoundHit[];
  /** There may be more. */
  readonly cut: boolean;
}

export interface CountryTables {
  readonly read: (text: string) => string | null;
  readonly short: ShortCountry;
}

export type InteropDoor = 'yente' | 'reconciliation';

const CANDIDATES = 200;
const SHOWN = 50;

export function createFinding(parts: InteropParts) {
  const { database, clock, screener, policies, persons, alerts, reference, disclosures, flags } = parts;

  async function countries(): Promise<CountryTables> {
    const { items } = await reference.countries();
    const short = new Map(items.map(({ alpha3, alpha2 }) => [alpha3, (alpha2 ?? alpha3).toLowerCase()]));
    return {
      short: (alpha3) => short.get(alpha3) ?? alpha3.toLowerCase(),
      read: createCountryReader(
        items.map(({ alpha3, alpha2, nameKy, nameRu, nameKk, nameEn }) => ({
          ...{ alpha3, alpha2 },
          names: [nameKy, nameRu, nameKk, nameEn],
        })),
      ),
    };
  }

  /** @throws Problem `validation-failed` when nothing is asked that a person could be found by: silence is no "no" */
  function questionOf(asked: AskedPerson, read: CountryTables['read'], at: string): MatchQuery {
    const now = clock.now();
    const today = { year: now.getUTCFullYear(), month: now.getUTCMonth() + 1, day: now.getUTCDate() };
    const match: MatchQuery = {
      names: asked.names.map((full) => screener.analyse({ full })).filter(({ tokens }) => tokens.length > 0),
      births: asked.births.flatMap((text) => {
        const reading = parsePartialDate(text, today);
        return reading.ok ? [reading.date] : [];
      }),
      ...(asked.sex && { sex: asked.sex }),
      nationalities: [...new Set(asked.countries.flatMap((text) => read(text) ?? []))],
      documents: asked.documents
        .map((number) => ({ number: normaliseDocumentNumber(number) }))
        .filter(({ number }) => number !== ''),
      nationalIds: asked.nationalIds
        .map((value) => readNationalId('OTHER', value).normalised)
        .filter(Boolean),
    };
    if (match.names.length + match.documents.length + match.nationalIds.length === 0)
      throw new Problem('validation-failed', [{ at, code: 'nothing-asked' }]);
    return match;
  }

  /** @throws Problem `unavailable` when something was missing that the answer needs */
  async function find(actor: Actor, match: MatchQuery): Promise<Finding> {
    const now = clock.now();
    const policy = await policies.current('INVESTIGATOR');
    const screening = await screener.screen({
      match,
      tokens: readerTokens(actor),
      now,
      policy,
      candidates: CANDIDATES,
    });
    if (screening.degraded) throw new Problem('unavailable');
    const first = screening.found.slice(0, SHOWN);
    const ids = first.map(({ personId }) => personId);
    const [opened, inForce] = await Promise.all([
      persons.openMany(actor, ids),
      alerts.alertsOf(ids, readerTokens(actor), now),
    ]);
    const hits = first.flatMap(({ personId, match: found }) => {
      const person = opened.get(personId);
      // A record that was merged away between two looks does not exist any more.
      if (!person || person.row.mergedIntoId !== null) return [];
      return [{ person, match: found, wanted: (inForce.get(personId) ?? []).length > 0 }];
    });
    return { hits, cut: screening.found.length > SHOWN || screening.candidates >= CANDIDATES };
  }

  /** What was asked goes encrypted; what was shown is in the ledger before it is shown. */
  async function leaveTrace(
    actor: Actor,
    door: InteropDoor,
    asked: { readonly queries: number; readonly names: readonly string[]; readonly secret: string },
    shown: readonly OpenPerson[],
  ): Promise<void> {
    const people = [...new Map(shown.map((person) => [person.row.id, person])).values()];
    await Promise.all([
      database.record(actor, {
        type: 'interop.asked',
        data: { door, queries: asked.queries, shown: people.map(({ row }) => row.id) },
        secret: asked.secret,
      }),
      disclosures.note(
        actor,
        'SEARCH',
        people.map(({ row, alerts: open }) => ({
          personId: row.id,
          alertIds: open.map(({ id }) => id),
          ownerStates: [...new Set([row.sourceState, ...open.map(({ ownerState }) => ownerState)])],
        })),
      ),
    ]);
    for (const name of new Set(asked.names)) await flags.flagSearch(actor, name);
  }

  return { countries, questionOf, find, leaveTrace };
}

export type InteropFinding = ReturnType<typeof createFinding>;
