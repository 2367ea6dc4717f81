// The ledger of disclosures as its readers see it.
import { z } from 'zod';
import { isNamedOnce, namedPerson } from '../../platform/http/named-person.ts';
import { pageOf, pageQuery } from '../../platform/http/page.ts';

/** How a person came before somebody's eyes. */
const DISCLOSURE_VIAS = ['SEARCH', 'DETAIL', 'PHOTO', 'FILE', 'CHECK'] as const;
export type DisclosureVia = (typeof DISCLOSURE_VIAS)[number];

export const disclosureQuery = pageQuery
  .extend({
    ...namedPerson,
  })
  .refine(isNamedOnce, {
    path: ['personId'],
    params: { code: 'required' },
  });
export type DisclosureQuery = z.output<typeof disclosureQuery>;

const disclosureView = z
  .object({
    id: z.string(),
    at: z.string(),
    personId: z.string(),
    alertIds: z
      .array(z.string())
      .meta({ description: 'To another state than the recipient: its own alerts only.' }),
    ownerStates: z.array(z.string()),
    recipientId: z
      .string()
      .nullable()
      .meta({ description: 'Who looked; told to his own state only. Another state learns the agency.' }),
    recipientAgencyId: z.string(),
    recipientState: z.string(),
    via: z.enum(DISCLOSURE_VIAS),
  })
  .meta({
    id: 'Disclosure',
    description: 'Who was shown what of a person, so that a correction reaches everyone who saw the error.',
  });
export type DisclosureView = z.output<typeof disclosureView>;

export const disclosurePage = pageOf(disclosureView);
export type DisclosurePage = z.output<typeof disclosurePage>;
