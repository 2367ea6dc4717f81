// Accountability reports: who reads which, in which form; versions that stay; what two states count differently.
import { type Actor, type Locale, may } from '../../domain/access/actor.ts';
import { notFound } from '../../domain/errors.ts';
import { DEFINITIONS_VERSION } from '../../domain/reports/definitions.ts';
import { differencesOf, textOf } from '../../domain/reports/differences.ts';
import { type Period, periodText } from '../../domain/reports/period.ts';
import { EXCHANGED, REPORT_TABLES } from '../../domain/reports/specs.ts';
import {
  type BuiltTables,
  buildTables,
  type PrintedTable,
  type TableSpec,
} from '../../domain/reports/tables.ts';
import {
  mayReadReport,
  REPORT_CODES,
  type ReportCode,
  TABLE_REPORTS,
  type TableReport,
} from '../../domain/reports/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { asProblem } from '../../platform/database/problems.ts';
import type { Reader } from '../../platform/database/replica.ts';
import { FileReply } from '../../platform/http/route.ts';
import { createSigner } from '../../platform/security/signer.ts';
import type { Vault } from '../../platform/security/vault.ts';
import { createTurns, stepByStep } from '../../platform/turns.ts';
import type { CaseService } from '../cases/service.ts';
import type { ReferenceService } from '../reference/service.ts';
import { createComparing } from './comparing.ts';
import {
  type Comparison,
  type FreezeBody,
  type FrozenFacts,
  REPORT_FORMATS,
  type ReportList,
  type ReportQuery,
  type ReportView,
} from './contract.ts';
import { createDayClosing, type DayClosing } from './day-closing.ts';
import { csvOf, pdfOf, xlsxOf } from './files.ts';
import { createMaterial } from './material.ts';
import { type Scope, scopeOf } from './scope.ts';
import type { VersionRow } from './version-store.ts';
import { contentOf, createReportVersions } from './versions.ts';
import { columnTitle, describeTable, type Names, rowLabel, say } from './words.ts';
import { createWorkLists, type WorkList } from './work-lists.ts';

export interface ReportDeps {
  readonly config: { readonly training: boolean };
  readonly database: Database;
  /** For numbers that are looked at; what is frozen comes from the primary. */
  readonly reader: Reader;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly reference: ReferenceService;
  readonly cases: Pick<CaseService, 'showBoard' | 'listDeadlines'>;
}

export interface ReportService extends DayClosing {
  /** What the reader may ask for, and the frozen versions that he may read. */
  list(actor: Actor): Promise<ReportList>;
  /** @throws Problem `not-found` for what the role does not read, and for other states' unpublished numbers */
  show(actor: Actor, code: Exclude<ReportCode, 'R-10'>, query: ReportQuery): Promise<unknown>;
  /** @throws Problem `validation-failed` before the period is over, or when no number has changed */
  freeze(actor: Actor, body: FreezeBody): Promise<FrozenFacts>;
  publish(actor: Actor, versionId: string, states: readonly string[]): Promise<FrozenFacts>;
  compare(actor: Actor, firstId: string, secondId: string): Promise<Comparison>;
}

const SCREENS: Partial<Record<ReportCode, string>> = {
  'R-2': '/v1/case-board',
  'R-3': '/v1/deadlines',
  'R-10': '/v1/persons/{personId}/dossier',
};
const NAME = { ky: 'nameKy', ru: 'nameRu', kk: 'nameKk', en: 'nameEn' } as const;

const isTableReport = (code: ReportCode): code is TableReport =>
  (TABLE_REPORTS as readonly ReportCode[]).includes(code);

/** An agency's numbers are those of its own requests: it is asked nothing. */
function specsFor(code: TableReport, { agencyId }: Scope): readonly TableSpec[] {
  const specs = REPORT_TABLES[code];
  if (agencyId === null || !EXCHANGED.includes(code)) return specs;
  return specs
    .filter(({ side }) => side === 'RQ')
    .map((spec) => ({ ...spec, columns: spec.columns.filter(({ side }) => (side ?? 'RQ') === 'RQ') }));
}

export function createReportService(deps: ReportDeps): ReportService {
  const { database, reader, clock, vault, reference, cases } = deps;
  const signer = createSigner(vault, 'report-signing');
  // A report of a year is seconds of work: border checks go between its steps, and a second report after it.
  const inTurn = createTurns();

  async function build(from: Reader, code: TableReport, scope: Scope, period: Period): Promise<BuiltTables> {
    const { items } = await reference.countries();
    const members = items.flatMap(({ alpha3, member }) => (member ? [alpha3] : []));
    const isLedger = scope.agencyId === null && EXCHANGED.includes(code);
    const earlier = isLedger ? await versions.printedBefore(period.year) : [];
    const wish = { code, period, ...scope, now: clock.now(), members, earlier };
    return inTurn(async (giveWay) => {
      const gather = createMaterial(from, giveWay);
      const material = await gather(wish).catch((error) => Promise.reject(asProblem(error)));
      return stepByStep(buildTables(specsFor(code, scope), material), giveWay);
    });
  }

  const versions = createReportVersions({
    ...{ database, clock, vault, signer, reference },
    build: (state, period) => build(database.pool, 'R-1', { state, agencyId: null }, period),
  });

  async function namesIn(locale: Locale): Promise<Names> {
    const { items } = await reference.countries();
    const names = new Map(items.map((country) => [country.alpha3, country[NAME[locale]]]));
    return { state: (alpha3) => names.get(alpha3) ?? alpha3 };
  }

  function differencesIn(
    before: readonly PrintedTable[],
    after: readonly PrintedTable[],
    locale: Locale,
    names: Names,
  ): ReportView['differences'] {
    return differencesOf(before, after).map(({ table, row, column, before: old, after: cell }) => {
      const found = after.find(({ id }) => id === table);
      return {
        table,
        row: found ? rowLabel(found.axis, row, locale, names) : row,
        column: found ? columnTitle(found, column, locale) : '',
        before: textOf(old),
        after: textOf(cell),
      };
    });
  }

  interface Shown {
    readonly code: TableReport;
    readonly scope: Scope;
    readonly period: Period;
    readonly tables: readonly PrintedTable[];
    readonly frozen: VersionRow | null;
  }

  async function viewOf(actor: Actor, shown: Shown, locale: Locale): Promise<ReportView> {
    const { code, scope, period, tables, frozen } = shown;
    const names = await namesIn(locale);
    const before = frozen ? await versions.before(frozen) : null;
    const [facts] = frozen ? await versions.factsOf(actor, [frozen]) : [];
    return {
      code,
      title: say(`report.${code}`, locale),
      state: scope.state,
      stateName: names.state(scope.state),
      unit: scope.agencyId === null ? 'STATE' : 'AGENCY',
      ...period,
      language: locale,
      definitionsVersion: frozen ? contentOf(frozen).definitions : DEFINITIONS_VERSION,
      madeAt: (frozen?.frozenAt ?? clock.now()).toISOString(),
      smallNote: EXCHANGED.includes(code) ? say('report.small-note', locale) : null,
      frozen: facts ?? null,
      tables: tables.map((table) => describeTable(table, locale, names)),
      differences: before ? differencesIn(contentOf(before).tables, tables, locale, names) : [],
    };
  }

  /** Live numbers of the own side, or the frozen ones that were asked for. */
  async function find(actor: Actor, code: TableReport, query: ReportQuery): Promise<Shown> {
    const period: Period = {
      year: query.year ?? clock.now().getUTCFullYear(),
      quarter: (query.quarter ?? null) as Period['quarter'],
    };
    const isFrozen =
      query.version !== undefined || (query.state !== undefined && query.state !== actor.state);
    if (isFrozen && code === 'R-1') {
      const state = query.state ?? actor.state ?? '';
      const frozen =
        query.version === undefined
          ? await versions.readLast(actor, state, period)
          : await versions.readByNumber(actor, state, period, query.version);
      return { code, scope: { state, agencyId: null }, period, tables: contentOf(frozen).tables, frozen };
    }
    const scope = scopeOf(actor, code);
    if (isFrozen) throw notFound();
    return { code, scope, period, tables: (await build(reader, code, scope, period)).tables, frozen: null };
  }

  async function fileOf(actor: Actor, view: ReportView, format: 'csv' | 'xlsx' | 'pdf'): Promise<FileReply> {
    const version = view.frozen ? `-v${view.frozen.version}` : '';
    const name = `${view.code}-${view.state}-${periodText(view as Period)}${version}.${format}`;
    const zone = await reference.zoneOf(actor.state ?? view.state);
    if (format === 'csv') return new FileReply('text/csv; charset=utf-8', Buffer.from(csvOf(view)), name);
    return format === 'xlsx'
      ? xlsxOf(view, name)
      : pdfOf(view, name, { viewer: actor.id, zone, now: clock.now() }, deps.config.training);
  }

  const showWork = createWorkLists({ clock, reference, cases, namesIn, training: deps.config.training });

  return {
    ...createDayClosing(database, clock),

    async list(actor) {
      const own = await versions.list(actor);
      const items = REPORT_CODES.filter((code) => mayReadReport(actor.roles, code)).map((code) => ({
        code,
        title: say(`report.${code}`, actor.locale),
        formats: code === 'R-10' ? (['pdf'] as const) : REPORT_FORMATS,
        screen: SCREENS[code] ?? null,
        mayFreeze: code === 'R-1' && may(actor, 'report.freeze'),
      }));
      await database.record(actor, { type: 'report.listed', data: { count: items.length + own.length } });
      return {
        items: items.map((item) => ({ ...item, formats: [...item.formats] })),
        frozen: await versions.factsOf(actor, own),
      };
    },

    async show(actor, code, query) {
      const { format } = query;
      const traced = (period: string, state: string, version: number | null) =>
        database.record(actor, {
          type: 'report.viewed',
          data: { code, period, state, format, version },
          ...(version !== null && {
            subject: { type: 'report', id: `${code} ${state} ${period} v${version}` },
          }),
        });
      if (isTableReport(code)) {
        const shown = await find(actor, code, query);
        const view = await viewOf(actor, shown, query.language ?? actor.locale);
        await traced(periodText(shown.period), shown.scope.state, shown.frozen?.version ?? null);
        return format === 'json' ? view : fileOf(actor, view, format);
      }
      const { state } = scopeOf(actor, code);
      await traced('', state, null);
      return showWork(actor, code as WorkList, state, query);
    },

    async freeze(actor, body) {
      const { id } = await versions.freeze(actor, body);
      const [facts] = await versions.factsOf(actor, [await versions.readById(actor, id)]);
      if (!facts) throw notFound();
      return facts;
    },

    async publish(actor, versionId, states) {
      const [facts] = await versions.factsOf(actor, [await versions.publish(actor, versionId, states)]);
      if (!facts) throw notFound();
      return facts;
    },

    compare: createComparing({ database, versions, namesIn }),
  };
}
