// Scars, tattoos and other marks by which a person is recognised.
import { z } from 'zod';
import { MARK_KINDS } from '../../../domain/persons/vocabulary.ts';
import { languageCode, words } from '../field-schemas.ts';
import {
  type PartRow,
  partKind,
  sourceData,
  sourceFields,
  sourceInput,
  sourceOf,
  sourceView,
} from './part-kind.ts';

type MarkKind = (typeof MARK_KINDS)[number];

const fields = {
  kind: z.enum(MARK_KINDS),
  bodyPart: words(100),
  description: words(500),
  language: languageCode.nullish(),
  ...sourceFields,
};

export const markBody = z
  .strictObject(fields)
  .meta({ id: 'MarkBody', examples: [{ kind: 'SCAR', bodyPart: 'left hand', description: 'about 4 cm' }] });
type MarkBody = z.output<typeof markBody>;

export const markView = z
  .object({
    ...sourceView,
    kind: z.enum(MARK_KINDS),
    bodyPart: z.string(),
    description: z.string(),
    language: z.string().nullable(),
  })
  .meta({ id: 'Mark' });

export interface MarkRow extends PartRow {
  readonly kind: string;
  readonly bodyPart: string;
  readonly description: string;
  readonly language: string | null;
}

const shared = (row: MarkRow) => ({
  kind: row.kind as MarkKind,
  bodyPart: row.bodyPart,
  description: row.description,
  language: row.language,
});

export const markKind = partKind<MarkBody, MarkRow, z.output<typeof markView>>({
  path: 'marks',
  part: 'mark',
  body: markBody,
  patch: z.strictObject(fields).partial().meta({ id: 'MarkPatch' }),
  view: markView,
  countries: () => [],
  prepare: (input) => ({
    data: {
      ...sourceData(input),
      kind: input.kind,
      bodyPart: input.bodyPart,
      description: input.description,
      language: input.language ?? null,
    },
    faults: [],
    warnings: [],
  }),
  toInput: (row) => ({ ...sourceInput(row), ...shared(row) }),
  toView: (row, own) => ({ ...sourceOf(row, own), ...shared(row) }),
});
