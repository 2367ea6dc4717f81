// Kept questions: asked the other way round when an alert begins or changes, read only as far as the reader may see then.
import { z } from 'zod';
import { type Actor, systemActor } from '../../domain/access/actor.ts';
import { readerTokens, subscriberTokens } from '../../domain/access/audience.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { Band } from '../../domain/matching/match.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { emit } from '../../platform/database/domain-events.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import { newId } from '../../platform/ids.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { AlertService } from '../alerts/service.ts';
import type { DisclosureLedger } from '../disclosures/service.ts';
import type { PolicyReader } from '../reference/service.ts';
import { readFilter } from '../search/filters.ts';
import { readQuestion } from '../search/question.ts';
import type { ReverseScreener, VisiblePersons } from '../search/reverse.ts';

import {
  MAX_DAYS,
  MAX_SUBJECTS,
  type SubjectBody,
  type SubjectMatches,
  type SubjectPage,
  type SubjectQuery,
  type SubjectView,
} from './contract.ts';
import { createSubjectStore, type MeantSubject, type SubjectMatchRow, type SubjectRow } from './store.ts';

export interface SavedSubjectService {
  /** @throws Problem `validation-failed` when nobody could be found by it, `conflict` when there are too many */
  save(actor: Actor, body: SubjectBody): Promise<SubjectView>;
  list(actor: Actor, query: SubjectQuery): Promise<SubjectPage>;
  remove(actor: Actor, id: string): Promise<void>;
  /** What was found and may be seen now; reading it is seeing it. */
  matches(actor: Actor, id: string): Promise<SubjectMatches>;
  /**
   * Compares the person with the kept questions that may mean him.
   * @param isNews an alert began or changed: what was found before is told anew
   * @returns how many owners are told
   */
  personChanged(personId: string, isNews: boolean): Promise<number>;
  purge(): Promise<number>;
}

export interface SubjectParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly names: Pick<NameEngine, 'analyse'>;
  readonly reverse: ReverseScreener;
  readonly searchStore: VisiblePersons;
  readonly alerts: Pick<AlertService, 'alertsOf'>;
  readonly policies: PolicyReader;
  readonly disclosures: DisclosureLedger;
}

const CONTENT = 'saved_subject.content';
const DEFAULT_DAYS = 90;
const DAY_MS = 86_400_000;
const TOLD: readonly Band[] = ['DOCUMENT_HIT', 'STRONG', 'POSSIBLE'];
const place = z.tuple([z.uuid()]);
const subjectOf = (id: string) => ({ type: 'saved-subject' as const, id });

/** What is kept encrypted: the words of the question, its filters, and what its owner calls it. */
type Content = SubjectView['question'] & Pick<SubjectBody, 'label' | 'filters'>;

export function createSavedSubjectService(parts: SubjectParts): SavedSubjectService {
  const { database, clock, vault, names, reverse, searchStore, alerts, policies, disclosures } = parts;
  const store = createSubjectStore(database);
  const contentOf = (content: Uint8Array): Content => JSON.parse(vault.decrypt(CONTENT, content)) as Content;

  /** Those of the findings that the actor may see now, with the alerts that open them. */
  async function visible(actor: Actor, matches: readonly SubjectMatchRow[]) {
    const now = clock.now();
    const ids = [...new Set(matches.map(({ personId }) => personId))];
    const tokens = readerTokens(actor);
    const [shown, inForce] = await Promise.all([
      searchStore.visible(ids, tokens, now),
      alerts.alertsOf(ids, tokens, now),
    ]);
    return matches.flatMap((match) => {
      const person = shown.get(match.personId);
      const open = inForce.get(match.personId) ?? [];
      return person && open.length > 0 ? [{ match, person, open }] : [];
    });
  }

  async function viewOf(
    actor: Actor,
    row: SubjectRow,
    matches: readonly SubjectMatchRow[],
  ): Promise<SubjectView> {
    const seen = await visible(actor, matches);
    const { label = null, filters = null, ...question } = contentOf(row.content);
    return {
      id: row.id,
      label,
      question,
      filters,
      purpose: { code: row.purposeCode, reference: row.purposeRef },
      unseen: seen.filter(({ match }) => match.seenAt === null).length,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    };
  }

  function endOf(asked: string | undefined, now: Date): Date {
    const end = asked === undefined ? new Date(now.getTime() + DEFAULT_DAYS * DAY_MS) : new Date(asked);
    const days = (end.getTime() - now.getTime()) / DAY_MS;
    if (!(days > 0 && days <= MAX_DAYS))
      throw new Problem('validation-failed', [
        { at: '/expiresAt', code: 'expiry-out-of-range', params: { days: MAX_DAYS } },
      ]);
    return end;
  }

  /** @returns the match where it is worth telling and an alert lets the owner see it */
  async function compare(
    subject: MeantSubject,
    personId: string,
    row: Parameters<typeof reverse.compare>[0],
  ) {
    const now = clock.now();
    const { filters, ...question } = contentOf(subject.content);
    const { match } = readQuestion(question, names.analyse, now);
    const policy = await policies.current('INVESTIGATOR');
    const found = reverse.compare(row, { match, tokens: subject.tokens, now, policy });
    if (!found || !TOLD.includes(found.band)) return null;
    const filter = readFilter(filters, names.analyse);
    if (filter && !(await reverse.meets(row, filter, subject.tokens, now))) return null;
    const inForce = await alerts.alertsOf([personId], subject.tokens, now);
    return (inForce.get(personId)?.length ?? 0) > 0 ? found : null;
  }

  /** Another system of the agency hears of it only where it may see such an alert itself. */
  async function audienceOf({ state, agencyId }: MeantSubject, personId: string): Promise<string[]> {
    const open = await alerts.alertsOf([personId], subscriberTokens(state, agencyId, false), clock.now());
    return open.has(personId) ? [`a:${agencyId}`] : [];
  }

  return {
    async save(actor, { expiresAt: asked, purpose, ...content }) {
      const { agencyId, state } = actor;
      if (agencyId === null || state === null) throw new Problem('forbidden');
      const now = clock.now();
      const { match } = readQuestion(content, names.analyse, now);
      readFilter(content.filters, names.analyse);
      const expiresAt = endOf(asked, now);
      return database.transaction(actor, async (tx) => {
        if ((await store.countOwn(tx, actor.id)) >= MAX_SUBJECTS)
          throw new Problem('conflict', [{ at: '', code: 'too-many', params: { maximum: MAX_SUBJECTS } }]);
        const { keys, exact } = reverse.handlesOf(match);
        const row = await store.insert(tx, {
          id: newId(tx.now.getTime()),
          ownerId: actor.id,
          agencyId,
          state,
          tokens: readerTokens(actor),
          purposeCode: purpose.code,
          purposeRef: purpose.reference,
          content: new Uint8Array(vault.encrypt(CONTENT, JSON.stringify(content))),
          keys: [...keys],
          exact: [...exact],
          createdAt: tx.now,
          expiresAt,
        });
        const secret = JSON.stringify(content);
        tx.audit({ type: 'subject.saved', data: {}, subject: subjectOf(row.id), secret });
        return viewOf(actor, row, []);
      });
    },

    async list(actor, { limit, cursor }) {
      const after = cursor === undefined ? undefined : decodeCursor(cursor, place)[0];
      const rows = await store.list(actor.id, clock.now(), { limit, after });
      const page = toPage(rows, limit, ({ id }) => [id]);
      const items = await Promise.all(page.items.map((row) => viewOf(actor, row, row.matches)));
      await database.record(actor, { type: 'subject.listed', data: { count: items.length } });
      return { items, nextCursor: page.nextCursor };
    },

    remove: (actor, id) =>
      database.transaction(actor, async (tx) => {
        if (!(await store.remove(tx, id, actor.id))) throw notFound();
        tx.audit({ type: 'subject.removed', data: {}, subject: subjectOf(id) });
      }),

    async matches(actor, id) {
      const row = await store.find(id, actor.id, clock.now());
      if (!row) throw notFound();
      const seen = await visible(actor, row.matches);
      await database.record(actor, {
        type: 'subject.viewed',
        data: { shown: seen.map(({ match }) => match.personId) },
        subject: subjectOf(id),
      });
      await disclosures.note(
        actor,
        'SEARCH',
        seen.map(({ match, open }) => ({
          personId: match.personId,
          alertIds: open.map((alert) => alert.id),
          ownerStates: [...new Set(open.map(({ ownerState }) => ownerState))],
        })),
      );
      await store.markSeen(
        seen.map(({ match }) => match.id),
        clock.now(),
      );
      return {
        items: seen.map(({ match, person, open }) => ({
          id: match.id,
          subjectId: id,
          personId: match.personId,
          registryNumber: person.registryNumber,
          band: match.band as Band,
          score: match.score,
          foundAt: match.foundAt.toISOString(),
          seenAt: match.seenAt?.toISOString() ?? null,
          alerts: open.map(({ id: alertId, alertNumber, type, ownerState }) => ({
            id: alertId,
            alertNumber,
            type,
            ownerState,
          })),
        })),
      };
    },

    async personChanged(personId, isNews) {
      const handles = await reverse.handlesOfPerson(personId);
      if (!handles) return 0;
      let told = 0;
      for (const subject of await store.meant(handles, clock.now())) {
        const found = await compare(subject, personId, handles.row);
        if (!found) continue;
        const audience = await audienceOf(subject, personId);
        const isTold = await database.transaction(
          systemActor('worker:saved-subjects', newId()),
          async (tx) => {
            const { band, score } = found;
            const match = { id: newId(tx.now.getTime()), subjectId: subject.id, personId, band, score };
            const kept = await store.keepMatch(tx, match, isNews);
            tx.audit({
              type: 'subject.compared',
              data: { personId, told: kept },
              subject: subjectOf(subject.id),
            });
            if (kept && audience.length > 0)
              await emit(tx, {
                kind: 'subject',
                type: 'subject.matched',
                subjectId: subject.id,
                audience,
                data: { subjectId: subject.id, band },
              });
            return kept;
          },
        );
        if (isTold) told += 1;
      }
      return told;
    },

    purge: () => store.purge(clock.now()),
  };
}
