// Investigators' search: screens the registry, re-reads what may be shown, explains, and leaves a trace first.
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import { displayPartialDate } from '../../domain/dates/partial-date.ts';
import type { Match } from '../../domain/matching/match.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts';
import { nameHintText, reasonText } from '../../platform/i18n/match-reasons.ts';
import type { AlertService } from '../alerts/service.ts';
import type { FlaggedSearches } from '../break-glass/flagged-searches.ts';
import type { DisclosureLedger } from '../disclosures/service.ts';
import type { PolicyReader } from '../reference/service.ts';
import type { SearchAnswer, SearchBody } from './contract.ts';
import { readQuestion } from './question.ts';
import type { Screened, Screener } from './screening.ts';
import type { SearchStore } from './store.ts';

/** Most candidates that one search scores. */
const CANDIDATES = 300;

const position = z.tuple([z.number(), z.string()]);

export interface SearchService {
  searchPersons(actor: Actor, body: SearchBody): Promise<SearchAnswer>;
}

export interface SearchParts {
  database: Database;
  clock: Clock;
  screener: Screener;
  store: SearchStore;
  alerts: Pick<AlertService, 'alertsOf'>;
  policies: PolicyReader;
  disclosures: DisclosureLedger;
  flags: FlaggedSearches;
}

const reasonsOf = (match: Match, actor: Actor) =>
  match.evidence.map((line) => ({ ...line, text: reasonText(actor.locale, line.code, line.params) }));

/** Results after the cursor's place; the order is score, then id. */
function after(found: readonly Screened[], cursor: string | undefined): readonly Screened[] {
  if (cursor === undefined) return found;
  const [score, id] = decodeCursor(cursor, position);
  const index = found.findIndex(({ personId }) => personId === id);
  if (index >= 0) return found.slice(index + 1);
  return found.filter(
    ({ match, personId }) => match.score < score || (match.score === score && personId > id),
  );
}

export function createSearchService(parts: SearchParts): SearchService {
  const { database, clock, screener, store, alerts, policies, disclosures, flags } = parts;
  return {
    async searchPersons(actor, { purpose: _, limit, cursor, ...fields }) {
      const now = clock.now();
      const question = readQuestion(fields, screener.analyse, now);
      const tokens = readerTokens(actor);
      const policy = await policies.current('INVESTIGATOR');
      const screening = await screener.screen({
        match: question.match,
        tokens,
        now,
        policy,
        candidates: CANDIDATES,
      });
      const shown = await store.visible(
        screening.found.map(({ personId }) => personId),
        tokens,
        now,
      );
      const visible = screening.found.filter(({ personId }) => shown.has(personId));
      const rest = after(visible, cursor);
      const page = rest.slice(0, limit);
      const alertsByPerson = await alerts.alertsOf(
        page.map(({ personId }) => personId),
        tokens,
        now,
      );
      const items = page.map(({ personId, match, record }) => ({
        personId,
        registryNumber: shown.get(personId)?.registryNumber ?? '',
        score: match.score,
        band: match.band,
        flags: [...match.flags],
        matchedName: match.bestName && { type: match.bestName.type, full: match.bestName.raw },
        names: record.names.map(({ type, raw }) => ({ type, full: raw })),
        births: record.births.map(displayPartialDate),
        sex: record.sex ?? 'U',
        nationalities: [...record.nationalities],
        alerts: (alertsByPerson.get(personId) ?? []).map((alert) => ({ ...alert })),
        reasons: reasonsOf(match, actor),
      }));
      const last = page.at(-1);
      await Promise.all([
        database.record(actor, {
          type: 'search.persons',
          data: {
            candidates: screening.candidates,
            shown: items.map(({ personId }) => personId),
            policy: `${policy.code} ${policy.version}`,
            engine: screening.engine,
            degraded: screening.degraded,
          },
          secret: JSON.stringify(fields),
        }),
        disclosures.note(
          actor,
          'SEARCH',
          items.map(({ personId, alerts: seen }) => ({
            personId,
            alertIds: seen.map(({ id }) => id),
            ownerStates: [...new Set(seen.map(({ ownerState }) => ownerState))],
          })),
        ),
        ...(fields.name === undefined ? [] : [flags.flagSearch(actor, fields.name)]),
      ]);
      return {
        items,
        nextCursor:
          last && rest.length > page.length ? encodeCursor([last.match.score, last.personId]) : null,
        total: {
          value: visible.length,
          relation: screening.candidates >= CANDIDATES || screening.degraded ? 'AT_LEAST' : 'EXACT',
        },
        alsoSearched: question.name ? alsoSearched(screener, question.name) : [],
        hints: question.hints.map((code) => ({ code, text: nameHintText(actor.locale, code) })),
        policy: { code: policy.code, version: policy.version },
        engine: screening.engine,
        asOf: screening.asOf,
        degraded: screening.degraded,
      };
    },
  };
}

function alsoSearched(screener: Screener, name: Parameters<Screener['forms']>[0]): string[] {
  const { cyrl, latn } = screener.forms(name);
  return [...new Set([...cyrl, ...latn])].slice(0, 12);
}
