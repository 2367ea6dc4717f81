// From a line of a list to the question that the registry is asked, and to what the line is kept under.
import { parsePartialDate } from '../../domain/dates/partial-date.ts';
import { normaliseDocumentNumber } from '../../domain/documents/document-number.ts';
import type { MatchQuery } from '../../domain/matching/match.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import type { LineFault, NumberedTraveller, TravellerLine } from '../../domain/passengers/traveller.ts';
import { readQuestion } from '../search/question.ts';

/** Two letters into three, as far as the country is known. */
export type CountryCodes = ReadonlyMap<string, string>;

/**
 * Puts dates and countries into the registry's forms. What cannot be understood is named and left out: the line is
 * screened by the rest.
 */
export function settle(
  { line, traveller }: NumberedTraveller,
  countries: CountryCodes,
  today: Date,
): { traveller: TravellerLine; faults: LineFault[] } {
  const { birthDate, nationality, documentState, ...rest } = traveller;
  const faults: LineFault[] = [];
  const kept: { -readonly [K in keyof TravellerLine]: TravellerLine[K] } = { ...rest };
  if (birthDate !== undefined) {
    const reading = parsePartialDate(birthDate, {
      year: today.getUTCFullYear(),
      month: today.getUTCMonth() + 1,
      day: today.getUTCDate(),
    });
    if (reading.ok) kept.birthDate = birthDate;
    else faults.push({ line, field: 'birthDate', code: 'bad-birth-date' });
  }
  for (const [field, code] of [
    ['nationality', nationality],
    ['documentState', documentState],
  ] as const) {
    if (code === undefined) continue;
    const known = code.length === 2 ? countries.get(code) : code;
    if (known === undefined) faults.push({ line, field, code: 'bad-country' });
    else kept[field] = known;
  }
  return { traveller: kept, faults };
}

/** The line in the words of a question. */
export function fieldsOf(traveller: TravellerLine) {
  const { name, family, given, patronymic, birthDate, sex, nationality, nationalId } = traveller;
  const { documentNumber, documentState } = traveller;
  return {
    ...(name !== undefined && { name }),
    ...(family !== undefined && { family }),
    ...(given !== undefined && { given }),
    ...(patronymic !== undefined && { patronymic }),
    ...(birthDate !== undefined && { birthDate }),
    ...(sex !== undefined && { sex }),
    ...(nationality !== undefined && { nationality }),
    ...(nationalId !== undefined && { nationalId: { scheme: 'OTHER' as const, value: nationalId } }),
    ...(documentNumber !== undefined && {
      document: { number: documentNumber, ...(documentState !== undefined && { state: documentState }) },
    }),
  };
}

/** @throws Problem where no person could be found by it: a name without letters, a number without signs */
export const questionOf = (traveller: TravellerLine, analyse: NameEngine['analyse'], now: Date): MatchQuery =>
  readQuestion(fieldsOf(traveller), analyse, now).match;

/** What makes a traveller of a flight the same in two lists: the document, else name and birth. */
export function identityOf({ documentNumber, name, family, given, birthDate }: TravellerLine): string {
  const number = normaliseDocumentNumber(documentNumber ?? '');
  if (number !== '') return `D:${number}`;
  return `N:${[name, family, given, birthDate].map((part) => part?.toLowerCase() ?? '').join('|')}`;
}
