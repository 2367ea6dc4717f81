// What is said about agencies.
import { z } from 'zod';
import { pageOf, pageQuery } from '../../platform/http/page.ts';

/** What an agency does; its people's roles say what they may do. */
export const AGENCY_KINDS = [
  'CENTRAL',
  'INVESTIGATION',
  'PROSECUTION',
  'BORDER',
  'PASSENGER_UNIT',
  'OTHER',
] as const;

const name = z.string().trim().min(1).max(200);
const contact24x7 = z.string().trim().min(3).max(300).meta({
  description:
    'Phone and secure mail of the duty officer: without it no arrest alert of the agency is published.',
});
export const stateCode = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ description: 'ISO 3166-1 alpha-3.' });

export const agencyView = z
  .object({
    id: z.string(),
    code: z.string(),
    state: z.string(),
    name: z.string(),
    kind: z.string(),
    contact24x7: z.string().nullable(),
    active: z.boolean(),
    demo: z.boolean(),
    version: z.number(),
  })
  .meta({ id: 'Agency' });

export const newAgency = z
  .strictObject({
    code: z
      .string()
      .regex(/^[A-Z0-9][A-Z0-9-]{1,39}$/)
      .meta({ description: 'Short name that stays: capital letters, digits and hyphens.' }),
    state: stateCode,
    name,
    kind: z.enum(AGENCY_KINDS),
    contact24x7: contact24x7.optional(),
  })
  .meta({
    id: 'NewAgency',
    examples: [
      { code: 'KGZ-INV-OSH', state: 'KGZ', name: 'Investigation Service, Osh', kind: 'INVESTIGATION' },
    ],
  });

export const agencyChange = z
  .strictObject({
    name: name.optional(),
    kind: z.enum(AGENCY_KINDS).optional(),
    contact24x7: contact24x7.nullable().optional(),
    active: z.boolean().optional().meta({ description: 'Closing an agency signs its people out.' }),
  })
  .meta({ id: 'AgencyChange' });

export const agencyPage = pageOf(agencyView);

/** As much of an agency as one has to know to share with it. */
export const agencyName = z
  .object({ id: z.string(), state: z.string(), code: z.string(), name: z.string() })
  .meta({ id: 'AgencyName' });
export const agencyNames = z.object({ items: z.array(agencyName) });
export type AgencyName = z.output<typeof agencyName>;
export const agencyQuery = pageQuery.extend({
  state: stateCode.optional(),
  active: z.stringbool().optional(),
});
export const agencyParams = z.strictObject({ agencyId: z.uuid() });

export type AgencyView = z.output<typeof agencyView>;
export type NewAgency = z.output<typeof newAgency>;
export type AgencyChange = z.output<typeof agencyChange>;
export type AgencyPage = z.output<typeof agencyPage>;
export type AgencyQuery = z.output<typeof agencyQuery>;
