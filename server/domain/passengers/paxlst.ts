// The passenger list message PAXLST (UN/EDIFACT D.02B as carriers send it): flight, people, documents, each with its place.
import { type EdifactSegment, readEdifact } from './edifact.ts';
import {
  type FlightFacts,
  judgeLine,
  type LineFault,
  type ListReading,
  type NumberedTraveller,
  type TravellerLine,
} from './traveller.ts';

/** Party qualifiers of people on board (NAD, data element 3035). */
const PEOPLE: Readonly<Record<string, TravellerLine['kind']>> = {
  FL: 'PASSENGER',
  DDU: 'PASSENGER',
  FM: 'CREW',
  DDT: 'CREW',
};

type Draft = { -readonly [K in keyof TravellerLine]: TravellerLine[K] };
type FlightDraft = { -readonly [K in keyof FlightFacts]: FlightFacts[K] };

interface Open {
  readonly line: number;
  readonly segment: number;
  readonly person: Draft;
  /** Inside a DOC group LOC and DTM speak of the document. */
  document: 'NONE' | 'FIRST' | 'OTHER';
}

/** A passport tells most; then whatever else can be shown at a border. */
const DOCUMENT_RANK = (type: string): number => (type.startsWith('P') ? 2 : type === 'V' ? 0 : 1);

const at = ({ elements }: EdifactSegment, element: number, component = 0): string =>
  elements[element]?.[component]?.trim() ?? '';

/**
 * A date as element C507 has it: with a format code (101, 102, 201, 203) or told by its length.
 * @param newest two-digit years up to this one lie in its century, later ones a hundred years before
 * @returns YYYY-MM-DD or YYYY-MM-DDTHH:MM; parts that are 00 are left out from the right; null when it is none
 */
function dateOf(text: string, newest: number): string | null {
  if (!/^(?:\d{6}|\d{8}|\d{10}|\d{12})$/.test(text)) return null;
  const short = text.length === 6 || text.length === 10;
  const rest = short ? text.slice(2) : text.slice(4);
  const two = Number(text.slice(0, 2));
  const century = Math.floor(newest / 100) * 100;
  const year = short
    ? century + two > newest
      ? century - 100 + two
      : century + two
    : Number(text.slice(0, 4));
  const [month, day, hour, minute] = [0, 2, 4, 6].map((from) => rest.slice(from, from + 2));
  if (Number(month) > 12 || Number(day) > 31) return null;
  if (month === '00') return String(year);
  if (day === '00') return `${year}-${month}`;
  const whole = `${year}-${month}-${day}`;
  return hour && minute ? `${whole}T${hour}:${minute}` : whole;
}

const FLIGHT = /^([A-Z0-9]{2}[A-Z]?)\s*0*(\d{1,4}[A-Z]?)$/;

function readFlightNumber(segment: EdifactSegment, flight: FlightDraft): void {
  const whole = at(segment, 1).toUpperCase();
  const carrier = at(segment, 4).toUpperCase();
  const parts = FLIGHT.exec(whole);
  if (carrier && whole.startsWith(carrier))
    flight.number = whole.slice(carrier.length).replace(/^0+(?=\d)/, '');
  else if (parts?.[2]) flight.number = parts[2];
  else if (whole) flight.number = whole.replace(/^0+(?=\d)/, '');
  const known = carrier || parts?.[1];
  if (known) flight.carrier = known;
}

/** @param year of today: two-digit years of birth do not lie after it, those of flights not long after it */
export function readPaxlst(text: string, year: number): ListReading {
  const { segments, isCutOff } = readEdifact(text);
  const flight: FlightDraft = {};
  const travellers: NumberedTraveller[] = [];
  const faults: LineFault[] = [];
  let open: Open | null = null;
  let place = '';
  let header = 0;
  const counted = { PASSENGER: 0, CREW: 0 };

  const fault = ({ line, number }: EdifactSegment, code: LineFault['code'], field?: LineFault['field']) =>
    faults.push({ line, segment: number, code, ...(field !== undefined && { field }) });

  function close(): void {
    if (!open) return;
    const { traveller, faults: found } = judgeLine(open.line, open.person);
    const { segment } = open;
    faults.push(...found.map((one) => ({ ...one, segment })));
    if (traveller) travellers.push({ line: open.line, traveller });
    open = null;
  }

  function readPerson(segment: EdifactSegment): void {
    const kind = PEOPLE[at(segment, 0).toUpperCase()];
    close();
    if (!kind) return;
    const [family = '', given = '', second = ''] = (segment.elements[3] ?? []).map((part) => part.trim());
    counted[kind] += 1;
    open = {
      line: segment.line,
      segment: segment.number,
      document: 'NONE',
      person: {
        kind,
        ...(family && { family }),
        ...((given || second) && { given: [given, second].filter((part) => part !== '').join(' ') }),
      },
    };
  }

  function readDocument(segment: EdifactSegment): void {
    if (!open) return void fault(segment, 'out-of-place');
    const [type, number] = [at(segment, 0).toUpperCase(), at(segment, 1)];
    const { person } = open;
    const better = DOCUMENT_RANK(type) > DOCUMENT_RANK(person.documentType ?? 'V');
    if (person.documentNumber !== undefined && !better) {
      open.document = 'OTHER';
      return;
    }
    open.document = 'FIRST';
    delete person.documentState;
    delete person.documentExpiry;
    person.documentType = type;
    person.documentNumber = number;
  }

  function readDate(segment: EdifactSegment): void {
    const [qualifier, text] = [at(segment, 0), at(segment, 0, 1)];
    const date = dateOf(text, qualifier === '329' ? year : year + 20);
    if (qualifier === '329' && open) {
      if (date) open.person.birthDate = date.slice(0, 10);
      else fault(segment, 'bad-birth-date', 'birthDate');
    } else if (qualifier === '36' && open?.document === 'FIRST') {
      if (date) open.person.documentExpiry = date.slice(0, 10);
      else fault(segment, 'bad-date', 'documentExpiry');
    } else if ((qualifier === '189' || qualifier === '232') && !open) {
      if (!date || date.length < 10) return void fault(segment, 'bad-date');
      const isArrival = qualifier === '232' || place === '87';
      if (isArrival) flight.arrives ??= date;
      else {
        flight.departs ??= date;
        flight.date ??= date.slice(0, 10);
      }
    }
  }

  function readPlace(segment: EdifactSegment): void {
    const [qualifier, code] = [at(segment, 0), at(segment, 1).toUpperCase()];
    if (!open) {
      place = qualifier;
      if (qualifier === '125') flight.from = code;
      else if (qualifier === '87') flight.to = code;
    } else if (qualifier === '91' && open.document === 'FIRST') open.person.documentState = code;
  }

  function readReference(segment: EdifactSegment): void {
    if (!open) return;
    const [qualifier, value] = [at(segment, 0).toUpperCase(), at(segment, 0, 1)];
    if (qualifier === 'AVF' && value) open.person.booking = value;
    if (qualifier === 'SEA' && value) open.person.seat = value;
  }

  function readCount(segment: EdifactSegment): void {
    const kind = { 42: 'PASSENGER', 41: 'CREW' }[at(segment, 0)] as keyof typeof counted | undefined;
    if (kind && Number(at(segment, 0, 1)) !== counted[kind]) fault(segment, 'passenger-count-differs');
  }

  for (const segment of segments) {
    switch (segment.tag) {
      case 'UNH':
        header = segment.number;
        break;
      case 'TDT':
        readFlightNumber(segment, flight);
        break;
      case 'NAD':
        readPerson(segment);
        break;
      case 'ATT': {
        const sex = at(segment, 2).toUpperCase();
        if (!open) fault(segment, 'out-of-place');
        else if (at(segment, 0) !== '2') break;
        else if (sex === 'M' || sex === 'F') (open as Open).person.sex = sex;
        else if (sex !== '' && sex !== 'U' && sex !== 'X') fault(segment, 'bad-sex', 'sex');
        break;
      }
      case 'DTM':
        readDate(segment);
        break;
      case 'LOC':
        readPlace(segment);
        break;
      case 'NAT':
        if (open) (open as Open).person.nationality = at(segment, 1);
        else fault(segment, 'out-of-place');
        break;
      case 'DOC':
        readDocument(segment);
        break;
      case 'RFF':
        readReference(segment);
        break;
      case 'CNT':
        close();
        readCount(segment);
        break;
      case 'UNT':
        close();
        if (Number(at(segment, 0)) !== segment.number - header + 1) fault(segment, 'segment-count-differs');
        counted.PASSENGER = 0;
        counted.CREW = 0;
        break;
    }
  }
  close();
  const last = segments.at(-1);
  if (isCutOff && last) fault(last, 'cut-off');
  return { flight, travellers, faults };
}
