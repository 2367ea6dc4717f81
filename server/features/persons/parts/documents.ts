// Identity documents of a person; the same number may stand on several persons, because numbers are stolen and forged.
import { z } from 'zod';
import { normaliseDocumentNumber } from '../../../domain/documents/document-number.ts';
import {
  DOCUMENT_STATUSES,
  DOCUMENT_TYPES,
  type DocumentStatus,
  type DocumentType,
} from '../../../domain/persons/vocabulary.ts';
import { dateOf, dayOf } from '../../../platform/database/calendar-day.ts';
import { countryCode, day, words } from '../field-schemas.ts';
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
  type: z.enum(DOCUMENT_TYPES),
  number: words(60).meta({ description: 'As written on the document.' }),
  issuingState: countryCode,
  issuingAuthority: words(200).nullish(),
  issuedOn: day.nullish(),
  expiresOn: day.nullish(),
  nameAsPrinted: words(300).nullish(),
  status: z.enum(DOCUMENT_STATUSES).optional().meta({ description: 'VALID when left out.' }),
  ...sourceFields,
};

export const documentBody = z
  .strictObject(fields)
  .meta({ id: 'DocumentBody', examples: [{ type: 'PASSPORT', number: 'AC 1234567', issuingState: 'KGZ' }] });
type DocumentBody = z.output<typeof documentBody>;

export const documentView = z
  .object({
    ...sourceView,
    type: z.enum(DOCUMENT_TYPES),
    number: z.string(),
    normNumber: z.string().meta({ description: 'The form in which numbers are compared.' }),
    issuingState: z.string(),
    issuingAuthority: z.string().nullable(),
    issuedOn: z.string().nullable(),
    expiresOn: z.string().nullable(),
    nameAsPrinted: z.string().nullable(),
    status: z.enum(DOCUMENT_STATUSES),
  })
  .meta({ id: 'IdentityDocument' });

export interface DocumentRow extends PartRow {
  readonly type: string;
  readonly number: string;
  readonly normNumber: string;
  readonly issuingState: string;
  readonly issuingAuthority: string | null;
  readonly issuedOn: Date | null;
  readonly expiresOn: Date | null;
  readonly nameAsPrinted: string | null;
  readonly status: string;
}

const shared = (row: DocumentRow) => ({
  type: row.type as DocumentType,
  number: row.number,
  issuingState: row.issuingState,
  issuingAuthority: row.issuingAuthority,
  issuedOn: dayOf(row.issuedOn),
  expiresOn: dayOf(row.expiresOn),
  nameAsPrinted: row.nameAsPrinted,
  status: row.status as DocumentStatus,
});

export const documentKind = partKind<DocumentBody, DocumentRow, z.output<typeof documentView>>({
  path: 'documents',
  part: 'document',
  body: documentBody,
  patch: z.strictObject(fields).partial().meta({ id: 'DocumentPatch' }),
  view: documentView,
  countries: ({ issuingState }) => [{ at: '/issuingState', code: issuingState }],
  prepare(input) {
    const normNumber = normaliseDocumentNumber(input.number);
    return {
      data: {
        ...sourceData(input),
        type: input.type,
        number: input.number,
        normNumber,
        issuingState: input.issuingState,
        issuingAuthority: input.issuingAuthority ?? null,
        issuedOn: dateOf(input.issuedOn ?? null),
        expiresOn: dateOf(input.expiresOn ?? null),
        nameAsPrinted: input.nameAsPrinted ?? null,
        status: input.status ?? 'VALID',
      },
      faults: [
        ...(normNumber === '' ? [{ at: '/number', code: 'EMPTY' }] : []),
        ...periodFaults(input.issuedOn, input.expiresOn, '/expiresOn'),
      ],
      // Letters that no Latin sign looks like: mostly a wrong keyboard layout.
      warnings: /[^A-Z0-9]/u.test(normNumber) ? [{ at: '/number', code: 'UNUSUAL_SIGNS' }] : [],
    };
  },
  toInput: (row) => ({ ...sourceInput(row), ...shared(row) }),
  toView: (row, own) => ({ ...sourceOf(row, own), ...shared(row), normNumber: row.normNumber }),
});
