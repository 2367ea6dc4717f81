// Reads the labelled data: JSON lines of indexed names, queries and pairs.

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { PartialDate } from '../../domain/dates/partial-date.ts';

const born = z.string().nullish();

const indexedName = z.object({
  id: z.string(),
  name: z.string(),
  lang: z.string().nullish(),
  born,
  sex: z.string().nullish(),
  country: z.string().nullish(),
});
const labelledQuery = z.object({
  qid: z.string(),
  query: z.string(),
  target: z.string(),
  view: z.string(),
  kind: z.string(),
  amb: z.boolean().default(false),
  born,
});
const labelledPair = z.object({
  pid: z.string().optional(),
  a_id: z.string().optional(),
  a: z.string(),
  b: z.string(),
  match: z.boolean(),
  kind: z.string().default('all'),
  a_born: born,
  b_born: born,
  a_sex: z.string().nullish(),
  b_sex: z.string().nullish(),
});

export type IndexedName = z.infer<typeof indexedName>;
export type LabelledQuery = z.infer<typeof labelledQuery>;
export type LabelledPair = z.infer<typeof labelledPair>;

export const readIndexedNames = (file: string): IndexedName[] => readLines(file, indexedName);
export const readQueries = (file: string): LabelledQuery[] => readLines(file, labelledQuery);
export const readPairs = (file: string): LabelledPair[] => readLines(file, labelledPair);

function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const parsed = schema.safeParse(JSON.parse(line));
      if (!parsed.success) throw new Error(`${file}:${index + 1}: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    });
}

/** "1980", "1980-02" or "1980-02-15"; anything else is no date. */
export function parseBorn(text: string | null | undefined): PartialDate | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text ?? '');
  if (match === null) return undefined;
  const [, year, month, day] = match;
  if (month === undefined || month === '00') return { year: Number(year) };
  if (day === undefined || day === '00') return { year: Number(year), month: Number(month) };
  return { year: Number(year), month: Number(month), day: Number(day) };
}
