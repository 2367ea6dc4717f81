// What is due at an instant, rule by rule: the same list for the dry run and for the night itself.
import { addDays, addMonths, type RetentionBook } from '../../domain/retention/periods.ts';
import {
  alertVerdict,
  archiveDue,
  caseVerdict,
  personVerdict,
  type RetentionRule,
  type Verdict,
} from '../../domain/retention/rules.ts';
import type { Candidates, FactsStore, Looked, Named } from './facts-store.ts';
import type { ErasedKind } from './places.ts';

export interface Due extends Named {
  readonly kind: ErasedKind;
  readonly rule: RetentionRule;
  /** Since when it has been due. */
  readonly since: Date;
}

/** Kept although its time is over. */
export interface Kept extends Named {
  readonly kind: ErasedKind;
  readonly because: string;
}

export type Judged = { readonly due: Due } | { readonly kept: Kept };

/** Reads a page; whoever has time rests before it. */
export type Reading = <T>(read: () => Promise<T>) => Promise<T>;
const AT_ONCE: Reading = (read) => read();

const PAGE = 200;
const LOOKED_AT = 1_000;

export function createDueList(facts: FactsStore) {
  type Paged = Omit<Candidates, 'after'>;

  async function* pages<T extends Named, C extends Paged>(
    read: (candidates: C & Candidates) => Promise<readonly T[]>,
    candidates: C,
    reading: Reading,
  ): AsyncGenerator<T> {
    for (let after: string | null = null; ; ) {
      const rows: readonly T[] = await reading(() => read({ ...candidates, after }));
      yield* rows;
      after = rows.at(-1)?.id ?? null;
      if (after === null) return;
    }
  }

  async function* persons<C extends Paged>(
    look: (candidates: C & Candidates) => Promise<Looked>,
    candidates: C,
    reading: Reading,
  ) {
    for (let after: string | null = null; ; ) {
      const { ids, last }: Looked = await reading(() => look({ ...candidates, after }));
      for (let from = 0; from < ids.length; from += PAGE)
        yield* await reading(() => facts.persons(ids.slice(from, from + PAGE)));
      after = last;
      if (after === null) return;
    }
  }

  /** What nobody holds and whose time has not come is of no interest to anybody. */
  function judged(kind: ErasedKind, { id, number, state }: Named, verdict: Verdict): Judged[] {
    const named = { kind, id, number, state };
    if (verdict.due) return [{ due: { ...named, rule: verdict.rule, since: verdict.since } }];
    return verdict.because === 'LEGAL_HOLD' || verdict.because === 'RESTRICTED'
      ? [{ kept: { ...named, because: verdict.because } }]
      : [];
  }

  return {
    /**
     * @param state only records of this state; null: of all
     * @returns in the order in which they have to go: cases keep persons, persons take their alerts along
     */
    async *erasures(
      book: RetentionBook,
      now: Date,
      state: string | null,
      reading: Reading = AT_ONCE,
    ): AsyncGenerator<Judged> {
      for (const kind of ['case', 'asset-case'] as const) {
        const period = kind === 'case' ? 'caseMonths' : 'assetCaseMonths';
        const old = { before: addMonths(now, -book.shortest(period)), state, limit: PAGE };
        for await (const row of pages((c) => facts.oldCases(kind, c), old, reading))
          yield* judged(kind, row, caseVerdict(row.facts, kind, book, now));
      }
      // What may be due; the verdict is the pure rule's. Nothing goes within a day of its end.
      const ended = {
        ...{ before: addDays(now, -1), longBefore: addMonths(now, -book.shortest('archivedMonths')) },
        ...{ quickReasons: book.quickReasons, state, limit: PAGE },
      };
      const without = {
        ...{ before: addMonths(now, -book.shortest('personWithoutAlertMonths')), state },
        limit: LOOKED_AT,
      };
      const gone = new Set<string>();
      for (const some of [
        persons((c) => facts.endedPersons(c), ended, reading),
        persons((c) => facts.personsWithout(c), without, reading),
      ])
        for await (const row of some) {
          const results = judged('person', row, personVerdict(row.facts, book, now));
          if (results.some((one) => 'due' in one)) gone.add(row.id);
          yield* results;
        }
      for await (const row of pages((c) => facts.oldAlerts(c), ended, reading))
        if (!gone.has(row.personId)) yield* judged('alert', row, alertVerdict(row.facts, book, now));
    },

    /** Ended alerts that only the data-protection officer of the owner may go on seeing. */
    async *restrictions(
      book: RetentionBook,
      now: Date,
      state: string | null,
      reading: Reading = AT_ONCE,
    ): AsyncGenerator<Due> {
      const ended = { before: now, state, limit: PAGE };
      for await (const row of pages((c) => facts.unrestrictedAlerts(c), ended, reading)) {
        const since = archiveDue(row.facts, book);
        if (since === null || now < since) continue;
        const { id, number } = row;
        yield { kind: 'alert', id, number, state: row.state, rule: 'ALERT_ARCHIVED', since };
      }
    },

    /** Asked again while the records are locked. @returns those that are due all the same */
    async stillDue(
      kind: ErasedKind,
      ids: readonly string[],
      book: RetentionBook,
      now: Date,
    ): Promise<Set<string>> {
      const due = <T>(rows: readonly { id: string; facts: T }[], verdict: (facts: T) => Verdict) =>
        new Set(rows.flatMap(({ id, facts: one }) => (verdict(one).due ? [id] : [])));
      if (kind === 'person') return due(await facts.persons(ids), (one) => personVerdict(one, book, now));
      if (kind === 'alert') return due(await facts.alerts(ids), (one) => alertVerdict(one, book, now));
      return due(await facts.cases(kind, ids), (one) => caseVerdict(one, kind, book, now));
    },
  };
}

export type DueList = ReturnType<typeof createDueList>;
