// Warns while a record is being written that the human being may be recorded already.
import type { Actor } from '../../domain/access/actor.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import { displayPartialDate, parsePartialDate } from '../../domain/dates/partial-date.ts';
import { normaliseDocumentNumber } from '../../domain/documents/document-number.ts';
import { readNationalId } from '../../domain/documents/national-id.ts';
import type { MatchQuery } from '../../domain/matching/match.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { DisclosureLedger } from '../disclosures/service.ts';
import type { DuplicateFinder } from './duplicates.ts';
import type { LikeAnswer, LikeBody } from './duplicates-contract.ts';
import { matchedNameOf, reasonsOf } from './found-person.ts';
import type { SearchStore } from './store.ts';

export interface LikeRecordService {
  findLike(actor: Actor, body: LikeBody): Promise<LikeAnswer>;
}

export interface LikeRecordParts {
  database: Database;
  clock: Clock;
  names: NameEngine;
  store: SearchStore;
  duplicates: Pick<DuplicateFinder, 'findLike'>;
  disclosures: DisclosureLedger;
}

export function createLikeRecordService(parts: LikeRecordParts): LikeRecordService {
  const { database, clock, names, store, duplicates, disclosures } = parts;

  /** Half-typed values say nothing yet, and are no fault. */
  function questionOf(body: Omit<LikeBody, 'purpose'>): MatchQuery {
    const now = clock.now();
    const today = { year: now.getUTCFullYear(), month: now.getUTCMonth() + 1, day: now.getUTCDate() };
    return {
      names: body.names
        .map((name) => names.analyse(Object.fromEntries(Object.entries(name).filter(([, part]) => part))))
        .filter(({ tokens }) => tokens.length > 0),
      births: body.birthDates.flatMap((text) => {
        const reading = parsePartialDate(text, today);
        return reading.ok ? [reading.date] : [];
      }),
      ...(body.sex && { sex: body.sex }),
      nationalities: body.nationalities,
      documents: body.documents
        .map(({ number, ...rest }) => ({
          number: normaliseDocumentNumber(number),
          ...(rest.state !== undefined && { state: rest.state }),
        }))
        .filter(({ number }) => number !== ''),
      nationalIds: body.nationalIds
        .map(({ scheme, value }) => readNationalId(scheme, value).normalised)
        .filter((id) => id !== ''),
    };
  }

  return {
    async findLike(actor, { purpose: _, exceptId, ...body }) {
      const found = await duplicates.findLike(actor, questionOf(body), exceptId);
      const ids = found.map(({ personId }) => personId);
      const alerts = await store.alertFacts(ids, readerTokens(actor), clock.now());
      await Promise.all([
        database.record(actor, {
          type: 'search.duplicates',
          data: { shown: ids },
          secret: JSON.stringify(body),
        }),
        disclosures.note(
          actor,
          'SEARCH',
          ids.map((personId) => ({
            personId,
            alertIds: (alerts.get(personId) ?? []).map(({ id }) => id),
            ownerStates: [...new Set((alerts.get(personId) ?? []).map(({ ownerState }) => ownerState))],
          })),
        ),
      ]);
      return {
        items: found.map(({ personId, registryNumber, match, record }) => ({
          personId,
          registryNumber,
          score: match.score,
          band: match.band,
          matchedName: matchedNameOf(names, match),
          births: record.births.map(displayPartialDate),
          reasons: reasonsOf(match.evidence, actor),
        })),
      };
    },
  };
}
