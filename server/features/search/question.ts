// The members of a question about a person, shared by search and border checks, and what they mean.
import { z } from 'zod';
import { type PartialDate, parsePartialDate } from '../../domain/dates/partial-date.ts';
import { normaliseDocumentNumber } from '../../domain/documents/document-number.ts';
import { readNationalId } from '../../domain/documents/national-id.ts';
import { type Fault, Problem } from '../../domain/errors.ts';
import type { MatchQuery } from '../../domain/matching/match.ts';
import type { AnalysedName, NameHint } from '../../domain/names/analysed-name.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import { NATIONAL_ID_SCHEMES, SEXES } from '../../domain/persons/vocabulary.ts';

const nameText = z.string().min(1).max(300);

export const questionFields = {
  name: nameText
    .optional()
    .meta({ description: 'A name in any script and order; a year in it counts as year of birth.' }),
  family: nameText.optional(),
  given: nameText.optional(),
  patronymic: nameText.optional(),
  birthDate: z
    .string()
    .max(30)
    .optional()
    .meta({
      description: 'What is known of the date: 1975, 1975-03 or 1975-03-21 (21.03.1975 is read too).',
      examples: ['1980-02-15'],
    }),
  sex: z.enum(SEXES).optional(),
  nationality: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .meta({ description: 'ISO 3166-1 alpha-3 or an MRZ code such as XXA.' }),
  document: z
    .strictObject({
      number: z.string().min(1).max(60),
      state: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .optional(),
    })
    .optional(),
  nationalId: z
    .strictObject({ scheme: z.enum(NATIONAL_ID_SCHEMES).default('OTHER'), value: z.string().min(1).max(40) })
    .optional(),
};

type QuestionFields = z.output<z.ZodObject<typeof questionFields>>;

export interface Question {
  readonly match: MatchQuery;
  readonly name: AnalysedName | null;
  readonly hints: readonly NameHint[];
  /** Nothing is asked that a person could be found by: the filters alone are. */
  readonly browsing: boolean;
}

function birthOf(text: string | undefined, years: readonly number[], today: Date): PartialDate[] {
  if (text === undefined) return years.length === 1 && years[0] ? [{ year: years[0] }] : [];
  const reading = parsePartialDate(text, {
    year: today.getUTCFullYear(),
    month: today.getUTCMonth() + 1,
    day: today.getUTCDate(),
  });
  if (!reading.ok) throw new Problem('validation-failed', [{ at: '/birthDate', code: reading.problem }]);
  return [reading.date];
}

/**
 * Reads a question.
 * @param orFilter filters are given that will do alone
 * @throws Problem `validation-failed` when nothing is asked that a person could be found by
 */
export function readQuestion(
  fields: QuestionFields,
  analyse: NameEngine['analyse'],
  now: Date,
  { orFilter = false }: { orFilter?: boolean } = {},
): Question {
  const { name, family, given, patronymic } = fields;
  const asked = name ?? family ?? given ?? patronymic;
  const analysed =
    asked === undefined
      ? null
      : analyse({
          ...(name !== undefined && { full: name }),
          ...(family !== undefined && { family }),
          ...(given !== undefined && { given }),
          ...(patronymic !== undefined && { patronymic }),
        });
  const documents = fields.document
    ? [
        {
          number: normaliseDocumentNumber(fields.document.number),
          ...(fields.document.state !== undefined && { state: fields.document.state }),
        },
      ]
    : [];
  const nationalIds = fields.nationalId
    ? [readNationalId(fields.nationalId.scheme, fields.nationalId.value).normalised]
    : [];
  const named = analysed !== null && analysed.tokens.length > 0;
  const faults: Fault[] = [];
  if (analysed !== null && !named) faults.push({ at: '/name', code: 'no-name-in-text' });
  if (documents.some(({ number }) => number === ''))
    faults.push({ at: '/document/number', code: 'no-number-in-text' });
  if (nationalIds.some((id) => id === ''))
    faults.push({ at: '/nationalId/value', code: 'no-number-in-text' });
  const browsing = asked === undefined && documents.length === 0 && nationalIds.length === 0;
  if (browsing && !orFilter) faults.push({ at: '', code: 'nothing-asked' });
  if (faults.length > 0) throw new Problem('validation-failed', faults);
  return {
    name: analysed,
    hints: analysed?.hints ?? [],
    browsing,
    match: {
      names: named ? [analysed] : [],
      births: birthOf(fields.birthDate, analysed?.years ?? [], now),
      ...(fields.sex !== undefined && { sex: fields.sex }),
      nationalities: fields.nationality ? [fields.nationality] : [],
      documents,
      nationalIds,
    },
  };
}
