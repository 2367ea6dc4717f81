// Which tables a report is made of: their rows, columns and counting units, as data.

import type { ColumnSpec, TableSpec } from './tables.ts';
import type { TableReport } from './vocabulary.ts';

const count = (id: string, change: Partial<ColumnSpec> = {}): ColumnSpec => ({
  ...{ id, kind: 'COUNT', family: id },
  ...change,
});
const stock = (id: string): ColumnSpec => count(id, { isStock: true });

const byPartner = (id: string, side: 'RQ' | 'RD', columns: readonly ColumnSpec[]): TableSpec => ({
  ...{ id, unit: 'CASE', reference: 'STATE_ENTRY', axis: 'PARTNER', side, columns },
  ...{ hasTotal: true, chart: 0 },
});

const OUTCOMES = ['granted', 'partly', 'refused', 'withdrawn', 'surrendered'].map((id) => count(id));
const WAITING = [stock('waiting-6'), stock('waiting-12'), stock('waiting-more')];

const stages = (id: string, side: 'RQ' | 'RD'): TableSpec => ({
  ...{ id, unit: 'CASE', reference: 'STATE_ENTRY', axis: 'STAGE', side, hasTotal: false, chart: 1 },
  columns: [
    count('closed'),
    { id: 'median', kind: 'DAYS', beside: [0] },
    { id: 'p90', kind: 'DAYS', beside: [0] },
    stock('open'),
  ],
});

const sides = (family: string): ColumnSpec[] => [
  { ...count(family, { side: 'RQ' }) },
  { ...count(family, { side: 'RD' }) },
];

const GROUNDS: TableSpec = {
  ...{ id: 'grounds', unit: 'CASE', reference: 'STATE_ENTRY', axis: 'GROUND', side: 'RD' },
  ...{ columns: sides('ground'), hasTotal: false, chart: 1 },
};

const FUNNEL: TableSpec = {
  ...{ id: 'assets', unit: 'ASSET', reference: 'END_OF_PERIOD', axis: 'ASSET_STAGE', side: 'RQ' },
  columns: [stock('asset'), { id: 'asset-usd', kind: 'MONEY', beside: [0] }],
  ...{ hasTotal: false, chart: 0 },
};

const ALERTS: TableSpec = {
  ...{ id: 'alerts', unit: 'ALERT', reference: 'STEP', axis: 'ALERT_TYPE', side: 'RQ' },
  columns: [
    ...['alert-issued', 'alert-withdrawn', 'alert-expired', 'alert-executed'].map((id) => count(id)),
    stock('alert-active'),
  ],
  ...{ hasTotal: true, chart: 0 },
};

const HIT_COLUMNS: readonly ColumnSpec[] = [
  ...['check', 'hit', 'hit-confirmed', 'hit-not-same'].map((id) => count(id)),
  { id: 'false-rate', kind: 'PERCENT', beside: [2, 3] },
  count('hit-stale'),
];

const CLOCKS: TableSpec = {
  ...{ id: 'clocks', unit: 'DEADLINE', reference: 'END_OF_PERIOD', axis: 'CLOCK', side: 'OWN' },
  columns: [
    ...['clock-met', 'clock-late', 'clock-overdue'].map((id) => count(id)),
    stock('clock-standing'),
    { id: 'late-days', kind: 'DAYS', beside: [1] },
  ],
  ...{ hasTotal: true, chart: 1 },
};

const RIGHTS: readonly TableSpec[] = [
  {
    ...{ id: 'rights', unit: 'REQUEST', reference: 'EVENT', axis: 'RIGHT', side: 'OWN' },
    columns: [
      ...['right-asked', 'right-answered', 'right-late'].map((id) => count(id)),
      stock('right-open'),
      { id: 'answer-median', kind: 'DAYS', beside: [1] },
      { id: 'answer-p90', kind: 'DAYS', beside: [1] },
    ],
    ...{ hasTotal: true, chart: 0 },
  },
  {
    ...{ id: 'erasures', unit: 'RECORD', reference: 'EVENT', axis: 'ERASED', side: 'OWN' },
    columns: ['erased', 'erased-on-request', 'erased-proved'].map((id) => count(id)),
    ...{ hasTotal: true, chart: 0 },
  },
];

const PURPOSES: TableSpec = {
  ...{ id: 'purposes', unit: 'EVENT', reference: 'EVENT', axis: 'PURPOSE', side: 'OWN' },
  ...{ columns: [count('search')], hasTotal: true, chart: 0 },
};

export const REPORT_TABLES: Readonly<Record<TableReport, readonly TableSpec[]>> = {
  'R-1': [
    byPartner('requesting', 'RQ', [count('sent'), ...OUTCOMES]),
    byPartner('requested', 'RD', [count('received'), ...OUTCOMES]),
    byPartner('arrests', 'RD', [count('arrested'), count('arrest-lapsed')]),
    byPartner('waiting', 'RD', WAITING),
    byPartner('surrenders', 'RD', [
      ...['surrendered', 'not-taken-over', 'postponed', 'lent', 'by-consent', 'contested'].map((id) =>
        count(id),
      ),
      { id: 'consent-share', kind: 'PERCENT', beside: [4, 5] },
    ]),
    {
      ...{ id: 'quarters', unit: 'CASE', reference: 'STATE_ENTRY', axis: 'QUARTER', side: 'RQ' },
      columns: [
        count('sent'),
        count('received', { side: 'RD' }),
        count('surrendered', { side: 'RQ' }),
        count('surrendered', { side: 'RD' }),
      ],
      ...{ hasTotal: true, chart: 0 },
    },
    GROUNDS,
    {
      ...{ id: 'classes', unit: 'CASE', reference: 'STATE_ENTRY', axis: 'CLASS', side: 'RQ' },
      columns: [count('sent'), count('received', { side: 'RD' })],
      ...{ hasTotal: true, chart: 0 },
    },
    {
      ...{ id: 'articles', unit: 'PERSON', reference: 'STATE_ENTRY', axis: 'ARTICLE', side: 'RQ' },
      ...{ columns: sides('article'), hasTotal: false, chart: 0 },
    },
    stages('stages-requesting', 'RQ'),
    stages('stages-requested', 'RD'),
    {
      ...{ id: 'acts', unit: 'EVENT', reference: 'STATE_ENTRY', axis: 'ACT', side: 'RQ' },
      columns: [
        { id: 'act', kind: 'COUNT', side: 'RQ' },
        { id: 'act', kind: 'COUNT', side: 'RD' },
      ],
      ...{ hasTotal: false, chart: null },
    },
    ALERTS,
    {
      ...{ id: 'border', unit: 'HIT', reference: 'EVENT', axis: 'QUARTER', side: 'OWN' },
      ...{ columns: HIT_COLUMNS, hasTotal: true, chart: 1 },
    },
    FUNNEL,
    CLOCKS,
    ...RIGHTS,
    PURPOSES,
  ],
  'R-4': [
    {
      ...{ id: 'treaties', unit: 'CASE', reference: 'STATE_ENTRY', axis: 'TREATY', side: 'RD' },
      columns: [
        count('treaty-decided'),
        { id: 'median', kind: 'DAYS', beside: [0] },
        { id: 'p90', kind: 'DAYS', beside: [0] },
        stock('treaty-open'),
      ],
      ...{ hasTotal: false, chart: 1 },
    },
    CLOCKS,
  ],
  'R-5': [
    GROUNDS,
    byPartner('refusals-requesting', 'RQ', [count('sent'), count('refused')]),
    byPartner('refusals-requested', 'RD', [count('received'), count('refused')]),
  ],
  'R-6': [FUNNEL],
  'R-7': [
    {
      ...{ id: 'quality', unit: 'RECORD', reference: 'NOW', axis: 'AGENCY', side: 'OWN' },
      columns: ['person', 'no-birth-date', 'no-document', 'no-photo', 'unconfirmed', 'quality-task'].map(
        (id) => count(id),
      ),
      ...{ hasTotal: true, chart: 0 },
    },
  ],
  'R-8': [
    {
      ...{ id: 'shifts', unit: 'CHECK', reference: 'EVENT', axis: 'SHIFT', side: 'OWN' },
      columns: [
        ...['check', 'check-corrected', 'check-degraded', 'check-slow'].map((id) => count(id)),
        { id: 'check-ms', kind: 'MILLISECONDS', beside: [0] },
        ...['hit', 'hit-confirmed', 'hit-not-same'].map((id) => count(id)),
        { id: 'false-rate', kind: 'PERCENT', beside: [6, 7] },
      ],
      ...{ hasTotal: true, chart: 0 },
    },
  ],
  'R-9': [
    {
      ...{ id: 'areas', unit: 'EVENT', reference: 'EVENT', axis: 'AREA', side: 'OWN' },
      columns: ['audit-done', 'audit-refused', 'audit-failed'].map((id) => count(id)),
      ...{ hasTotal: true, chart: 0 },
    },
    {
      ...{ id: 'users', unit: 'USER', reference: 'EVENT', axis: 'ROLE', side: 'OWN' },
      columns: [
        ...['user-account', 'user-active', 'user-searched', 'user-search'].map((id) => stock(id)),
        { id: 'searches-each', kind: 'MEAN', beside: [2] },
      ],
      ...{ hasTotal: false, chart: 1 },
    },
    PURPOSES,
    {
      ...{ id: 'findings', unit: 'EVENT', reference: 'EVENT', axis: 'ACT', side: 'OWN' },
      columns: [{ id: 'finding', kind: 'COUNT', side: 'OWN' }],
      ...{ hasTotal: false, chart: null },
    },
  ],
};

/** Reports whose numbers leave the state, or stand beside those that do: small numbers read "<3". */
export const EXCHANGED: readonly TableReport[] = ['R-1', 'R-4', 'R-5', 'R-6'];
