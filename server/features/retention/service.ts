// What data-protection officers see of retention, and what the night does.
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { parseRegistryNumber } from '../../domain/persons/registry-number.ts';
import { addMonths } from '../../domain/retention/periods.ts';
import { personVerdict, RETENTION_RULES, type RetentionRule } from '../../domain/retention/rules.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import { newId } from '../../platform/ids.ts';
import type {
  ErasurePage,
  ErasureQuery,
  ErasureView,
  HoldBody,
  HoldPage,
  HoldQuery,
  HoldView,
  TonightView,
} from './contract.ts';
import { createDueList } from './due.ts';
import { createErasing, type ErasingParts, numberKey } from './erasing.ts';
import { createFactsStore } from './facts-store.ts';
import { createHoldStore, insertHold, releaseHold } from './holds-store.ts';
import { createLedgerStore, type EntryRow } from './ledger-store.ts';
import { createNight, type NightParts, type NightReport } from './night.ts';
import { createProving, type ProvingParts } from './proving.ts';
import { createPurgeStore, PURGES } from './purge-store.ts';
import { createReapplying, type Reapplied } from './reapplying.ts';
import { createRestricting, type RestrictingParts } from './restricting.ts';
import { createRests } from './rests.ts';

export interface RetentionService {
  /** A dry run: what the coming night would do with the own state's records. */
  tonight(actor: Actor): Promise<TonightView>;
  holds(actor: Actor, query: HoldQuery): Promise<HoldPage>;
  /** @throws Problem `not-found` for a record in which the own state has no part */
  hold(actor: Actor, body: HoldBody): Promise<HoldView>;
  release(actor: Actor, holdId: string, version: number): Promise<HoldView>;
  erasures(actor: Actor, query: ErasureQuery): Promise<ErasurePage>;
  erasure(actor: Actor, id: string): Promise<ErasureView>;
  /**
   * Erases a person because it was decided, before his time is over.
   * @throws Problem `conflict` while a hold, a live alert, a case or an open hit keeps him
   */
  eraseByDecision(actor: Actor, personId: string): Promise<void>;
  restrict(actor: Actor, personId: string): Promise<number>;
  lift(actor: Actor, personId: string): Promise<void>;
  /** Carries out what is due, for at most so many milliseconds. */
  runNight(actor: Actor, forMs: number): Promise<NightReport>;
  /** Looks into the places of earlier erasures again, and removes their files. */
  prove(actor: Actor): Promise<number>;
  /** After an older database was restored: erases again what the ledger outside of it says. */
  reapply(actor: Actor): Promise<Reapplied>;
}

export type RetentionParts = ErasingParts &
  Omit<ProvingParts, 'ledger'> &
  Omit<NightParts, 'due' | 'erase' | 'prove' | 'purges'> &
  RestrictingParts;

const ITEMS_SHOWN = 100;
const PROVE_FOR_MS = 120_000;
const idPlace = z.tuple([z.uuid()]);
const placeOf = (cursor: string | undefined): string | null =>
  cursor === undefined ? null : decodeCursor(cursor, idPlace)[0];

const viewOf = ({ id, at, kind, rule, places, proof, provenAt, subjectKey }: EntryRow): ErasureView => ({
  ...{ id, kind, rule, places, proof },
  at: at.toISOString(),
  rows: Object.values(places).reduce((sum, count) => sum + count, 0),
  provenAt: provenAt?.toISOString() ?? null,
  subjectKey: Buffer.from(subjectKey).toString('hex'),
});

const stateOf = (actor: Actor): string => {
  if (actor.state === null) throw notFound();
  return actor.state;
};

export function createRetentionService(parts: RetentionParts): RetentionService {
  const { database, clock, vault, reference, stopwatch } = parts;
  const ledger = createLedgerStore(database.pool);
  const facts = createFactsStore(database.pool);
  const due = createDueList(facts);
  const erase = createErasing(parts);
  const prove = createProving({ ...parts, ledger });
  const purges = createPurgeStore(database.pool);
  const holds = createHoldStore(database.pool);
  const restricting = createRestricting(parts);
  const runNight = createNight({ ...parts, due, erase, prove, purges });

  const listed = (actor: Actor, list: string, count: number) =>
    database.record(actor, { type: 'retention.listed', data: { list, count } });

  /** @returns null for a number under which nothing is kept; whose record it is is asked afterwards */
  const subjectOf = async ({ subjectType, subjectId, number = '' }: HoldBody): Promise<string | null> => {
    if (subjectId !== undefined) return subjectId;
    if (subjectType !== 'person') return holds.idOf(subjectType, number.toUpperCase());
    const reading = parseRegistryNumber(number);
    return reading.ok ? holds.idOf(subjectType, reading.text) : null;
  };

  const holdOf = async (id: string, state: string): Promise<HoldView> => {
    const found = await holds.get(id, state);
    if (!found) throw notFound();
    return found;
  };

  return {
    async tonight(actor) {
      const state = stateOf(actor);
      const [book, now] = [await reference.retention(), clock.now()];
      const counts = new Map<RetentionRule, number>();
      const items = new Map<RetentionRule, TonightView['rules'][number]['items']>();
      const kept: TonightView['kept'] = [];
      const add = (rule: RetentionRule, count: number) => counts.set(rule, (counts.get(rule) ?? 0) + count);
      const show = (one: {
        rule: RetentionRule;
        kind: 'person' | 'alert' | 'case' | 'asset-case';
        id: string;
        number: string;
        since: Date;
      }) => {
        add(one.rule, 1);
        const shown = items.get(one.rule) ?? [];
        if (shown.length < ITEMS_SHOWN)
          shown.push({ kind: one.kind, id: one.id, number: one.number, since: one.since.toISOString() });
        items.set(one.rule, shown);
      };
      for await (const one of due.restrictions(book, now, state)) show(one);
      for await (const one of due.erasures(book, now, state)) {
        if ('due' in one) show(one.due);
        else if (kept.length < ITEMS_SHOWN) {
          const { kind, id, number, because } = one.kept;
          kept.push({ kind, id, number, because: because as TonightView['kept'][number]['because'] });
        }
      }
      for (const purge of PURGES) add(purge.rule, await purges.count(purge, book, now, state));
      add(
        'SEARCH_QUERY',
        (await database.queryKeys.dueBefore(addMonths(now, -book.longest('queryMonths')))).length,
      );
      const rules = RETENTION_RULES.map((rule) => ({
        rule,
        count: counts.get(rule) ?? 0,
        items: items.get(rule) ?? [],
      }));
      await listed(
        actor,
        'tonight',
        rules.reduce((sum, { count }) => sum + count, 0),
      );
      return { at: now.toISOString(), rules, kept, unproved: await ledger.countPending(state) };
    },

    async holds(actor, { limit, cursor, released }) {
      const rows = await holds.list(stateOf(actor), released === 'true', placeOf(cursor), limit + 1);
      const page = toPage(rows, limit, ({ id }) => [id]);
      await listed(actor, 'holds', page.items.length);
      return page;
    },

    async hold(actor, body) {
      const state = stateOf(actor);
      const { subjectType, reason } = body;
      const subjectId = await subjectOf(body);
      if (subjectId === null || !(await holds.isOwn({ subjectType, subjectId }, state))) throw notFound();
      const id = newId(clock.now().getTime());
      await database.transaction(actor, async (tx) => {
        await insertHold(tx, { subjectType, subjectId, reason, id, state, setBy: actor.id });
        tx.audit({ type: 'retention.held', data: { subjectType, subjectId }, subject: { type: 'hold', id } });
      });
      return holdOf(id, state);
    },

    async release(actor, holdId, version) {
      const state = stateOf(actor);
      const { subjectType, subjectId } = await holdOf(holdId, state);
      await database.transaction(actor, async (tx) => {
        if (!(await releaseHold(tx, holdId, version, actor.id))) throw new Problem('version-mismatch');
        tx.audit({
          type: 'retention.released',
          data: { subjectType, subjectId },
          subject: { type: 'hold', id: holdId },
        });
      });
      return holdOf(holdId, state);
    },

    async erasures(actor, { limit, cursor, number }) {
      const state = stateOf(actor);
      const rows =
        number === undefined
          ? await ledger.entries(state, placeOf(cursor), limit + 1)
          : await ledger.byKey(state, numberKey(vault, number.toUpperCase()));
      const page = toPage(rows.map(viewOf), limit, ({ id }) => [id]);
      await listed(actor, 'erasures', page.items.length);
      return page;
    },

    async erasure(actor, id) {
      const found = await ledger.entry(id, stateOf(actor));
      if (!found) throw notFound();
      await database.record(actor, {
        type: 'retention.viewed',
        data: { erasureId: id },
        subject: { type: 'erasure', id },
      });
      return viewOf(found);
    },

    ...restricting,
    async eraseByDecision(actor, personId) {
      const [book, now] = [await reference.retention(), clock.now()];
      // The officer who decides knows of the restriction and of the request, and of nothing else that keeps.
      const keeps = async () => {
        const [row] = await facts.persons([personId]);
        if (!row) return 'GONE';
        const released = { ...row.facts, isRestricted: false, hasOpenRequest: false };
        const verdict = personVerdict(released, book, now);
        return verdict.due || verdict.because === 'NOT_YET' ? null : verdict.because;
      };
      const because = await keeps();
      if (because === 'GONE') throw notFound();
      if (because !== null) throw new Problem('conflict', [{ at: '/personId', code: `kept-${because}` }]);
      const [named] = await facts.persons([personId]);
      if (!named) throw notFound();
      const stillDue = async () => new Set((await keeps()) === null ? [personId] : []);
      const { id, number, state } = named;
      const erased = await erase(actor, 'person', [{ id, number, state, rule: 'SUBJECT_REQUEST' }], stillDue);
      if (erased.length === 0) throw new Problem('version-mismatch');
    },

    runNight,
    prove(actor) {
      const began = stopwatch();
      return prove(actor, createRests(stopwatch), () => stopwatch() - began > PROVE_FOR_MS);
    },
    reapply: createReapplying({ ...parts, ledger, erase, prove }),
  };
}
