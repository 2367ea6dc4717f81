// A traveller as he is asked for, in fields or as a machine-readable zone, and the question that this makes.
import type { z } from 'zod';
import type { DocumentProblem } from '../../domain/checks/told.ts';
import { formatPartialDate, type PartialDate, parsePartialDate } from '../../domain/dates/partial-date.ts';
import { calendarDateIn, type ZoneName } from '../../domain/dates/zone.ts';
import { normaliseDocumentNumber } from '../../domain/documents/document-number.ts';
import { isDocumentExpired } from '../../domain/documents/mrz/mrz-dates.ts';
import { readMrz } from '../../domain/documents/mrz/read-mrz.ts';
import type {
  MrzCorrection,
  MrzDocument,
  MrzIssue,
  MrzReading,
} from '../../domain/documents/mrz/vocabulary.ts';
import { Problem } from '../../domain/errors.ts';
import type { MatchQuery } from '../../domain/matching/match.ts';
import type { AnalysedName } from '../../domain/names/analysed-name.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import { readQuestion } from '../search/question.ts';
import type { travellerFields } from './contract.ts';

type TravellerFields = z.output<z.ZodObject<typeof travellerFields>>;

export type Traveller =
  | { readonly fields: TravellerFields }
  | { readonly mrz: string; readonly corrections: readonly MrzCorrection[] };

export interface TravellerQuestion {
  readonly match: MatchQuery;
  /** What is kept of the question, encrypted. */
  readonly asked: object;
  /** What the document says of itself. */
  readonly problems: readonly DocumentProblem[];
  readonly reading: MrzReading | null;
}

/** Optional data shorter than this are no national id of any state: a serial number, a place of issue. */
const SHORTEST_NATIONAL_ID = 10;

const FAULT_CODES: Readonly<Record<MrzIssue['fault'], string>> = {
  FORMAT: 'mrz-format',
  WRONG_SIGN: 'mrz-wrong-sign',
  CHECK_DIGIT: 'mrz-check-digit',
  NOT_A_DATE: 'mrz-not-a-date',
  EMPTY: 'mrz-empty',
};

/** The zone could not be read: which field, so that the officer looks at it and corrects it by hand. */
export class UnreadableZone extends Problem {
  readonly issues: readonly MrzIssue[];

  constructor(issues: readonly MrzIssue[]) {
    super(
      'validation-failed',
      issues.map(({ field, fault, line }) => ({
        at: '/mrz',
        code: FAULT_CODES[fault],
        params: { line, ...(field !== null && { field }) },
      })),
    );
    this.issues = issues;
  }
}

/**
 * @throws Problem `validation-failed` when nothing is asked that a person could be found by
 * @throws UnreadableZone naming the field: nothing is searched with bad data
 */
export function readTraveller(
  traveller: Traveller,
  analyse: NameEngine['analyse'],
  now: Date,
  zone: ZoneName,
): TravellerQuestion {
  const day = calendarDateIn(zone, now);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const today = { year, month, day: date };
  if ('fields' in traveller) {
    const { documentExpiresOn, ...fields } = traveller.fields;
    const end = documentExpiresOn === undefined ? null : endOf(documentExpiresOn);
    return {
      match: readQuestion(fields, analyse, now).match,
      asked: traveller.fields,
      problems: end !== null && isDocumentExpired(end, day) ? ['EXPIRED'] : [],
      reading: null,
    };
  }
  const result = readMrz(traveller.mrz, today, traveller.corrections);
  if (!result.ok) throw new UnreadableZone(result.issues);
  const { document, changes, misprinted } = result.reading;
  const problems: DocumentProblem[] = [];
  if (document.expiresOn !== null && isDocumentExpired(document.expiresOn, day)) problems.push('EXPIRED');
  if (misprinted.length > 0) problems.push('MISPRINTED');
  return {
    match: questionOf(document, analyse),
    asked: { mrz: traveller.mrz, changes, ...fieldsOf(document) },
    problems,
    reading: result.reading,
  };
}

/** The end of a document may lie in the future: only its form is judged. */
function endOf(text: string): PartialDate {
  const reading = parsePartialDate(text, { year: 2200, month: 12, day: 31 });
  if (reading.ok) return reading.date;
  throw new Problem('validation-failed', [{ at: '/documentExpiresOn', code: reading.problem }]);
}

function questionOf(document: MrzDocument, analyse: NameEngine['analyse']): MatchQuery {
  return {
    names: namesOf(document, analyse),
    births: document.birth ? [document.birth] : [],
    ...(document.sex !== 'U' && { sex: document.sex }),
    nationalities: document.nationality === '' ? [] : [document.nationality],
    documents: [{ number: normaliseDocumentNumber(document.documentNumber), state: document.issuingState }],
    nationalIds: document.optionalData.filter((text) => text.length >= SHORTEST_NATIONAL_ID),
  };
}

/** The last word of a name that fills its field may be the beginning of a longer one: it is also asked without it. */
function namesOf({ name, nameTruncated }: MrzDocument, analyse: NameEngine['analyse']): AnalysedName[] {
  const readings = [name];
  const shorter = name.replace(/<+[A-Z]*$/u, '');
  if (nameTruncated && shorter.includes('<')) readings.push(shorter);
  return readings.map((mrz) => analyse({ mrz })).filter(({ tokens }) => tokens.length > 0);
}

/** The same words that fields are asked in, so that whoever reads a stored check need not know the zone. */
const fieldsOf = (document: MrzDocument) => ({
  family: document.family,
  given: document.given,
  ...(document.birth && { birthDate: formatPartialDate(document.birth) }),
  sex: document.sex,
  nationality: document.nationality,
  document: { number: document.documentNumber, state: document.issuingState },
  ...(document.expiresOn && { documentExpiresOn: formatPartialDate(document.expiresOn) }),
});
