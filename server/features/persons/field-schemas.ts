// The kinds of values that the bodies of persons and their parts are made of.
import { z } from 'zod';

/** Any Unicode; outer blanks go, because nobody means them. */
export const words = (max: number) => z.string().trim().min(1).max(max);

/** Years that the database and the calendar rules take. */
const isKnownYear = (day: string) => day >= '1850-01-01' && day <= '2199-12-31';

export const day = z.iso
  .date()
  .refine(isKnownYear, { params: { code: 'DAY_OUT_OF_RANGE' } })
  .meta({ description: 'YYYY-MM-DD', examples: ['2026-03-01'] });

export const countryCode = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({
    description: 'ISO 3166-1 alpha-3, a historic code (SUN) or one of XXA, XXB, XXC, XXX.',
    examples: ['KGZ'],
  });

export const languageCode = z
  .string()
  .regex(/^[a-z]{2,3}$/)
  .meta({ description: 'ISO 639', examples: ['ky'] });

export const rowId = z.uuid();
