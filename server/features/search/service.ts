// Investigators' search: finds or lists persons, re-reads what may be shown, explains, and leaves a trace first.
import type { Actor } from '../../domain/access/actor.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import type { PersonFilter } from '../../domain/persons/person-filter.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { nameHintText } from '../../platform/i18n/match-reasons.ts';
import type { AlertService } from '../alerts/service.ts';
import type { FlaggedSearches } from '../break-glass/flagged-searches.ts';
import type { DisclosureLedger } from '../disclosures/service.ts';
import type { PolicyReader } from '../reference/service.ts';
import type { SearchAnswer, SearchBody } from './contract.ts';
import { facetsOf } from './facets.ts';
import { readFilter } from './filters.ts';
import { disclosedOf, foundPersonOf } from './found-person.ts';
import { namesakesOf } from './namesakes.ts';
import { afterCursor, cursorAt, inOrder, printOf } from './ordering.ts';
import { type Question, readQuestion } from './question.ts';
import type { Entry, ResultSet, ResultSets } from './result-set.ts';
import type { Screener } from './screening.ts';

export interface SearchService {
  searchPersons(actor: Actor, body: SearchBody): Promise<SearchAnswer>;
}

export interface SearchParts {
  database: Database;
  clock: Clock;
  screener: Screener;
  results: ResultSets;
  alerts: Pick<AlertService, 'alertsOf'>;
  policies: PolicyReader;
  disclosures: DisclosureLedger;
  flags: FlaggedSearches;
}

const ALERT_SORT = 'newestAlert';

export function createSearchService(parts: SearchParts): SearchService {
  const { database, clock, screener, results, alerts, policies, disclosures, flags } = parts;

  async function itemsOf(actor: Actor, page: readonly Entry[], filter: PersonFilter | null, now: Date) {
    const inForce = await alerts.alertsOf(
      page.map(({ personId }) => personId),
      readerTokens(actor),
      now,
    );
    return page.map((entry) =>
      foundPersonOf(screener, actor, entry, inForce.get(entry.personId) ?? [], filter?.alert),
    );
  }

  /** What was asked goes encrypted; ids and counts stay readable. */
  async function leaveTrace(
    actor: Actor,
    { name, secret }: { name: string | undefined; secret: string },
    found: ResultSet & { policy: string },
    items: SearchAnswer['items'],
  ) {
    await Promise.all([
      database.record(actor, {
        type: 'search.persons',
        data: {
          candidates: found.candidates,
          shown: items.map(({ personId }) => personId),
          policy: found.policy,
          engine: found.engine,
          degraded: found.degraded,
        },
        secret,
      }),
      disclosures.note(actor, 'SEARCH', items.map(disclosedOf)),
      ...(name === undefined ? [] : [flags.flagSearch(actor, name)]),
    ]);
  }

  return {
    async searchPersons(
      actor,
      { purpose: _, limit, cursor, facets = false, sort: asked, filters, ...fields },
    ) {
      const now = clock.now();
      const filter = readFilter(filters, screener.analyse);
      const question = readQuestion(fields, screener.analyse, now, { orFilter: filter !== null });
      const narrowed = question.browsing ? { ...askedAsFilter(question), ...filter } : filter;
      const sort = asked ?? (question.browsing ? ALERT_SORT : 'score');
      const print = printOf([fields, filters ?? null, sort]);
      const policy = await policies.current('INVESTIGATOR');
      const needsAlerts = facets || sort === ALERT_SORT;
      const set = await results.resolve(actor, {
        ...{ question, filter: narrowed, now, policy },
        alerts: needsAlerts,
      });
      const ordered = inOrder(set.entries, sort);
      const rest = afterCursor(ordered, sort, print, cursor);
      const page = rest.slice(0, limit);
      const items = await itemsOf(actor, page, narrowed, now);
      await leaveTrace(
        actor,
        { name: fields.name, secret: JSON.stringify(filter ? { ...fields, filters } : fields) },
        { ...set, policy: `${policy.code} ${policy.version}` },
        items,
      );
      const last = page.at(-1);
      const relation = set.cut ? 'AT_LEAST' : 'EXACT';
      return {
        items,
        nextCursor: last && rest.length > page.length ? cursorAt(last, sort, print) : null,
        total: { value: set.entries.length, relation },
        namesakes:
          question.name &&
          namesakesOf(question.name, sort === 'score' ? ordered : inOrder(set.entries, 'score'), set.cut),
        facets: facets ? facetsOf(set.entries) : null,
        alsoSearched: question.name ? alsoSearched(screener, question.name) : [],
        hints: question.hints.map((code) => ({ code, text: nameHintText(actor.locale, code) })),
        policy: { code: policy.code, version: policy.version },
        engine: set.engine,
        asOf: set.asOf,
        degraded: set.degraded,
      };
    },
  };
}

/** Without a name there is nothing to weigh: what else is known of the person narrows the list. */
function askedAsFilter({ match: { sex, nationalities, births } }: Question): PersonFilter {
  const [birth] = births;
  return {
    ...(sex && sex !== 'U' && { sexes: [sex] }),
    ...(nationalities.length > 0 && { nationalities }),
    ...(birth && { birthYears: { from: birth.year, to: birth.year } }),
  };
}

function alsoSearched(screener: Screener, name: Parameters<Screener['forms']>[0]): string[] {
  const { cyrl, latn } = screener.forms(name);
  return [...new Set([...cyrl, ...latn])].slice(0, 12);
}
