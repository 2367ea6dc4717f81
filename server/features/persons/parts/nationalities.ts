// Nationalities of a person, with their history: it decides about the surrender of own nationals.
import { z } from 'zod';
import { NATIONALITY_STATUSES, type NationalityStatus } from '../../../domain/persons/vocabulary.ts';
import { dateOf, dayOf } from '../../../platform/database/calendar-day.ts';
import { countryCode, day } from '../field-schemas.ts';
import {
  type PartRow,
  partKind,
  periodFaults,
  sourceData,
  sourceFields,
  sourceInput,
  sourceOf,
  sourceView,
} from './part-kind.ts';

const fields = {
  country: countryCode,
  status: z.enum(NATIONALITY_STATUSES).optional().meta({ description: 'HELD when left out.' }),
  validFrom: day.nullish(),
  validTo: day.nullish(),
  ...sourceFields,
};

export const nationalityBody = z
  .strictObject(fields)
  .meta({ id: 'NationalityBody', examples: [{ country: 'KGZ' }] });
type NationalityBody = z.output<typeof nationalityBody>;

export const nationalityView = z
  .object({
    ...sourceView,
    country: z.string(),
    status: z.enum(NATIONALITY_STATUSES),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
  })
  .meta({ id: 'Nationality' });

export interface NationalityRow extends PartRow {
  readonly country: string;
  readonly status: string;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
}

const shared = (row: NationalityRow) => ({
  country: row.country,
  status: row.status as NationalityStatus,
  validFrom: dayOf(row.validFrom),
  validTo: dayOf(row.validTo),
});

export const nationalityKind = partKind<NationalityBody, NationalityRow, z.output<typeof nationalityView>>({
  path: 'nationalities',
  part: 'nationality',
  body: nationalityBody,
  patch: z.strictObject(fields).partial().meta({ id: 'NationalityPatch' }),
  view: nationalityView,
  countries: ({ country }) => [{ at: '/country', code: country }],
  prepare: (input) => ({
    data: {
      ...sourceData(input),
      country: input.country,
      status: input.status ?? 'HELD',
      validFrom: dateOf(input.validFrom ?? null),
      validTo: dateOf(input.validTo ?? null),
    },
    faults: periodFaults(input.validFrom, input.validTo, '/validTo'),
    warnings: [],
  }),
  toInput: (row) => ({ ...sourceInput(row), ...shared(row) }),
  toView: (row, own) => ({ ...sourceOf(row, own), ...shared(row) }),
});
