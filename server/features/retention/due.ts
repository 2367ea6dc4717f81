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
import type { Candidates, FactsStore, Named } from './facts-store.ts';
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

const PAGE = 200;

export function createDueList(facts: FactsStore) {
  async function* pages<T extends Named>(
    read: (candidates: Candidates) => Promise<readonly T[]>,
    before: Date,
    state: string | null,
  ): AsyncGenerator<T> {
    for (let after: string | null = null; ; ) {
      const rows: readonly T[] = await read({ before, state, after, limit: PAGE });
      yield* rows;
      after = rows.at(-1)?.id ?? null;
      if (after === null || rows.length === 0) return;
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
    async *erasures(book: RetentionBook, now: Date, state: string | null): AsyncGenerator<Judged> {
      for (const kind of ['case', 'asset-case'] as const) {
        const period = kind === 'case' ? 'caseMonths' : 'assetCaseMonths';
        const before = addMonths(now, -book.shortest(period));
        for await (const row of pages((c) => facts.oldCases(kind, c), before, state))
          yield* judged(kind, row, caseVerdict(row.facts, kind, book, now));
      }
      // Nothing goes within a day of its end; the verdict is the pure rule's.
      const before = addDays(now, -1);
      const gone = new Set<string>();
      for await (const row of pages((c) => facts.oldPersons(c), before, state)) {
        const results = judged('person', row, personVerdict(row.facts, book, now));
        if (results.some((one) => 'due' in one)) gone.add(row.id);
        yield* results;
      }
      for await (const row of pages((c) => facts.oldAlerts(c), before, state))
        if (!gone.has(row.personId)) yield* judged('alert', row, alertVerdict(row.facts, book, now));
    },

    /** Ended alerts that only the data-protection officer of the owner may go on seeing. */
    async *restrictions(book: RetentionBook, now: Date, state: string | null): AsyncGenerator<Due> {
      const read = (candidates: Candidates) => facts.oldAlerts({ ...candidates, unrestricted: true });
      for await (const row of pages(read, now, state)) {
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
