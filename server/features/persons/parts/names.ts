// Names of a person: one row per spelling and source.
import { z } from 'zod';
import {
  detectScript,
  nameFindings,
  nameText,
  type WrittenName,
} from '../../../domain/persons/name-rules.ts';
import {
  NAME_STANDARDS,
  NAME_TYPES,
  type NameStandard,
  type NameType,
  SCRIPTS,
  type Script,
} from '../../../domain/persons/vocabulary.ts';
import { dateOf, dayOf } from '../../../platform/database/calendar-day.ts';
import { day, languageCode, words } from '../field-schemas.ts';
import {
  type PartContext,
  type PartRow,
  partKind,
  periodFaults,
  sourceData,
  sourceFields,
  sourceInput,
  sourceOf,
  sourceView,
} from './part-kind.ts';

/** Machine-made spellings are not written by people. */
const WRITTEN_TYPES = NAME_TYPES.filter((type) => type !== 'TRANSLITERATED');

const part = words(150).nullish();

const fields = {
  type: z.enum(WRITTEN_TYPES as [NameType, ...NameType[]]),
  full: words(300).nullish().meta({
    description: 'As written in the source, in any script and order; made of the parts when left out.',
  }),
  family: part,
  given: part,
  patronymic: part,
  prefix: part,
  suffix: part,
  language: languageCode.nullish(),
  standard: z.enum(NAME_STANDARDS).nullish().meta({ description: 'Where a Latin spelling comes from.' }),
  mrzForm: z
    .string()
    .regex(/^[A-Z<]{1,80}$/)
    .nullish()
    .meta({ description: 'The spelling in the machine-readable zone of a document.' }),
  validFrom: day.nullish(),
  validTo: day.nullish(),
  legalBasis: words(500).nullish().meta({ description: 'Of a legal change of name.' }),
  ...sourceFields,
};

export const nameBody = z.strictObject(fields).meta({
  id: 'NameBody',
  examples: [{ type: 'PRIMARY', family: 'Сыдыков', given: 'Нурбек', patronymic: 'Алыевич', language: 'ky' }],
});
type NameBody = z.output<typeof nameBody>;

export const nameView = z
  .object({
    ...sourceView,
    type: z.enum(NAME_TYPES),
    full: z.string(),
    family: z.string().nullable(),
    given: z.string().nullable(),
    patronymic: z.string().nullable(),
    prefix: z.string().nullable(),
    suffix: z.string().nullable(),
    script: z.enum(SCRIPTS).meta({ description: 'ISO 15924; found by the registry.' }),
    mixedScript: z.boolean(),
    language: z.string().nullable(),
    standard: z.enum(NAME_STANDARDS).nullable(),
    mrzForm: z.string().nullable(),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
    legalBasis: z.string().nullable(),
  })
  .meta({ id: 'Name' });

export interface NameRow extends PartRow {
  readonly type: NameType;
  readonly full: string;
  readonly family: string | null;
  readonly given: string | null;
  readonly patronymic: string | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
  readonly script: string;
  readonly mixedScript: boolean;
  readonly language: string | null;
  readonly standard: string | null;
  readonly mrzForm: string | null;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  readonly legalBasis: string | null;
}

const written = ({ type, full, family, given, patronymic }: NameBody | NameRow): WrittenName => ({
  type,
  full: full ?? null,
  family: family ?? null,
  given: given ?? null,
  patronymic: patronymic ?? null,
});

const shared = (row: NameRow) => ({
  type: row.type,
  family: row.family,
  given: row.given,
  patronymic: row.patronymic,
  prefix: row.prefix,
  suffix: row.suffix,
  language: row.language,
  standard: row.standard as NameStandard | null,
  mrzForm: row.mrzForm,
  validFrom: dayOf(row.validFrom),
  validTo: dayOf(row.validTo),
  legalBasis: row.legalBasis,
});

/** The rules that hold for the name itself and beside the other names of its state. */
function findings(input: NameBody, { siblings }: PartContext) {
  const names = [...(siblings as readonly NameRow[]).map(written), written(input)];
  return nameFindings(names).filter(({ index }) => index === names.length - 1);
}

export const nameKind = partKind<NameBody, NameRow, z.output<typeof nameView>>({
  path: 'names',
  part: 'name',
  body: nameBody,
  patch: z.strictObject(fields).partial().meta({ id: 'NamePatch' }),
  view: nameView,
  countries: () => [],
  prepare(input, context) {
    const full = nameText(written(input));
    const { script, mixed } = detectScript(full);
    const found = findings(input, context);
    const { type, family, given, patronymic, prefix, suffix, language, standard, mrzForm, legalBasis } =
      input;
    return {
      data: {
        ...sourceData(input),
        type,
        full,
        family: family ?? null,
        given: given ?? null,
        patronymic: patronymic ?? null,
        prefix: prefix ?? null,
        suffix: suffix ?? null,
        script,
        mixedScript: mixed,
        language: language ?? null,
        standard: standard ?? null,
        mrzForm: mrzForm ?? null,
        validFrom: dateOf(input.validFrom ?? null),
        validTo: dateOf(input.validTo ?? null),
        legalBasis: legalBasis ?? null,
      },
      faults: [
        ...found
          .filter(({ code }) => code !== 'MIXED_SCRIPT')
          .map(({ code }) => ({ at: code === 'SECOND_PRIMARY_IN_SCRIPT' ? '/type' : '/full', code })),
        ...periodFaults(input.validFrom, input.validTo, '/validTo'),
      ],
      warnings: mixed ? [{ at: '/full', code: 'MIXED_SCRIPT' }] : [],
    };
  },
  toInput(row) {
    const fromParts = nameText({ ...written(row), full: null });
    // A text that was made of the parts is made of them again when they change.
    return { ...sourceInput(row), ...shared(row), full: fromParts === row.full ? null : row.full };
  },
  toView: (row, own) => ({
    ...sourceOf(row, own),
    ...shared(row),
    full: row.full,
    script: row.script as Script,
    mixedScript: row.mixedScript,
  }),
});
