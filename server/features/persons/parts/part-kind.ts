// What the six kinds of parts of a person have in common: their members, their source, and how a row is prepared.
import { z } from 'zod';
import type { BirthDate } from '../../../domain/dates/birth-date.ts';
import type { CalendarDate } from '../../../domain/dates/calendar-date.ts';
import type { Fault } from '../../../domain/errors.ts';
import {
  CONFIDENCES,
  type Confidence,
  SENSITIVITIES,
  type Sensitivity,
  type Sex,
} from '../../../domain/persons/vocabulary.ts';
import { rowId, words } from '../field-schemas.ts';

export const PART_PATHS = [
  'names',
  'birth-dates',
  'nationalities',
  'documents',
  'national-ids',
  'marks',
] as const;
export type PartPath = (typeof PART_PATHS)[number];

/** Members of every part: whose it is comes from the actor and cannot be given. */
export const sourceFields = {
  sourceRef: words(200).nullish().meta({ description: 'File or message that the fact comes from.' }),
  confidence: z.enum(CONFIDENCES).optional().meta({ description: 'MEDIUM when left out.' }),
  sensitivity: z.enum(SENSITIVITIES).optional().meta({
    description: 'RESTRICTED stays in the source state, SECRET in the source agency. NORMAL when left out.',
  }),
  alertId: rowId.nullish().meta({ description: 'Binds the row to one alert of the own state.' }),
};

export type SourceInput = z.output<z.ZodObject<typeof sourceFields>>;

/** The columns that every part table has. */
export interface PartRow {
  readonly id: string;
  readonly alertId: string | null;
  readonly sourceState: string;
  readonly sourceAgencyId: string;
  readonly sourceRef: string | null;
  readonly confidence: Confidence;
  readonly sensitivity: Sensitivity;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

export const sourceView = {
  id: z.string(),
  source: z.object({
    state: z.string(),
    agencyId: z.string(),
    ref: z.string().nullable(),
    own: z.boolean().meta({ description: 'The caller may change the row.' }),
    recordedAt: z.string(),
    recordedBy: z.string().nullable().meta({ description: 'Shown to the own side only.' }),
  }),
  confidence: z.enum(CONFIDENCES),
  sensitivity: z.enum(SENSITIVITIES),
  alertId: z.string().nullable(),
};

export const sourceOf = (row: PartRow, own: boolean) => ({
  id: row.id,
  source: {
    state: row.sourceState,
    agencyId: row.sourceAgencyId,
    ref: row.sourceRef,
    own,
    recordedAt: row.recordedAt.toISOString(),
    recordedBy: own ? row.recordedBy : null,
  },
  confidence: row.confidence,
  sensitivity: row.sensitivity,
  alertId: row.alertId,
});

export const sourceData = (input: SourceInput) => ({
  sourceRef: input.sourceRef ?? null,
  confidence: input.confidence ?? 'MEDIUM',
  sensitivity: input.sensitivity ?? 'NORMAL',
  alertId: input.alertId ?? null,
});

export const sourceInput = (row: PartRow): SourceInput => ({
  sourceRef: row.sourceRef,
  confidence: row.confidence,
  sensitivity: row.sensitivity,
  alertId: row.alertId,
});

/** What a part is judged with; all of it is the actor's to see. */
export interface PartContext {
  readonly today: CalendarDate;
  readonly sex: Sex;
  readonly births: readonly BirthDate[];
  /** Rows of the same kind and source state, without the one that is changed. */
  readonly siblings: readonly PartRow[];
}

/** `at` of faults and warnings is relative to the part. */
export interface PreparedPart {
  readonly data: Readonly<Record<string, unknown>>;
  /** These refuse. */
  readonly faults: readonly Fault[];
  /** These are told, and nothing is refused. */
  readonly warnings: readonly Fault[];
}

export interface PartKind<Input extends SourceInput, Row extends PartRow, View> {
  readonly path: PartPath;
  /** Its name in the audit log. */
  readonly part: string;
  readonly body: z.ZodType<Input>;
  readonly patch: z.ZodType<{ [K in keyof Input]?: Input[K] | undefined }>;
  readonly view: z.ZodType<View>;
  /** Codes of states in the input, with where they stand. */
  countries(input: Input): { at: string; code: string }[];
  prepare(input: Input, context: PartContext): PreparedPart;
  toInput(row: Row): Input;
  toView(row: Row, own: boolean): View;
}

/** A kind whose types no longer matter to those who treat all kinds alike. */
export type AnyPartKind = PartKind<SourceInput, PartRow, object>;

/** Checks one kind's types and forgets them. */
export const partKind = <Input extends SourceInput, Row extends PartRow, View>(
  kind: PartKind<Input, Row, View>,
): AnyPartKind => kind as unknown as AnyPartKind;

export const periodFaults = (
  from: string | null | undefined,
  to: string | null | undefined,
  at: string,
): Fault[] => (from && to && to < from ? [{ at, code: 'ENDS_BEFORE_START' }] : []);
