// One line of a passenger list, whatever it came in, and what is wrong with lines.
import type { Sex } from '../persons/vocabulary.ts';

/** Texts as they were sent, cleaned at the ends; what was not said is left out. */
export interface TravellerLine {
  readonly kind: 'PASSENGER' | 'CREW';
  /** A name in one piece, where its parts are not told apart. */
  readonly name?: string;
  readonly family?: string;
  readonly given?: string;
  readonly patronymic?: string;
  /** 1980-02-15, 1980-02 or 1980; other forms as they came. */
  readonly birthDate?: string;
  readonly sex?: Sex;
  /** ISO 3166 alpha-3 or an MRZ code. */
  readonly nationality?: string;
  readonly documentType?: string;
  readonly documentNumber?: string;
  readonly documentState?: string;
  readonly documentExpiry?: string;
  readonly nationalId?: string;
  /** Booking reference. */
  readonly booking?: string;
  readonly seat?: string;
}

export type TravellerField = Exclude<keyof TravellerLine, 'kind'>;

export const LINE_FAULTS = [
  'no-identity',
  'bad-birth-date',
  'bad-country',
  'bad-sex',
  'too-long',
  'too-many-lines',
  'no-such-columns',
  'bad-json',
  'cut-off',
  'segment-count-differs',
  'passenger-count-differs',
  'out-of-place',
  'bad-date',
] as const;
export type LineFaultCode = (typeof LINE_FAULTS)[number];

/** What is wrong, and where; a fault never stops the list. */
export interface LineFault {
  /** Line of the file, from 1; 0 for the whole of it. */
  readonly line: number;
  /** Segment of an EDIFACT interchange, from 1. */
  readonly segment?: number;
  readonly field?: TravellerField | null;
  readonly code: LineFaultCode;
}

export interface NumberedTraveller {
  readonly line: number;
  readonly traveller: TravellerLine;
}

/** What a list says of its flight. */
export interface FlightFacts {
  readonly carrier?: string;
  /** Without the carrier: 123, 1234A. */
  readonly number?: string;
  /** Day of departure in the calendar of the place, YYYY-MM-DD. */
  readonly date?: string;
  /** IATA location codes. */
  readonly from?: string;
  readonly to?: string;
  /** Local times without a zone, YYYY-MM-DDTHH:MM. */
  readonly departs?: string;
  readonly arrives?: string;
}

export interface ListReading {
  readonly flight: FlightFacts;
  readonly travellers: readonly NumberedTraveller[];
  readonly faults: readonly LineFault[];
}

/** Most characters of any one field. */
const LONGEST = 200;

const COUNTRY = /^[A-Z]{1,3}$/;

/**
 * Takes the line apart from its mistakes: a field that cannot be used is named and left out; a line that nobody could be
 * found by is named and left out as a whole.
 */
export function judgeLine(
  line: number,
  raw: TravellerLine,
): { traveller: TravellerLine | null; faults: LineFault[] } {
  const faults: LineFault[] = [];
  const kept: Record<string, string> = { kind: raw.kind };
  const drop = (field: TravellerField, code: LineFaultCode) => faults.push({ line, field, code });
  for (const [key, value] of Object.entries(raw) as [TravellerField, string][]) {
    const text = value.trim();
    if ((key as string) === 'kind' || text === '') continue;
    if (text.length > LONGEST) drop(key, 'too-long');
    else if ((key === 'nationality' || key === 'documentState') && !COUNTRY.test(text.toUpperCase()))
      drop(key, 'bad-country');
    else kept[key] = key === 'nationality' || key === 'documentState' ? text.toUpperCase() : text;
  }
  const traveller = kept as unknown as TravellerLine;
  const isNamed = traveller.name ?? traveller.family ?? traveller.given;
  if (!isNamed && !traveller.documentNumber && !traveller.nationalId) {
    faults.push({ line, field: null, code: 'no-identity' });
    return { traveller: null, faults };
  }
  return { traveller, faults };
}
