// What is asked of reports and what they answer: tables with their words and definitions, versions, differences.
import { z } from 'zod';
import { LOCALES } from '../../domain/access/actor.ts';
import { COUNTING_UNITS, REFERENCE_DATES, REPORT_CODES } from '../../domain/reports/vocabulary.ts';

const alpha3 = z.string().regex(/^[A-Z]{3}$/);
const year = z.coerce.number().int().min(2000).max(2100);

export const REPORT_FORMATS = ['json', 'csv', 'xlsx', 'pdf'] as const;

/** R-10 is about one person and asks for a purpose: it has an address of its own. */
export const reportParams = z.strictObject({ code: z.enum(REPORT_CODES).exclude(['R-10']) });

export const reportQuery = z.strictObject({
  year: year.optional().meta({ description: 'The present year when left out.' }),
  quarter: z.coerce.number().int().min(1).max(4).optional(),
  state: alpha3.optional().meta({ description: 'Of others only what was published.' }),
  version: z.coerce.number().int().min(1).optional().meta({ description: 'A frozen version of R-1.' }),
  format: z.enum(REPORT_FORMATS).default('json'),
  language: z.enum(LOCALES).optional(),
});
export type ReportQuery = z.output<typeof reportQuery>;

const cell = z.object({
  mark: z.enum(['SHOWN', 'SMALL', 'WITHHELD', 'CLOSED', 'NONE']),
  value: z.number().nullable(),
  text: z.string().meta({ description: 'As it is read: a number, "<3", or a sign.' }),
});

const definition = z.object({ name: z.string(), rule: z.string() });

const table = z.object({
  id: z.string(),
  title: z.string(),
  unit: z.enum(COUNTING_UNITS),
  reference: z.enum(REFERENCE_DATES),
  note: z.string().meta({ description: 'Counting unit and reference date in words.' }),
  rowHead: z.string(),
  chart: z.number().nullable().meta({ description: 'Place of the column that is drawn.' }),
  columns: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['COUNT', 'DAYS', 'MEAN', 'PERCENT', 'MONEY', 'MILLISECONDS']),
      title: z.string(),
    }),
  ),
  definitions: z.array(definition),
  rows: z.array(z.object({ key: z.string(), label: z.string(), cells: z.array(cell) })),
});

export const frozenFacts = z
  .object({
    id: z.string(),
    code: z.enum(REPORT_CODES),
    state: z.string(),
    year: z.number(),
    quarter: z.number().nullable(),
    version: z.number(),
    reason: z.string().nullable(),
    frozenBy: z.string().nullable().meta({ description: 'null for readers of other states.' }),
    frozenAt: z.iso.datetime(),
    sha256: z.string(),
    previousSha256: z.string().nullable(),
    keyId: z.string(),
    signature: z.string(),
    publicKey: z.string(),
    isIntact: z.boolean().meta({ description: 'Hash and signature fit what is kept.' }),
    publishedTo: z.array(z.string()),
  })
  .meta({ id: 'FrozenReport' });
export type FrozenFacts = z.output<typeof frozenFacts>;

export const reportView = z
  .object({
    code: z.enum(REPORT_CODES),
    title: z.string(),
    state: z.string(),
    stateName: z.string(),
    unit: z.enum(['STATE', 'AGENCY']).meta({ description: 'AGENCY: numbers of the own agency only.' }),
    year: z.number(),
    quarter: z.number().nullable(),
    language: z.enum(LOCALES),
    definitionsVersion: z.string(),
    madeAt: z.iso.datetime(),
    smallNote: z.string().nullable(),
    frozen: frozenFacts.nullable(),
    tables: z.array(table),
    differences: z
      .array(
        z.object({
          table: z.string(),
          row: z.string(),
          column: z.string(),
          before: z.string(),
          after: z.string(),
        }),
      )
      .meta({ description: 'Against the version before, cell by cell.' }),
  })
  .meta({ id: 'Report' });
export type ReportView = z.output<typeof reportView>;

export const reportList = z
  .object({
    items: z.array(
      z.object({
        code: z.enum(REPORT_CODES),
        title: z.string(),
        formats: z.array(z.enum(REPORT_FORMATS)),
        screen: z.string().nullable().meta({ description: 'Where work is seen: a path of the API.' }),
        mayFreeze: z.boolean(),
      }),
    ),
    frozen: z.array(frozenFacts),
  })
  .meta({ id: 'ReportList' });
export type ReportList = z.output<typeof reportList>;

export const freezeParams = z.strictObject({ code: z.literal('R-1') });
export const freezeBody = z
  .strictObject({
    year: z.number().int().min(2000).max(2100),
    quarter: z.number().int().min(1).max(4).optional(),
    reason: z.string().trim().min(3).max(1_000).optional(),
  })
  .meta({ id: 'FreezeReport' });
export type FreezeBody = z.output<typeof freezeBody>;

export const versionParams = z.strictObject({ versionId: z.uuid() });
export const publicationBody = z
  .strictObject({ states: z.array(alpha3).min(1).max(40) })
  .meta({ id: 'PublishReport' });

export const compareBody = z
  .strictObject({
    firstId: z.uuid().meta({ description: 'A frozen version of the own state.' }),
    secondId: z.uuid().meta({ description: 'A version that another state published to the own one.' }),
  })
  .meta({ id: 'CompareReports' });

export const comparison = z
  .object({
    first: z.object({ state: z.string(), name: z.string(), version: z.number() }),
    second: z.object({ state: z.string(), name: z.string(), version: z.number() }),
    year: z.number(),
    quarter: z.number().nullable(),
    differing: z.number(),
    items: z.array(
      z.object({
        side: z.enum(['RQ', 'RD']).meta({ description: 'As which side the first state counts.' }),
        firstColumn: z.string(),
        secondColumn: z.string(),
        first: z.string(),
        second: z.string(),
        gap: z
          .number()
          .nullable()
          .meta({ description: 'By how much the second counts more; null where one is not shown.' }),
        verdict: z.enum(['EQUAL', 'DIFFERS', 'NOT_COMPARABLE']),
      }),
    ),
  })
  .meta({ id: 'ReportComparison' });
export type Comparison = z.output<typeof comparison>;
