// Where the fields of a zone stand (ICAO 9303 parts 4 to 6), to show an officer the one that was misread.

export const CORRECTABLE = [
  'DOCUMENT_CODE',
  'ISSUING_STATE',
  'NAME',
  'DOCUMENT_NUMBER',
  'DOCUMENT_NUMBER_CHECK',
  'NATIONALITY',
  'BIRTH_DATE',
  'BIRTH_DATE_CHECK',
  'SEX',
  'EXPIRY_DATE',
  'EXPIRY_DATE_CHECK',
  'OPTIONAL_DATA',
  'OPTIONAL_DATA_CHECK',
  'OPTIONAL_DATA_2',
  'COMPOSITE_CHECK',
] as const;
export type MrzField = (typeof CORRECTABLE)[number];

export interface Place {
  /** From 0. */
  readonly line: number;
  readonly from: number;
  /** The first sign after the field. */
  readonly to: number;
}

type Places = Partial<Record<MrzField, readonly [number, number, number]>>;

const TWO_LINES: Places = {
  DOCUMENT_CODE: [0, 0, 2],
  ISSUING_STATE: [0, 2, 5],
  DOCUMENT_NUMBER: [1, 0, 9],
  DOCUMENT_NUMBER_CHECK: [1, 9, 10],
  NATIONALITY: [1, 10, 13],
  BIRTH_DATE: [1, 13, 19],
  BIRTH_DATE_CHECK: [1, 19, 20],
  SEX: [1, 20, 21],
  EXPIRY_DATE: [1, 21, 27],
  EXPIRY_DATE_CHECK: [1, 27, 28],
};
const TD3: Places = {
  ...TWO_LINES,
  NAME: [0, 5, 44],
  OPTIONAL_DATA: [1, 28, 42],
  OPTIONAL_DATA_CHECK: [1, 42, 43],
  COMPOSITE_CHECK: [1, 43, 44],
};
const TD2: Places = {
  ...TWO_LINES,
  NAME: [0, 5, 36],
  OPTIONAL_DATA: [1, 28, 35],
  COMPOSITE_CHECK: [1, 35, 36],
};
const TD1: Places = {
  DOCUMENT_CODE: [0, 0, 2],
  ISSUING_STATE: [0, 2, 5],
  DOCUMENT_NUMBER: [0, 5, 14],
  DOCUMENT_NUMBER_CHECK: [0, 14, 15],
  OPTIONAL_DATA: [0, 15, 30],
  BIRTH_DATE: [1, 0, 6],
  BIRTH_DATE_CHECK: [1, 6, 7],
  SEX: [1, 7, 8],
  EXPIRY_DATE: [1, 8, 14],
  EXPIRY_DATE_CHECK: [1, 14, 15],
  NATIONALITY: [1, 15, 18],
  OPTIONAL_DATA_2: [1, 18, 29],
  COMPOSITE_CHECK: [1, 29, 30],
  NAME: [2, 0, 30],
};

/** The lines of a zone, each of its full length. */
export function zoneLines(mrz: string): readonly string[] {
  const lines = mrz.split('\n');
  if (lines.length > 1) {
    const length = Math.max(...lines.map((line) => line.length));
    return lines.map((line) => line.padEnd(length, '<'));
  }
  const length = mrz.length === 90 ? 30 : mrz.length / 2;
  return Array.from({ length: Math.round(mrz.length / length) }, (_, index) =>
    mrz.slice(index * length, (index + 1) * length),
  );
}

const placesOf = (lines: readonly string[]): Places =>
  lines.length === 3 ? TD1 : (lines[1]?.length ?? 44) > 36 ? TD3 : TD2;

export function placeOf(lines: readonly string[], field: MrzField): Place | undefined {
  const place = placesOf(lines)[field];
  return place && { line: place[0], from: place[1], to: place[2] };
}

/** What was read there, without the fillers at its end. */
export function readAt(lines: readonly string[], field: MrzField): string {
  const place = placeOf(lines, field);
  return place ? (lines[place.line] ?? '').slice(place.from, place.to).replace(/<+$/u, '') : '';
}
