// National identity numbers of a person; a number that looks wrong is kept and warned of.
import { z } from 'zod';
import { checkNationalId } from '../../../domain/documents/national-id.ts';
import { NATIONAL_ID_SCHEMES, type NationalIdScheme } from '../../../domain/persons/vocabulary.ts';
import { words } from '../field-schemas.ts';
import {
  type PartRow,
  partKind,
  sourceData,
  sourceFields,
  sourceInput,
  sourceOf,
  sourceView,
} from './part-kind.ts';

const fields = {
  scheme: z.enum(NATIONAL_ID_SCHEMES),
  value: words(60),
  ...sourceFields,
};

export const nationalIdBody = z
  .strictObject(fields)
  .meta({ id: 'NationalIdBody', examples: [{ scheme: 'KG_PIN', value: '22103197500123' }] });
type NationalIdBody = z.output<typeof nationalIdBody>;

export const nationalIdView = z
  .object({
    ...sourceView,
    scheme: z.enum(NATIONAL_ID_SCHEMES),
    value: z.string(),
    normValue: z.string().meta({ description: 'The form in which numbers are compared.' }),
  })
  .meta({ id: 'NationalId' });

export interface NationalIdRow extends PartRow {
  readonly scheme: string;
  readonly value: string;
  readonly normValue: string;
}

const shared = (row: NationalIdRow) => ({ scheme: row.scheme as NationalIdScheme, value: row.value });

export const nationalIdKind = partKind<NationalIdBody, NationalIdRow, z.output<typeof nationalIdView>>({
  path: 'national-ids',
  part: 'national-id',
  body: nationalIdBody,
  patch: z.strictObject(fields).partial().meta({ id: 'NationalIdPatch' }),
  view: nationalIdView,
  countries: () => [],
  prepare(input, { births, sex }) {
    const reading = checkNationalId(input.scheme, input.value, { births, sex });
    const found = reading.warnings.map((code) => ({ at: '/value', code }));
    return {
      data: { ...sourceData(input), scheme: input.scheme, value: input.value, normValue: reading.normalised },
      faults: found.filter(({ code }) => code === 'EMPTY'),
      warnings: found.filter(({ code }) => code !== 'EMPTY'),
    };
  },
  toInput: (row) => ({ ...sourceInput(row), ...shared(row) }),
  toView: (row, own) => ({ ...sourceOf(row, own), ...shared(row), normValue: row.normValue }),
});
