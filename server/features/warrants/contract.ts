// What comes in and goes out about warrants: the court or prosecutor papers under an alert.
import { z } from 'zod';
import { AUTHORITY_TYPES, WARRANT_KINDS } from '../../domain/alerts/vocabulary.ts';
import { day, reasonText } from '../alerts/contract.ts';
import { alertReceipt } from '../alerts/view-contract.ts';

export const MAX_FILE_BYTES = 25 * 1024 * 1024;

/** What a scanned paper may be, by its content. */
export const PAPER_TYPES = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const;

const text = (maximum: number) => z.string().trim().min(1).max(maximum);
const count = (maximum: number) => z.number().int().min(0).max(maximum);

const members = {
  kind: z.enum(WARRANT_KINDS),
  number: text(100),
  issuingAuthority: text(300),
  authorityType: z.enum(AUTHORITY_TYPES),
  issuedOn: day,
  validUntil: day.nullable().default(null).meta({ description: 'The last day; null: without limit.' }),
  inAbsentia: z.boolean().default(false),
  remainingSentence: z
    .strictObject({ years: count(100), months: count(1200), days: count(40_000) })
    .nullable()
    .default(null),
};

export const warrantBody = z.strictObject(members).meta({
  id: 'WarrantBody',
  examples: [
    {
      kind: 'ARREST_WARRANT',
      number: '3-114/2026',
      issuingAuthority: 'Pervomaysky District Court',
      authorityType: 'COURT',
      issuedOn: '2026-02-10',
    },
  ],
});

export const warrantChange = z
  .strictObject({
    kind: members.kind.optional(),
    number: members.number.optional(),
    issuingAuthority: members.issuingAuthority.optional(),
    authorityType: members.authorityType.optional(),
    issuedOn: day.optional(),
    validUntil: day.nullable().optional(),
    inAbsentia: z.boolean().optional(),
    remainingSentence: members.remainingSentence.unwrap().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, { params: { code: 'nothing-to-change' } })
  .meta({ id: 'WarrantChange' });

export const revocation = z
  .strictObject({
    revokedOn: day.optional().meta({ description: 'Today when left out.' }),
    reason: reasonText,
  })
  .meta({ id: 'WarrantRevocation' });

/** Fields of a multipart form are texts. */
export const warrantFile = z
  .strictObject({
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .optional(),
  })
  .meta({ id: 'WarrantFile' });

export const warrantParams = z.strictObject({ alertId: z.uuid(), warrantId: z.uuid() });

export const warrantReceipt = alertReceipt.extend({ warrantId: z.string() }).meta({
  id: 'WarrantReceipt',
  description:
    'What the alert has become. A warrant that fell never ends the alert by itself: look for the task NO_STANDING_WARRANT.',
});

export type WarrantBody = z.output<typeof warrantBody>;
export type WarrantChange = z.output<typeof warrantChange>;
export type Revocation = z.output<typeof revocation>;
export type WarrantFileFields = z.output<typeof warrantFile>;
export type WarrantReceipt = z.output<typeof warrantReceipt>;
