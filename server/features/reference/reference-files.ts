// The shipped files of law and practice: their form, checked before a row reaches a table, and the tables they fill.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ROLES } from '../../domain/access/role.ts';
import { ACTION_CODES } from '../../domain/alerts/vocabulary.ts';
import { isZoneName } from '../../domain/dates/zone.ts';
import { treatyRow } from '../treaties/profile-schema.ts';
import { readAlertPeriods } from './alert-periods.ts';
import { matchPolicySettings } from './contract.ts';
import { readHitClocks } from './hit-clocks.ts';
import type { ReferenceRow, ReferenceTable } from './load-store.ts';
import { readRequestPeriods } from './request-periods.ts';
import { readRetentionPeriods } from './retention-periods.ts';

const text = z.string().trim().min(1).max(4_000);
const alpha3 = z.string().regex(/^[A-Z]{3}$/);
const day = z.iso.date();
const version = z.number().int().min(1);
const months = z.number().int().min(0).nullable().default(null);
const verified = {
  source: text,
  verifiedBy: text.nullable().default(null),
  verifiedOn: day.nullable().default(null),
};

const country = z.strictObject({
  alpha3,
  alpha2: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  nameKy: text,
  nameRu: text,
  nameKk: text,
  nameEn: text,
  timeZone: z.string().refine(isZoneName).nullable(),
  member: z.boolean().default(false),
  successors: z.array(alpha3).default([]),
  source: text,
});

const offenceCode = z.strictObject({
  state: alpha3,
  codeName: text,
  article: text,
  part: text.nullable().default(null),
  point: text.nullable().default(null),
  validFrom: day,
  validTo: day.nullable().default(null),
  titleOrig: text,
  titleRu: text,
  titleEn: text,
  minPenaltyMonths: months,
  maxPenaltyMonths: months,
  seriousness: text.nullable().default(null),
  uncacArticles: z.array(z.number().int().min(15).max(25)).default([]),
  ...verified,
});

const officerCard = z.strictObject({
  action: z.enum(ACTION_CODES),
  version,
  textKy: text,
  textRu: text,
  textKk: text,
  textEn: text,
  visibleTo: z.array(z.enum(ROLES)),
  validFrom: day,
  ...verified,
});

const legalPeriod = z.strictObject({
  code: text,
  version,
  settings: z.record(z.string(), z.unknown()),
  validFrom: day,
  ...verified,
});

const matchPolicy = z.looseObject({ code: text, version, validFrom: z.iso.datetime().optional() });

const VERIFIED_COLUMNS = { source: 'text', verified_by: 'text', verified_on: 'date' };

/** Rows of one table, in the order in which tables are filled. */
export interface ReferenceContent {
  readonly table: ReferenceTable;
  readonly rows: readonly ReferenceRow[];
}

const COUNTRY: ReferenceTable = {
  name: 'country',
  key: ['alpha3'],
  columns: {
    alpha3: 'char(3)',
    alpha2: 'char(2)',
    name_ky: 'text',
    name_ru: 'text',
    name_kk: 'text',
    name_en: 'text',
    time_zone: 'text',
    member: 'boolean',
    successors: 'text[]',
    source: 'text',
  },
  refreshed: ['alpha2', 'name_ky', 'name_ru', 'name_kk', 'name_en', 'time_zone', 'successors', 'source'],
  // Which states take part is the installation's decision; the file only proposes.
  local: ['member'],
};

const OFFENCE_CODE: ReferenceTable = {
  name: 'offence_code',
  key: ['id'],
  columns: {
    id: 'uuid',
    state: 'char(3)',
    code_name: 'text',
    article: 'text',
    part: 'text',
    point: 'text',
    valid_from: 'date',
    valid_to: 'date',
    title_orig: 'text',
    title_ru: 'text',
    title_en: 'text',
    min_penalty_months: 'integer',
    max_penalty_months: 'integer',
    seriousness: 'text',
    uncac_articles: 'integer[]',
    ...VERIFIED_COLUMNS,
  },
  refreshed: [
    'valid_to',
    'title_orig',
    'title_ru',
    'title_en',
    'min_penalty_months',
    'max_penalty_months',
    'seriousness',
    'uncac_articles',
    'source',
  ],
  local: ['verified_by', 'verified_on'],
};

const OFFICER_CARD: ReferenceTable = {
  name: 'officer_card',
  key: ['action', 'version'],
  columns: {
    action: 'text',
    version: 'integer',
    text_ky: 'text',
    text_ru: 'text',
    text_kk: 'text',
    text_en: 'text',
    visible_to: 'role[]',
    valid_from: 'date',
    ...VERIFIED_COLUMNS,
  },
  refreshed: [],
  local: ['verified_by', 'verified_on'],
};

const LEGAL_PERIOD: ReferenceTable = {
  name: 'legal_period',
  key: ['code', 'version'],
  columns: { code: 'text', version: 'integer', settings: 'jsonb', valid_from: 'date', ...VERIFIED_COLUMNS },
  refreshed: [],
  local: ['verified_by', 'verified_on'],
};

const MATCH_POLICY: ReferenceTable = {
  name: 'match_policy',
  key: ['code', 'version'],
  columns: { code: 'text', version: 'integer', settings: 'jsonb', valid_from: 'timestamptz', source: 'text' },
  refreshed: [],
  local: [],
};

const TREATY_PROFILE: ReferenceTable = {
  name: 'treaty_profile',
  key: ['code', 'version'],
  columns: {
    code: 'text',
    version: 'integer',
    kind: 'text',
    title: 'text',
    titles: 'jsonb',
    valid_from: 'date',
    settings: 'jsonb',
    ...VERIFIED_COLUMNS,
  },
  // Translations of the title are no law: they may be bettered.
  refreshed: ['titles'],
  local: ['verified_by', 'verified_on'],
};

const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));

async function readRows<T extends z.ZodType>(folder: string, name: string, row: T): Promise<z.output<T>[]> {
  const parsed = z
    .array(row)
    .min(1)
    .safeParse(await readJson(join(folder, name)));
  if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** The same article has the same id in every installation (UUID version 8: made from its own name). */
function offenceId(code: z.output<typeof offenceCode>): string {
  const { state, codeName, article, part, point, validFrom } = code;
  const hash = createHash('sha256')
    .update(JSON.stringify([state, codeName, article, part, point, validFrom]))
    .digest('hex');
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

const snakeCase = (row: object): ReferenceRow =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );

async function readPolicies(folder: string): Promise<ReferenceRow[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (name) => {
      const {
        code,
        version: number,
        validFrom,
        ...settings
      } = matchPolicy.parse(await readJson(join(folder, name)));
      matchPolicySettings.parse({ ...settings, code, version: number });
      return {
        code,
        version: number,
        settings,
        valid_from: validFrom ?? '1970-01-01T00:00:00Z',
        source: `search-config/match-policies/${name}`,
      };
    }),
  );
}

/** One file a profile, with all its versions. */
async function readTreaties(folder: string): Promise<ReferenceRow[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const rows = await Promise.all(files.map((name) => readRows(folder, name, treatyRow)));
  return rows.flat().map(snakeCase);
}

/**
 * Reads and checks all files.
 * @param data folder of countries, offence codes, officer cards and periods
 * @param policies folder of match policies
 * @throws Error naming the file when one is malformed, or when an action has no card or a period is missing
 */
export async function readReferenceFiles(data: string, policies: string): Promise<ReferenceContent[]> {
  const [countries, offences, cards, periods, treaties, matching] = await Promise.all([
    readRows(data, 'countries.json', country),
    readRows(data, 'offence-codes.json', offenceCode),
    readRows(data, 'officer-cards.json', officerCard),
    readRows(data, 'periods.json', legalPeriod),
    readTreaties(join(data, 'treaty-profiles')),
    readPolicies(policies),
  ]);
  const wordless = ACTION_CODES.filter((action) => !cards.some((card) => card.action === action));
  if (wordless.length > 0) throw new Error(`officer-cards.json: no card for ${wordless.join(', ')}`);
  readAlertPeriods(periods);
  readHitClocks(periods);
  readRetentionPeriods(periods);
  readRequestPeriods(periods);
  return [
    { table: COUNTRY, rows: countries.map(snakeCase) },
    { table: OFFENCE_CODE, rows: offences.map((row) => snakeCase({ id: offenceId(row), ...row })) },
    { table: OFFICER_CARD, rows: cards.map(snakeCase) },
    { table: LEGAL_PERIOD, rows: periods.map(snakeCase) },
    { table: TREATY_PROFILE, rows: treaties },
    { table: MATCH_POLICY, rows: matching },
  ];
}
