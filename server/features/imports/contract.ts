// What is sent and said about imports.
import { z } from 'zod';
import { ALERT_TYPES } from '../../domain/alerts/vocabulary.ts';
import { ALERT_FIELDS, TABLE_FIELDS } from '../../domain/imports/table-fields.ts';
import { pageOf, pageQuery } from '../../platform/http/page.ts';

export const MAX_IMPORT_BYTES = 100_000_000;
/** A workbook and a JSON document are in memory as a whole. */
export const MAX_WHOLE_BYTES = 50_000_000;
export const MAX_RECORDS = 200_000;

export const IMPORT_KINDS = ['PERSONS', 'ALERTS'] as const;
export const IMPORT_SOURCES = ['TABLE', 'NATIVE', 'INTERPOL', 'FBI', 'OFAC', 'UN', 'FTM'] as const;
export const FILE_FORMATS = ['CSV', 'XLSX', 'JSON', 'JSONL', 'XML'] as const;
export const IMPORT_STATUSES = [
  'RECEIVED',
  'RUNNING',
  'DONE',
  'BROKEN',
  'TAKING_BACK',
  'TAKEN_BACK',
] as const;
export const ROW_STATUSES = ['IMPORTED', 'FAULTY', 'SKIPPED', 'REPEATED'] as const;
export const ROW_FATES = ['REMOVED', 'CHANGED', 'IN_USE', 'ALERT_CHANGED', 'GONE'] as const;

export const uploadFields = z.strictObject({
  kind: z.enum(IMPORT_KINDS).meta({
    description:
      'PERSONS: records alone. ALERTS: each with the draft of an alert, which goes through the publication gate.',
  }),
});

export const importOptions = z
  .strictObject({
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .default('ru')
      .meta({ description: 'Of the texts in the file, ISO 639.' }),
    alertType: z.enum(ALERT_TYPES).optional().meta({ description: 'For records that do not say it.' }),
  })
  .meta({ id: 'ImportOptions' });

const mapping = z.record(z.string().max(120), z.enum(TABLE_FIELDS));

export const mappingBody = z
  .strictObject({
    mapping: mapping.meta({ description: 'Column → meaning; columns left out are left aside.' }),
    options: importOptions,
    remember: z.boolean().default(false).meta({
      description: 'Propose the same when the agency sends a file with these columns again.',
    }),
  })
  .meta({
    id: 'ImportMapping',
    examples: [
      {
        mapping: { Фамилия: 'family', Имя: 'given', 'Дата рождения': 'birthDate' },
        options: { language: 'ru' },
      },
    ],
  });

export const startBody = z
  .strictObject({
    duplicates: z.enum(['MARK', 'SKIP']).default('MARK').meta({
      description: 'Records that are probably in the registry: record and mark them, or leave them out.',
    }),
  })
  .meta({ id: 'ImportStart' });

export const takeBackBody = z
  .strictObject({ reason: z.string().trim().min(3).max(500) })
  .meta({ id: 'ImportTakeBack' });

export const importView = z
  .object({
    id: z.string(),
    kind: z.enum(IMPORT_KINDS),
    source: z.enum(IMPORT_SOURCES),
    format: z.enum(FILE_FORMATS),
    fileName: z.string(),
    agencyId: z.string(),
    status: z.enum(IMPORT_STATUSES),
    progress: z
      .object({
        records: z.number(),
        done: z.number(),
        imported: z.number(),
        faulty: z.number(),
        skipped: z.number(),
        repeated: z.number(),
        duplicates: z.number().meta({ description: 'Imported, and probably in the registry already.' }),
        removed: z.number(),
        left: z.number(),
      })
      .meta({ id: 'ImportProgress' }),
    createdAt: z.string(),
    startedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    version: z.number(),
  })
  .meta({ id: 'Import' });

export const importDetail = importView
  .extend({
    columns: z.array(z.string()),
    mapping,
    options: importOptions,
    fields: z.array(z.enum(TABLE_FIELDS)).meta({ description: 'What a column may mean.' }),
    takeBackReason: z.string().nullable(),
  })
  .meta({ id: 'ImportDetail' });

const rowFault = z.object({ field: z.string(), code: z.string(), text: z.string() });

const likely = z.object({
  personId: z.string().nullable().meta({ description: 'Null for another record of the same file.' }),
  line: z.number().nullable(),
  registryNumber: z.string().nullable(),
  names: z.array(z.string()),
  band: z.string(),
  score: z.number(),
});

export const previewView = z
  .object({
    rows: z.array(
      z.object({
        line: z.number(),
        names: z.array(z.string()),
        births: z.array(z.string()),
        nationalities: z.array(z.string()),
        documents: z.array(z.string()),
        alertType: z.string().nullable(),
        refused: z.boolean(),
        faults: z.array(rowFault),
        duplicates: z.array(likely),
      }),
    ),
  })
  .meta({ id: 'ImportPreview' });

export const rowView = z
  .object({
    line: z.number(),
    status: z.enum(ROW_STATUSES),
    personId: z.string().nullable(),
    alertId: z.string().nullable(),
    faults: z.array(rowFault),
    duplicates: z.array(likely),
    fate: z.enum(ROW_FATES).nullable(),
  })
  .meta({ id: 'ImportRow' });

export const importQuery = pageQuery;
export const rowQuery = pageQuery.extend({
  show: z.enum(['ALL', 'FAULTS', 'DUPLICATES', 'LEFT']).default('ALL'),
});
export const importParams = z.strictObject({ importId: z.uuid() });
export const importPage = pageOf(importView);
export const rowPage = pageOf(rowView);

export type ImportKind = (typeof IMPORT_KINDS)[number];
export type ImportSource = (typeof IMPORT_SOURCES)[number];
export type FileFormat = (typeof FILE_FORMATS)[number];
export type ImportStatus = (typeof IMPORT_STATUSES)[number];
export type RowFate = (typeof ROW_FATES)[number];
export type ImportOptions = z.output<typeof importOptions>;
export type MappingBody = z.output<typeof mappingBody>;
export type StartBody = z.output<typeof startBody>;
export type ImportView = z.output<typeof importView>;
export type ImportDetail = z.output<typeof importDetail>;
export type PreviewView = z.output<typeof previewView>;
export type RowView = z.output<typeof rowView>;
export type LikelyView = z.output<typeof likely>;
export type ImportPage = z.output<typeof importPage>;
export type RowPage = z.output<typeof rowPage>;
export type ImportQuery = z.output<typeof importQuery>;
export type RowQuery = z.output<typeof rowQuery>;

export const fieldsOf = (kind: string) =>
  TABLE_FIELDS.filter((field) => kind === 'ALERTS' || !(ALERT_FIELDS as readonly string[]).includes(field));
