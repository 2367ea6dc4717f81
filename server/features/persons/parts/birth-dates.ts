// Birth dates of a person: several, partial, approximate or a range of years.
import { z } from 'zod';
import {
  type BirthDate,
  type BirthDateFinding,
  birthDateFindings,
  birthDateOf,
} from '../../../domain/dates/birth-date.ts';
import type { CalendarDate } from '../../../domain/dates/calendar-date.ts';
import {
  displayPartialDate,
  formatPartialDate,
  isFull,
  type PartialDate,
  parsePartialDate,
} from '../../../domain/dates/partial-date.ts';
import type { Fault } from '../../../domain/errors.ts';
import { BIRTH_DATE_STATUSES, type BirthDateStatus } from '../../../domain/persons/vocabulary.ts';
import {
  type PartRow,
  partKind,
  sourceData,
  sourceFields,
  sourceInput,
  sourceOf,
  sourceView,
} from './part-kind.ts';

const year = z.number().int().min(1850).max(2200);

const fields = {
  date: z
    .string()
    .max(20)
    .meta({
      description:
        'What is known: 1975, 1975-03 or 1975-03-21. Never the first of January for an unknown day; with a range, the likeliest year.',
      examples: ['1975-03'],
    }),
  isApproximate: z.boolean().optional(),
  yearFrom: year.nullish(),
  yearTo: year.nullish(),
  status: z.enum(BIRTH_DATE_STATUSES).optional().meta({ description: 'TRUE when left out.' }),
  ...sourceFields,
};

export const birthDateBody = z
  .strictObject(fields)
  .meta({ id: 'BirthDateBody', examples: [{ date: '1975-03' }] });
type BirthDateBody = z.output<typeof birthDateBody>;

export const birthDateView = z
  .object({
    ...sourceView,
    date: z.string().meta({ description: 'Cut at the first unknown part.' }),
    display: z.string().meta({ description: 'Shows what is not known: 1975-03-??' }),
    isApproximate: z.boolean(),
    yearFrom: z.number().nullable(),
    yearTo: z.number().nullable(),
    status: z.enum(BIRTH_DATE_STATUSES),
  })
  .meta({ id: 'BirthDate' });

export interface BirthDateRow extends PartRow {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  readonly isApproximate: boolean;
  readonly yearFrom: number | null;
  readonly yearTo: number | null;
  readonly status: string;
}

/** @returns the row in the words of the domain */
export const toBirthDate = (row: BirthDateRow): BirthDate =>
  birthDateOf({ ...row, status: row.status as BirthDateStatus });

function fullDay(today: CalendarDate): Required<PartialDate> {
  const reading = parsePartialDate(today, { year: 9999, month: 12, day: 31 });
  if (!reading.ok || !isFull(reading.date)) throw new RangeError('today is a full date');
  return reading.date;
}

const HINTS: readonly BirthDateFinding[] = ['FIRST_OF_JANUARY'];

/** @returns the date, and what is wrong with it or remarkable about it */
function readBirthDate(input: BirthDateBody, today: CalendarDate): { date: BirthDate; found: Fault[] } {
  const now = fullDay(today);
  const reading = parsePartialDate(input.date, now);
  if (!reading.ok) return { date: { year: 0 }, found: [{ at: '/date', code: reading.problem }] };
  const date: BirthDate = {
    ...reading.date,
    ...(input.yearFrom && { yearFrom: input.yearFrom }),
    ...(input.yearTo && { yearTo: input.yearTo }),
  };
  const found = birthDateFindings(date, now).map((code) => ({
    at: code === 'RANGE_REVERSED' ? '/yearTo' : '/date',
    code,
  }));
  return { date, found };
}

export const birthDateKind = partKind<BirthDateBody, BirthDateRow, z.output<typeof birthDateView>>({
  path: 'birth-dates',
  part: 'birth-date',
  body: birthDateBody,
  patch: z.strictObject(fields).partial().meta({ id: 'BirthDatePatch' }),
  view: birthDateView,
  countries: () => [],
  prepare(input, { today }) {
    const { date, found } = readBirthDate(input, today);
    const isHint = ({ code }: Fault) => HINTS.includes(code as BirthDateFinding);
    return {
      data: {
        ...sourceData(input),
        year: date.year,
        month: date.month ?? null,
        day: date.day ?? null,
        isApproximate: input.isApproximate ?? false,
        yearFrom: input.yearFrom ?? null,
        yearTo: input.yearTo ?? null,
        status: input.status ?? 'TRUE',
      },
      faults: found.filter((fault) => !isHint(fault)),
      warnings: found.filter(isHint),
    };
  },
  toInput: (row) => ({
    ...sourceInput(row),
    date: formatPartialDate(toBirthDate(row)),
    isApproximate: row.isApproximate,
    yearFrom: row.yearFrom,
    yearTo: row.yearTo,
    status: row.status as BirthDateStatus,
  }),
  toView: (row, own) => ({
    ...sourceOf(row, own),
    date: formatPartialDate(toBirthDate(row)),
    display: displayPartialDate(toBirthDate(row)),
    isApproximate: row.isApproximate,
    yearFrom: row.yearFrom,
    yearTo: row.yearTo,
    status: row.status as BirthDateStatus,
  }),
});
