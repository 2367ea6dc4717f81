// Where each field stands in each format, and which signs may stand in it (ICAO 9303 parts 4, 5 and 6).
import type { MrzField, MrzFormat } from './vocabulary.ts';

export interface FieldPlace {
  readonly field: MrzField;
  /** 0 is the first line. */
  readonly line: number;
  /** Both from 0; `to` is the first place after the field. */
  readonly from: number;
  readonly to: number;
}

const place = (field: MrzField, line: number, from: number, to: number): FieldPlace => ({
  field,
  line,
  from,
  to,
});

export const LAYOUTS: Readonly<Record<MrzFormat, readonly FieldPlace[]>> = {
  TD3: [
    place('DOCUMENT_CODE', 0, 0, 2),
    place('ISSUING_STATE', 0, 2, 5),
    place('NAME', 0, 5, 44),
    place('DOCUMENT_NUMBER', 1, 0, 9),
    place('DOCUMENT_NUMBER_CHECK', 1, 9, 10),
    place('NATIONALITY', 1, 10, 13),
    place('BIRTH_DATE', 1, 13, 19),
    place('BIRTH_DATE_CHECK', 1, 19, 20),
    place('SEX', 1, 20, 21),
    place('EXPIRY_DATE', 1, 21, 27),
    place('EXPIRY_DATE_CHECK', 1, 27, 28),
    place('OPTIONAL_DATA', 1, 28, 42),
    place('OPTIONAL_DATA_CHECK', 1, 42, 43),
    place('COMPOSITE_CHECK', 1, 43, 44),
  ],
  TD2: [
    place('DOCUMENT_CODE', 0, 0, 2),
    place('ISSUING_STATE', 0, 2, 5),
    place('NAME', 0, 5, 36),
    place('DOCUMENT_NUMBER', 1, 0, 9),
    place('DOCUMENT_NUMBER_CHECK', 1, 9, 10),
    place('NATIONALITY', 1, 10, 13),
    place('BIRTH_DATE', 1, 13, 19),
    place('BIRTH_DATE_CHECK', 1, 19, 20),
    place('SEX', 1, 20, 21),
    place('EXPIRY_DATE', 1, 21, 27),
    place('EXPIRY_DATE_CHECK', 1, 27, 28),
    place('OPTIONAL_DATA', 1, 28, 35),
    place('COMPOSITE_CHECK', 1, 35, 36),
  ],
  TD1: [
    place('DOCUMENT_CODE', 0, 0, 2),
    place('ISSUING_STATE', 0, 2, 5),
    place('DOCUMENT_NUMBER', 0, 5, 14),
    place('DOCUMENT_NUMBER_CHECK', 0, 14, 15),
    place('OPTIONAL_DATA', 0, 15, 30),
    place('BIRTH_DATE', 1, 0, 6),
    place('BIRTH_DATE_CHECK', 1, 6, 7),
    place('SEX', 1, 7, 8),
    place('EXPIRY_DATE', 1, 8, 14),
    place('EXPIRY_DATE_CHECK', 1, 14, 15),
    place('NATIONALITY', 1, 15, 18),
    place('OPTIONAL_DATA_2', 1, 18, 29),
    place('COMPOSITE_CHECK', 1, 29, 30),
    place('NAME', 2, 0, 30),
  ],
};

/** The fields over which the composite check digit runs, in order. */
export const COMPOSITE: Readonly<Record<MrzFormat, readonly MrzField[]>> = {
  TD3: [
    'DOCUMENT_NUMBER',
    'DOCUMENT_NUMBER_CHECK',
    'BIRTH_DATE',
    'BIRTH_DATE_CHECK',
    'EXPIRY_DATE',
    'EXPIRY_DATE_CHECK',
    'OPTIONAL_DATA',
    'OPTIONAL_DATA_CHECK',
  ],
  TD2: [
    'DOCUMENT_NUMBER',
    'DOCUMENT_NUMBER_CHECK',
    'BIRTH_DATE',
    'BIRTH_DATE_CHECK',
    'EXPIRY_DATE',
    'EXPIRY_DATE_CHECK',
    'OPTIONAL_DATA',
  ],
  TD1: [
    'DOCUMENT_NUMBER',
    'DOCUMENT_NUMBER_CHECK',
    'OPTIONAL_DATA',
    'BIRTH_DATE',
    'BIRTH_DATE_CHECK',
    'EXPIRY_DATE',
    'EXPIRY_DATE_CHECK',
    'OPTIONAL_DATA_2',
  ],
};

/** Each field with a digit of its own. */
export const CHECKED: readonly (readonly [MrzField, MrzField])[] = [
  ['DOCUMENT_NUMBER', 'DOCUMENT_NUMBER_CHECK'],
  ['BIRTH_DATE', 'BIRTH_DATE_CHECK'],
  ['EXPIRY_DATE', 'EXPIRY_DATE_CHECK'],
  ['OPTIONAL_DATA', 'OPTIONAL_DATA_CHECK'],
];

const ANY = /^[A-Z0-9<]*$/u;

/** What may stand in a field; other fields hold letters, digits and fillers. */
const SIGNS: Partial<Record<MrzField, RegExp>> = {
  // Visas begin with V and are no document to travel on; the second sign is the issuing state's.
  DOCUMENT_CODE: /^[PAIC][A-Z<]$/u,
  ISSUING_STATE: /^[A-Z]{1,3}<*$/u,
  NATIONALITY: /^[A-Z]{1,3}<*$/u,
  NAME: /^[A-Z][A-Z<]*$/u,
  SEX: /^[MFX<]$/u,
  DOCUMENT_NUMBER_CHECK: /^[0-9<]$/u,
  BIRTH_DATE: /^(?:\d\d|<<){3}$/u,
  BIRTH_DATE_CHECK: /^[0-9<]$/u,
  EXPIRY_DATE: /^(?:\d{6}|<{6})$/u,
  EXPIRY_DATE_CHECK: /^[0-9<]$/u,
  OPTIONAL_DATA_CHECK: /^[0-9<]$/u,
  COMPOSITE_CHECK: /^[0-9]$/u,
};

export const fitsField = (field: MrzField, value: string): boolean => (SIGNS[field] ?? ANY).test(value);
