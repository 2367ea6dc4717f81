// The formats of labelled data: indexed names, queries and pairs, one JSON object a line.

import { z } from 'zod';
import { daysInMonth, type PartialDate } from '../../domain/dates/partial-date.ts';
import { readJsonLines } from './json-lines.ts';

const id = z.union([z.string(), z.number()]).transform(String);
/** "1980-02-15", or as much of it as is known; a bare year may be a number. */
const born = z.union([z.string(), z.number()]).transform(String).nullish();
/** true, 1, "true", "1", "yes" and their opposites. */
const flag = z.union([z.boolean(), z.number().transform((value) => value !== 0), z.stringbool()]);
/** Optional fields that others write as null. */
const orNull = <T>(value: z.ZodType<T>, otherwise: T) =>
  value.nullish().transform((given) => given ?? otherwise);

const indexedName = z.object({ id, name: z.string(), born, sex: z.string().nullish() });
const labelledQuery = z.object({
  qid: id.nullish(),
  query: z.string(),
  target: id,
  view: z.string().nullish(),
  kind: orNull(z.string(), 'all'),
  amb: orNull(flag, false),
  born,
});
const labelledPair = z.object({
  a_id: id.nullish(),
  a: z.string(),
  b: z.string(),
  match: flag,
  kind: orNull(z.string(), 'all'),
  a_born: born,
  b_born: born,
  a_sex: z.string().nullish(),
  b_sex: z.string().nullish(),
});

export type IndexedName = z.infer<typeof indexedName>;
export type LabelledQuery = z.infer<typeof labelledQuery> & { readonly qid: string };
export type LabelledPair = z.infer<typeof labelledPair>;

/** Indexed names; several lines of one id are several names of one person. */
export const readIndexedNames = (file: string): Generator<IndexedName> => readJsonLines(file, indexedName);
export const readPairs = (file: string): LabelledPair[] => [...readJsonLines(file, labelledPair)];

/** The queries of one view; a query that names no view belongs to every one. */
export function readQueries(file: string, view: string): LabelledQuery[] {
  const queries: LabelledQuery[] = [];
  let number = 0;
  for (const query of readJsonLines(file, labelledQuery)) {
    number++;
    if ((query.view ?? view) === view) queries.push({ ...query, qid: query.qid ?? `line-${number}` });
  }
  return queries;
}

/** "1980", "1980-02", "1980-02-15" or, day first as it is written in the region, "15.02.1980"; anything else is no date. */
export function parseBorn(text: string | null | undefined): PartialDate | undefined {
  const written = (text?.trim() ?? '').replace(/^(\d{2})\.(\d{2})\.(\d{4})$/, '$3-$2-$1');
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?$/.exec(written);
  if (match === null) return undefined;
  const [, year, month, day] = match;
  if (month === undefined || month === '00') return { year: Number(year) };
  if (day === undefined || day === '00') return { year: Number(year), month: Number(month) };
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return date.month > 12 || date.day > daysInMonth(date.year, date.month) ? undefined : date;
}
