// Gathers what a report is made of: facts of cases, alerts, the border and assets in one period, for a state or one agency.
import { FUNNEL_STAGES } from '../../domain/assets/funnel.ts';
import { GROUND_CODES } from '../../domain/cases/grounds.ts';
import { addDays } from '../../domain/dates/calendar-date.ts';
import {
  factsOfCase,
  intervalsOf,
  OFFENCE_CLASSES,
  STAGES,
  waitingOn,
} from '../../domain/reports/case-facts.ts';
import type { Fact, MarkedCell } from '../../domain/reports/cells.ts';
import { heldTime } from '../../domain/reports/custody-facts.ts';
import { daysFromTo, summarise } from '../../domain/reports/durations.ts';
import { boundsOf, type Period, quarterOf, quartersOf } from '../../domain/reports/period.ts';
import { EXCHANGED } from '../../domain/reports/specs.ts';
import type { Material } from '../../domain/reports/tables.ts';
import { TOTAL } from '../../domain/reports/tables.ts';
import type { TableReport } from '../../domain/reports/vocabulary.ts';
import type { Reader } from '../../platform/database/replica.ts';
import type { GiveWay } from '../../platform/turns.ts';
import { createAssetFacts } from './asset-facts.ts';
import { readHistories, type StoredCase } from './case-store.ts';
import { createCountStore } from './count-store.ts';
import { createDayStore } from './day-store.ts';
import {
  ACTS,
  ARTICLES,
  CLOCKS,
  CUSTODY,
  ERASED,
  FINDINGS,
  OPEN_TYPES,
  PURPOSES,
  RIGHTS,
  WAITING,
} from './fixed-rows.ts';
import { consentShare, searchesEach, useFacts } from './measures.ts';
import { createRightsStore } from './rights-store.ts';
import { createUserStore } from './user-store.ts';

export interface Wish {
  readonly code: TableReport;
  readonly period: Period;
  readonly state: string;
  /** null: of the whole state. */
  readonly agencyId: string | null;
  readonly now: Date;
  readonly members: readonly string[];
  readonly earlier: readonly MarkedCell[];
}

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

/**
 * A person counts once per article and pair of states, in the quarter of the first request.
 * @param seen what was counted before
 */
function personFacts(one: StoredCase, seen: Set<string>): Fact[] {
  const { personId, articles, requesting: rq, requested: rd, steps } = one;
  const sent = steps.find(({ to }) => to === 'REQUEST_SENT');
  if (!sent) return [];
  return articles.flatMap((article): Fact[] => {
    const key = `${personId} ${article} ${rq} ${rd} ${sent.day.slice(0, 4)}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ family: 'article', rq, rd, quarter: quarterOf(sent.day), group: String(article), count: 1 }];
  });
}

interface Measured {
  readonly days: number[];
  open: number;
}

export function createMaterial(reader: Reader, giveWay: GiveWay) {
  const counts = createCountStore(reader);
  const days = createDayStore(reader);
  const assetsOf = createAssetFacts(reader);
  const rights = createRightsStore(reader);
  const users = createUserStore(reader);

  async function casesOf({ period, state, agencyId, code }: Wish, lastQuarter: string) {
    const { until } = boundsOf(period);
    const quarters = quartersOf(period);
    const cases: Pick<StoredCase, 'requesting' | 'requested' | 'treaty'>[] = [];
    const counted = new Set<string>();
    const lastDay = addDays(until, -1);
    const facts: Fact[] = [];
    const measured = new Map<string, Measured>();
    const keep = (key: string, taken: number | null) => {
      const found = measured.get(key) ?? { days: [], open: 0 };
      measured.set(key, found);
      if (taken === null) found.open += 1;
      else found.days.push(taken);
    };
    const count = (one: StoredCase) => {
      const { requesting: rq, requested: rd, treaty, custody } = one;
      cases.push({ requesting: rq, requested: rd, treaty });
      for (const fact of factsOfCase(one)) if (quarters.includes(fact.quarter)) facts.push(fact);
      const waiting = waitingOn(one, lastDay);
      if (waiting)
        facts.push({ family: WAITING[waiting], rq, rd, quarter: lastQuarter, group: '', count: 1 });
      for (const interval of intervalsOf(one, lastDay)) {
        const quarter = interval.until === null ? lastQuarter : quarterOf(interval.until);
        if (!quarters.includes(quarter)) continue;
        const family = interval.until === null ? 'open' : 'closed';
        facts.push({ family, rq, rd, quarter, group: interval.stage, count: 1 });
        const taken = interval.until === null ? null : daysFromTo(interval.from, interval.until);
        if (rq === state) keep(`stages-requesting ${interval.stage}`, taken);
        if (rd === state) keep(`stages-requested ${interval.stage}`, taken);
        if (interval.stage !== 'REQUEST_TO_DECISION') continue;
        if (rd === state) keep(`treaties ${one.treaty}`, taken);
        if (interval.until === null)
          facts.push({ family: 'treaty-open', rq, rd, quarter, group: one.treaty, count: 1 });
      }
      if (code === 'R-1')
        for (const fact of personFacts(one, counted)) if (quarters.includes(fact.quarter)) facts.push(fact);
      const held = heldTime(custody, lastDay);
      const quarter = held?.until ? quarterOf(held.until) : lastQuarter;
      if (!held || !quarters.includes(quarter)) return;
      facts.push({ family: held.until ? 'closed' : 'open', rq, rd, quarter, group: CUSTODY, count: 1 });
      const taken = held.until ? held.days : null;
      if (rq === state) keep(`stages-requesting ${CUSTODY}`, taken);
      if (rd === state) keep(`stages-requested ${CUSTODY}`, taken);
    };
    for await (const page of readHistories(reader, until))
      for (const one of page) {
        await giveWay();
        if (agencyId === null || one.rqAgencyId === agencyId) count(one);
      }
    return { cases, facts, measured };
  }

  async function borderOf(
    { period, state, agencyId }: Wish,
    span: { from: string; until: string; lastQuarter: string },
  ) {
    const [hits, checks] = [await counts.hits(span, agencyId), await days.checks(span, state, agencyId)];
    const facts = checks.flatMap(({ quarter, group, ...row }): Fact[] =>
      [
        ['check', row.checks] as const,
        ['check-corrected', row.corrected] as const,
        ['check-degraded', row.degraded] as const,
        ['check-slow', row.slow] as const,
      ].map(([family, count]) => ({ family, rq: '', rd: state, quarter, group, count })),
    );
    const own = hits.filter(({ rd }) => rd === state);
    const times = new Map<string, number>();
    const ratio = (rows: readonly Fact[]): number | null => {
      const sum = (family: string) =>
        rows.reduce((all, row) => all + (row.family === family ? row.count : 0), 0);
      const decided = sum('hit-not-same') + sum('hit-confirmed');
      return decided === 0 ? null : sum('hit-not-same') / decided;
    };
    const groups = sorted([...own, ...facts].map(({ group }) => group));
    for (const group of [...groups, TOTAL]) {
      const rows = checks.filter((row) => group === TOTAL || row.group === group);
      const count = rows.reduce((sum, row) => sum + row.checks, 0);
      if (count > 0) times.set(group, rows.reduce((sum, row) => sum + row.elapsedMs, 0) / count);
    }
    const rate = (table: string, row: string) =>
      ratio(
        own.filter(
          ({ quarter, group }) => row === TOTAL || (table === 'border' ? quarter === row : group === row),
        ),
      );
    const quarters = quartersOf(period);
    return {
      facts: [...facts, ...hits].filter(({ quarter }) => quarters.includes(quarter)),
      groups,
      times,
      rate,
    };
  }

  async function auditOf({ state }: Wish, span: { from: string; until: string; lastQuarter: string }) {
    const rows = await days.traces(span, state);
    const areaOf = (type: string) => type.split('.')[0] ?? type;
    const outcomes: Readonly<Record<string, string>> = { REFUSED: 'audit-refused', FAILED: 'audit-failed' };
    const facts = rows.flatMap(({ family: type, outcome, purpose, ...row }): Fact[] => [
      { ...row, family: outcomes[outcome] ?? 'audit-done', group: areaOf(type) },
      ...(areaOf(type) === 'search' ? [{ ...row, family: 'search', group: purpose || 'none' }] : []),
      ...(FINDINGS.includes(type) ? [{ ...row, family: type, group: '' }] : []),
      ...(type === 'audit.verified' && outcome === 'FAILED'
        ? [{ ...row, family: 'audit.unsound', group: '' }]
        : []),
    ]);
    return { facts, areas: sorted(rows.map(({ family }) => areaOf(family))) };
  }

  /** @returns everything that the tables of the report need, and nothing of what it has no part in */
  return async function gather(wish: Wish): Promise<Material> {
    const { code, period, state, agencyId, now, members, earlier } = wish;
    const quarters = quartersOf(period);
    const lastQuarter = quarters.at(-1) ?? '';
    const span = { ...boundsOf(period), lastQuarter };
    const needs = (...codes: TableReport[]) => codes.includes(code);
    const onCases = needs('R-1', 'R-4', 'R-5') ? await casesOf(wish, lastQuarter) : null;
    const onAssets = needs('R-1', 'R-6') ? await assetsOf(wish, lastQuarter) : null;
    const onBorder = needs('R-1', 'R-8') ? await borderOf(wish, span) : null;
    const onAudit = needs('R-1', 'R-9') ? await auditOf(wish, span) : null;
    const clocks = needs('R-1', 'R-4') ? await counts.clocks(span, now) : { facts: [], late: [] };
    const onRights = needs('R-1') ? await rights.rights(span, now) : { facts: [], days: [] };
    const use = needs('R-9') ? await users.use(span, state) : [];
    const found = needs('R-9') ? await users.findings(span, state, now) : [];
    const quality = needs('R-7') ? await counts.quality(state, agencyId, lastQuarter) : [];
    const alerts = needs('R-1')
      ? [...(await counts.alerts(span, agencyId)), ...(await counts.waivers(span, agencyId))].filter(
          ({ quarter }) => quarters.includes(quarter),
        )
      : [];
    const facts: Fact[] = [
      ...(onCases?.facts ?? []),
      ...(onAssets?.facts ?? []),
      ...(onBorder?.facts ?? []),
      ...(onAudit?.facts ?? []),
      ...clocks.facts,
      ...onRights.facts,
      ...found,
      ...use.flatMap((row) => useFacts(row, state, lastQuarter)),
      ...quality,
      ...alerts,
    ];
    const partners = sorted([
      ...members,
      ...(onCases?.cases ?? []).flatMap(({ requesting, requested }) =>
        requesting === state || requested === state ? [requesting, requested] : [],
      ),
    ]).filter((one) => one !== state);
    const summaries = new Map(
      [...(onCases?.measured ?? [])].map(([key, found]) => [key, summarise(found.days, found.open)]),
    );
    const lateDays = (row: string): number | null =>
      summarise(
        clocks.late.flatMap((one) =>
          one.state === state && (row === TOTAL || one.group === row) ? one.days : [],
        ),
        0,
      ).median;
    const answers = (row: string) =>
      summarise(
        onRights.days.flatMap((one) =>
          one.state === state && (row === TOTAL || one.group === row) ? [one.days] : [],
        ),
        0,
      );
    return {
      own: state,
      quarters,
      facts,
      earlier,
      isExchanged: EXCHANGED.includes(code),
      axes: {
        PARTNER: partners,
        QUARTER: quarters,
        GROUND: GROUND_CODES,
        CLASS: OFFENCE_CLASSES,
        ARTICLE: ARTICLES,
        ALERT_TYPE: OPEN_TYPES,
        STAGE: [...STAGES, CUSTODY],
        ASSET_STAGE: FUNNEL_STAGES,
        TREATY: sorted(
          (onCases?.cases ?? []).filter(({ requested }) => requested === state).map(({ treaty }) => treaty),
        ),
        // All that there are: which rows stand here says nothing of anybody.
        CLOCK: [
          ...new Set([...CLOCKS, ...clocks.facts.flatMap(({ rd, group }) => (rd === state ? [group] : []))]),
        ],
        RIGHT: RIGHTS,
        ERASED,
        ROLE: sorted(use.map(({ role }) => role)),
        ACT: code === 'R-9' ? FINDINGS : ACTS,
        AGENCY: sorted(quality.map(({ group }) => group)),
        SHIFT: onBorder?.groups ?? [],
        PURPOSE: PURPOSES,
        AREA: onAudit?.areas ?? [],
      },
      measure(table, row, column) {
        if (column === 'asset-usd') return onAssets?.sums.get(`${table} ${row}`) ?? null;
        if (column === 'check-ms') return onBorder?.times.get(row) ?? null;
        if (column === 'consent-share') return consentShare(onCases?.facts ?? [], state, row);
        if (column === 'late-days') return lateDays(row);
        if (column === 'answer-median') return answers(row).median;
        if (column === 'answer-p90') return answers(row).p90;
        if (column === 'searches-each') return searchesEach(use, row);
        if (column === 'false-rate') return onBorder?.rate(table, row) ?? null;
        const summary = summaries.get(`${table} ${row}`);
        return (column === 'median' ? summary?.median : summary?.p90) ?? null;
      },
    };
  };
}
